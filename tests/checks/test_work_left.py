"""What is left to do: untranslated and fuzzy entries, and acronyms to introduce."""

from checked import found_in

from glossary.checks import check, rules
from glossary.checks.model import Run, Severity
from glossary.po import Entry


def test_untranslated_and_fuzzy_are_notes_and_off_by_default() -> None:
    for rule in rules():
        if rule.name in ("untranslated", "fuzzy"):
            assert (rule.severity, rule.default) == (Severity.NOTE, False)
    assert check(Run(())) == []


def test_an_empty_entry_and_a_missing_plural_form_are_untranslated() -> None:
    empty, missing = found_in(
        "untranslated",
        Entry("好。", "Good.", line=1),
        Entry("不好。", "", line=2),
        Entry("人", msgid_plural="人", msgstr_plural=("person", ""), line=3),
    )
    assert (empty.line, missing.line) == (2, 3)
    assert "plural" in missing.message


def test_obsolete_entries_are_nobodys_work() -> None:
    obsolete = Entry("好。", "", obsolete=True, line=1)
    assert found_in("untranslated", obsolete) == []
    assert found_in("fuzzy", Entry("好。", "Good.", flags=("fuzzy",), obsolete=True)) == []


def test_a_fuzzy_entry_is_not_untranslated() -> None:
    entry = Entry("好。", "Good.", flags=("fuzzy",), line=1)
    assert found_in("untranslated", entry) == []
    assert len(found_in("fuzzy", entry)) == 1


def test_an_acronym_is_reported_once_a_file_and_not_after_its_full_form() -> None:
    zh = "中国科学院开会。"
    assert (
        len(found_in("acronym-undefined", Entry(zh, "CAS met.", line=1), Entry(zh, "CAS met.", line=2))) == 1
    )
    introduced = Entry(zh, "The Chinese Academy of Sciences (CAS) met.", line=1)
    assert found_in("acronym-undefined", introduced, Entry(zh, "CAS met.", line=2)) == []


def test_common_acronyms_roman_numerals_headings_and_those_of_the_source_need_no_full_form() -> None:
    texts = ("GDP and the UN", "Phase III", "ANNUAL REPORT OF CAS", "US$5 and R&D", "KTV bars")
    entries = [Entry("KTV行业", text, line=line) for line, text in enumerate(texts, 1)]
    assert found_in("acronym-undefined", *entries) == []
