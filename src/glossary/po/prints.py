"""Hashes of the entries of PO files: whether two files say the same, without holding what they say."""

from array import array
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from glossary.errors import DataError
from glossary.po.charset import declared, decode
from glossary.po.lines import lines
from glossary.po.model import Entry
from glossary.po.read import Reader, is_header

_HEADER = 1 << 16
"""Bytes in which a header names its charset."""


def fingerprints(data: bytes, *, path: Path | str) -> "array[int]":
    """A hash of each entry of the PO file with this content, as in its catalogue's origin.

    Raises:
        DataError: As for `parse`.
    """
    return _fingerprints(lines(decode(data, path=path)), path)


def fingerprints_of(stream: BinaryIO, *, path: Path | str) -> "array[int]":
    """As `fingerprints`, in the memory of an entry, for a file as this package writes them: without a byte order mark.

    Raises:
        DataError: It is no PO file.
    """
    name = declared(stream.read(_HEADER))
    stream.seek(0)
    text = TextIOWrapper(stream, encoding=name, newline="\n")
    try:
        return _fingerprints(_checked(text, path), path)
    except UnicodeError:
        raise DataError(path, None, f"is not {name} text") from None
    finally:
        text.detach()


def _checked(text: Iterable[str], path: Path | str) -> Iterator[str]:
    for number, line in enumerate(text, 1):
        if "\0" in line:
            raise DataError(path, number, "is binary, not a PO file")
        yield line


def _fingerprints(text: Iterable[str], path: Path | str) -> "array[int]":
    header = 0
    prints = array("q", [hash(None)])

    def keep(entry: Entry) -> None:
        nonlocal header
        if not header and is_header(entry):
            header = 1
            prints[0] = hash(entry)
        else:
            prints.append(hash(entry))

    reader = Reader(text, path, keep)
    reader.run()
    prints.append(hash(reader.rest))
    return prints
