"""A document as the recogniser of people sees it: the text, and the known terms in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from glossary.han import is_han
from glossary.place_names import is_by_rule
from glossary.recognise.model import BOUND, Context, Reading

DOT = "·"
"""Joins the parts of a foreign name; the match key has no other such mark."""

_TITLE = "title"
_PERSON = "person"
_COUNTRY = "place.country"
_CITY = "place.city"
_ABROAD = "place.city.abroad"
"""Marked as abroad; cities without the mark are where they are not spelt by rule."""
_TELLING = frozenset((_TITLE, _PERSON, _COUNTRY, _CITY, _ABROAD))
_CHINA = "中"


class Page(msgspec.Struct, frozen=True):
    """A match key with the known terms of two characters or more in it."""

    key: str
    clean: Callable[[int, int], str]
    """The clean text that a span of the key stands for."""
    title_starts: frozenset[int]
    """Where titles start that no other term reaches across."""
    title_ends: frozenset[int]
    """Where titles end that no other term reaches across."""
    people: Mapping[int, int]
    """Where people stand whom the glossary knows: start to end."""
    lands: Sequence[int]
    """Where names of countries other than China, and of cities abroad, end, ascending."""
    inside: bytearray
    """By offset, 1 in terms of three characters or more."""
    _starts: frozenset[int]
    """Where terms start."""
    _ends: frozenset[int]
    """Where terms end."""
    _firsts: Sequence[int]
    """Starts of the terms that lie inside no other, ascending."""
    _lasts: Sequence[int]
    """Their ends, ascending too."""

    @classmethod
    def of(cls, context: Context) -> "Page":
        """The page of a document."""
        readings = [reading for reading in context.readings if reading.end - reading.start >= 2]
        firsts, lasts = _outermost(readings)
        title_starts: set[int] = set()
        title_ends: set[int] = set()
        lands: set[int] = set()
        people: dict[int, int] = {}
        for reading in [reading for reading in readings if reading.kind in _TELLING]:
            start, end, kind = reading.start, reading.end, reading.kind
            if kind == _TITLE:
                title_starts.add(start)
                title_ends.add(end)
            elif kind == _PERSON:
                people.setdefault(start, end)
            elif (
                kind == _ABROAD
                or (kind == _COUNTRY and _CHINA not in context.key[start:end])
                or (kind == _CITY and not is_by_rule(context.key[start:end], reading.rendering))
            ):
                lands.add(end)

        def uncrossed(offsets: set[int]) -> frozenset[int]:
            return frozenset([offset for offset in offsets if not _is_crossed(offset, firsts, lasts)])

        return cls(
            key=context.key,
            clean=context.clean,
            title_starts=uncrossed(title_starts),
            title_ends=uncrossed(title_ends),
            people=people,
            lands=sorted(lands),
            inside=_mask(context.key, firsts, lasts),
            _starts=frozenset([reading.start for reading in readings]),
            _ends=frozenset([reading.end for reading in readings]),
            _firsts=firsts,
            _lasts=lasts,
        )

    def han(self, offset: int) -> bool:
        """Whether a Han character stands at `offset`."""
        return 0 <= offset < len(self.key) and is_han(self.key[offset])

    def starts_term(self, offset: int) -> bool:
        """Whether a term starts at `offset` and no other reaches across it."""
        return offset in self._starts and not _is_crossed(offset, self._firsts, self._lasts)

    def ends_term(self, offset: int) -> bool:
        """Whether a term ends at `offset` and no other reaches across it."""
        return offset in self._ends and not _is_crossed(offset, self._firsts, self._lasts)

    def is_gap(self, offset: int) -> bool:
        """Whether the clean text has white space between two Han characters, where the key has none."""
        return any(map(str.isspace, self.clean(offset - 1, offset + 1)))

    def is_taken(self, start: int, end: int) -> bool:
        """Whether a known term covers a stretch, or one of three characters or more reaches across an end of it."""
        index = bisect_right(self._firsts, start) - 1
        if index >= 0:
            first, last = self._firsts[index], self._lasts[index]
            if last >= end or (first < start < last and last - first > 2):
                return True
        index = bisect_left(self._firsts, end) - 1
        if index < 0:
            return False
        first, last = self._firsts[index], self._lasts[index]
        return first >= start and last > end and last - first > 2


def _mask(key: str, firsts: Iterable[int], lasts: Iterable[int]) -> bytearray:
    """By offset in the key, its end included, whether it is in one of the stretches of three characters or more."""
    mask = bytearray(len(key) + 1)
    for first, last in zip(firsts, lasts, strict=True):
        if last - first > 2:
            mask[first:last] = b"\1" * (last - first)
    return mask


def _is_crossed(offset: int, firsts: Sequence[int], lasts: Sequence[int]) -> bool:
    """Whether one of these stretches, of which none lies inside another, reaches across an offset."""
    index = bisect_left(firsts, offset) - 1
    return index >= 0 and lasts[index] > offset


def _outermost(readings: Sequence[Reading]) -> tuple[list[int], list[int]]:
    """The terms that lie inside no other one, by their starts and ends; `readings` are in order of start."""
    firsts: list[int] = []
    lasts: list[int] = []
    reach = -1
    for reading in readings:
        if (end := reading.end) <= reach or BOUND in reading.kind:
            continue
        start = reading.start
        if firsts and firsts[-1] == start:
            lasts[-1] = end
        else:
            firsts.append(start)
            lasts.append(end)
        reach = end
    return firsts, lasts
