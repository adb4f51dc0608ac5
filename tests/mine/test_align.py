"""Which English goes with which Chinese."""

import pytest

from glossary.mine.align import Occurrence, Pairing, Translations

TEXTS = [
    "The sluice station was opened by farmers in spring.",
    "In autumn the farmers closed both sluice stations.",
    "Two Sluice Stations need repair, and the road too.",
    "The farmers repaired the road in autumn.",
    "In spring the road was wet.",
]


def pairings(*entries: int, texts: list[str] = TEXTS, characters: int = 3) -> list[Pairing]:
    occurrences = [Occurrence(entry, (0.3,)) for entry in entries]
    return Translations(texts).pairings(occurrences, characters=characters, most=3)


def test_what_stands_in_all_entries_of_a_term_and_nowhere_else_comes_first() -> None:
    best = pairings(0, 1, 2)[0]
    assert (best.words, best.count) == (("sluice", "station"), 3)


def test_plural_and_capitals_do_not_count_and_the_usual_form_is_shown() -> None:
    texts = ["A sluice station.", "Sluice Stations are here.", "A sluice station there.", "Nothing else."]
    assert pairings(0, 1, 2, texts=texts)[0].text == "sluice station"


def test_the_longest_sequence_that_keeps_the_score_is_taken() -> None:
    texts = ["the lower sluice gate works", "a lower sluice gate fails", "no gate here", "the gate"]
    assert pairings(0, 1, texts=texts)[0].text == "lower sluice gate"


@pytest.mark.parametrize("edge", ["of", "and", "the", "is", "by", "which"])
def test_no_rendering_ends_in_a_word_of_the_sentence(edge: str) -> None:
    texts = [f"sluice {edge} one", f"sluice {edge} two", "three"]
    assert [each.text for each in pairings(0, 1, texts=texts)] == ["sluice"]


def test_no_rendering_reaches_across_a_mark() -> None:
    texts = ["sluice, gate", "sluice, gate", "three"]
    assert {each.text for each in pairings(0, 1, texts=texts)} == {"sluice", "gate"}


def test_what_renders_another_term_takes_no_part() -> None:
    texts = ["sluice gates", "sluice gates", "three"]
    taken = [[(0, 6)], [(0, 6)], []]
    found = Translations(texts, taken).pairings(
        [Occurrence(0, (0.5,)), Occurrence(1, (0.5,))], characters=4, most=3
    )
    assert [each.text for each in found] == ["gates"]


def test_of_two_that_fit_alike_the_one_in_the_same_part_of_the_text_wins() -> None:
    filler = [" ".join(f"{letter}{number}" for number in range(30)) for letter in "ab"]
    texts = [f"gate {filler[0]} weir", f"gate {filler[1]} weir", "three"]
    at_end = [Occurrence(0, (0.95,)), Occurrence(1, (0.95,))]
    assert Translations(texts).pairings(at_end, characters=2, most=1)[0].text == "weir"


def test_what_stands_once_says_nothing() -> None:
    assert pairings(4) == []
