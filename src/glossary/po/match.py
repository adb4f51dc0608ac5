"""Which old sentence a changed one was: the same one in other clothes, or the most similar."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from glossary.normalise import fold

_SIMILAR = 0.5
"""Least share of common character pairs; about two thirds of the characters in one run of common order."""
_RAREST = 16
"""How many of a sentence's pairs are looked up: rare ones tell sentences apart, names recur everywhere."""
_LONGEST = 16
"""How many sentences a pair may lead to; with the limit above it keeps the work linear."""
_KINDS = 1 << 18
_BEST = 4
_NEAR = 2


def same(texts: Sequence[str], olds: Sequence[str]) -> dict[int, int]:
    """The sentences whose match keys are the same: index in `texts` to index in `olds`.

    They differ in script, width, quotation marks or spaces only. One to one; of several old ones the first.
    """
    if not texts:
        return {}
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for index, old in enumerate(olds):
        waiting[fold(old)].append(index)
    pairs = {}
    for index, text in enumerate(texts):
        if left := waiting.get(fold(text)):
            pairs[index] = left.popleft()
    return pairs


def similar(texts: Sequence[str], olds: Sequence[str], *, expected: Sequence[int]) -> dict[int, int]:
    """The sentences that were reworded: index in `texts` to index in `olds`, one to one, best pairs first.

    Args:
        texts: The new sentences.
        olds: The old sentences.
        expected: For each new sentence, the index in `olds` at which its neighbours stood. It decides between
            old sentences that are equally similar.
    """
    if not texts or not olds:
        return {}
    found = _Index(olds)
    scored = []
    for new, text in enumerate(texts):
        near = range(max(0, expected[new] - _NEAR), min(len(olds), expected[new] + _NEAR + 1))
        for old in {*found.candidates(text), *near}:
            score = _similarity(text, olds[old])
            if score >= _SIMILAR:
                scored.append((-score, abs(old - expected[new]), new, old))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _score, _distance, new, old in sorted(scored):
        if new not in pairs and old not in used:
            pairs[new] = old
            used.add(old)
    return pairs


class _Index:
    """Old sentences by their rarest character pairs."""

    def __init__(self, olds: Sequence[str]) -> None:
        self.frequency = [0] * _KINDS
        for old in olds:
            for pair in _pairs(old):
                self.frequency[pair] += 1
        self.where: dict[int, list[int]] = {}
        for index, old in enumerate(olds):
            for pair in self._rarest(_pairs(old)):
                found = self.where.setdefault(pair, [])
                if len(found) < _LONGEST:
                    found.append(index)

    def _rarest(self, pairs: Iterable[int]) -> list[int]:
        frequency = self.frequency
        return sorted((pair for pair in pairs if frequency[pair]), key=frequency.__getitem__)[:_RAREST]

    def candidates(self, text: str) -> list[int]:
        """The old sentences that share most of the rare pairs of `text`."""
        hits = Counter(chain.from_iterable(self.where.get(pair, ()) for pair in self._rarest(_pairs(text))))
        return sorted(hits, key=lambda old: (-hits[old], old))[:_BEST]


@lru_cache(maxsize=1024)
def _pairs(text: str) -> frozenset[int]:
    """The pairs of neighbouring characters, those with the text's edges too, which helps short headings.

    Each as a number below `_KINDS`: numbers take less room, and two pairs that share one do little harm.
    """
    codes = memoryview(f"\n{text}\n".encode("utf-32-le", "surrogatepass")).cast("I").tolist()
    return frozenset([(one * 40503 + other) % _KINDS for one, other in pairwise(codes)])


def _similarity(one: str, other: str) -> float:
    """Dice's coefficient of the pairs: 0 for nothing in common, 1 for the same pairs."""
    ours, theirs = _pairs(one), _pairs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))
