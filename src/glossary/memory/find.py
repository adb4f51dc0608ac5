"""Looking sentences up in a memory."""

from collections.abc import Iterator, Sequence
from math import floor
from typing import NamedTuple

from glossary.han import is_han
from glossary.memory.keys import cleaned, keys, shape
from glossary.memory.model import Memory, Unit

_NEARLY = 99
"""The most per cent for what is not the same: sentences that differ in digits only."""

_ROUNDING = 1e-9


class Match(NamedTuple):
    """What a memory has for a sentence."""

    unit: Unit
    score: int
    """Per cent; 100 only where it is the same sentence."""
    others: tuple[Unit, ...] = ()
    """Units of the same sentence with other translations, one each, in order."""

    @property
    def exact(self) -> bool:
        """Whether it is the same sentence."""
        return self.score == 100


def matches(memory: Memory, texts: Sequence[str], *, threshold: int) -> list[Match | None]:
    """The best match of each text; None where nothing reaches the threshold.

    The same sentence counts most, then the nearest, then one whose digits are nearer, then the first in the memory.

    Args:
        memory: Where to look.
        texts: Sentences as an article or a PO file has them.
        threshold: The least score in per cent, at least 50; with 100, only what is the same.
    """
    if not texts or not memory.units:
        return [None] * len(texts)
    return [_match(memory, key, threshold) for key in keys(cleaned(texts))]


def _match(memory: Memory, key: str, threshold: int) -> Match | None:
    if not any(map(is_han, key)):
        return None
    if same := memory.places.get(key):
        units = [memory.units[at] for at in same]
        return Match(units[0], 100, tuple(_others(units)))
    if threshold > _NEARLY:
        return None
    from rapidfuzz.distance.Levenshtein import normalized_similarity

    similarity, near = memory.index.nearest(shape(key), least=threshold / 100)
    places = (at for text in near for at in memory.shapes[text])
    best = max(places, key=lambda at: (normalized_similarity(key, memory.keys[at]), -at), default=None)
    if best is None:
        return None
    return Match(memory.units[best], min(_NEARLY, floor(similarity * 100 + _ROUNDING)))


def _others(units: Sequence[Unit]) -> Iterator[Unit]:
    said = {units[0].target}
    for unit in units[1:]:
        if unit.target not in said:
            said.add(unit.target)
            yield unit
