"""Text that remembers, for every character, where in the original it came from.

All offset arithmetic of the project is here. Offsets are code points, spans half-open.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

import msgspec


class Edit(NamedTuple):
    """One change that a normalising step asks for: `text[start:end]` becomes `replacement`."""

    start: int
    end: int
    replacement: str = ""


def _integers(*values: int) -> "array[int]":
    return array("i", values)


class AlignedText(msgspec.Struct, frozen=True):
    """A text and the original that it was made from.

    The map is kept as pieces: runs copied from the original and runs that replaced a stretch of it. A text
    with few edits has few pieces, however long it is.
    """

    text: str
    """The text as it now stands."""
    _at: "array[int]" = msgspec.field(default_factory=lambda: _integers(0))
    """Where each piece starts in `text`, ascending."""
    _starts: "array[int]" = msgspec.field(default_factory=lambda: _integers(0))
    """Where the piece starts in the original."""
    _ends: "array[int]" = msgspec.field(default_factory=lambda: _integers(-1))
    """Where the stretch that the piece replaced ends in the original; -1 for a piece that was copied."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that `text[start:end]` came from.

        From the first character's start to the last character's end: what was removed between them is inside,
        what was removed before and after is not.

        Raises:
            ValueError: The span is empty or not inside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no characters at {start}:{end} in a text of {len(self.text)}")
        return self._start_of(start), self._end_of(end - 1)

    def originals(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """As `original`, for many spans at once: not empty, inside the text, in order of start."""
        found = []
        at, starts, ends = [*self._at, len(self.text)], self._starts, self._ends
        piece, reach, shift = -1, 0, 0
        for start, end in spans:
            if start >= reach:
                piece = bisect_right(at, start, lo=piece + 1) - 1
                reach, shift = (at[piece + 1], starts[piece] - at[piece]) if ends[piece] < 0 else (0, 0)
            if end <= reach:  # as nearly always: inside one piece that was copied
                found.append((start + shift, end + shift))
            else:
                found.append((self._start_of(start), self._end_of(end - 1)))
        return found

    def _start_of(self, index: int) -> int:
        piece = bisect_right(self._at, index) - 1
        start = self._starts[piece]
        return start if self._ends[piece] >= 0 else start + index - self._at[piece]

    def _end_of(self, index: int) -> int:
        piece = bisect_right(self._at, index) - 1
        end = self._ends[piece]
        return end if end >= 0 else self._starts[piece] + index - self._at[piece] + 1

    def apply(self, edits: Iterable[Edit]) -> "AlignedText":
        """The text after `edits`, which are in the coordinates of `self.text`, ascending and disjoint.

        Raises:
            ValueError: The edits overlap, are out of order or outside the text, or insert without replacing.
        """
        edits = list(edits)
        if not edits:
            return self
        builder = _Builder(self)
        position = 0
        for edit in edits:
            if not position <= edit.start < edit.end <= len(self.text):
                raise ValueError(f"{edit} overlaps the edit before it or replaces nothing in the text")
            builder.copy(position, edit.start)
            builder.replace(edit)
            position = edit.end
        builder.copy(position, len(self.text))
        return builder.finish()


class _Builder:
    """Collects the pieces of a new text from those of an old one."""

    def __init__(self, old: AlignedText) -> None:
        self.old = old
        self.chunks: list[str] = []
        self.length = 0
        self.at, self.starts, self.ends = _integers(), _integers(), _integers()
        self.next_piece = 0

    def _add(self, offset: int, start: int, end: int) -> None:
        self.at.append(self.length + offset)
        self.starts.append(start)
        self.ends.append(end)

    def copy(self, start: int, end: int) -> None:
        """Keeps `old.text[start:end]`, splitting it where the old text's pieces meet."""
        if start == end:
            return
        at, starts, ends = self.old._at, self.old._starts, self.old._ends
        piece = bisect_right(at, start, lo=self.next_piece) - 1
        while piece < len(at) and at[piece] < end:
            first = max(start, at[piece])
            copied = ends[piece] < 0
            origin = starts[piece] + (first - at[piece] if copied else 0)
            self._add(first - start, origin, ends[piece])
            piece += 1
        self.next_piece = piece - 1
        self.chunks.append(self.old.text[start:end])
        self.length += end - start

    def replace(self, edit: Edit) -> None:
        """Puts the replacement in the place of the edit's stretch."""
        if edit.replacement:
            self._add(0, *self.old.original(edit.start, edit.end))
            self.chunks.append(edit.replacement)
            self.length += len(edit.replacement)

    def finish(self) -> AlignedText:
        """The new text with its map to the original."""
        if not self.at:
            return AlignedText("")
        return AlignedText("".join(self.chunks), self.at, self.starts, self.ends)
