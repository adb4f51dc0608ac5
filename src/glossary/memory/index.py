"""Finding texts that are nearly the same among very many, without comparing each with each.

Two texts are compared by the edits (a character put in, taken out or exchanged) that make one of the other, as a share
of the longer one's length. An edit undoes two pairs of neighbouring characters at the most, so what is near shares most
pairs, and of any selection that is larger than the rest it shares one: the rarest are looked up, and nothing is missed.
(The prefix filter of Chaudhuri, Ganti and Kaushik, 2006, with the pairs of Ukkonen, 1992.)
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import floor
from operator import add

import msgspec

from glossary.bulk import uncollected

_ROUNDING = 1e-6
"""Far above what arithmetic loses, rapidfuzz's too, and below what one edit makes in any sentence."""


class Index(msgspec.Struct, frozen=True):
    """Texts by their pairs of neighbouring characters."""

    texts: tuple[str, ...]
    """All different, in order of preference."""
    places: Mapping[str, "array[int]"]
    """For each pair, the texts that have it."""

    @classmethod
    @uncollected()
    def of(cls, texts: Iterable[str]) -> "Index":
        """An index of these texts, all different."""
        kept = tuple(texts)
        places: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for at, text in enumerate(kept):
            for pair in _pairs(text):
                places[pair].append(at)
        return cls(kept, dict(places))

    def nearest(self, text: str, *, least: float) -> tuple[float, list[str]]:
        """The texts that are most like this one, all equally so, in order, and how similar they are; 0 without any.

        Args:
            text: What is looked for.
            least: How similar they have to be: 1 for the same, and not below 0.5, where near texts may share no pair.
        """
        from rapidfuzz.distance.Levenshtein import normalized_similarity
        from rapidfuzz.process import extract

        found = extract(
            text,
            self._candidates(text, least),
            scorer=normalized_similarity,
            score_cutoff=least - _ROUNDING,
            limit=None,
        )
        if not found:
            return 0.0, []
        best = found[0][1]
        return best, [near for near, similarity, _ in found if similarity == best]

    def _candidates(self, text: str, least: float) -> list[str]:
        """The texts that may be as near as that, in order."""
        found = [self.places.get(pair, ()) for pair in _pairs(text)]
        undone = floor(2 * (1 - least) * len(text) + _ROUNDING)
        rarest = sorted(found, key=len)[: undone + 1]
        shortest, longest = len(text) * least - _ROUNDING, len(text) / least + _ROUNDING
        near = (self.texts[at] for at in sorted(set().union(*rarest)))
        return [other for other in near if shortest <= len(other) <= longest]


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters, those with the text's edges too, which short texts need."""
    edged = f"\n{text}\n"
    return set(map(add, edged, edged[1:]))
