"""PO files out: only where something changed, and only when what was written reads back the same."""

from array import array
from codecs import getincrementalencoder
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from glossary import atomic
from glossary.bulk import uncollected
from glossary.errors import DataError, GlossaryError
from glossary.po.charset import charset
from glossary.po.header import with_field
from glossary.po.model import Catalogue, Entry
from glossary.po.prints import fingerprints, fingerprints_of
from glossary.po.read import digest
from glossary.po.render import pieces


@uncollected()
def write(catalogue: Catalogue, path: Path) -> bool:
    """Writes a PO file where `path` says something else than the catalogue; whether it did.

    A file that has the same entries in the same order is not touched, however its lines are broken. The
    charset that the header names is kept as long as it has all the characters; otherwise the file becomes
    UTF-8. A byte order mark is not written: gettext refuses it.

    Raises:
        DataError: The target cannot be written, or what stands there is no PO file, which is then left alone.
        GlossaryError: The catalogue holds what no PO file can.
    """
    if path.is_file() and _prints(catalogue) == _prints_at(path, catalogue):
        return False
    try:
        _put(catalogue, catalogue.entries, path)
    except (LookupError, UnicodeError):
        _put(_in_utf8(catalogue), catalogue.entries, path)
    return True


@uncollected()
def write_new(header: Entry, entries: Iterable[Entry], path: Path) -> None:
    """Writes a PO file where none is, in UTF-8 and in the memory of an entry: the entries are written as they come.

    Raises:
        DataError: The target cannot be written.
        GlossaryError: The entries hold what no PO file can.
    """
    _put(Catalogue(header=header), entries, path)


def _prints(catalogue: Catalogue) -> "array[int]":
    return array("q", map(hash, (catalogue.header, *catalogue.entries, catalogue.tail)))


def _prints_at(path: Path, catalogue: Catalogue) -> "array[int]":
    """What the file at `path` says now, without reading it a second time where that can be helped."""
    try:
        present = path.read_bytes()
    except OSError as error:
        raise DataError(path, None, f"cannot be read: {error.strerror}") from None
    if catalogue.origin is not None and digest(present) == catalogue.origin.digest:
        return catalogue.origin.prints
    return fingerprints(present, path=path)


def _in_utf8(catalogue: Catalogue) -> Catalogue:
    if catalogue.header is None:
        return catalogue
    header = with_field(catalogue.header, "Content-Type", "text/plain; charset=UTF-8")
    return replace(catalogue, header=header)


def _put(frame: Catalogue, entries: Iterable[Entry], path: Path) -> None:
    """Writes entries, with all else that a catalogue says.

    Raises:
        LookupError: There is no such charset as its header names.
        UnicodeError: The charset, which is not UTF-8, lacks a character.
    """
    name = charset(frame.header.msgstr.encode("utf-8", "replace")) if frame.header else "utf-8"
    encode = getincrementalencoder(name)().encode
    prints = array("q", [hash(frame.header)])
    text = pieces(frame.header, _hashed(entries, prints), tail=frame.tail, wrapped=frame.wrapped)
    try:
        with atomic.replacing(path) as stream:
            for piece in text:
                stream.write(encode(piece.replace("\n", frame.newline)))
            stream.write(encode("", final=True))
            prints.append(hash(frame.tail))
            if stream.readable():
                _check(stream, prints, path)
    except UnicodeEncodeError as error:
        if name != "utf-8":
            raise
        code = ord(error.object[error.start])
        raise GlossaryError(
            f"{path} was not written: U+{code:04X} in a message is no character; mend the source"
        ) from None


def _hashed(entries: Iterable[Entry], prints: "array[int]") -> Iterator[Entry]:
    """The entries; their hashes are added to `prints` as they pass."""
    for entry in entries:
        prints.append(hash(entry))
        yield entry


def _check(stream: BinaryIO, prints: "array[int]", path: Path) -> None:
    """Raises where what has been written does not read back the same."""
    stream.seek(0)
    try:
        same = fingerprints_of(stream, path=path) == prints
    except DataError as error:
        raise GlossaryError(f"{path} was not written: it would not be a PO file: {error.cause}") from None
    if not same:
        raise GlossaryError(f"{path} was not written: it would not read back the same; report this")
