"""A glossary tried on texts: what is recognised where."""

from collections.abc import Iterator, Sequence

import msgspec

from glossary import pipeline
from glossary.compose import Composer
from glossary.lexicon import compile_terms
from glossary.lint.wording import filled
from glossary.model import Annotation, Term
from glossary.normalise import clean, match_key
from glossary.recognise import recognise
from glossary.recognise.model import Context, Reading
from glossary.select import select

Span = tuple[int, int]


class Tried(msgspec.Struct, frozen=True):
    """A stretch of a text, as the glossary reads it."""

    chosen: Reading | None
    """The reading that stands for exactly this stretch; None where there is none."""
    composed: tuple[Reading, ...]
    """What rules and templates make of exactly this stretch, chosen or not."""


def alone(entry: Term) -> Annotation:
    """The annotation of a text that is the preferred form of an entry and nothing else, with names in its slots."""
    return Annotation(
        0,
        len(entry.zh),
        entry.zh,
        entry.kind.partition(".")[0],
        filled(entry.en),
        tuple(map(filled, entry.allow)),
        entry.forbid,
        entry.status,
        concept=entry.zh,
        free=entry.free,
    )


class Trial:
    """A glossary, compiled once for any number of texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._lexicon = compile_terms(terms)
        self._composer = Composer(self._lexicon)

    def stretches(self, texts: Sequence[tuple[str, str, str]]) -> list[Tried]:
        """What becomes of the middle of each text, given as (before, middle, behind), in one batch.

        A text is a block of its own: nothing is read across two.
        """
        if not texts:
            return []
        whole = [_block(text) for text in texts]
        key = match_key(clean("\n".join(whole)).aligned.text).text
        found, openings = self._lexicon.find(key)
        found += recognise(Context(key, tuple(found), lambda start, end: key[start:end]))
        composed: dict[Span, list[Reading]] = {}
        for reading in (made := self._composer.compose(key, found, openings)):
            composed.setdefault((reading.start, reading.end), []).append(reading)
        standing = select(key, pipeline.standing((*found, *made)))
        chosen = {(one.reading.start, one.reading.end): one.reading for one in standing.chosen}
        spans = _spans(key, texts)
        return [Tried(chosen.get(span), tuple(composed.get(span, ()))) for span in spans]


def _block(text: tuple[str, str, str]) -> str:
    return "".join(text).replace("\n", " ")


def _spans(key: str, texts: Sequence[tuple[str, str, str]]) -> Iterator[Span]:
    """Where the middle of each text stands in the match key; what is around it is taken to be a key already."""
    position = 0
    for block, (before, _, behind) in zip(key.split("\n"), texts, strict=True):
        yield position + len(before), position + len(block) - len(behind)
        position += len(block) + 1
