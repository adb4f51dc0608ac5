"""PO files out: only where something changed, and only when what was written reads back the same."""

from array import array
from dataclasses import replace
from pathlib import Path

from glossary import atomic
from glossary.bulk import uncollected
from glossary.errors import DataError, GlossaryError
from glossary.po.charset import charset
from glossary.po.header import with_field
from glossary.po.model import Catalogue
from glossary.po.read import digest, fingerprints
from glossary.po.render import render


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
    catalogue, data = _encoded(catalogue, path)
    prints = array("q", map(hash, (catalogue.header, *catalogue.entries, catalogue.tail)))
    if path.is_file() and prints == _prints_at(path, catalogue):
        return False

    def check(written: bytes) -> None:
        try:
            same = fingerprints(written, path=path) == prints
        except DataError as error:
            raise GlossaryError(f"{path} was not written: it would not be a PO file: {error.cause}") from None
        if not same:
            raise GlossaryError(f"{path} was not written: it would not read back the same; report this")

    atomic.write_bytes(path, data, check=check)
    return True


def _prints_at(path: Path, catalogue: Catalogue) -> "array[int]":
    """What the file at `path` says now, without reading it a second time where that can be helped."""
    try:
        present = path.read_bytes()
    except OSError as error:
        raise DataError(path, None, f"cannot be read: {error.strerror}") from None
    if catalogue.origin is not None and digest(present) == catalogue.origin.digest:
        return catalogue.origin.prints
    return fingerprints(present, path=path)


def _encoded(catalogue: Catalogue, path: Path) -> tuple[Catalogue, bytes]:
    """The bytes of the file, and the catalogue as they say it."""
    try:
        name = charset(catalogue.header.msgstr.encode("utf-8", "replace")) if catalogue.header else "utf-8"
        return catalogue, _text(catalogue).encode(name)
    except (LookupError, UnicodeError):
        pass
    if catalogue.header is not None:
        header = with_field(catalogue.header, "Content-Type", "text/plain; charset=UTF-8")
        catalogue = replace(catalogue, header=header)
    try:
        return catalogue, _text(catalogue).encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(error.object[error.start])
        raise GlossaryError(
            f"{path} was not written: U+{code:04X} in a message is no character; mend the source"
        ) from None


def _text(catalogue: Catalogue) -> str:
    text = render(catalogue)
    return text if catalogue.newline == "\n" else text.replace("\n", catalogue.newline)
