"""Rules chosen by name, findings in order, and what comments in the PO file ignore."""

import pytest
from given import annotator

from glossary.checks import check, rules, selected
from glossary.checks.messages import annotated
from glossary.checks.model import Finding, Run
from glossary.errors import GlossaryError
from glossary.po import Entry

GLOSSARY = """
["国务院"]
en = "State Council"
kind = "institution"
["外交部"]
en = "Foreign Ministry"
kind = "institution"
["马越红"]
en = "Ma Yuehong"
kind = "person"
"""
BOTH = "国务院和外交部开会。"


def found(*entries: Entry, select: tuple[str, ...] = ("term-missing", "unused-ignore")) -> list[Finding]:
    return check(Run(annotated("a.po", entries, annotator(GLOSSARY))), select=select)


def ignoring(comment: str, en: str = "They met.") -> list[tuple[str, str]]:
    """(rule, term) of what is found in a translation with this comment."""
    return [(each.rule, each.term) for each in found(Entry(BOTH, en, comment=comment, line=1))]


def test_without_a_choice_the_rules_that_are_on_by_default_are_applied() -> None:
    assert selected() == tuple(rule for rule in rules() if rule.default)


def test_rules_are_chosen_and_left_out_by_name() -> None:
    names = [rule.name for rule in selected(select=["term-missing", "han-left"], ignore=["han-left"])]
    assert names == ["term-missing"]


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_rule_that_there_is_not_is_an_error_that_names_the_nearest(option: str) -> None:
    with pytest.raises(GlossaryError, match=r"term-mising.*term-missing"):
        selected(**{option: ["term-mising"]})


def test_findings_are_in_order_of_line_and_term() -> None:
    entries = [Entry(BOTH, "They met.", line=9), Entry("国务院", "They", line=3)]
    assert [(each.line, each.term) for each in found(*entries)] == [
        (3, "国务院"),
        (9, "国务院"),
        (9, "外交部"),
    ]


def test_a_misspelt_name_is_not_reported_as_missing_too() -> None:
    entry = Entry("马越红到会。", "Yuehong Ma attended.", line=1)
    assert [each.rule for each in found(entry, select=("term-missing", "name-mismatch"))] == ["name-mismatch"]
    assert [each.rule for each in found(entry, select=("term-missing",))] == ["term-missing"]


def test_a_comment_ignores_what_a_rule_finds_in_its_entry() -> None:
    assert ignoring(" glossary: ignore[term-missing] the speech says so") == []


def test_a_comment_may_ignore_one_term_or_several() -> None:
    assert ignoring(" glossary: ignore[term-missing: 国务院]") == [("term-missing", "外交部")]
    assert ignoring(" glossary: ignore[term-missing: 國務院, 外交部]") == []
    assert ignoring(" seen by A\n glossary: ignore[han-left，term-missing]") == []


def test_a_comment_ignores_nothing_in_other_entries() -> None:
    ignored = Entry(BOTH, "They met.", comment=" glossary: ignore[term-missing]", line=1)
    assert {each.line for each in found(ignored, Entry(BOTH, "They met.", line=5))} == {5}


def test_a_comment_that_ignores_nothing_is_reported() -> None:
    right = "The State Council and the Foreign Ministry met."
    assert ignoring(" glossary: ignore[term-missing]", right) == [("unused-ignore", "")]
    assert ignoring(" glossary: ignore[term-missing: 国务院, 外交部]", right) == [
        ("unused-ignore", "国务院"),
        ("unused-ignore", "外交部"),
    ]


def test_a_comment_on_a_rule_that_was_not_applied_is_not_called_unused() -> None:
    assert ignoring(" glossary: ignore[term-missing, han-left]") == []


def test_a_comment_on_a_rule_that_there_is_not_is_reported_with_the_nearest() -> None:
    faults = found(Entry(BOTH, "They met.", comment=" glossary: ignore[term-mising]", line=1))
    [unknown] = [each for each in faults if each.rule == "unused-ignore"]
    assert "term-missing" in unknown.message
    assert len(faults) == 3


def test_a_comment_on_a_translation_that_is_not_judged_yet_is_left_alone() -> None:
    entry = Entry(BOTH, "They", comment=" glossary: ignore[term-missing]", flags=("fuzzy",), line=1)
    assert found(entry) == []


def test_unused_comments_are_not_reported_unless_that_rule_is_chosen() -> None:
    entry = Entry("好", "Good", comment=" glossary: ignore[term-missing]", line=1)
    assert found(entry, select=("term-missing",)) == []
