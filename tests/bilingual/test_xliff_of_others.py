"""XLIFF files in the manner of other programs, made up here."""

import subprocess
from pathlib import Path
from shutil import which

import pytest

from glossary import po
from glossary.bilingual.xliff import parse
from glossary.errors import DataError
from glossary.po import Catalogue, Entry, Reference
from glossary.po.header import fields


def two(*units: str, attributes: str = "") -> str:
    """An XLIFF 2 file with these units."""
    return (
        f'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh-CN" trgLang="en-GB"'
        f' {attributes}><file id="f" original="src/news.html">{"".join(units)}</file></xliff>'
    )


def unit(content: str, name: str = "u") -> str:
    return f'<unit id="{name}">{content}</unit>'


def segment(source: str, target: str = "", attributes: str = "") -> str:
    translated = f"<target>{target}</target>" if target else ""
    return f"<segment {attributes}><source>{source}</source>{translated}</segment>"


def one(*units: str) -> str:
    """An XLIFF 1.2 file with these units."""
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="news.docx"'
        f' source-language="zh-CN" target-language="en-US"><body>{"".join(units)}</body></file></xliff>'
    )


def read(text: str) -> Catalogue:
    return parse(text.encode(), path="a.xlf")


def only(text: str) -> Entry:
    (entry,) = read(text).entries
    return entry


def fault(text: str | bytes) -> str:
    with pytest.raises(DataError) as caught:
        parse(text.encode() if isinstance(text, str) else text, path="a.xlf")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_file_that_was_no_po_file_has_a_new_header() -> None:
    header = fields(read(two(unit(segment("甲")))).header)
    assert (header["Language"], header["X-Source-Language"], header["Project-Id-Version"]) == (
        "en_GB",
        "zh-CN",
        "news",
    )


def test_codes_are_what_they_stand_for() -> None:
    data = '<originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>'
    source = (
        '<pc id="1" dataRefStart="d1" dataRefEnd="d2">国务<mrk id="m" type="term">院</mrk></pc>'
        '<ph id="2" equiv="%s"/><sc id="3" disp="["/>甲<ec startRef="3" disp="]"/><ph id="4"/><sm id="5"/><cp hex="0007"/>'
    )
    assert only(two(unit(f"{data}{segment(source)}"))).msgid == "<b>国务院</b>%s[甲]\a"


@pytest.mark.parametrize("code", ["", "zz", "D800", "110000", "0000", "-1"])
def test_a_code_that_is_no_character_is_a_replacement_character(code: str) -> None:
    assert only(two(unit(segment(f'甲<cp hex="{code}"/>')))).msgid == "甲\ufffd"


def test_the_segments_of_a_unit_are_one_entry() -> None:
    whole = segment("甲。", "A.") + "<ignorable><source> </source></ignorable>" + segment("乙。", "B.")
    assert only(two(unit(whole))) == Entry("甲。 乙。", "A. B.")
    assert only(two(unit(segment("甲", "A") + segment("乙")))) == Entry("甲乙", "A", flags=("fuzzy",))
    assert only(two(unit(segment("甲") + segment("乙")))) == Entry("甲乙")


def test_targets_may_stand_in_an_order_of_their_own() -> None:
    parts = (
        "<segment><source>甲</source><target order='2'>A</target></segment>"
        "<segment><source>乙</source><target order='1'>B</target></segment>"
    )
    assert only(two(unit(parts))).msgstr == "BA"


def test_states() -> None:
    states = ["", 'state="initial"', 'state="translated"', 'state="reviewed"', 'state="final"']
    found = [only(two(unit(segment("甲", "A", state)))).fuzzy for state in states]
    assert found == [False, True, False, False, False]


def test_notes_of_angular_and_of_people() -> None:
    notes = (
        '<notes><note category="location">app/a.html:3,7</note><note category="location">a.html:5</note>'
        '<note category="description">Title</note><note category="meaning">page</note>'
        "<note appliesTo='target'>Check\nthis.</note></notes>"
    )
    entry = only(two(unit(notes + segment("甲"))))
    assert entry.references == (Reference("app/a.html:3,7"), Reference("a.html", 5))
    assert (entry.extracted, entry.comment) == (("Title",), " page\n Check\n this.")


def test_layout_is_no_text_unless_it_is_to_be_kept() -> None:
    content = segment("\n    国务院  \n    发布。\n  ")
    assert only(two(unit(content))).msgid == "国务院 发布。"
    assert (
        only(two(unit(content), attributes='xml:space="preserve"')).msgid == "\n    国务院  \n    发布。\n  "
    )


def test_a_sentence_that_stands_twice_has_the_name_of_its_unit_as_context() -> None:
    entries = read(
        two(unit(segment("甲", "A"), "a"), f"<group id='g'>{unit(segment('甲', 'B'), 'b')}</group>")
    ).entries
    assert entries == (Entry("甲", "A"), Entry("甲", "B", msgctxt="b"))


def test_xliff_1_as_cat_programs_write_it() -> None:
    text = one(
        '<group><trans-unit id="1" approved="yes"><source>甲<x id="1"/><ph id="2">%s</ph>。</source><target state="final">A.</target>'
        '<note from="developer">Title</note><note>Why?</note></trans-unit></group>'
        '<trans-unit id="2" approved="no"><source>乙</source><target>B</target></trans-unit>'
        '<trans-unit id="3"><source>丙</source><target state="needs-review-translation">C</target></trans-unit>'
        '<trans-unit id="4"><source>丁</source></trans-unit><trans-unit id="5"><source>丁</source></trans-unit>'
    )
    assert read(text).entries == (
        Entry("甲%s。", "A.", comment=" Why?", extracted=("Title",)),
        Entry("乙", "B", flags=("fuzzy",)),
        Entry("丙", "C", flags=("fuzzy",)),
        Entry("丁"),
        Entry("丁", msgctxt="5"),
    )
    assert fields(read(text).header)["Language"] == "en_US"


@pytest.mark.skipif(which("po2xliff") is None, reason="needs po2xliff of the Translate Toolkit")
def test_translate_toolkits_xliff_of_a_po_file(tmp_path: Path) -> None:
    text = (
        'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '# me\n#. auto\n#: a.txt:3 b.txt\n#, fuzzy\nmsgid "甲"\nmsgstr "A"\n\n'
        'msgid "个"\nmsgid_plural "些"\nmsgstr[0] "one"\nmsgstr[1] "many"\n\nmsgid "乙"\nmsgstr ""\n'
    )
    (tmp_path / "a.po").write_text(text, encoding="utf-8")
    subprocess.run(
        ["po2xliff", "--progress=none", "a.po", "a.xlf"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert po.render(parse((tmp_path / "a.xlf").read_bytes(), path="a.xlf")) == text


def test_xml_that_is_no_xliff_is_refused() -> None:
    assert fault("<tmx/>") == "a.xlf:1: the root element is tmx, not xliff: export the translation as XLIFF"


def test_a_version_to_come_is_refused() -> None:
    assert fault('<xliff version="3.0"/>') == "a.xlf:1: XLIFF 3.0: export it as 2.1 or 1.2"
    assert fault("<xliff/>") == "a.xlf:1: XLIFF of no version: export it as 2.1 or 1.2"


def test_entities_are_refused() -> None:
    text = "<!DOCTYPE xliff [\n<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + two(unit(segment("&x;")))
    assert fault(text) == "a.xlf:2: declares entities in its DOCTYPE, which are not read: remove them"


def test_what_is_cut_off_is_refused_with_its_line() -> None:
    assert fault(two(unit(segment("甲")))[:-20]).startswith("a.xlf:1: is not well-formed XML")


def test_an_empty_file_is_refused() -> None:
    assert fault(b"") == "a.xlf: the file is empty: check the path"
