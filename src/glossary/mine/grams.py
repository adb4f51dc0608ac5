"""Recurring sequences of tokens, level by level: longer ones are only counted where both their halves recur.

A gram of n tokens is told by the gram of its first n-1 and that of its last n-1, so that each level is one pass over
one array of integers, however long the grams are. What does not recur takes no room.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

BREAK = -1
"""In place of a token: no gram reaches across it."""


class Level(msgspec.Struct, frozen=True):
    """The recurring grams of one length, numbered from 0."""

    size: int
    """How many tokens a gram has."""
    at: "array[int]"
    """By position: the number of the gram that starts there, or `BREAK`."""
    counts: "array[int]"
    """By gram: how often it stands."""
    firsts: "array[int]"
    """By gram: the position where it stands first."""


def recurring(tokens: Sequence[int], *, minimum: int, longest: int) -> list[Level]:
    """The grams of one to `longest` tokens that stand at least `minimum` times, by their length.

    Args:
        tokens: Numbers of tokens, not negative, and `BREAK`.
        minimum: How often a gram has to stand.
        longest: Tokens of the longest grams.
    """
    levels = [_level(1, tokens, minimum)]
    while len(levels) < longest and levels[-1].counts:
        at = levels[-1].at
        levels.append(_level(len(levels) + 1, list(_pairs(at, len(levels[-1].counts))), minimum))
    return levels


def _pairs(at: Sequence[int], size: int) -> Iterator[int]:
    """By position: one number for the two grams that start there and at the next position."""
    following = iter(at)
    next(following, None)
    for first, second in zip(at, following, strict=False):
        yield first * size + second if first >= 0 and second >= 0 else BREAK
    if at:
        yield BREAK


def _level(size: int, keys: Sequence[int], minimum: int) -> Level:
    counted = Counter(keys)
    del counted[BREAK]
    numbers: dict[int, int] = {}
    counts, firsts = array("i"), array("i")
    at = array("i", [BREAK]) * len(keys)
    for position, key in enumerate(keys):
        if key < 0 or counted[key] < minimum:
            continue
        number = numbers.get(key)
        if number is None:
            number = numbers[key] = len(counts)
            counts.append(counted[key])
            firsts.append(position)
        at[position] = number
    return Level(size, at, counts, firsts)
