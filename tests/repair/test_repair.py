"""What `glossary fix` mends, and what it leaves to a person."""

import pytest
from given import annotator
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.checks import check, rules, selected
from glossary.checks.messages import annotated
from glossary.checks.model import Run
from glossary.example import mended
from glossary.po import Entry
from glossary.repair import Repairs, repairable, repairs

GLOSSARY = """
["国务院"]
en = "State Council"
allow = ["China's State Council"]
forbid = ["State Department", "Council of Ministers"]
kind = "institution"
["四个着力"]
en = "four focuses"
forbid = ["four strengths", "four strength"]
kind = "slogan"
["协会"]
en = "Association of China"
forbid = ["Club"]
kind = "institution"
["意见"]
en = "opinion"
forbid = ["view"]
kind = "term"
["主持"]
en = "preside over"
free = true
forbid = ["head"]
kind = "phrase"
["王明华"]
en = "Wang Minghua"
forbid = ["Wang Ming-huah"]
kind = "person"
"""
ANNOTATE = annotator(GLOSSARY)


def run_of(*entries: Entry) -> Run:
    return Run(annotated("a.po", entries, ANNOTATE))


def found(*entries: Entry) -> Repairs:
    return repairs(run_of(*entries), rules=repairable())


def fixed(zh: str, en: str) -> str:
    """The translation as it is mended; empty where it is left alone."""
    return next((text for (text,) in found(Entry(zh, en, line=1)).texts.values()), "")


def declined(zh: str, en: str) -> str:
    """Why a translation is left to a person."""
    outcome = found(Entry(zh, en, line=1))
    assert not outcome.texts
    return "; ".join(left.reason for left in outcome.declined)


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.repair], ids=lambda rule: rule.name)
def test_a_rule_that_can_mend_mends_one_of_its_bad_examples_and_none_of_the_good(rule) -> None:  # type: ignore[no-untyped-def]
    assert any(mended(rule, example) for example in rule.bad)
    assert not any(mended(rule, example) for example in rule.good)


# Forbidden renderings


@pytest.mark.parametrize(
    ("zh", "en", "right"),
    [
        ("国务院开会。", "The State Department met.", "The State Council met."),
        ("国务院开会。", "The Council of Ministers met.", "The State Council met."),
        ("四个着力很重要。", "Four strengths matter.", "Four focuses matter."),
        ("他说，四个着力很重要。", "He spoke. “Four strengths matter.”", "He spoke. “Four focuses matter.”"),
        ("王明华到会。", "Mr Wang Ming-huah came.", "Mr Wang Minghua came."),
        ("提出一个意见。", "They had an idea: a view.", ""),  # an opinion
    ],
)
def test_one_forbidden_rendering_becomes_the_preferred_one(zh: str, en: str, right: str) -> None:
    assert fixed(zh, en) == right


@pytest.mark.parametrize(
    ("zh", "en", "reason"),
    [
        ("国务院开会。", "The State Department of the State Department.", "more than once"),
        ("国务院开会。", "The State Council, the State Department.", "an accepted rendering"),
        ("国务院开会。", "China's State Council, or State Department.", "an accepted rendering"),
        ("国务院开会。", "The STATE DEPARTMENT met.", "capitals"),
        ("国务院的会。", "The State Department's meeting.", "inflected"),
        ("国务院开会。", "The US State Department met.", "longer name"),
        ("国务院开会。", "The State Department Building.", "longer name"),
        ("王明华大学。", "Wang Ming-huah University.", "longer name"),
        ("四个着力很重要。", "The four strength matters.", "singular"),
        ("协会开会。", "The Club of China met.", "beside it already"),
        ("意见很重要。", "He had a view.", "article"),
        ("他主持会议。", "He was the head.", "no one rendering"),
    ],
)
def test_what_is_doubtful_is_left_to_a_person_who_is_told_why(zh: str, en: str, reason: str) -> None:
    assert reason in declined(zh, en)


# Marks


@pytest.mark.parametrize(
    ("en", "right"),
    [
        ("It rained，and it snowed。", "It rained, and it snowed."),
        ("It rained，  and it snowed", "It rained,  and it snowed"),
        ("Rain（heavy）fell", "Rain (heavy) fell"),
        ("Rain (heavy）fell", "Rain (heavy) fell"),
        ("up 2.9%（Table 1）in 2014，and", "up 2.9% (Table 1) in 2014, and"),
        ("first,（ii）rain", "first, (ii) rain"),
        ("（Rain）", "(Rain)"),
        ("rain/（snow）", "rain/(snow)"),
        ("Apples、pears：two kinds", "Apples, pears: two kinds"),
        ("At 10：30 it rained", "At 10:30 it rained"),
        ("１２％ of them", "12% of them"),
        ("Rain\u3000fell", "Rain fell"),
        ("\u3000\u3000Rain \u3000fell", "Rain fell"),
        ("Rain——heavy rain", "Rain—heavy rain"),
        ("He said：「Yes。」", "He said: “Yes.”"),
        ("See https://example.org/a，b now，please", "See https://example.org/a, b now, please"),
    ],
)
def test_full_width_marks_become_plain_with_the_blanks_of_english(en: str, right: str) -> None:
    assert fixed("下雨。", en) == right


@pytest.mark.parametrize(
    ("en", "reason"),
    [
        ("He cited “下雨，下雪” today，too", "Chinese is cited"),
        ("There were 1，234 of them", "figures"),
        ("Rule 3．a holds", "figures"),
        ("Section 52（1） holds", "figures"),
        ("Section 52(1)（A）holds", "figures"),
        ("Published in the 【Daily】", "italics"),
    ],
)
def test_marks_of_cited_chinese_of_titles_and_between_figures_are_left(en: str, reason: str) -> None:
    outcome = found(Entry("下雨。", en, line=1))
    assert not outcome.texts
    assert any(reason in left.reason for left in outcome.declined)


# Pinyin and names


@pytest.mark.parametrize(
    ("en", "right"),
    [
        ("The Council (guó) met.", "The Council met."),
        ("The Council (guó)(wù).", "The Council."),
        ("The Council (guó), too", "The Council, too"),
        ("A council(guó) met", "A council met"),
        ("A council(guó)met", "A council met"),
    ],
)
def test_a_gloss_goes_with_the_blank_before_it(en: str, right: str) -> None:
    assert fixed("下雨。", en) == right


@pytest.mark.parametrize("en", ["The word fu (fú) means luck.", "The word “luck” (fú)."])
def test_pinyin_that_seems_to_be_meant_stays(en: str) -> None:
    assert "meant" in declined("福。", en)


def test_a_gloss_in_the_source_is_not_the_translators_to_mend() -> None:
    assert "source" in declined("國(guó)務(wù)院", "The Cabinet met.")


def test_a_name_in_another_order_is_turned_round_everywhere_and_one_that_is_similar_is_not() -> None:
    assert (
        fixed("王明华到会，王明华讲话。", "Minghua Wang came and Minghua Wang spoke.")
        == "Wang Minghua came and Wang Minghua spoke."
    )
    assert "somebody else" in declined("王明华到会。", "Wang Minghui came.")
    assert "capitals" in declined("王明华到会。", "MINGHUA WANG CAME.")


# Which messages


@pytest.mark.parametrize(
    "entry",
    [
        Entry("国务院", "The State Department", flags=("fuzzy",), line=1),
        Entry("国务院", "The State Department", obsolete=True, line=1),
        Entry("国务院", "The State Department", comment=" glossary: ignore[term-forbidden] 1954", line=1),
    ],
    ids=["fuzzy", "obsolete", "ignored"],
)
def test_fuzzy_obsolete_and_ignored_ones_are_never_touched(entry: Entry) -> None:
    assert found(entry) == Repairs({}, (), ())


def test_several_repairs_of_one_message_are_done_together() -> None:
    assert fixed("国务院开会。", "The State Department，too，met (guó).") == "The State Council, too, met."


def test_each_plural_form_is_mended_in_its_place() -> None:
    entry = Entry("国务院", msgid_plural="国务院", msgstr_plural=("One，two", "", "Three，four"), line=3)
    outcome = found(entry)
    assert outcome.texts == {("a.po", 3): ("One, two", "", "Three, four")}


def test_only_the_rules_that_were_asked_for_mend() -> None:
    entry = Entry("国务院开会。", "The State Department，too.", line=1)
    outcome = repairs(run_of(entry), rules=["fullwidth-punctuation"])
    assert outcome.texts == {("a.po", 1): ("The State Department, too.",)}


def test_a_repair_that_brings_another_finding_is_refused() -> None:
    """Once mended, one of two like translations would differ from the other, which a comment protects."""
    ignored = Entry(
        "国务院开会。", "The State Department met.", comment=" glossary: ignore[term-forbidden] cited", line=1
    )
    entry = Entry("国务院开会。", "The State Department met.", line=5)
    outcome = found(ignored, entry)
    assert not outcome.texts
    assert [left.reason for left in outcome.declined] == [
        "it would bring another finding: same-source-different-translation"
    ]


PARTS = (
    "The State Department", "the State Council", "Council of Ministers", "Four strengths", "a view", "，", "。",
    "（", "）", " ", "，and ", "Minghua Wang", "Wang Minghua", "MINGHUA WANG", "(guó)", "《", "》", "国务院", "１２", "3",
    ".", ", ", "“", "”", "\u3000", "——", "met", "'s", "\n",
)  # fmt: skip
SOURCES = (
    "国务院开会。",
    "四个着力，国务院的意见。",
    "王明华（协会）讲话。",
    "下雨。",
    "12人",
    "国务院，国务院",
)


@settings(max_examples=400)
@given(
    st.lists(
        st.tuples(st.sampled_from(SOURCES), st.lists(st.sampled_from(PARTS), max_size=8).map("".join)),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_is_mended_there_are_fewer_findings_and_no_new_ones(texts: list[tuple[str, str]]) -> None:
    entries = [Entry(zh, en, line=line) for line, (zh, en) in enumerate(texts, 1)]
    outcome = found(*entries)
    names = [rule.name for rule in selected()]
    before = check(run_of(*entries), select=names)
    mended_entries = [
        Entry(entry.msgid, outcome.texts.get(("a.po", entry.line), (entry.msgstr,))[0], line=entry.line)
        for entry in entries
    ]
    after = check(run_of(*mended_entries), select=names)
    places = sorted((each.rule, each.line, each.term) for each in before)
    for each in after:
        places.remove((each.rule, each.line, each.term))
    assert len(after) <= len(before) - len(outcome.mended)
    assert bool(outcome.texts) == bool(outcome.mended)
