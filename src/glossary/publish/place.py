"""Where the segments of an article stand in its blocks, and what is to be written there."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from msgspec.structs import replace

from glossary.article import Name, Part
from glossary.layout import source_text
from glossary.model import Annotation
from glossary.normalise import AlignedText, clean
from glossary.publish.match import Match, Rendered, State

_NO_SPACE_BEFORE = ",.;:!?)]”’"


class Placed(NamedTuple):
    """A segment in the text of its block."""

    start: int
    end: int
    rendered: Rendered
    names: tuple[Name, ...]


def parts(match: Match) -> list[list[Part]]:
    """What is to be written in the place of each block of an article."""
    return [
        list(_merged(_parts(block.text, inside)))
        for block, inside in zip(match.article.blocks, placed(match), strict=True)
    ]


def placed(match: Match) -> list[list[Placed]]:
    """The segments of each block, with what was removed beside them from the clean text: glosses, invisible marks."""
    blocks = match.article.blocks
    starts = list(accumulate((len(block.text) + 1 for block in blocks), initial=0))
    aligned = clean(source_text(match.article)).aligned
    found: list[list[Placed]] = [[] for _ in blocks]
    position = 0
    for each in match.segments:
        # Segments follow each other in the clean text, with white space between them.
        position = aligned.text.index(each.segment.text, position)
        behind = position + len(each.segment.text)
        start, end = aligned.original(position, behind)
        block = bisect_right(starts, start) - 1
        origin = starts[block]
        names = tuple(_names(aligned, each.segment.annotations, position, origin))
        found[block].append(Placed(start - origin, end - origin, each, names))
        position = behind
    return [list(_tiled(block.text, inside)) for block, inside in zip(blocks, found, strict=True)]


def _names(
    aligned: AlignedText, annotations: tuple[Annotation, ...], position: int, origin: int
) -> Iterator[Name]:
    for note in annotations:
        start, end = aligned.original(position + note.start, position + note.end)
        renderings = (note.rendering, *note.alternatives, note.short)
        yield Name(start - origin, end - origin, tuple(filter(None, renderings)))


def _tiled(text: str, inside: list[Placed]) -> Iterator[Placed]:
    """The segments of a block with what was removed before the first and behind each of them."""
    ends = [*(each.start for each in inside[1:]), len(text)]
    for index, (each, behind) in enumerate(zip(inside, ends, strict=True)):
        start = 0 if index == 0 and text[: each.start].strip() else each.start
        yield each._replace(start=start, end=each.end + len(text[each.end : behind].rstrip()))


def _parts(text: str, inside: list[Placed]) -> Iterator[Part]:
    made = [_part(each) for each in inside]
    yield from made[:1]
    for before, part in pairwise(made):
        gap = text[before.end : part.start]
        english = before.english is not None or part.english is not None
        begins = (part.english or text[part.start])[0]
        apart = english and not gap and begins not in _NO_SPACE_BEFORE
        yield replace(part, lead=" ") if apart else part


def _part(each: Placed) -> Part:
    done = each.rendered.state is State.DONE
    english = each.rendered.english if done and each.rendered.english else None
    return Part(start=each.start, end=each.end, english=english, marked=not done, names=each.names)


def _merged(made: Iterator[Part]) -> Iterator[Part]:
    """Neighbours that are both marked are marked together."""
    last: Part | None = None
    for part in made:
        if last and last.marked and part.marked:
            last = replace(last, end=part.end)
            continue
        if last:
            yield last
        last = part
    if last:
        yield last
