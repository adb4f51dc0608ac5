"""Translations as XLIFF 2.1: what is written, and that a PO file comes back as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from valid import breaches

from glossary import po
from glossary.bilingual import po as po_format
from glossary.bilingual import xliff
from glossary.errors import GlossaryError
from glossary.model import Annotation, Status
from glossary.po import Catalogue, Entry, Previous, Reference

_BUNDLED = Path(__file__).parents[2] / "locale/en/benxi-cooperation.po"
_HEADER = 'msgid ""\nmsgstr ""\n"Language: en_GB\\n"\n"X-Source-Language: zh-Hant\\n"\n'


def written(*entries: Entry, annotations: dict[str, list[Annotation]] | None = None) -> str:
    """The XLIFF file of these entries, which is valid."""
    data = xliff.serialise(Catalogue(entries), annotations=annotations or {})
    assert breaches(data, "xliff-2.1") == []
    return data.decode()


def read(text: str) -> Catalogue:
    return xliff.parse(text.encode(), path="a.xlf")


def there_and_back(text: str) -> str:
    """A PO file that has been XLIFF in between."""
    catalogue = po_format.parse(text.encode(), path="a.po")
    data = xliff.serialise(catalogue, annotations={})
    assert breaches(data, "xliff-2.1") == []
    return po_format.serialise(xliff.parse(data, path="a.xlf"), annotations={}).decode()


def test_the_bundled_translation_comes_back_byte_for_byte() -> None:
    text = _BUNDLED.read_text(encoding="utf-8")
    assert there_and_back(text) == text


@pytest.mark.parametrize(
    "text",
    [
        _HEADER + '\nmsgid "甲"\nmsgstr "A"\n',
        '# me\n#. one\n#. two\n#: a.txt:3 b.txt\n#, fuzzy, no-wrap\n#| msgctxt "t"\n#| msgid "旧"\n'
        'msgctxt ""\nmsgid "甲"\nmsgstr "A"\n',
        'msgid "%d 个"\nmsgid_plural "%d 些"\nmsgstr[0] "one"\nmsgstr[1] ""\n',
        '#, fuzzy\nmsgid "甲"\nmsgid_plural "乙"\nmsgstr[0] "A"\n',
        '#, fuzzy\nmsgid "甲"\nmsgstr ""\n',
        '#~| msgid "旧"\n#~ msgid "甲"\n#~ msgstr "A"\n\n# the end\n',
        'msgid ""\n"  甲\\n"\n"\\t乙 \\r"\nmsgstr "\\a <b> & \\v ]]>"\n',
        "#tight\n#\n#  wide\n#. \nmsgid \"甲\"\nmsgstr ''\n".replace("''", '""'),
    ],
)
def test_a_po_file_comes_back_as_it_was(text: str) -> None:
    assert there_and_back(text) == text


def test_wrapped_lines_and_their_ends_come_back() -> None:
    sentence = "国务院" * 15
    text = f'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid ""\n"{sentence[:38]}"\n"{sentence[38:]}"\nmsgstr ""\n'
    text = text.replace("\n", "\r\n")
    assert there_and_back(text) == text


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_characters="\0") | st.sampled_from("\n\r\t <&\x0b"), max_size=8
)
_SAID = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]), max_size=8)
_FILES = st.sampled_from(["a.txt", "my a.txt", "a:3", "C:\\a"])


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    plural = draw(st.lists(_TEXT, max_size=3))
    previous = draw(st.lists(st.none() | _SAID, min_size=3, max_size=3))
    return Entry(
        msgid=draw(_TEXT),
        msgstr="" if plural else draw(_TEXT),
        msgctxt=draw(st.none() | _SAID),
        msgid_plural=draw(_SAID),
        msgstr_plural=tuple(plural),
        comment="\n".join(draw(st.lists(_SAID, max_size=3))),
        extracted=tuple(draw(st.lists(_SAID, max_size=3))),
        references=tuple(draw(st.lists(st.builds(Reference, _FILES, st.integers(0, 9)), max_size=2))),
        flags=tuple(draw(st.lists(st.sampled_from(["fuzzy", "c-format", "no-wrap"]), unique=True))),
        previous=None if previous == [None, None, None] else Previous(*previous),
        obsolete=draw(st.booleans()),
    )


@given(st.lists(entries(), min_size=1, max_size=4), st.none() | st.just(Entry("", "Language: en\n")), _SAID)
def test_any_catalogue_comes_back(made: list[Entry], header: Entry | None, tail: str) -> None:
    catalogue = Catalogue(tuple(made), header=header, tail=tail)
    data = xliff.serialise(catalogue, annotations={})
    assert breaches(data, "xliff-2.1") == []
    assert xliff.parse(data, path="a.xlf") == catalogue


def test_languages_are_those_of_the_header() -> None:
    catalogue = po.parse(f'{_HEADER}\nmsgid "甲"\nmsgstr ""\n'.encode(), path="a.po")
    root = etree.fromstring(xliff.serialise(catalogue, annotations={}))
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "zh-Hant", "en-GB")


def test_a_language_that_is_none_is_not_written() -> None:
    header = Entry("", "Language: English!\nX-Source-Language: ???\n")
    root = etree.fromstring(xliff.serialise(Catalogue((Entry("甲"),), header=header), annotations={}))
    assert (root.get("srcLang"), root.get("trgLang")) == ("zh", "en")


def test_states_say_what_is_left_to_do() -> None:
    text = written(
        Entry("甲"), Entry("乙", "B"), Entry("丙", "C", flags=("fuzzy",)), Entry("丁", "D", obsolete=True)
    )
    segments = [line.strip() for line in text.splitlines() if "<segment" in line]
    assert segments == [
        '<segment state="initial">',
        '<segment state="translated">',
        '<segment state="initial" subState="po:fuzzy">',
        '<segment state="translated">',
    ]
    assert text.count('translate="no"') == 1


def test_who_confirms_a_segment_takes_the_fuzzy_flag_away() -> None:
    text = written(Entry("甲", "A", flags=("fuzzy", "no-wrap")))
    assert read(text).entries[0].fuzzy
    confirmed = text.replace('state="initial"', 'state="final"')
    assert read(confirmed).entries[0].flags == ("no-wrap",)


def test_what_a_translator_fills_in_is_read() -> None:
    text = written(Entry("甲", references=(Reference("a.txt", 1),)))
    filled = text.replace("</source>", "</source><target>A</target>").replace('"initial"', '"translated"')
    filled = filled.replace("</notes>", "<note>why?</note></notes>")
    assert read(filled).entries[0] == Entry("甲", "A", comment=" why?", references=(Reference("a.txt", 1),))


def test_plural_forms_are_units_of_one_group() -> None:
    text = written(Entry("%d 个", msgid_plural="%d 些", msgstr_plural=("one", "many")))
    assert text.index('type="po:plural"') < text.index("<target>one<") < text.index("<target>many<")


def test_characters_that_xml_cannot_hold_are_codes() -> None:
    assert '<source>甲<cp hex="0007"/>乙</source>' in written(Entry("甲\a乙"))


def test_a_comment_that_xml_cannot_hold_is_refused() -> None:
    with pytest.raises(GlossaryError, match=r"U\+0007 in the comment or context .* cannot stand in XLIFF"):
        xliff.serialise(Catalogue((Entry("甲", comment=" \a"),)), annotations={})


def test_nothing_to_translate_is_refused() -> None:
    with pytest.raises(GlossaryError, match="there is no sentence to write"):
        xliff.serialise(Catalogue(), annotations={})


def annotation(text: str, start: int, rendering: str, *alternatives: str) -> Annotation:
    return Annotation(start, start + len(text), text, "institution", rendering, alternatives)


def test_annotations_are_marks_and_glossary_entries_that_refer_to_them() -> None:
    notes = [
        annotation("国务院", 0, "State Council", "Council"),
        annotation("教育部", 4, "Ministry of Education"),
    ]
    text = written(Entry("国务院和教育部。", "x"), annotations={"国务院和教育部。": notes})
    assert (
        '<source><mrk id="m1" type="term">国务院</mrk>和<mrk id="m2" type="term">教育部</mrk>。</source>'
        in text
    )
    flat = "".join(line.strip() for line in text.splitlines())
    assert (
        '<gls:glossEntry ref="#m1"><gls:term>国务院</gls:term><gls:translation>State Council</gls:translation>'
        "<gls:translation>Council</gls:translation><gls:definition>institution; house</gls:definition>"
    ) in flat
    assert read(text) == Catalogue((Entry("国务院和教育部。", "x"),))


def test_a_term_that_stands_twice_is_marked_twice_and_explained_once() -> None:
    notes = [annotation("国务院", 0, "SC"), annotation("国务院", 4, "SC")]
    text = written(Entry("国务院、国务院"), annotations={"国务院、国务院": notes})
    assert (text.count("<mrk"), text.count("<gls:glossEntry")) == (2, 1)


def test_what_a_translator_should_know_of_a_term_is_its_definition() -> None:
    note = Annotation(
        0,
        3,
        "国务院",
        "institution",
        "",
        forbidden=("Cabinet",),
        status=Status.OFFICIAL,
        uncertain=True,
        free=True,
    )
    text = written(Entry("国务院"), annotations={"国务院": [note]})
    assert ">institution; official; uncertain; rendering unknown; free; not: Cabinet<" in text
    assert "<gls:translation" not in text


def test_annotations_of_another_text_are_left_out() -> None:
    note = annotation("国务院", 0, "State Council")
    for entry in (Entry("教育部"), Entry("国务院", obsolete=True)):
        assert "<mrk" not in written(entry, annotations={entry.msgid: [note]})


def test_a_line_break_in_an_annotated_sentence_stays() -> None:
    note = annotation("国 院", 0, "x")
    text = written(Entry("国\n院"), annotations={"国\n院": [note]})
    assert "<mrk" in text
    assert read(text).entries[0].msgid == "国\n院"


def test_po_is_written_in_utf_8_and_says_so() -> None:
    catalogue = po.parse(b'msgid ""\nmsgstr "Content-Type: text/plain; charset=GBK\\n"\n', path="a.po")
    data = po_format.serialise(replace(catalogue, entries=(Entry("甲"),)), annotations={})
    assert b"charset=UTF-8" in data
    assert po.parse(data, path="a.po").entries[0].msgid == "甲"
