"""TBX files in the manner of other programs, made up here."""

import pytest

from glossary.errors import DataError
from glossary.formats.tbx import parse
from glossary.model import Short, Term


def entry(*sections: str, about: str = "") -> str:
    return f"<termEntry id='e'>{about}{''.join(sections)}</termEntry>"


def martif(*entries: str) -> str:
    return f"<martif type='TBX'><martifHeader/><text><body>{''.join(entries)}</body></text></martif>"


def section(language: str, *terms: str) -> str:
    tigs = "".join(term if term.startswith("<") else f"<tig><term>{term}</term></tig>" for term in terms)
    return f"<langSet xml:lang='{language}'>{tigs}</langSet>"


def status(term: str, value: str) -> str:
    return f"<tig><term>{term}</term><termNote type='administrativeStatus'>{value}</termNote></tig>"


def kind_of(term: str, value: str) -> str:
    return f"<ntig><termGrp><term>{term}</term><termNote type='termType'>{value}</termNote></termGrp></ntig>"


def read(text: str) -> list[Term]:
    return parse(text.encode(), path="g.tbx")


def only(text: str) -> Term:
    (term,) = read(text)
    return term


def fault(text: str | bytes) -> str:
    with pytest.raises(DataError) as caught:
        parse(text.encode() if isinstance(text, str) else text, path="g.tbx")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_translate_toolkit() -> None:
    term = only(
        """<?xml version="1.0"?>
<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd">
<martif type="TBX"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body>
    <termEntry><langSet xml:lang="zh"><tig><term>国务院</term></tig></langSet>
    <langSet xml:lang="en"><tig><term>State Council</term></tig></langSet></termEntry>
</body></text></martif>"""
    )
    assert term == Term("国务院", "State Council", "term", path="g.tbx", line=5)


def test_microsoft_terminology_with_definitions_in_groups_and_other_languages() -> None:
    term = only(
        martif(
            entry(
                "<langSet xml:lang='en-US'><descripGrp><descrip type='definition'>The cabinet.</descrip>"
                "<admin type='source'>a dictionary</admin></descripGrp>"
                "<ntig><termGrp><term id='1'>State Council</term><termNote type='partOfSpeech'>Noun</termNote>"
                "</termGrp></ntig></langSet>",
                section("de-DE", "Staatsrat"),
                section("zh-CN", "<ntig><termGrp><term>国务院</term></termGrp></ntig>"),
            )
        )
    )
    assert (term.zh, term.en, term.note, term.source) == ("国务院", "State Council", "The cabinet.", "")


def test_iate_with_subject_field_reliability_and_evaluation() -> None:
    term = only(
        martif(
            entry(
                section("en", status("Cabinet Council", "deprecatedTerm-admn-sts"), "State Council"),
                section("zh", "国务院", "中央人民政府"),
                about="<descripGrp><descrip type='subjectField'>EU institutions</descrip></descripGrp>"
                "<descrip type='reliabilityCode'>9</descrip>",
            )
        )
    )
    assert term.kind == "eu-institutions"
    assert (term.en, term.allow, term.forbid) == ("State Council", (), ("Cabinet Council",))
    assert term.variants == ("中央人民政府",)


def test_multiterm_with_upper_case_languages_transactions_and_abbreviations() -> None:
    term = only(
        martif(
            entry(
                section("ZH", kind_of("中国科学院", "fullForm"), kind_of("中科院", "abbreviation")),
                section(
                    "EN-GB",
                    kind_of("Chinese Academy of Sciences", "fullForm"),
                    kind_of("CAS", "acronym"),
                ),
                about="<transacGrp><transac type='transactionType'>origination</transac></transacGrp>"
                "<note>Since 1949.</note>",
            )
        )
    )
    assert term.short == Short("中科院", "CAS")
    assert (term.allow, term.variants, term.note) == ((), (), "Since 1949.")


def test_an_abbreviation_of_one_language_alone_is_one_term_more() -> None:
    term = only(
        martif(
            entry(
                section("zh", "中国科学院"), section("en", kind_of("CAS", "acronym"), "Academy of Sciences")
            )
        )
    )
    assert (term.en, term.allow, term.short) == ("Academy of Sciences", ("CAS",), None)


def test_style_dct_has_categories_as_elements() -> None:
    term = only(
        """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
  <text><body><conceptEntry id="c1"><min:subjectField>institution</min:subjectField>
    <langSec xml:lang="zh-Hant"><termSec><term>國務院</term></termSec></langSec>
    <langSec xml:lang="en">
      <termSec><term>Council</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
      <termSec><term>State Council</term>
        <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
        <basic:source>Constitution</basic:source></termSec>
    </langSec></conceptEntry></body></text></tbx>"""
    )
    assert (term.zh, term.en, term.allow) == ("國務院", "State Council", ("Council",))
    assert (term.kind, term.source) == ("institution", "Constitution")


def test_files_with_the_namespaces_of_the_drafts_are_read() -> None:
    term = only(
        """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed:3.0"
     xmlns:min="http://www.tbxinfo.net/ns/dct/min" xmlns:basic="http://www.tbxinfo.net/ns/dct/basic">
  <text><body><conceptEntry id="c1"><basic:subjectField>title</basic:subjectField>
    <langSec xml:lang="zh"><termSec><term>局长</term></termSec></langSec>
    <langSec xml:lang="es"><termSec><term>director</term></termSec></langSec>
    <langSec xml:lang="en"><transacGrp><basic:transactionType>origination</basic:transactionType>
      <date>2020-01-31</date><basic:responsibility target="p1">A. B.</basic:responsibility></transacGrp>
      <descripGrp><basic:definition>head of a bureau</basic:definition><basic:source>House</basic:source></descripGrp>
      <termSec><term>director-general</term><min:partOfSpeech>noun</min:partOfSpeech></termSec>
    </langSec></conceptEntry></body></text></tbx>""",
    )
    assert (term.zh, term.en, term.kind, term.note) == (
        "局长",
        "director-general",
        "title",
        "head of a bureau",
    )


def test_a_text_wrapped_by_the_layout_of_the_file_is_one_line() -> None:
    note = "<note>Spell out\n\t\t\t  at first mention.\nThen shorten.</note>"
    term = only(
        martif(entry(section("zh", "国务院"), section("en", "State\n  <hi>Council</hi>"), about=note))
    )
    assert term.en == "State Council"
    assert term.note == "Spell out at first mention.\nThen shorten."


def test_invisible_characters_in_terms_are_dropped() -> None:
    term = only(martif(entry(section("zh", "国\u200b务院"), section("en", "State\u00a0\tCoun\u00adcil "))))
    assert (term.zh, term.en) == ("国务院", "State\u00a0 Council")


def test_deprecated_chinese_forms_are_still_recognised() -> None:
    term = only(
        martif(entry(section("zh", status("政务院", "supersededTerm"), "国务院"), section("en", "SC")))
    )
    assert (term.zh, term.variants) == ("国务院", ("政务院",))


def test_a_subject_in_another_script_is_no_kind() -> None:
    about = "<descrip type='subjectField'>政治</descrip>"
    assert only(martif(entry(section("zh", "国务院"), section("en", "SC"), about=about))).kind == "term"


def test_a_note_that_only_looks_like_a_year_is_a_note() -> None:
    notes = "<note>since: Tuesday</note><note>member: </note>"
    term = only(martif(entry(section("zh", "国务院"), section("en", f"<tig><term>SC</term>{notes}</tig>"))))
    assert (term.since, term.note) == (None, "since: Tuesday\nmember:")


def test_concepts_without_both_languages_are_passed_over() -> None:
    whole = entry(section("zh", "甲"), section("en", "A"))
    assert [
        term.zh for term in read(martif(entry(section("en", "B")), whole, entry(section("zh", "")), ""))
    ] == ["甲"]


def test_concepts_with_one_chinese_term_are_one() -> None:
    term = only(
        martif(
            entry(section("zh", "国务院"), section("en", "State Council")),
            entry(section("zh-TW", "國務院"), section("en", "Council of State", "State Council")),
            entry(section("zh", "国务院"), section("en", "X", status("Council of State", "deprecated"))),
        )
    )
    assert (term.en, term.allow, term.forbid) == ("State Council", ("Council of State", "X"), ())
    assert term.variants == ("國務院",)


def test_a_variant_that_is_another_concept_stays_with_that() -> None:
    terms = read(
        martif(
            entry(section("zh", "甲", "乙", "丙"), section("en", "A")),
            entry(section("zh", "乙", "丙"), section("en", "B")),
        )
    )
    assert [(term.zh, term.variants) for term in terms] == [("甲", ("丙",)), ("乙", ())]


def test_xml_that_is_no_tbx_is_refused() -> None:
    assert fault("<tmx version='1.4'/>") == (
        "g.tbx:1: the root element is tmx, not tbx or martif: export the terms as TBX"
    )


def test_a_file_without_chinese_is_refused() -> None:
    assert "no entry has both a Chinese and an English term" in fault(martif(entry(section("en", "A"))))


def test_a_term_that_breaks_a_rule_is_refused_with_its_line() -> None:
    text = martif("\n", entry(section("zh", "甲{"), section("en", "A")))
    assert fault(text).startswith("g.tbx:2: 甲{: ")


def test_entities_are_refused() -> None:
    text = "<!DOCTYPE martif [\n<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + martif(
        entry(section("zh", "&x;"), section("en", "A"))
    )
    assert fault(text) == "g.tbx:2: declares entities in its DOCTYPE, which are not read: remove them"


def test_an_empty_file_is_refused() -> None:
    assert fault(b"") == "g.tbx: the file is empty: check the path"
