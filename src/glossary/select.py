"""Overlapping readings in, one reading for each stretch out.

The longest reading wins; between readings that only overlap, the division into the longest pieces. What a reading
contains stays available as its parts. A short reading that cuts a word is set aside, and reported.
"""

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from glossary.broken import SHORT, broken
from glossary.dictionary import across
from glossary.han import only, run_end, run_start
from glossary.recognise.model import Reading
from glossary.words import CUTS, MAY_CUT, REACH, cut_cost

_END = attrgetter("end")

_NEXT = 30
"""Among so many readings before one is what covers it."""


class Chosen(msgspec.Struct, frozen=True, gc=False):
    """A reading that stands."""

    reading: Reading
    parts: tuple["Chosen", ...] = ()
    """The readings inside it with their parts, disjoint, in order."""


class Selection(msgspec.Struct, frozen=True):
    """What was chosen for a document, in order of start."""

    chosen: tuple[Chosen, ...]
    """Disjoint."""
    cut: tuple[Reading, ...]
    """Readings set aside because they cut a word."""
    rivals: tuple[Reading, ...] = ()
    """Readings that overlap a chosen one and are inside none: other ways to divide a stretch."""


class _Text(NamedTuple):
    """A document."""

    key: str
    """The match key."""
    across: Callable[[int], bool]
    """Whether a word may lie across an offset of it."""


def nothing(_reading: Reading) -> bool:
    """For `parts` of `select`: none is of interest."""
    return False


def select(
    key: str, readings: Sequence[Reading], *, parts: Callable[[Reading], bool] | None = None
) -> Selection:
    """One reading for each stretch of a match key where there are any.

    Args:
        key: The match key.
        readings: All readings, in order of start, the longest first.
        parts: Which readings are of interest as parts of others; all without it.
    """
    chosen: list[Chosen] = []
    cut: list[Reading] = []
    rivals: list[Reading] = []
    text = _Text(key, across(key))
    for stretch, reach in _stretches(_unbroken(text, readings, cut)):
        if _is_led(stretch, reach) and (cost := _cost(text, stretch[0], (), inside=False)) < CUTS:
            standing = [_marked(stretch[0], cost)]  # as nearly always
        else:
            standing, set_aside = _choose(text, _refined(stretch), inside=False)
            cut += set_aside
            if standing:
                rivals += _rivals(stretch, standing, set_aside)
        if len(stretch) == 1 or (parts and not any(map(parts, stretch))):
            chosen += map(Chosen, standing)
        else:
            inside = _refined(stretch)
            chosen += _with_parts(text, standing, list(filter(parts, inside)) if parts else inside)
    return Selection(tuple(chosen), tuple(cut), tuple(rivals))


def _is_led(stretch: Sequence[Reading], reach: int) -> bool:
    """Whether one certain reading, which no other one equals in span, covers all of a stretch that ends at `reach`."""
    first = stretch[0]
    if len(stretch) == 1:
        return True
    second = stretch[1]
    return first.end == reach and not first.uncertain and (second.start > first.start or second.end < reach)


def _rivals(
    stretch: Sequence[Reading], standing: Sequence[Reading], set_aside: Sequence[Reading]
) -> Iterator[Reading]:
    """The longest readings of a stretch that are neither standing nor set aside."""
    settled = {(reading.start, reading.end) for reading in (*standing, *set_aside)}
    end = -1
    for reading in stretch:
        if reading.end > end:
            end = reading.end
            if (reading.start, reading.end) not in settled:
                yield reading


def _unbroken(text: _Text, readings: Sequence[Reading], cut: list[Reading]) -> Sequence[Reading]:
    """The readings without those that are pieces of something longer, which go to `cut` if nothing longer is read."""
    wrong = broken(text.key, readings, text.across)
    if not wrong:
        return readings
    cut += [readings[index] for index in sorted(wrong) if not _is_covered(readings, index, wrong)]
    return [reading for index, reading in enumerate(readings) if index not in wrong]


def _is_covered(readings: Sequence[Reading], index: int, wrong: Container[int]) -> bool:
    """Whether a reading that stands covers all of one that does not; those next before it are looked at."""
    end = readings[index].end
    return any(
        other not in wrong and readings[other].end >= end for other in range(max(0, index - _NEXT), index)
    )


def _refined(stretch: list[Reading]) -> list[Reading]:
    """Of readings of one span by one entry the last: composition knows more of it than the lexicon does."""
    last: dict[tuple[int, int, int], Reading] = {}
    for reading in stretch:
        last[reading.start, reading.end, id(reading.term or reading)] = reading
    return list(last.values()) if len(last) < len(stretch) else stretch


def _choose(text: _Text, readings: Sequence[Reading], *, inside: bool) -> tuple[list[Reading], list[Reading]]:
    """The readings that stand and those that were set aside.

    Args:
        text: The document.
        readings: The candidates, in order of start, the longest first.
        inside: Whether these are parts of a longer reading, and may be parts of longer words.
    """
    cut: list[Reading] = []
    while readings:
        best = _best(readings)
        if len(best) == 1 and best[0].end - best[0].start > SHORT:
            return best, cut
        # They are disjoint and in order: only those next to each other can touch.
        costs = [
            _cost(text, reading, best[max(0, index - 1) : index + 2], inside=inside)
            for index, reading in enumerate(best)
        ]
        if max(costs) < CUTS:
            return list(map(_marked, best, costs)), cut
        wrong = [reading for reading, cost in zip(best, costs, strict=True) if cost >= CUTS]
        cut += wrong
        spans = {(reading.start, reading.end) for reading in wrong}
        readings = [reading for reading in readings if (reading.start, reading.end) not in spans]
    return [], cut


def _marked(reading: Reading, cost: float) -> Reading:
    """A reading that may cut a word as an uncertain one; that somebody has put it into a glossary speaks for it."""
    return replace(reading, uncertain=True) if cost >= MAY_CUT else reading


def _with_parts(text: _Text, standing: Sequence[Reading], stretch: Sequence[Reading]) -> Iterator[Chosen]:
    """The readings that stand with what of their stretch is inside each, to any depth."""
    position = 0
    for reading in standing:
        inside = []
        while position < len(stretch) and stretch[position].start < reading.end:
            part = stretch[position]
            if (
                part.start >= reading.start
                and part.end <= reading.end
                and (part.start, part.end) != (reading.start, reading.end)
            ):
                inside.append(part)
            position += 1
        parts = _choose(text, inside, inside=True)[0] if inside else ()
        yield Chosen(reading, tuple(_with_parts(text, parts, inside)) if parts else ())


def _stretches(readings: Iterable[Reading]) -> Iterator[tuple[list[Reading], int]]:
    """Groups of readings that overlap or touch each other, directly or through others, and where each ends."""
    group: list[Reading] = []
    reach = -1
    for reading in readings:
        start, end = reading.start, reading.end
        if start > reach and group:
            yield group, reach
            group = []
        group.append(reading)
        if end > reach:
            reach = end
    if group:
        yield group, reach


def _best(readings: Sequence[Reading]) -> list[Reading]:
    """The disjoint readings with the greatest sum of squared lengths: few long ones before many short ones.

    Of two readings of one span, a certain one before an uncertain one, then the earlier one. `readings` is in
    order of start, the longest first.
    """
    best: list[Reading] = []
    reach = readings[0].start
    for reading in readings:
        if reading.start >= reach:
            best.append(reading)
            reach = reading.end
        elif reading.end > reach or best[-1].uncertain:
            return _best_of_crossing(readings)
    return best


def _best_of_crossing(readings: Sequence[Reading]) -> list[Reading]:
    """As `_best`, where more has to be weighed than what covers what."""
    by_end = sorted(readings, key=_END)
    ends = list(map(_END, by_end))
    scores = [0.0]
    taken: list[int] = []
    for position, reading in enumerate(by_end):
        length = reading.end - reading.start
        before = bisect_right(ends, reading.start, hi=position)
        score = scores[before] + length * length * (0.9 if reading.uncertain else 1.0)
        taken.append(before if score > scores[-1] else -1)
        scores.append(max(score, scores[-1]))
    best = []
    position = len(by_end)
    while position:
        if taken[position - 1] >= 0:
            best.append(by_end[position - 1])
            position = taken[position - 1]
        else:
            position -= 1
    return best[::-1]


def _cost(text: _Text, reading: Reading, neighbours: Sequence[Reading], *, inside: bool) -> float:
    """What it costs to take a reading as whole words; nothing where its boundaries are beyond doubt."""
    start, end = reading.start, reading.end
    if end - start > SHORT or reading.term is None:
        return 0.0
    if not (text.across(start) or text.across(end)):
        return 0.0  # as mostly: nothing has to be cut out and weighed
    key = text.key
    first, last = run_start(key, start, REACH), run_end(key, end, REACH)
    for neighbour in neighbours if len(neighbours) > 1 else ():
        if neighbour.end - neighbour.start < end - start:
            continue
        # What is at least as long stands on its own feet, and its edge is the edge of a word.
        if neighbour.end == start:
            first = start
        elif neighbour.start == end:
            last = end
    if (first, last) == (start, end):
        return 0.0
    return cut_cost(only(key[first:last]), start - first, end - first, inside=inside, listed=True)
