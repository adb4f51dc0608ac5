"""Numbers and dates of a sentence, put into the translation of one that is the same otherwise."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from glossary.model import Annotation
from glossary.normalise import fold
from glossary.numbers import Quantity, dates, figures, quantities, spelling


class Sentence(msgspec.Struct, frozen=True):
    """A clean text and what it names, with offsets in it."""

    text: str
    annotations: tuple[Annotation, ...] = ()


class Edit(NamedTuple):
    """A stretch of a translation and what is written there instead."""

    start: int
    end: int
    old: str
    new: str


class _Slot(NamedTuple):
    """A number or date in a sentence."""

    start: int
    end: int
    said: Quantity | Annotation


def carried(old: Sentence, new: Sentence, target: str) -> list[Edit]:
    """The edits that make a translation of `old` one of `new`, in order.

    There are some only where the sentences differ in numbers and dates alone, and each that differs stands in the
    translation once, in a form that can be written again: in figures, or as a date is spelt out.
    """
    before, after = _slots(old), _slots(new)
    if _frame(old.text, before) != _frame(new.text, after):
        return []
    edits = []
    for was, now in zip(before, after, strict=True):
        if fold(old.text[was.start : was.end]) == fold(new.text[now.start : now.end]):
            continue
        edit = _edit(was.said, now.said, target)
        if edit is None:
            return []
        edits.append(edit)
    edits.sort()
    # Two numbers that were the same are one in the translation, or cannot be told apart.
    return [] if any(one.end > other.start for one, other in pairwise(edits)) else edits


def applied(edits: Sequence[Edit], target: str) -> str:
    """A translation after its edits."""
    for edit in reversed(edits):
        target = target[: edit.start] + edit.new + target[edit.end :]
    return target


def _slots(sentence: Sentence) -> list[_Slot]:
    named = [
        _Slot(note.start, note.end, note)
        for note in sentence.annotations
        if note.kind == "date" and not note.uncertain
    ]
    numbers = (_Slot(each.start, each.end, each) for each in quantities(sentence.text))
    free = [
        each for each in numbers if not any(date.start < each.end and each.start < date.end for date in named)
    ]
    return sorted([*named, *free], key=lambda slot: slot.start)


def _frame(text: str, slots: Sequence[_Slot]) -> list[tuple[str, str]]:
    """The text between numbers and dates, each piece with what sort of thing comes behind it."""
    kinds = [slot.said.unit if isinstance(slot.said, Quantity) else slot.said.kind for slot in slots]
    starts = [0, *(slot.end for slot in slots)]
    ends = [*(slot.start for slot in slots), len(text)]
    pieces = (fold(text[start:end]).strip() for start, end in zip(starts, ends, strict=True))
    return list(zip(pieces, [*kinds, ""], strict=True))


def _edit(was: Quantity | Annotation, now: Quantity | Annotation, target: str) -> Edit | None:
    if isinstance(was, Quantity) and isinstance(now, Quantity):
        return _number(was, now, target)
    if isinstance(was, Annotation) and isinstance(now, Annotation):
        return _date(was, now, target)
    return None


def _number(was: Quantity, now: Quantity, target: str) -> Edit | None:
    saying = [figure for figure in figures(target) if was.value in figure.values]
    # English tells one from several in the noun and the verb too.
    if len(saying) != 1 or 1 in (was.value, now.value):
        return None
    [figure] = saying
    if any(date.month and date.start < figure.end and figure.start < date.end for date in dates(target)):
        return None
    for old, new in zip(_spellings(was), _spellings(now), strict=False):
        if old == figure.text:
            return Edit(figure.start, figure.end, old, new)
    return None


def _spellings(quantity: Quantity) -> Iterator[str]:
    """A value in figures: `383.5 billion`; `2016` and `2,016`."""
    yield spelling(quantity.value, quantity.unit).removesuffix("%")
    if quantity.value.denominator == 1 and quantity.unit != "th":
        yield f"{int(quantity.value)}"
        yield f"{int(quantity.value):,}"


def _date(was: Annotation, now: Annotation, target: str) -> Edit | None:
    renderings = (was.rendering, *was.alternatives), (now.rendering, *now.alternatives)
    if len(renderings[0]) != len(renderings[1]):
        return None
    found = [
        Edit(*place.span(), old, new)
        for old, new in zip(*renderings, strict=True)
        for place in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w|,? \d{{4}}(?!\d))", target)
    ]
    return found[0] if len(found) == 1 else None
