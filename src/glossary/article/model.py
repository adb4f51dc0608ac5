"""What every source format is read into."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

import msgspec

NOWHERE = -1
"""The place of text of which nobody knows where it came from."""


class BlockKind(StrEnum):
    """What a block is in its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    ATTRIBUTE = "attribute"
    """What an attribute says: the alternative text of an image, a tooltip, the description of a page."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell, caption or attribute: never joined with its neighbours."""

    text: str
    """The text as the format gives it, on one line: no line break inside, no block marks of the format."""
    kind: BlockKind
    lines: tuple[tuple[int, int], ...]
    """(offset in `text`, line of the file that starts there), ascending, the first at offset 0.

    DOCX has no lines: there the number of the paragraph, counted from 1, stands for the line.
    """
    places: tuple[tuple[int, int], ...] = field(default=(), compare=False, repr=False)
    """(offset in `text`, place in the original of the text from there on), ascending, the first at offset 0.

    Up to the next offset, characters of the text and of the original go side by side. What a place counts is the
    format's: characters of the decoded file in text, Markdown and HTML, characters of its texts in DOCX.
    """

    def line_at(self, offset: int) -> int:
        """The line of the file that the character at `offset` stands on."""
        if len(self.lines) == 1:
            return self.lines[0][1]
        return self.lines[bisect_right(self.lines, offset, key=lambda point: point[0]) - 1][1]

    def place_at(self, offset: int) -> int:
        """The place in the original of the character at `offset`; `NOWHERE` if that is not known."""
        at, place = self.places[bisect_right(self.places, offset, key=lambda point: point[0]) - 1]
        return NOWHERE if place == NOWHERE else place + offset - at

    def moved(self, move: Callable[[int], int]) -> "Block":
        """The block in an original in which texts stand in other places; `move` has the new place of an old one."""
        places = ((at, NOWHERE if place == NOWHERE else move(place)) for at, place in self.places)
        return replace(self, places=tuple(places))


class Article(msgspec.Struct, frozen=True):
    """A source file, read: its blocks in reading order."""

    file: str
    """The path as the user named it, with forward slashes; `-` for standard input."""
    blocks: tuple[Block, ...]
    encoding: str
    """The character encoding that it was read in, empty where the format has its own."""


class Name(NamedTuple):
    """A term in a block, with its renderings, best first."""

    start: int
    """Offset in the text of the block."""
    end: int
    renderings: tuple[str, ...]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a block, and what is published in its place.

    The parts of a block are in order and disjoint; between them is white space at the most.
    """

    start: int
    """Offset in the text of the block."""
    end: int
    english: str | None
    """The text to put there, on one line; None where the original stays."""
    marked: bool = False
    """The original stays because it is not translated, and readers should see that."""
    lead: str = ""
    """What to put before it where nothing parts it from the part before: Chinese has no spaces between sentences."""
    names: tuple[Name, ...] = ()
    """Terms inside it, in order: they tell where in the English a stretch of the original is."""


class Loss(NamedTuple):
    """Markup of a block that has no place in its English."""

    block: int
    """The index of the block in its article."""
    message: str


class Published(msgspec.Struct, frozen=True):
    """An article, written back with other text."""

    data: bytes
    losses: tuple[Loss, ...] = ()
