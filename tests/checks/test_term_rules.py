"""Forbidden and inconsistent renderings, stale comments, the same source twice."""

from given import annotator

from glossary.checks import check
from glossary.checks.messages import annotated
from glossary.checks.model import Finding, Run
from glossary.model import Annotation
from glossary.po import Entry, extracted_comments

GLOSSARY = """
["四个着力"]
en = "four focuses"
allow = ["four priorities", "4F"]
forbid = ["four strengths"]
kind = "slogan"
["“四个着力”要求"]
en = "requirement of the four focuses"
kind = "phrase"
["国务院"]
en = "State Council"
forbid = ["State Department"]
kind = "institution"
["美国国务院"]
en = "US State Department"
allow = ["State Department of the United States"]
kind = "institution"
"""


def run(*entries: Entry, file: str = "a.po") -> Run:
    return Run(annotated(file, entries, annotator(GLOSSARY)))


def found(rule: str, *pairs: tuple[str, str]) -> list[Finding]:
    entries = [Entry(zh, en, line=line) for line, (zh, en) in enumerate(pairs, 1)]
    return check(run(*entries), select=[rule])


def test_a_forbidden_rendering_is_found_beside_the_right_one() -> None:
    [fault] = found("term-forbidden", ("四个着力。", "The four focuses, or Four Strengths."))
    assert (fault.term, fault.found, fault.expected[0]) == ("四个着力", "Four Strengths", "four focuses")


def test_a_forbidden_rendering_is_found_where_the_concept_is_part_of_a_longer_one() -> None:
    assert found("term-forbidden", ("“四个着力”要求", "requirement of the four strengths"))


def test_a_forbidden_rendering_may_be_part_of_what_renders_something_else() -> None:
    both = "国务院答复美国国务院。"
    assert not found("term-forbidden", (both, "The State Council answered the US State Department."))
    assert not found(
        "term-forbidden", (both, "The State Council answered the State Department of the United States.")
    )
    assert found("term-forbidden", (both, "The State Department answered the US State Department."))


def test_a_forbidden_rendering_is_nothing_where_its_concept_is_not_named() -> None:
    assert not found("term-forbidden", ("会议开始。", "The State Department met."))


def test_a_term_rendered_in_two_ways_is_reported_once_at_the_rarer() -> None:
    faults = found(
        "term-inconsistent",
        ("四个着力一。", "Four focuses one."),
        ("四个着力二。", "Four priorities two."),
        ("四个着力三。", "The Four Focus three."),
        ("四个着力四。", "Four priorities four."),
        ("四个着力五。", "Four focuses five."),
    )
    [fault] = faults
    assert (fault.line, fault.found, fault.expected) == (2, "Four priorities", ("four focuses",))
    assert "a.po:1" in fault.message


def test_the_two_places_may_be_in_two_files() -> None:
    first = run(Entry("四个着力", "four focuses", line=1))
    second = run(Entry("四个着力", "four priorities", line=7), file="b.po")
    [fault] = check(Run((*first.messages, *second.messages)), select=["term-inconsistent"])
    assert (fault.file, fault.line) == ("b.po", 7)
    assert "a.po:1" in fault.message


def test_inflection_capitals_and_acronyms_are_no_inconsistency() -> None:
    pairs = [
        ("四个着力一", "four focuses"),
        ("四个着力二", "FOUR FOCUSES"),
        ("四个着力三", "the 4F"),
        ("四个着力四", "a four focus"),
    ]
    assert not found("term-inconsistent", *pairs)


def test_inconsistency_is_not_looked_for_unless_asked() -> None:
    entries = [Entry("四个着力一", "four focuses", line=1), Entry("四个着力二", "four priorities", line=2)]
    assert "term-inconsistent" not in {each.rule for each in check(run(*entries))}


def test_comments_as_annotate_writes_them_are_not_stale() -> None:
    [message] = annotated("a.po", [Entry("国务院与四个着力", "x")], annotator(GLOSSARY))
    entry = Entry(
        "国务院与四个着力", "x", extracted=("A note.", *extracted_comments(message.annotations)), line=1
    )
    assert not check(run(entry), select=["stale-annotation"])


def test_a_comment_that_is_gone_changed_or_new_makes_an_entry_stale() -> None:
    [message] = annotated("a.po", [Entry("国务院与四个着力", "x")], annotator(GLOSSARY))
    today = extracted_comments(message.annotations)
    for written in (today[:1], (*today, "外交部 → Foreign Ministry  [institution]")):
        entry = Entry("国务院与四个着力", "x", extracted=written, line=1)
        assert len(check(run(entry), select=["stale-annotation"])) == 1


def test_an_entry_that_is_not_translated_yet_may_be_stale_too() -> None:
    entry = Entry("国务院", extracted=("国务院 → Cabinet  [institution]",), line=1)
    assert len(check(run(entry), select=["stale-annotation"])) == 1


def test_the_same_source_with_two_translations_is_reported_at_the_rarer() -> None:
    rule = "same-source-different-translation"
    [fault] = found(rule, ("总则", "Rules"), ("总则", "General Provisions"), ("總則", "General Provisions"))
    assert (fault.line, fault.found, fault.expected) == (1, "Rules", ("General Provisions",))


def test_a_different_context_excuses_a_different_translation() -> None:
    entries = [Entry("总则", "Rules", msgctxt="game", line=1), Entry("总则", "General Provisions", line=2)]
    assert not check(run(*entries), select=["same-source-different-translation"])


def test_what_is_not_judged_is_not_compared() -> None:
    entries = [Entry("总则", "Rules", flags=("fuzzy",), line=1), Entry("总则", "General Provisions", line=2)]
    assert not check(run(*entries), select=["same-source-different-translation"])


def test_a_forbidden_rendering_of_what_is_uncertain_is_not_reported() -> None:
    note = Annotation(
        0,
        3,
        "国务院",
        "institution",
        "State Council",
        forbidden=("Cabinet",),
        uncertain=True,
        concept="国务院",
    )
    [message] = annotated("a.po", [Entry("国务院", "The Cabinet", line=1)], annotator(GLOSSARY))
    doubtful = Run((type(message)(message.file, message.entry, (note,)),))
    assert not check(doubtful, select=["term-forbidden"])
