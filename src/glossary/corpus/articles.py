"""Files that are one document each."""

from collections.abc import Iterator

import msgspec

from glossary import article
from glossary.corpus.model import Item
from glossary.errors import DataError

_BYTES = 1 << 16
_FILES = 64
"""A chunk of small files ends where either is reached: about a fifth of a second of work."""


class Articles(msgspec.Struct, frozen=True):
    """Some files, read."""

    files: tuple[tuple[str, bytes | DataError], ...]
    """By source, as the user named it: the bytes, or why there are none."""
    encoding: str | None

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(len(data) for _, data in self.files if isinstance(data, bytes))

    def items(self) -> Iterator[Item | DataError]:
        """A document a file."""
        for source, data in self.files:
            try:
                if isinstance(data, DataError):
                    raise data
                yield Item(article.parse(source, data, encoding=self.encoding))
            except DataError as error:
                yield error


class Gathering:
    """Files that come one by one, gathered into chunks."""

    def __init__(self, encoding: str | None) -> None:
        self._encoding = encoding
        self._files: list[tuple[str, bytes | DataError]] = []
        self._size = 0

    def add(self, source: str) -> Iterator[Articles]:
        """Takes a file; gives a chunk where that makes one full."""
        try:
            data: bytes | DataError = article.content(source)
        except DataError as error:
            data = error
        self._files.append((source, data))
        self._size += len(data) if isinstance(data, bytes) else 0
        if self._size >= _BYTES or len(self._files) >= _FILES:
            yield from self.rest()

    def rest(self) -> Iterator[Articles]:
        """Gives what has been gathered, if anything."""
        if self._files:
            chunk = Articles(tuple(self._files), self._encoding)
            self._files, self._size = [], 0
            yield chunk
