"""An annotated segment as a sequence of tokens: what the glossary knows in one piece, the rest as words.

The only import of jieba: words are divided by its dictionary alone, for the terms that are looked for are those that
no dictionary has, and its guesses at unknown words are often half a term.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from glossary import tables
from glossary.model import Annotation, Segment
from glossary.normalise.folding import fold_table

if TYPE_CHECKING:
    import jieba

_TITLE = re.compile("《[^《》\n]{2,60}》")
_PIECE = re.compile("(?P<han>[\u3400-\u9fff]+)|(?P<space> +)|[^\u3400-\u9fff ]+")


class Token(NamedTuple):
    """A stretch of a segment that no term divides. Offsets are code points in the segment's text."""

    start: int
    end: int
    word: str
    """Its match key; empty for what no term reaches across: marks, figures, names of people."""
    annotation: Annotation | None = None
    """What the glossary says of it."""


def key_of(segment: Segment) -> str:
    """The text of a segment, folded as match keys are but with its white space, so that offsets are the same."""
    return segment.text.translate(fold_table())


def tokens(segment: Segment, key: str) -> Iterator[Token]:
    """The tokens of a segment, in order; white space is none.

    Args:
        segment: The segment.
        key: Its text as `key_of` gives it.
    """
    position = 0
    for start, end, annotation in _known(key, segment.annotations):
        yield from _words(key, position, start)
        apart = annotation is None or annotation.kind in tables.column("mine_apart")
        yield Token(start, end, "" if apart else key[start:end].replace(" ", ""), annotation)
        position = end
    yield from _words(key, position, len(key))


def titles(key: str, annotations: Sequence[Annotation]) -> list[tuple[int, int]]:
    """Spans of the titles 《》 in a text that no annotation covers, with their marks."""
    found = []
    for match in _TITLE.finditer(key):
        start, end = match.span()
        if not any(note.start <= start + 1 and end - 1 <= note.end for note in annotations):
            found.append((start, end))
    return found


def _known(key: str, annotations: Sequence[Annotation]) -> list[tuple[int, int, Annotation | None]]:
    """The annotations, and the titles that none covers in the place of those inside them; in order, disjoint."""
    if "《" not in key:
        return [(note.start, note.end, note) for note in annotations]
    unlisted = titles(key, annotations)
    outside = [
        (note.start, note.end, note)
        for note in annotations
        if not any(start < note.end and note.start < end for start, end in unlisted)
    ]
    return sorted([*outside, *((start, end, None) for start, end in unlisted)], key=lambda known: known[0])


def _words(key: str, start: int, end: int) -> Iterator[Token]:
    for piece in _PIECE.finditer(key, start, end):
        position = piece.start()
        if piece["han"]:
            for word in divide(piece[0]):
                yield Token(position, position + len(word), word)
                position += len(word)
        elif not piece["space"]:
            yield Token(position, piece.end(), "")


def divide(text: str) -> Iterator[str]:
    """The words of a Simplified Han text."""
    yield from _divider().cut(text, HMM=False)


@cache
def _divider() -> "jieba.Tokenizer":
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    divider = jieba.Tokenizer()
    divider.initialize()
    return divider
