"""Renderings, compiled once for any number of texts."""

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from glossary.english import data, forms
from glossary.english.text import Lane, read

HYPHENS = "-‐‑–"
_LONGEST_ACRONYM = 5
"""A longer word in capitals is one that somebody shouts."""
_PUNCTUATION = re.compile(r"[,.:;!?()/]|\s[-–—]\s")


class Needle(msgspec.Struct, frozen=True, gc=False):
    """One shape of a rendering, ready to be searched for."""

    letters: str
    """Its folded words, written together."""
    cuts: tuple[int, ...]
    """Where its words start in `letters`, the first aside."""
    hyphens: frozenset[int]
    """Those cuts that are hyphens in the rendering."""
    capitals: tuple[int, ...]
    """Where the words start that must have a capital in the text."""
    acronym: bool
    """It is one word in capitals: *us* is not *US*."""
    marks: bool
    """It has punctuation of its own, so that punctuation may stand inside a match."""
    proper: bool
    """It is a name."""

    def part(self, start: int, end: int) -> "Needle":
        """The needle for `letters[start:end]`, which are whole words."""
        return Needle(
            self.letters[start:end],
            tuple(cut - start for cut in self.cuts if start < cut < end),
            frozenset(cut - start for cut in self.hyphens if start < cut < end),
            tuple(cut - start for cut in self.capitals if start <= cut < end),
            False,
            self.marks,
            self.proper,
        )


class Pattern(msgspec.Struct, frozen=True, gc=False):
    """A rendering, compiled."""

    rendering: str
    proper: bool
    needles: tuple[Needle, ...]
    """Every shape that stands for the whole rendering."""


@lru_cache(maxsize=1 << 16)
def compile_rendering(rendering: str, *, proper: bool) -> Pattern:
    """The rendering, ready for `find`.

    Args:
        rendering: The English, slots filled in.
        proper: It is a name: words with a capital in the rendering must have one in the text, as they have in
            headings too. In the name of a post, the words for the post may be written small. Otherwise
            capitals do not count, except where the whole rendering is an acronym (*US*, *AI*).
    """
    shapes = forms.variants(rendering)
    if not proper:
        shapes = tuple(form for shape in shapes for form in forms.verb_forms(shape))
    return Pattern(rendering, proper, _needles(shapes, rendering, proper=proper))


@lru_cache(maxsize=1 << 14)
def reduced(rendering: str, *, proper: bool) -> tuple[Needle, ...]:
    """Shapes that only a loose search accepts."""
    return _needles(forms.reduced(rendering, proper=proper), rendering, proper=proper)


def _needles(shapes: Iterable[str], rendering: str, *, proper: bool) -> tuple[Needle, ...]:
    small = data.words("connector")
    if proper and forms.names_post(rendering):
        small |= data.words("post") | data.words("rank")
    found: dict[str, Needle] = {}
    for shape in shapes:
        usual = read(shape)
        for lane in (usual, usual.second()):
            if lane and lane.letters not in found:
                found[lane.letters] = _needle(shape, lane, small, proper=proper)
    found.pop("", None)
    return tuple(found.values())


def _needle(shape: str, lane: Lane, small: frozenset[str], *, proper: bool) -> Needle:
    hyphens: set[int] = set()
    capitals: list[int] = []
    demanding = proper and not (shape.isupper() and len(lane.words) > 1)
    if demanding or any(hyphen in shape for hyphen in HYPHENS):
        for folded, cut, (start, end) in zip(lane.words, lane.cuts, lane.spans(), strict=False):
            if start > 0 and shape[start - 1] in HYPHENS:
                hyphens.add(cut)
            elif demanding and folded not in small and not shape[start:end].islower():
                capitals.append(cut)
    return Needle(
        lane.letters,
        tuple(lane.cuts[1:-1]),
        frozenset(hyphens),
        tuple(capitals),
        len(lane.words) == 1 and _is_acronym(lane.spelt(0, 1)),
        bool(_PUNCTUATION.search(shape)),
        proper,
    )


def _is_acronym(word: str) -> bool:
    return len(word) <= _LONGEST_ACRONYM and sum(map(str.isupper, word)) >= max(2, len(word) - 1)
