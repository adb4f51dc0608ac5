"""Glossaries that there are not, and translated messages to check."""

import random
from collections.abc import Sequence

from benchmarks.text import Piece, Sentence, sentences, words
from glossary import po

_MISSING = 0.1
"""The share of terms whose rendering a translation lacks."""
_SYLLABLES = tuple(first + rest for first in "bdfgklmnprstv" for rest in ("a", "en", "il", "or", "um"))


def messages(count: int, *, seed: int = 1, terms: Sequence[Piece] = ()) -> tuple[po.Entry, ...]:
    """Translated entries: made-up words around the renderings, of which a tenth is missing."""
    draw = random.Random(seed + 1_000_000)

    def filler() -> str:
        return " ".join("".join(draw.choices(_SYLLABLES, k=draw.randint(2, 3))) for _ in range(6))

    def translation(sentence: Sentence) -> str:
        kept = [each for each in sentence.renderings if draw.random() > _MISSING]
        return ", ".join([f"{filler()} {rendering}" for rendering in kept] or [filler()]) + "."

    chosen: dict[str, po.Entry] = {}
    for sentence in sentences(seed, terms):
        if len(chosen) == count:
            break
        chosen.setdefault(sentence.zh, po.Entry(sentence.zh, translation(sentence)))
    return tuple(chosen.values())


def terms(count: int, *, seed: int = 1) -> list[Piece]:
    """Distinct terms of two to four words of jieba's dictionary, rare ones as likely as frequent ones.

    Of two counts with one seed, the larger list begins with the smaller one.
    """
    draw = random.Random(seed)
    known, _ = words()
    found: dict[str, str] = {}
    while len(found) < count:
        chosen = draw.choices(known, k=draw.randint(2, 4))
        rendering = " ".join("".join(draw.choices(_SYLLABLES, k=2)) for _ in chosen)
        found.setdefault("".join(chosen)[:12], rendering)
    return list(found.items())
