"""Recurring sequences of tokens."""

from hypothesis import given
from hypothesis import strategies as st

from glossary.mine.grams import BREAK, recurring

TOKENS = st.lists(st.sampled_from([BREAK, 0, 1, 2, 3]), max_size=40)


def counted(tokens: list[int], size: int, minimum: int) -> dict[tuple[int, ...], int]:
    """The recurring sequences of one length, counted the slow way."""
    windows = [tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)]
    whole = [window for window in windows if BREAK not in window]
    return {window: count for window in whole if (count := whole.count(window)) >= minimum}


@given(TOKENS, st.integers(1, 3))
def test_levels_hold_exactly_the_sequences_that_recur(tokens: list[int], minimum: int) -> None:
    for level in recurring(tokens, minimum=minimum, longest=4):
        found = {
            tuple(tokens[first : first + level.size]): count
            for first, count in zip(level.firsts, level.counts, strict=True)
        }
        assert found == counted(tokens, level.size, minimum)


@given(TOKENS)
def test_each_position_tells_the_sequence_that_starts_there(tokens: list[int]) -> None:
    for level in recurring(tokens, minimum=2, longest=3):
        assert len(level.at) == len(tokens)
        for position, number in enumerate(level.at):
            if number != BREAK:
                first = level.firsts[number]
                assert tokens[position : position + level.size] == tokens[first : first + level.size]


def test_no_sequence_reaches_across_a_break() -> None:
    levels = recurring([1, 2, BREAK, 1, BREAK, 2], minimum=1, longest=3)
    assert [len(level.counts) for level in levels] == [2, 1, 0]


def test_of_nothing_there_is_nothing() -> None:
    assert [len(level.counts) for level in recurring([], minimum=1, longest=3)] == [0]
