"""What every source format is read into."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is in its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell or caption: never joined with its neighbours."""

    text: str
    """The text as the format gives it, on one line: no line break inside, no block marks of the format."""
    kind: BlockKind
    lines: tuple[tuple[int, int], ...]
    """(offset in `text`, line of the file that starts there), ascending, the first at offset 0.

    DOCX has no lines: there the number of the paragraph, counted from 1, stands for the line.
    """

    def line_at(self, offset: int) -> int:
        """The line of the file that the character at `offset` stands on."""
        if len(self.lines) == 1:
            return self.lines[0][1]
        return self.lines[bisect_right(self.lines, offset, key=lambda point: point[0]) - 1][1]


@dataclass(frozen=True, slots=True)
class Article:
    """A source file, read: its blocks in reading order."""

    file: str
    """The path as the user named it, with forward slashes; `-` for standard input."""
    blocks: tuple[Block, ...]
    encoding: str
    """The character encoding that it was read in, empty where the format has its own."""
