"""TMX in and out: what other programs write is read, and what is written reads back the same."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import bilingual
from glossary.bilingual import tmx
from glossary.errors import DataError, GlossaryError
from glossary.po import Catalogue, Entry, Reference
from glossary.po.header import fields, new_header

# As OmegaT 6 writes its project's memory: tags of its own in inline elements, notes, properties, who and when.
OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" \
creationtoolversion="6.0.0" segtype="sentence" srclang="ZH-CN"/>
  <body>
<!-- Default translations -->
    <tu>
      <note>Ask the office.
It may change.</note>
      <tuv lang="ZH-CN">
        <seg>会议<bpt i="0" x="1">&lt;b1&gt;</bpt>闭幕<ept i="0">&lt;/b1&gt;</ept>。</seg>
      </tuv>
      <tuv lang="EN-GB" changeid="li" changedate="20240105T081500Z" creationdate="20240105T081500Z">
        <seg>The meeting has <bpt i="0" x="1">&lt;b1&gt;</bpt>closed<ept i="0">&lt;/b1&gt;</ept>.</seg>
      </tuv>
    </tu>
<!-- Alternative translations -->
    <tu>
      <prop type="file">articles/a.txt</prop>
      <tuv lang="ZH-CN"><seg>散会。</seg></tuv>
      <tuv lang="EN-GB"><seg>They left.</seg></tuv>
    </tu>
  </body>
</tmx>
"""


def memory(*units: str, header: str = '<header srclang="zh"/>') -> bytes:
    return f'<tmx version="1.4">{header}<body>{"".join(units)}</body></tmx>'.encode()


def unit(*variants: tuple[str, str]) -> str:
    inner = "".join(f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>' for language, text in variants)
    return f"<tu>{inner}</tu>"


def pairs(data: bytes) -> list[tuple[str, str]]:
    return [(entry.msgid, entry.msgstr) for entry in tmx.parse(data, path="m.tmx").entries]


def refusal(data: bytes) -> str:
    with pytest.raises(DataError) as caught:
        tmx.parse(data, path="m.tmx")
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_the_suffix_stands_for_the_format() -> None:
    assert bilingual.of(Path("Memory.TMX")) is tmx


# In


def test_what_omegat_writes_is_read_with_notes_and_lines() -> None:
    catalogue = tmx.parse(OMEGAT.encode(), path="project_save.tmx")
    first, second = catalogue.entries
    assert first == Entry(
        "会议<b1>闭幕</b1>。",
        "The meeting has <b1>closed</b1>.",
        comment=" Ask the office.\n It may change.",
    )
    assert (first.line, second.line) == (7, 18)
    assert (second.msgid, second.msgstr) == ("散会。", "They left.")
    assert fields(catalogue.header)["X-Generator"] == "OmegaT"
    assert fields(catalogue.header)["X-Source-Language"] == "zh-Hans"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_other_unicode_encodings_are_read(encoding: str) -> None:
    text = OMEGAT.replace("UTF-8", "UTF-16") if "16" in encoding else OMEGAT
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    assert pairs((mark + text).encode(encoding)) == pairs(OMEGAT.encode())


@pytest.mark.parametrize(
    "source", ["zh", "zh-CN", "ZH-CN", "zh-Hans", "zh-Hant-TW", "zh_HK", "zho", "cmn-Hans"]
)
@pytest.mark.parametrize("target", ["en", "en-GB", "EN-US", "en_US", "eng"])
def test_chinese_and_english_are_known_by_any_of_their_codes(source: str, target: str) -> None:
    assert pairs(memory(unit((source, "中文"), (target, "Chinese")))) == [("中文", "Chinese")]


def test_english_that_was_put_into_chinese_serves_the_other_way_round() -> None:
    assert pairs(
        memory(unit(("en-US", "Chinese"), ("zh-CN", "中文")), header='<header srclang="en-US"/>')
    ) == [("中文", "Chinese")]


def test_other_languages_in_a_unit_do_no_harm() -> None:
    assert pairs(memory(unit(("de", "x"), ("zh", "中文"), ("fr", "y"), ("en", "Chinese")))) == [
        ("中文", "Chinese")
    ]


def test_several_segments_in_a_language_give_each_pair_once() -> None:
    found = pairs(
        memory(unit(("zh-CN", "汉字"), ("zh-TW", "漢字"), ("en-GB", "a"), ("en-US", "a"), ("en", "b")))
    )
    assert found == [("汉字", "a"), ("汉字", "b"), ("漢字", "a"), ("漢字", "b")]


def test_units_without_both_languages_are_passed_over() -> None:
    units = (unit(("zh", "一")), unit(("zh", "二"), ("en", "")), "<tu/>", unit(("zh", "三"), ("en", "three")))
    assert pairs(memory(*units)) == [("三", "three")]


def test_codes_that_only_begin_alike_are_other_languages() -> None:
    assert "only in zha, enm" in refusal(memory(unit(("zha", "x"), ("enm", "y"))))


@pytest.mark.parametrize("name", ["bpt", "ept", "it", "ph", "hi", "ut"])
def test_inline_elements_are_read_as_their_text(name: str) -> None:
    segment = f"前<{name}>中<sub>间</sub></{name}>后"
    assert pairs(memory(unit(("zh", segment), ("en", "x")))) == [("前中间后", "x")]


def test_a_namespace_does_not_hide_the_units() -> None:
    data = memory(unit(("zh", "中"), ("en", "x"))).replace(
        b"<tmx ", b'<tmx xmlns="http://www.lisa.org/tmx14" '
    )
    assert pairs(data) == [("中", "x")]


def test_a_memory_with_nothing_in_it_is_no_fault() -> None:
    assert pairs(memory()) == []


# What is refused


def test_a_document_type_is_not_fetched() -> None:
    named = b'<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">' + memory(unit(("zh", "中"), ("en", "x")))
    assert pairs(named) == [("中", "x")]


@pytest.mark.parametrize(
    "declaration", ['<!ENTITY x "y">', '<!ENTITY x SYSTEM "file:///etc/hostname">', '<!ENTITY % x "y">']
)
def test_entities_are_refused_with_their_line(declaration: str) -> None:
    data = f"<!DOCTYPE tmx [\n{declaration}]>".encode() + memory(unit(("zh", "中"), ("en", "x")))
    assert refusal(data) == "m.tmx:2: declares entities in its DOCTYPE, which are not read: remove them"


def test_a_billion_laughs_are_refused() -> None:
    lines = ['<!ENTITY a "ha">'] + [f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12)]
    data = f"<!DOCTYPE tmx [{''.join(lines)}]>".encode() + memory(unit(("zh", "&m;"), ("en", "x")))
    assert "declares entities" in refusal(data)


def test_an_entity_that_only_a_document_type_could_declare_is_refused() -> None:
    data = b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n' + memory(unit(("zh", "中&nbsp;"), ("en", "x")))
    assert refusal(data).startswith("m.tmx:2: Entity 'nbsp' not defined")


def test_a_file_that_breaks_off_is_refused_with_its_line() -> None:
    assert refusal(OMEGAT.encode()[:700]).startswith("m.tmx:16: is not well-formed XML (")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"<tbx><body/></tbx>", "is no TMX file: it has no <header>"),
        (memory(unit(("de", "x"), ("fr", "y"))), "no sentences in both Chinese and English, only in de, fr"),
    ],
)
def test_what_is_no_memory_is_refused(data: bytes, message: str) -> None:
    assert message in refusal(data)


# Out


def written(*entries: Entry, language: str = "zh-Hant") -> str:
    header = new_header(project="p", source_language=language, generator="g")
    return tmx.serialise(Catalogue(entries, header), annotations={}).decode()


def test_a_sentence_becomes_a_unit_with_its_places_and_languages() -> None:
    entry = Entry(
        "<開會>", "A & B", references=(Reference("a.po", 3), Reference("my b.po", 4)), comment=" why\n so"
    )
    assert written(entry).split("<body>\n")[1] == (
        "<tu>\n"
        "  <note>why\nso</note>\n"
        '  <prop type="x-origin">a.po:3</prop>\n'
        '  <prop type="x-origin">\u2068my b.po\u2069:4</prop>\n'
        '  <tuv xml:lang="zh-Hant"><seg>&lt;開會&gt;</seg></tuv>\n'
        '  <tuv xml:lang="en"><seg>A &amp; B</seg></tuv>\n'
        "</tu>\n</body>\n</tmx>\n"
    )


def test_codes_of_other_languages_in_a_header_do_not_make_the_file_useless() -> None:
    header = Entry("", "Language: zh_CN\nX-Source-Language: en\n")
    data = tmx.serialise(Catalogue((Entry("中", "x"),), header), annotations={})
    assert pairs(data) == [("中", "x")]


@pytest.mark.parametrize(
    "entry",
    [
        Entry("中"),
        Entry("中", " "),
        Entry("中", "x", flags=("fuzzy",)),
        Entry("中", "x", obsolete=True),
        Entry("中", msgid_plural="中", msgstr_plural=("x", "xs")),
    ],
)
def test_what_is_not_finished_stays_out(entry: Entry) -> None:
    assert "<tu>" not in written(entry)


def test_the_same_catalogue_gives_the_same_bytes() -> None:
    assert written(Entry("中", "x")) == written(Entry("中", "x"))
    assert "date" not in written(Entry("中", "x"))


def test_a_character_that_xml_lacks_is_refused_with_its_place() -> None:
    with pytest.raises(GlossaryError, match=r"^a\.po:3: XML has no U\+0007: remove it from '中'$"):
        written(Entry("中", "x\a", references=(Reference("a.po", 3),)))


# Both ways

TEXT = st.text(
    st.one_of(
        st.sampled_from("中文<>&\"'\n\r\t ]\u2028"),
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"),
    ),
    min_size=1,
).filter(str.strip)
FILE = st.sampled_from(["a.po", "b/a.po", "my poem.po"])
COMMENT = st.lists(st.text("ab 中<&", min_size=1).map(lambda line: f" {line}"), max_size=3).map("\n".join)
ENTRIES = st.lists(
    st.builds(
        Entry,
        TEXT,
        TEXT,
        msgctxt=st.none() | TEXT,
        comment=COMMENT.filter(lambda comment: not comment or bool(comment.strip())),
        references=st.lists(st.builds(Reference, FILE, st.integers(0, 10**6)), max_size=2).map(tuple),
    ),
    max_size=4,
)


@given(ENTRIES)
def test_finished_sentences_come_back_as_they_were(entries: list[Entry]) -> None:
    data = tmx.serialise(Catalogue(tuple(entries)), annotations={})
    assert list(tmx.parse(data, path="m.tmx").entries) == entries


@pytest.mark.skipif(not shutil.which("xmllint"), reason="needs xmllint")
def test_what_is_written_is_well_formed_to_others(tmp_path: Path) -> None:
    (tmp_path / "m.tmx").write_text(written(Entry("<中>", "x & y\r")), encoding="utf-8")
    subprocess.run(["xmllint", "--noout", "--nonet", "m.tmx"], cwd=tmp_path, check=True)


@pytest.mark.skipif(not shutil.which("po2tmx"), reason="needs translate-toolkit")
def test_what_po2tmx_writes_is_read(tmp_path: Path) -> None:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    text = 'msgid "散会。"\nmsgstr "They <left> &\\n went."\n\n#, fuzzy\nmsgid "开会。"\nmsgstr "x"\n'
    (tmp_path / "a.po").write_text(header + text, encoding="utf-8")
    command = ["po2tmx", "--progress=none", "-l", "en", "--source-language", "zh", "a.po", "m.tmx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert pairs((tmp_path / "m.tmx").read_bytes()) == [("散会。", "They <left> &\n went.")]
