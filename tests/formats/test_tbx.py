"""Glossaries as TBX: what is written, and that it comes back."""

import subprocess
from collections.abc import Iterable
from pathlib import Path
from shutil import which

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace
from valid import breaches

from glossary import formats
from glossary.concept import fault
from glossary.errors import DataError, GlossaryError
from glossary.formats import tbx, tbx2, tbx_dct
from glossary.model import Short, Status, Term

FULL = Term(
    zh="四个着力",
    en="four focuses",
    kind="slogan.party",
    variants=("四個著力", "四个“着力”"),
    allow=("four priorities", "four areas of focus"),
    forbid=("four strengths",),
    short=Short("四着", "FF"),
    members=("着力完善规划目标", "着力补齐重大短板"),
    note="Spell out.\nOnce.",
    source="Xinhua, 2016",
    status=Status.STANDARD,
    since=2016,
    until=2021,
    free=True,
)
_NAMES = {
    "martif": "tbx",
    "martifHeader": "tbxHeader",
    "termEntry": "conceptEntry",
    "langSet": "langSec",
    "tig": "termSec",
}


def bare(terms: Iterable[Term]) -> list[Term]:
    """Concepts without their places, and with variants in an order of their own: scripts are kept apart in TBX."""
    return [replace(term, path="", line=0, variants=tuple(sorted(term.variants))) for term in terms]


def written(*terms: Term) -> str:
    return tbx.serialise(terms, title="Test").decode()


@pytest.mark.parametrize("version", [tbx, tbx2, tbx_dct])
def test_every_field_comes_back(version: formats.Format) -> None:
    terms = [FULL, Term("国务院", "State Council", "institution")]
    data = version.serialise(terms, title="Test")  # type: ignore[attr-defined]
    assert bare(version.parse(data, path="g.tbx")) == bare(terms)


def test_the_fields_carried_are_those_of_a_term() -> None:
    other = {"zh", "en", "path", "line"}
    assert set(Term.__struct_fields__) - other == tbx.FIELDS == tbx2.FIELDS == tbx_dct.FIELDS


@pytest.mark.parametrize(("style", "schema"), [(tbx, "tbx-basic-dca"), (tbx_dct, "tbx-basic-dct")])
def test_what_is_written_is_valid_tbx_basic(style: formats.Writable, schema: str) -> None:
    assert breaches(style.serialise([FULL, Term("甲", "A", "term")], title="Test"), schema) == []


def test_one_style_is_not_valid_as_the_other() -> None:
    assert breaches(tbx.serialise([FULL], title="Test").replace(b'"dca"', b'"dct"'), "tbx-basic-dct") != []
    assert (
        breaches(tbx_dct.serialise([FULL], title="Test").replace(b'"dct"', b'"dca"'), "tbx-basic-dca") != []
    )


def test_in_style_dct_data_categories_are_tags_in_the_namespaces_of_their_modules() -> None:
    root = etree.fromstring(tbx_dct.serialise([FULL], title="Test"))
    core, basic, minimal = (
        "urn:iso:std:iso:30042:ed-2",
        "http://www.tbxinfo.net/ns/basic",
        "http://www.tbxinfo.net/ns/min",
    )
    assert root.nsmap == {None: core, "min": minimal, "basic": basic}
    assert root.get("style") == "dct"
    assert {etree.QName(element).localname for element in root.iter(f"{{{minimal}}}*")} == {
        "administrativeStatus",
        "subjectField",
    }
    assert {etree.QName(element).localname for element in root.iter(f"{{{basic}}}*")} == {
        "source",
        "termType",
    }


def test_both_styles_say_the_same() -> None:
    styles = [tbx.serialise([FULL], title="Test"), tbx_dct.serialise([FULL], title="Test")]
    texts = [[text.strip() for text in etree.fromstring(data).itertext()] for data in styles]
    assert texts[0] == texts[1]
    assert tbx.parse(styles[0], path="g.tbx") == tbx.parse(styles[1], path="g.tbx")


def test_tbx_2_says_the_same_with_the_names_of_its_time() -> None:
    root = etree.fromstring(tbx2.serialise([FULL], title="Test"))
    assert root.findtext("martifHeader/encodingDesc/p[@type='XCSURI']") == "TBXBasicXCSV02.xcs"
    for element in root.iter():
        element.tag = f"{{urn:iso:std:iso:30042:ed-2}}{_NAMES.get(element.tag, element.tag)}"
    root.set("style", "dca")
    assert breaches(etree.tostring(root), "tbx-basic-dca") == []
    assert bare(tbx.parse(etree.tostring(root), path="g.tbx")) == bare([FULL])


def test_the_namespace_is_that_of_the_edition_of_2019() -> None:
    assert etree.fromstring(written(FULL).encode()).nsmap == {None: "urn:iso:std:iso:30042:ed-2"}


def test_the_bundled_glossaries_are_valid_and_come_back() -> None:
    for name in ("slogans.toml", "institutions.toml"):
        terms = formats.parse(Path(__file__).parents[2] / "glossaries" / name)
        data = tbx.serialise(terms, title=name)
        assert breaches(data, "tbx-basic-dca") == []
        assert bare(tbx.parse(data, path=name)) == bare(terms)
        assert tbx.losses(terms) == []


_ZH = st.text("国务院甲乙丙務國“”{}", min_size=1, max_size=6)
_EN = st.text("abcXYZ -&<>'\"é\u00a0\u3000", min_size=1, max_size=8).map(str.strip).filter(bool)
_PROSE = st.text("ab 国\n<>&;:", max_size=12)


@st.composite
def terms(draw: st.DrawFn) -> Term:
    status = draw(st.sampled_from(Status))
    years = sorted(draw(st.lists(st.integers(1, 9999), min_size=2, max_size=2)))
    renderings = draw(st.lists(_EN, min_size=1, max_size=4))
    wrong = draw(st.lists(_EN.map("not {}".format), max_size=2))
    return Term(
        zh=draw(_ZH),
        en=renderings[0],
        kind=draw(st.sampled_from(["term", "place.city", "set-phrase"])),
        variants=tuple(draw(st.lists(_ZH, max_size=3))),
        allow=tuple(renderings[1:]),
        forbid=tuple(wrong),
        short=draw(st.none() | st.builds(Short, st.just("简称"), st.sampled_from(["SC", "the Council"]))),
        members=tuple(draw(st.lists(_EN, max_size=2))),
        note=draw(_PROSE),
        source=f"source {draw(_PROSE)}",
        status=status,
        since=draw(st.none() | st.just(years[0])),
        until=draw(st.none() | st.just(years[1])),
        free=draw(st.booleans()),
    )


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(terms())
def test_any_sound_concept_comes_back_but_for_what_is_named_as_lost(term: Term) -> None:
    assume(not fault(term))
    data = tbx.serialise([term], title="Test")
    assert breaches(data, "tbx-basic-dca") == []
    (back,) = tbx.parse(data, path="g.tbx")
    lost = {line.partition(":")[0] for line in tbx.losses([term])}
    for field in {"zh", "en", *tbx.FIELDS} - lost:
        assert getattr(back, field) == getattr(term, field)


def test_the_preferred_term_stands_first_and_the_rest_say_what_they_are() -> None:
    text = written(FULL)
    assert (
        text.index("四个着力<") < text.index("preferredTerm-admn-sts") < text.index("admittedTerm-admn-sts")
    )
    assert text.index(">four strengths<") < text.index("deprecatedTerm-admn-sts")
    assert text.index(">FF<") < text.index(">acronym<")


def test_forms_of_the_other_script_have_a_section_behind_the_english_one() -> None:
    languages = [line.strip() for line in written(FULL).splitlines() if "<langSec" in line]
    assert languages == [f'<langSec xml:lang="{tag}">' for tag in ("zh-Hans", "en", "zh-Hant")]
    assert 'xml:lang="zh-Hant"' in written(Term("國務院", "State Council", "term"))


def test_a_form_that_both_scripts_write_alike_stays_with_the_preferred_one() -> None:
    assert "zh-Hans" not in written(Term("國務院", "State Council", "term", variants=("中央人民政府",)))
    assert "zh-Hant" not in written(Term("国务院", "State Council", "term", variants=("中央人民政府",)))


def test_what_is_read_back_otherwise_is_named_by_its_field() -> None:
    plain = Term("乙", "B", "term", note="a\nb", path="g.toml", line=1)
    assert tbx.losses([plain]) == []
    odd = Term(
        "国务院",
        "A",
        "term",
        variants=("國務院", "政务院"),
        allow=("C", "C"),
        note="a\n  b\n",
        path="g.toml",
        line=7,
    )
    assert tbx.losses([plain, odd, replace(odd, zh="甲")]) == [
        "variants: put in order of their script in 2 entries, first 国务院 (g.toml:7)",
        "allow: repetitions left out in 2 entries, first 国务院 (g.toml:7)",
        "note: line breaks before blanks become blanks in 2 entries, first 国务院 (g.toml:7)",
    ]
    (back,) = tbx.parse(tbx.serialise([odd], title="t"), path="g")
    assert (back.variants, back.allow, back.note) == (("政务院", "國務院"), ("C",), "a b")


def test_a_character_that_xml_cannot_hold_is_refused_with_its_place() -> None:
    term = Term("甲", "A", "term", note="\ufffe", path="g.toml", line=3)
    with pytest.raises(DataError, match=r"^g.toml:3: U\+FFFE in .* cannot stand in XML: remove it$"):
        tbx.serialise([term], title="t")


def test_tbx_without_concepts_is_not_written() -> None:
    with pytest.raises(GlossaryError, match="there is no entry to write"):
        tbx.serialise([], title="empty.toml")


@pytest.mark.skipif(which("tbx2po") is None, reason="needs tbx2po of the Translate Toolkit")
def test_translate_toolkit_reads_tbx_2(tmp_path: Path) -> None:
    (tmp_path / "g.tbx").write_bytes(tbx2.serialise([FULL], title="Test"))
    subprocess.run(
        ["tbx2po", "--progress=none", "g.tbx", "g.po"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=60,
    )
    text = (tmp_path / "g.po").read_text(encoding="utf-8")
    assert 'msgid "四个着力"\nmsgstr "four focuses"' in text
