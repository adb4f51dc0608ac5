"""Empty entries filled from a memory: what is written, what stays, and what a second run makes of it."""

from dataclasses import replace

import pytest
from given import annotator, document

from glossary import po
from glossary.checks import check
from glossary.checks.messages import annotated
from glossary.checks.model import Run
from glossary.memory import Filled, Memory, Recall, Unit, merge
from glossary.model import Document
from glossary.po import Catalogue, Entry, Previous, Reference

GLOSSARY = """
["国务院"]
en = "State Council"
kind = "institution"
["外交部"]
en = "Ministry of Foreign Affairs"
kind = "institution"
["主持"]
en = "chair"
kind = "phrase"
free = true
"""
COUNCIL = "国务院昨日在北京召开了全体会议。"
TODAY = "国务院今日在北京召开了全体会议。"
MINISTRY = "外交部昨日在北京召开了全体会议。"


def recall(*pairs: tuple[str, str], threshold: int = 75) -> Recall:
    units = (Unit(source, target, "old.po", 10 * at) for at, (source, target) in enumerate(pairs, 1))
    return Recall(Memory(tuple(units)), threshold, annotator(GLOSSARY))


def article(*sentences: str) -> Document:
    return document(GLOSSARY, *sentences)


def run(of: Document, existing: Catalogue | None, given: Recall | None) -> Filled:
    if given is None:
        return Filled(po.merge(of, existing, generator="g"))
    return merge(of, existing, given, generator="g")


def one(sentence: str, *pairs: tuple[str, str]) -> Entry:
    """The only entry of an article of one sentence, new, with a memory of these pairs."""
    [entry] = run(article(sentence), None, recall(*pairs)).catalogue.entries
    return entry


def said(entry: Entry) -> list[str]:
    return [line for line in entry.extracted if line[0] in "=~"]


def again(catalogue: Catalogue) -> Catalogue:
    """A catalogue written and read."""
    return po.parse(po.render(catalogue).encode(), path="a.po")


# What is written


def test_the_same_sentence_gives_its_translation_and_says_where_it_stands() -> None:
    entry = one(COUNCIL, ("國務院昨日在北京召開了全體會議。", "The State Council met."))
    assert entry == Entry(
        COUNCIL,
        "The State Council met.",
        extracted=("国务院 → State Council  [institution]", "= old.po:10"),
        references=(Reference("article.txt", 1),),
    )


def test_another_translation_of_the_same_sentence_stands_in_the_comment() -> None:
    entry = one(COUNCIL, (COUNCIL, "A"), (COUNCIL, "A"), (COUNCIL, "B\nC"))
    assert (entry.msgstr, said(entry)) == ("A", ["= old.po:10", "= old.po:30: B C"])


def test_of_very_many_translations_a_few_are_shown() -> None:
    entry = one(COUNCIL, *((COUNCIL, letter) for letter in "ABCDEF"))
    assert said(entry)[-2:] == ["= old.po:40: D", "= 2 more translations"]


def test_a_near_sentence_gives_its_translation_as_fuzzy_with_itself_as_the_previous_one() -> None:
    entry = one(TODAY, (COUNCIL, "The State Council met yesterday."))
    assert entry.msgstr == "The State Council met yesterday."
    assert entry.flags == ("fuzzy",)
    assert entry.previous == Previous(COUNCIL)
    assert said(entry) == [f"~ 93 % old.po:10: {COUNCIL}"]


def test_numbers_that_are_put_in_are_named() -> None:
    entry = one("共有四百五十人和45辆车参加。", ("共有四百五十人和30辆车参加。", "450 people and 30 cars"))
    assert (entry.msgstr, entry.fuzzy) == ("450 people and 45 cars", True)
    assert said(entry)[1:] == ["~ put in: 45 for 30"]


def test_names_that_differ_are_named() -> None:
    assert said(one(COUNCIL, (MINISTRY, "x")))[1:] == ["~ names here: 国务院; there: 外交部"]
    without = COUNCIL.replace("国务院", "办公室")
    assert said(one(COUNCIL, (without, "x")))[1:] == ["~ names here: 国务院; there: -"]


@pytest.mark.parametrize("other", [TODAY.replace("国务院", "國務院"), TODAY.replace("召开了", "主持了")])
def test_names_in_the_other_script_and_free_phrases_are_no_difference(other: str) -> None:
    assert len(said(one(COUNCIL, (other, "x")))) == 1


def test_a_long_near_sentence_is_shortened_in_the_comment_only() -> None:
    long = "，".join([COUNCIL[:-1]] * 5) + "。"
    entry = one(long, (long.replace("昨日", "今日"), "x"))
    assert said(entry)[0].endswith("...")
    assert entry.previous == Previous(long.replace("昨日", "今日"))


# What stays


def test_without_a_match_the_file_is_as_it_was() -> None:
    without = run(article(COUNCIL), None, None)
    assert run(article(COUNCIL), None, recall(("天气很好。", "x"))) == without


@pytest.mark.parametrize(
    "touched",
    [
        Entry(COUNCIL, "Mine."),
        Entry(COUNCIL, "Mine.", flags=("fuzzy",)),
        Entry(COUNCIL, "", flags=("fuzzy",)),
        Entry(COUNCIL, msgid_plural=COUNCIL, msgstr_plural=("", "")),
    ],
)
def test_what_a_translator_has_touched_stays(touched: Entry) -> None:
    filled = run(article(COUNCIL), Catalogue((touched,)), recall((COUNCIL, "Theirs.")))
    [entry] = filled.catalogue.entries
    assert (entry.msgstr, entry.msgstr_plural, entry.flags) == (
        touched.msgstr,
        touched.msgstr_plural,
        touched.flags,
    )
    assert filled.summary == ""


def test_a_translators_comment_alone_does_not_keep_an_entry_from_being_filled() -> None:
    [entry] = run(
        article(COUNCIL), Catalogue((Entry(COUNCIL, comment=" ask"),)), recall((COUNCIL, "T"))
    ).catalogue.entries
    assert (entry.msgstr, entry.comment) == ("T", " ask")


def test_entries_of_other_articles_and_obsolete_ones_are_not_filled() -> None:
    other = Entry(TODAY, references=(Reference("other.txt", 1),))
    gone = Entry(MINISTRY, comment=" x", obsolete=True)
    found = run(article(COUNCIL), Catalogue((other, gone)), recall((TODAY, "T"), (MINISTRY, "M"))).catalogue
    assert {entry.msgid: entry.msgstr for entry in found.entries} == {COUNCIL: "T", TODAY: "", MINISTRY: ""}


# A second run


@pytest.mark.parametrize("source", [COUNCIL, TODAY, MINISTRY])
@pytest.mark.parametrize("same_memory", [True, False])
def test_a_second_run_changes_nothing_with_or_without_the_memory(source: str, same_memory: bool) -> None:
    memory = recall((source, "A"), (source, "B"))
    first = again(run(article(COUNCIL), None, memory).catalogue)
    second = run(article(COUNCIL), first, memory if same_memory else None)
    assert po.render(second.catalogue) == po.render(first)
    assert second.summary == ""


def test_a_better_memory_does_not_replace_what_has_been_filled() -> None:
    first = run(article(COUNCIL), None, recall((TODAY, "near"))).catalogue
    assert run(article(COUNCIL), first, recall((COUNCIL, "same"))).catalogue == first


@pytest.mark.parametrize("source", [COUNCIL, TODAY])
def test_what_a_translator_has_emptied_stays_empty_until_the_comment_goes_too(source: str) -> None:
    memory = recall((source, "T"))
    [entry] = run(article(COUNCIL), None, memory).catalogue.entries
    emptied = Catalogue((replace(entry, msgstr="", flags=(), previous=None),))
    kept = run(article(COUNCIL), emptied, memory).catalogue
    assert kept.entries == emptied.entries
    [forgotten] = kept.entries
    bare = Catalogue((replace(forgotten, extracted=()),))
    assert run(article(COUNCIL), bare, memory).catalogue.entries == (entry,)


def test_the_comments_on_a_near_sentence_go_when_the_translation_is_approved() -> None:
    memory = recall((MINISTRY, "The ministry met."))
    [entry] = run(article(COUNCIL), None, memory).catalogue.entries
    approved = replace(entry, msgstr="The State Council met.", flags=(), previous=None)
    [after] = run(article(COUNCIL), Catalogue((approved,)), memory).catalogue.entries
    assert said(after) == []
    assert after.msgstr == "The State Council met."


def test_the_comment_on_the_same_sentence_stays_when_the_glossary_or_the_line_changes() -> None:
    first = run(article(COUNCIL), None, recall((COUNCIL, "T"))).catalogue
    moved = document('["全体会议"]\nen = "plenary"\nkind = "event"\n', "天气很好。", COUNCIL)
    [_, entry] = run(moved, first, None).catalogue.entries
    assert entry.extracted == ("全体会议 → plenary  [event]", "= old.po:10")


def test_a_sentence_that_is_reworded_loses_the_comment_and_keeps_the_rest() -> None:
    first = run(article(COUNCIL), None, recall((COUNCIL, "T"))).catalogue
    [entry] = run(article(TODAY), first, recall((COUNCIL, "T"))).catalogue.entries
    assert (said(entry), entry.msgstr, entry.previous) == ([], "T", Previous(COUNCIL))


def test_comments_of_a_memory_are_not_stale_annotations() -> None:
    sources = [COUNCIL, TODAY, MINISTRY, "国务院 → x  [y]"]
    of = article(*sources)
    pairs = [
        (MINISTRY.replace("昨日", "明日"), "a → b  [c]"),
        ("国务院 → x  [yz]", "q"),
        (COUNCIL, "a → b  [c]"),
        (COUNCIL, "d"),
    ]
    entries = run(of, None, recall(*pairs)).catalogue.entries
    assert all(map(said, entries))
    messages = annotated("a.po", entries, annotator(GLOSSARY))
    assert check(Run(messages), select=["stale-annotation"]) == []


def test_what_was_filled_is_counted() -> None:
    of = article(COUNCIL, TODAY, "天气很好。", MINISTRY)
    assert run(of, None, recall((COUNCIL, "T"))).summary == ", 3 from memory (1 the same, 2 fuzzy)"
    assert run(article(COUNCIL), None, recall((COUNCIL, "T"))).summary == ", 1 from memory (1 the same)"
