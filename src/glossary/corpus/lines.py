"""Files of JSON lines: a record a line."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from glossary import article
from glossary.corpus import records
from glossary.corpus.articles import Articles
from glossary.corpus.model import Chunk, Item, Reading
from glossary.corpus.stretches import stretches
from glossary.errors import DataError

_SUFFIXES = (".jsonl", ".ndjson")
_BYTES = 1 << 18
_BOM = b"\xef\xbb\xbf"


class Lines(msgspec.Struct, frozen=True):
    """Some lines of a file."""

    file: str
    line: int
    """The line of the file that it starts with."""
    data: bytes
    reading: Reading

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.data)

    def items(self) -> Iterator[Item | DataError]:
        """A document a line; blank lines are none."""
        for number, line in enumerate(self.data.split(b"\n"), self.line):
            if line.strip():
                try:
                    yield self._item(line, number)
                except DataError as error:
                    yield error

    def _item(self, line: bytes, number: int) -> Item:
        try:
            record = msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise DataError(self.file, number, f"is no JSON ({error}): mend the line") from None
        if not isinstance(record, dict):
            raise DataError(self.file, number, "is no JSON object: write one record a line, in braces")
        return records.document(record, file=self.file, line=number, reading=self.reading)


def holds(source: str, reading: Reading) -> bool:
    """Whether a source is read as JSON lines."""
    return reading.field is not None or Path(source).suffix.lower() in _SUFFIXES


def chunks(source: str, reading: Reading) -> Iterator[Chunk]:
    """The lines of a file, or of standard input, in chunks."""
    line = 1
    try:
        with article.opened(source) as stream:
            for number, data in enumerate(stretches(stream, _BYTES)):
                yield Lines(article.name(source), line, data if number else data.removeprefix(_BOM), reading)
                line += data.count(b"\n")
    except DataError as error:
        yield Articles(((source, error),), None)
