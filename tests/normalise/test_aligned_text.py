"""AlignedText against the plainest model of it: a list of (character, start, end)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.normalise.aligned import AlignedText, Edit

Model = list[tuple[str, int, int]]


def model_of(text: str) -> Model:
    return [(character, index, index + 1) for index, character in enumerate(text)]


def edited(model: Model, edits: list[Edit]) -> Model:
    result: Model = []
    position = 0
    for start, end, replacement in edits:
        result += model[position:start]
        span = model[start][1], model[end - 1][2]
        result += [(character, *span) for character in replacement]
        position = end
    return result + model[position:]


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> list[Edit]:
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=12)))
    pieces = list(pairwise(cuts))
    kept = [piece for piece in pieces if draw(st.booleans())]
    return [Edit(start, end, draw(st.text("xyz", max_size=3))) for start, end in kept]


def assert_same(aligned: AlignedText, model: Model) -> None:
    assert aligned.text == "".join(character for character, _, _ in model)
    for first in range(len(model)):
        for last in range(first, len(model)):
            assert aligned.original(first, last + 1) == (model[first][1], model[last][2])


@given(st.text("国务院ab \n", max_size=20), st.data())
def test_any_chain_of_edits_keeps_the_origin_of_every_character(text: str, data: st.DataObject) -> None:
    aligned, model = AlignedText(text), model_of(text)
    for _ in range(data.draw(st.integers(1, 4))):
        edits = data.draw(edits_of(len(model)))
        aligned, model = aligned.apply(edits), edited(model, edits)
        assert_same(aligned, model)


@given(st.text("abc", min_size=1, max_size=20), st.data())
def test_spans_of_the_original_are_never_empty_and_never_go_back(text: str, data: st.DataObject) -> None:
    aligned = AlignedText(text).apply(data.draw(edits_of(len(text))))
    spans = [aligned.original(index, index + 1) for index in range(len(aligned.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


def test_what_was_removed_inside_a_span_belongs_to_it_and_what_was_removed_beside_it_does_not() -> None:
    aligned = AlignedText("(a)国(b)务(c)").apply([Edit(0, 3), Edit(4, 7), Edit(8, 11)])
    assert aligned.text == "国务"
    assert aligned.original(0, 1) == (3, 4)
    assert aligned.original(1, 2) == (7, 8)
    assert aligned.original(0, 2) == (3, 8)


def test_every_character_of_a_replacement_comes_from_the_whole_stretch_it_replaced() -> None:
    aligned = AlignedText("ab—cd").apply([Edit(2, 3, "...")])
    assert [aligned.original(index, index + 1) for index in (2, 3, 4)] == [(2, 3)] * 3
    assert aligned.original(5, 6) == (3, 4)


def test_a_text_from_which_everything_was_removed_is_empty_and_takes_no_more_edits() -> None:
    emptied = AlignedText("abc").apply([Edit(0, 3)])
    assert emptied.text == ""
    assert emptied.apply([]).text == ""
    with pytest.raises(ValueError, match="replaces nothing"):
        emptied.apply([Edit(0, 1)])


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 2), Edit(1, 3)],
        [Edit(2, 3), Edit(0, 1)],
        [Edit(1, 1, "inserted")],
        [Edit(2, 1)],
        [Edit(3, 9)],
        [Edit(-1, 1)],
    ],
    ids=["overlapping", "out of order", "inserting", "reversed", "past the end", "before the start"],
)
def test_edits_that_cannot_be_mapped_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="Edit"):
        AlignedText("abcd").apply(edits)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 1), (0, 4)])
def test_a_span_without_characters_has_no_origin(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no characters"):
        AlignedText("abc").original(start, end)


@given(st.text("abc", min_size=1, max_size=20), st.data())
def test_many_spans_lead_back_as_each_of_them_does(text: str, data: st.DataObject) -> None:
    aligned = AlignedText(text).apply(data.draw(edits_of(len(text))))
    aligned = aligned.apply(data.draw(edits_of(len(aligned.text))))
    every = [(s, e) for s in range(len(aligned.text)) for e in range(s + 1, len(aligned.text) + 1)]
    spans = sorted(data.draw(st.lists(st.sampled_from(every), max_size=8)) if every else [])
    assert aligned.originals(spans) == [aligned.original(*span) for span in spans]
