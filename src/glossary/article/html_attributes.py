"""The attributes of a page's source that readers see, with English in the place of what they say.

They are written before the text is, so that a tag in the middle of a sentence is carried over as it then stands.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import accumulate

from glossary.article.model import NOWHERE, Block, BlockKind, Part
from glossary.article.rewrite import english
from glossary.article.tags import value_at
from glossary.normalise.aligned import AlignedText, Edit


def written(source: str, blocks: Iterable[tuple[Block, Sequence[Part]]]) -> tuple[str, Callable[[int], int]]:
    """The source with the English of those of its blocks that are attributes.

    Gives also a function from a place in the source, outside of these, to its place in the new one.
    """
    edits = sorted(_edits(source, blocks))
    ends = [edit.end for edit in edits]
    shifts = [0, *accumulate(len(edit.replacement) - (edit.end - edit.start) for edit in edits)]
    text = AlignedText(source).apply(edits).text
    return text, lambda place: place + shifts[bisect_right(ends, place)]


def _edits(source: str, blocks: Iterable[tuple[Block, Sequence[Part]]]) -> Iterator[Edit]:
    for block, parts in blocks:
        place = block.places[0][1]
        if block.kind is BlockKind.ATTRIBUTE and place != NOWHERE:
            text = english(block, parts)
            if text is not None:
                yield Edit(*value_at(source, place), f'"{escape(text)}"')
