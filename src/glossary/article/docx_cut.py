"""Runs of a Word document, cut so that each has one text, or a part of one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import pairwise

import msgspec

from glossary.article.model import Block, Part
from glossary.article.wordprocessing import Text, W
from glossary.xml import UNHOLDABLE, XML, Element

_SPACE = f"{XML}space"


class Run(msgspec.Struct, frozen=True):
    """A run with one text, or a part of one."""

    start: int
    """Place of its first character, as `Block.places` counts."""
    end: int
    element: Element


def isolated(block: Block, parts: Sequence[Part], texts: Sequence[Text]) -> Iterator[Run]:
    """The runs of a block, split so that each has one text at the most, and is in one part or in none."""
    cuts = sorted(
        {place for part in parts for place in (block.place_at(part.start), block.place_at(part.end - 1) + 1)}
    )
    opening = bisect_right(texts, block.places[0][1], key=lambda text: text.start) - 1
    while opening and _same_line(texts[opening - 1], texts[opening]):
        opening -= 1
    closing = block.place_at(len(block.text) - 1)
    for text in texts[opening : bisect_right(texts, closing, key=lambda text: text.start)]:
        run = _alone(text.element)
        inside = cuts[bisect_right(cuts, text.start) : bisect_left(cuts, text.end)]
        yield from _cut(run, [text.start, *inside, text.end])


def _same_line(one: Text, other: Text) -> bool:
    """Whether two texts are of one paragraph, without a line break between them."""
    return _paragraph(one.element) is _paragraph(other.element) and one.element.tag != f"{W}br"


def _paragraph(element: Element) -> Element:
    return next(element.iterancestors(f"{W}p"), None)


def _alone(element: Element) -> Element:
    """The run of a text, after what else was in it has moved to runs like it."""
    run = element.getparent()
    content = [child for child in run if child.tag != f"{W}rPr"]
    at = content.index(element)
    for others, put in ((content[:at], run.addprevious), (content[at + 1 :], run.addnext)):
        if others:
            sibling = like(run)
            sibling.extend(others)
            put(sibling)
    return run


def like(run: Element) -> Element:
    """An empty run with the properties of another."""
    made = run.makeelement(run.tag, run.attrib)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def _cut(run: Element, edges: Sequence[int]) -> Iterator[Run]:
    """The run in pieces: one text from each edge to the next."""
    text = run.find(f"{W}t")
    content = (text.text or "") if text is not None else ""
    origin = edges[0]
    for start, end in pairwise(edges):
        piece = run
        if end != edges[-1]:
            piece = like(run)
            set_text(piece, content[start - origin : end - origin])
            run.addprevious(piece)
        elif start != origin:
            run.remove(text)
            set_text(run, content[start - origin :])
        yield Run(start, end, piece)


def set_text(run: Element, content: str) -> None:
    """Gives a run this text, without the characters that XML does not have."""
    text = run.find(f"{W}t")
    if text is None:
        text = run.makeelement(f"{W}t")
        run.append(text)
    text.text = UNHOLDABLE.sub("", content)
    text.set(_SPACE, "preserve")
