"""Documents from records: the text from one field, and what is kept of the others."""

from collections.abc import Iterator, Mapping
from typing import Any

from glossary.article import text as plain
from glossary.article.blocks import Line, numbered_lines
from glossary.corpus.model import Item, Reading
from glossary.errors import DataError


def document(record: Mapping[str, Any], *, file: str, line: int, reading: Reading) -> Item:
    """A record's document; all its segments stand on the record's line. Null is an empty text.

    Raises:
        DataError: The record has no such field, or no text in it.
    """
    if reading.text not in record:
        raise DataError(file, line, f"has no field {reading.text!r}{advice(record)}")
    text = record[reading.text]
    if not isinstance(text, str | None):
        raise DataError(file, line, f"the field {reading.text!r} holds no text but {_sort(text)}")
    kept = {name: record.get(name) for name in reading.keep} if reading.keep else None
    return Item(plain.of_lines(_on_line(text or "", line), file=file, encoding=""), kept)


def advice(names: Mapping[str, Any] | list[str]) -> str:
    """What to do where a record has no field of a name; it has `names`."""
    has = ", ".join(list(names)[:8]) or "none"
    return f": name the one that holds the text with --field (there are: {has})"


def _on_line(text: str, line: int) -> Iterator[Line]:
    for part in numbered_lines(text.replace("\r\n", "\n").replace("\r", "\n")):
        yield part._replace(number=line)


def _sort(value: object) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
        bytes: "bytes",
    }
    return names.get(type(value), f"a {type(value).__name__}")
