"""What was found in a file of a corpus, in numbers and by example; it grows with no corpus."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import msgspec

from glossary.jsonl import Record
from glossary.model import Candidate, Document, Notice

T = TypeVar("T", Candidate, Notice)

SHOWN = 20
"""How many of a sort are kept to be shown."""


class Sample(msgspec.Struct, Generic[T], frozen=True):
    """The first of many."""

    first: tuple[T, ...] = ()
    count: int = 0
    """How many there are."""

    def __add__(self, other: "Sample[T]") -> "Sample[T]":
        return Sample((self.first + other.first)[:SHOWN], self.count + other.count)


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in documents of one file."""

    file: str
    documents: int = 1
    segments: int
    kinds: dict[str, int]
    """Annotations, by kind."""
    uncertain: int
    """Annotations that a person must decide."""
    candidates: Sample[Candidate]
    notices: Sample[Notice]
    set_aside: Sample[Notice]
    absent: tuple[str, ...] = ()
    """Fields to keep that have no value in any of the records."""

    def __add__(self, other: "Tally") -> "Tally":
        kinds = self.kinds | {kind: self.kinds.get(kind, 0) + count for kind, count in other.kinds.items()}
        return Tally(
            file=self.file,
            documents=self.documents + other.documents,
            segments=self.segments + other.segments,
            kinds=kinds,
            uncertain=self.uncertain + other.uncertain,
            candidates=self.candidates + other.candidates,
            notices=self.notices + other.notices,
            set_aside=self.set_aside + other.set_aside,
            absent=tuple(name for name in self.absent if name in other.absent),
        )


def tally(document: Document, record: Record = None) -> Tally:
    """What was found in one document, of which these are the fields that are kept."""
    kinds: dict[str, int] = {}
    uncertain = 0
    for segment in document.segments:
        for note in segment.annotations:
            kinds[note.kind] = kinds.get(note.kind, 0) + 1
            uncertain += note.uncertain
    return Tally(
        file=document.file,
        segments=len(document.segments),
        kinds=kinds,
        uncertain=uncertain,
        candidates=_sample(document.candidates),
        notices=_sample(document.notices),
        set_aside=_sample(document.set_aside),
        absent=tuple(name for name, value in (record or {}).items() if value is None),
    )


def _sample(found: tuple[T, ...]) -> Sample[T]:
    return Sample(found[:SHOWN], len(found))


def by_file(tallies: Iterable[Tally]) -> Iterator[Tally]:
    """A tally a file, where those of one file follow each other; each when the next file begins."""
    current: Tally | None = None
    for each in tallies:
        if current is not None and current.file != each.file:
            yield current
            current = None
        current = each if current is None else current + each
    if current is not None:
        yield current
