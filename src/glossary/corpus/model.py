"""What a corpus is read into."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

import msgspec

from glossary.article.model import Article
from glossary.errors import DataError


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """How the files of a corpus are to be read."""

    field: str | None = None
    """The field of a record that holds its text; None for `text` where a file's suffix says that it holds records."""
    keep: tuple[str, ...] = ()
    """Fields of a record that its segments carry."""
    encoding: str | None = None
    """The encoding of articles; None to detect it. Records are UTF-8."""

    @property
    def text(self) -> str:
        """The field of a record that holds its text."""
        return self.field or "text"


class Item(msgspec.Struct, frozen=True):
    """One document to annotate."""

    article: Article
    record: Mapping[str, Any] | None = None
    """The fields that are kept of the record that it comes from."""


class Chunk(Protocol):
    """A stretch of a corpus, with its content, so that another machine can work on it. Its fields are its content."""

    @property
    def size(self) -> int:
        """How much of the corpus it is, in bytes."""
        ...

    def items(self) -> Iterator[Item | DataError]:
        """Its documents, in order; a fault in the place of one that cannot be read.

        Raises:
            GlossaryError: What was asked for makes no sense, for this document or any.
        """
        ...
