"""What recognisers are given and what they return."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Protocol

import msgspec

from glossary.model import Term


class Reading(msgspec.Struct, frozen=True, gc=False):
    """One way to read a stretch of a document: what it names and how that is rendered.

    Offsets are code points in the document's match key. Readings may overlap: selection decides between them.
    A struct, as there are hundreds of thousands: a named tuple takes four times as long to make.
    """

    start: int
    end: int
    kind: str
    """The term's kind or the recogniser's; dotted kinds narrow (`place.city`)."""
    rendering: str
    alternatives: tuple[str, ...] = ()
    term: Term | None = None
    """The glossary entry that it comes from, if any."""
    uncertain: bool = False


BOUND = "bound"
"""Kinds with this component fill slots and stand for nothing alone: 辽 for 辽宁, 白银 (silver) before 市."""

_START, _END = attrgetter("start"), attrgetter("end")


def in_order(readings: list[Reading]) -> None:
    """Puts readings in order of start, the longest first; those of one span stay in the order that they are in."""
    # Two sorts by a field take half the time of one by both.
    readings.sort(key=_END, reverse=True)
    readings.sort(key=_START)


def starting_at(readings: Sequence[Reading], start: int) -> Iterator[Reading]:
    """Those of some readings in order of start that start at an offset."""
    for at in range(bisect_left(readings, start, key=_START), len(readings)):
        if readings[at].start > start:
            return
        yield readings[at]


class Context(msgspec.Struct, frozen=True):
    """A whole document as recognisers see it."""

    key: str
    """The match key: Simplified, half-width, no white space between Han characters; a line feed between blocks."""
    readings: Sequence[Reading]
    """What is known so far, in order of start: glossary terms first of all."""
    clean: Callable[[int, int], str]
    """The clean text, in the script of the article, that a span of the key stands for."""


class Recogniser(Protocol):
    """A function `recognise` at the top of a module in this package."""

    def __call__(self, context: Context) -> Iterable[Reading]:
        """The readings of one sort in a document, in order of start."""
        ...
