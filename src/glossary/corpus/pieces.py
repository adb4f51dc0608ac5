"""Plain texts too long to be held as one document."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from glossary import article
from glossary.article import text as plain
from glossary.article.blocks import numbered_lines
from glossary.article.decode import decode
from glossary.corpus.model import Chunk, Item
from glossary.corpus.stretches import stretches
from glossary.errors import DataError

PIECE = 1 << 20
"""Bytes: a book of some 350,000 characters, and two to three seconds of work."""


class Piece(msgspec.Struct, frozen=True):
    """Some paragraphs of a text."""

    file: str
    line: int
    """The line of the file that it starts with."""
    data: bytes
    encoding: str

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.data)

    def items(self) -> Iterator[Item | DataError]:
        """One document; none where there is nothing but white space."""
        try:
            text, _ = decode(self.data, file=self.file, encoding=self.encoding)
        except DataError as error:
            yield DataError(self.file, (error.line or 1) + self.line - 1, error.cause)
            return
        lines = (line._replace(number=line.number + self.line - 1) for line in numbered_lines(text))
        found = plain.of_lines(lines, file=self.file, encoding=self.encoding)
        if found.blocks:
            yield Item(found)


def chunks(source: str, encoding: str | None) -> Iterator[Chunk] | None:
    """The pieces of a plain text; None where it is read as a whole.

    That is so where it is short, and where its line ends cannot be told from its bytes: in UTF-16 and UTF-32.
    The encoding is detected from the first piece that has more than ASCII.
    """
    path = Path(source)
    try:
        if source == article.STANDARD_INPUT or not path.is_file() or path.stat().st_size <= PIECE:
            return None
        with path.open("rb") as stream:
            telling = _telling(stream)
        _, name = decode(telling, file=article.name(source), encoding=encoding)
    except (OSError, ValueError, DataError):
        return None  # reading it as a whole says what is wrong
    return None if name.startswith(("utf-16", "utf-32")) else _pieces(path, article.name(source), name)


def _telling(stream: BinaryIO) -> bytes:
    """The first piece that tells the encoding: plain ASCII may be the beginning of a text in any, but for NULs of UTF-16."""
    piece = b""
    for piece in stretches(stream, PIECE, blank=True):
        if not piece.isascii() or b"\0" in piece:
            break
    return piece


def _pieces(path: Path, file: str, encoding: str) -> Iterator[Piece]:
    line = 1
    with path.open("rb") as stream:
        for data in stretches(stream, PIECE, blank=True):
            yield Piece(file, line, data, encoding)
            line += data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")
