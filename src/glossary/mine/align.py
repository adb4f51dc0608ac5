"""Which English goes with which Chinese: sequences of words that stand where a term does, and hardly elsewhere.

The measure is the Dice coefficient over entries (Smadja, McKeown and Hatzivassiloglou 1996). Words are folded as `check`
folds them, so that number, capitals and spelling do not count, and articles are none. What is known to render
something else in an entry takes no part there.
"""

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from glossary import tables
from glossary.english import data
from glossary.english.text import read
from glossary.mine.grams import BREAK, Level, recurring

_LONGEST = 8
"""English words of a rendering."""
_RECURS = 2
"""How often a sequence has to stand in the translations."""
_KEEPS = 0.95
"""A longer sequence is preferred if it keeps this share of the score."""
_SHARE = 0.25
"""In which share of a term's entries a rendering has to stand."""
_LEAST = 0.2
"""The lowest score that says something."""
_CLAUSE = 0.9
"""What words that join a sentence's parts (by, with) take from the score; of, and, for stand in names."""
_LONG = 20
"""In a translation of fewer words, where something stands says little."""
_MARK = re.compile("[.,;:!?()]")

Span = tuple[int, int]
_Key = tuple[int, int]
"""The level of a sequence and its number there."""


class Occurrence(NamedTuple):
    """An entry that has a term."""

    entry: int
    parts: tuple[float, ...]
    """Where in it the term stands: 0 is its beginning, 1 its end."""


class _Place(NamedTuple):
    """Where a sequence stands in an entry."""

    entry: int
    position: int
    apart: float
    """How far from the term, as parts of the whole text."""


class Pairing(msgspec.Struct, frozen=True):
    """A sequence of English words that goes with a term."""

    words: tuple[str, ...]
    """Folded."""
    text: str
    """As it is most often written."""
    count: int
    """In how many of the term's entries it stands."""
    score: float
    """The Dice coefficient, from 0 to 1."""
    entry: int
    """The first of these entries."""
    span: Span
    """Where it stands in that translation."""


class Translations:
    """English texts, their recurring sequences of words counted."""

    def __init__(self, texts: Sequence[str], taken: Sequence[Sequence[Span]] = ()) -> None:
        """Reads the texts.

        Args:
            texts: A translation for each entry.
            taken: By entry: what renders something that is known; no rendering of another term reaches into it.
        """
        self._texts = texts
        self._numbers: dict[str, int] = {}
        self._tokens, self._starts, self._ends = array("i"), array("i"), array("i")
        self._first = array("i")
        for index, text in enumerate(texts):
            self._first.append(len(self._tokens))
            self._read(text, taken[index] if index < len(taken) else ())
        self._first.append(len(self._tokens))
        self._words = list(self._numbers)
        self._levels = recurring(self._tokens, minimum=_RECURS, longest=_LONGEST)
        self._entries = [_entry_counts(level, self._first) for level in self._levels]

    def _read(self, text: str, taken: Sequence[Span]) -> None:
        lane = read(text)
        behind = 0
        for word, (start, end) in zip(lane.words, lane.spans(), strict=True):
            if _MARK.search(text, behind, start):
                self._add(BREAK, behind, start)
            known = any(first < end and start < last for first, last in taken)
            self._add(BREAK if known else self._numbers.setdefault(word, len(self._numbers)), start, end)
            behind = end
        self._add(BREAK, behind, len(text))

    def _add(self, number: int, start: int, end: int) -> None:
        self._tokens.append(number)
        self._starts.append(start)
        self._ends.append(end)

    def pairings(self, occurrences: Sequence[Occurrence], *, characters: int, most: int) -> list[Pairing]:
        """The sequences that go with a term, best first; none is a piece of another or holds one.

        Args:
            occurrences: Where the term stands, an entry each.
            characters: How long the term is.
            most: How many.
        """
        found: list[Pairing] = []
        places = {
            key: where
            for key, where in self._places(occurrences).items()
            if len(where) >= max(_RECURS, _SHARE * len(occurrences)) and self._is_phrase(key)
        }
        scored = {key: self._score(key, where, len(occurrences), characters) for key, where in places.items()}
        left = {key for key, score in scored.items() if score >= _LEAST}
        while left and len(found) < most:
            best = max(left, key=lambda key: (scored[key], key))
            chosen = self._lengthened(best, left, scored)
            found.append(self._pairing(chosen, places[chosen], scored[chosen]))
            words = self._sequence(chosen)
            left = {key for key in left if not _overlaps(self._sequence(key), words)}
        return found

    def _score(self, key: _Key, where: Sequence[_Place], entries: int, characters: int) -> float:
        """How well a sequence goes with a term: where both stand, in the same part of the text, of fitting length."""
        dice = 2 * len(where) / (entries + self._entries[key[0]][key[1]])
        apart = sum(place.apart for place in where) / len(where)
        words = key[0] + 1
        loose = not _inside().isdisjoint(self._sequence(key))
        return dice * (1 - apart) * min(1.0, (characters + 1) / words) * (_CLAUSE if loose else 1)

    def _places(self, occurrences: Iterable[Occurrence]) -> dict[_Key, list[_Place]]:
        """By level and number of each sequence: the entries where it stands, and where it is nearest the term there."""
        found: dict[_Key, list[_Place]] = {}
        for entry, parts in occurrences:
            first, last = self._first[entry], self._first[entry + 1]
            for index, level in enumerate(self._levels):
                for position in range(first, last):
                    number = level.at[position]
                    if number == BREAK:
                        continue
                    here = (position + level.size / 2 - first) / (last - first)
                    apart = min(abs(here - part) for part in parts) * min(1.0, (last - first) / _LONG)
                    place = _Place(entry, position, apart)
                    where = found.setdefault((index, number), [])
                    if not where or where[-1].entry != entry:
                        where.append(place)
                    elif place.apart < where[-1].apart:
                        where[-1] = place
        return found

    def _lengthened(self, best: _Key, keys: Iterable[_Key], scored: Mapping[_Key, float]) -> _Key:
        """The longest sequence that holds the best one and keeps nearly all of its score."""
        words = self._sequence(best)
        longer = [
            key
            for key in keys
            if key[0] > best[0]
            and scored[key] >= _KEEPS * scored[best]
            and _holds(self._sequence(key), words)
        ]
        return max(longer, key=lambda key: (key[0], scored[key]), default=best)

    def _sequence(self, key: _Key) -> tuple[str, ...]:
        level = self._levels[key[0]]
        first = level.firsts[key[1]]
        return tuple(self._words[token] for token in self._tokens[first : first + level.size])

    def _is_phrase(self, key: _Key) -> bool:
        """Whether a sequence neither begins nor ends in a word that belongs to the sentence."""
        words = self._sequence(key)
        if {words[0], words[-1]} & _edges() or not any(word.isalpha() for word in words):
            return False
        verb = data.verbs().get(words[-1])
        return not (verb and words[-1] in (verb["past"], verb["participle"]) and words[-1] != verb["verb"])

    def _pairing(self, key: _Key, where: Sequence[_Place], score: float) -> Pairing:
        size = self._levels[key[0]].size
        # At the beginning of a sentence a capital says nothing.
        within = [place for place in where if self._tokens[place.position - 1] != BREAK and place.position]
        forms = Counter(self._text(place.position, size) for place in within or where)
        entry, position, _ = where[0]
        span = self._starts[position], self._ends[position + size - 1]
        return Pairing(
            self._sequence(key), forms.most_common(1)[0][0], len(where), round(score, 3), entry, span
        )

    def _text(self, position: int, size: int) -> str:
        entry = _entry_at(self._first, position)
        text = self._texts[entry][self._starts[position] : self._ends[position + size - 1]]
        return " ".join(text.split())


def _entry_counts(level: Level, first: Sequence[int]) -> "array[int]":
    """By sequence of a level: in how many entries it stands."""
    counts = array("i", [0]) * len(level.counts)
    for entry in range(len(first) - 1):
        for number in set(level.at[first[entry] : first[entry + 1]]):
            if number != BREAK:
                counts[number] += 1
    return counts


def _entry_at(first: Sequence[int], position: int) -> int:
    return bisect_right(first, position) - 1


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    size = len(shorter)
    return any(longer[start : start + size] == shorter for start in range(len(longer) - size + 1))


def _overlaps(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one holds the other, or the end of one is the beginning of the other."""
    if _holds(one, other) or _holds(other, one):
        return True
    return any(
        a[-size:] == b[:size]
        for a, b in ((one, other), (other, one))
        for size in range(1, min(len(a), len(b)))
    )


@cache
def _inside() -> frozenset[str]:
    return _edges() - data.words("conjunction") - {"of", "for"}


@cache
def _edges() -> frozenset[str]:
    kinds = ("article", "connector", "conjunction", "preposition", "determiner")
    return frozenset(word for kind in kinds for word in data.words(kind)) | tables.column(
        "mine_not_in_renderings", "en"
    )
