"""Parquet files: a record a row."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from glossary import article
from glossary.corpus import records
from glossary.corpus.articles import Articles
from glossary.corpus.model import Chunk, Item, Reading
from glossary.errors import DataError
from glossary.parquet import pyarrow

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_ROWS = 64
"""So many are read at one time, as a row's text may be long."""
_BYTES = 1 << 18
"""About as large a chunk gets."""


class Rows(msgspec.Struct, frozen=True):
    """Some rows of a file."""

    file: str
    row: int
    """The first row's number in the file, counted from 1."""
    rows: tuple[dict[str, Any], ...]
    """The columns that are read."""
    reading: Reading

    @property
    def size(self) -> int:
        """Bytes of text."""
        return sum(map(self._size, self.rows))

    def _size(self, row: dict[str, Any]) -> int:
        text = row[self.reading.text]
        return len(text.encode()) if isinstance(text, str) else 0

    def items(self) -> Iterator[Item | DataError]:
        """A document a row."""
        for number, row in enumerate(self.rows, self.row):
            try:
                yield records.document(row, file=self.file, line=number, reading=self.reading)
            except DataError as error:
                yield error


def holds(source: str) -> bool:
    """Whether a source is read as Parquet."""
    return Path(source).suffix.lower() == ".parquet"


def chunks(source: str, reading: Reading) -> Iterator[Chunk]:
    """The rows of a file in chunks.

    Raises:
        GlossaryError: pyarrow is not installed.
    """
    arrow = pyarrow()
    file = article.name(source)
    try:
        with article.opened(source) as stream:
            try:
                yield from _chunks(arrow.parquet.ParquetFile(stream), file, reading)
            except arrow.ArrowException as error:
                raise DataError(file, None, f"is no Parquet file: {str(error).splitlines()[0]}") from None
    except DataError as error:
        yield Articles(((source, error),), None)


def _chunks(table: "ParquetFile", file: str, reading: Reading) -> Iterator[Rows]:
    names = list(dict.fromkeys((reading.text, *reading.keep)))
    for name in names:
        count = table.schema_arrow.names.count(name)
        if not count:
            fault = f"has no column {name!r}{records.advice(table.schema_arrow.names)}"
            raise DataError(file, None, fault)
        if count > 1:
            raise DataError(file, None, f"has {count} columns {name!r}: give each a name of its own")
    first, gathered, size = 1, list[dict[str, Any]](), 0
    for batch in table.iter_batches(batch_size=_ROWS, columns=names):
        row = first + len(gathered)
        try:
            gathered += batch.to_pylist()
        except UnicodeDecodeError as error:  # Arrow takes the word of who wrote the file
            fault = f"in this row or the {_ROWS - 1} after it is text that is not UTF-8 ({error}): write the file again"
            raise DataError(file, row, fault) from None
        size += batch.get_total_buffer_size()
        if size >= _BYTES:
            yield Rows(file, first, tuple(gathered), reading)
            first, gathered, size = first + len(gathered), [], 0
    if gathered:
        yield Rows(file, first, tuple(gathered), reading)
