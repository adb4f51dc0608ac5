"""Memories out of files: PO, TMX, and whatever else holds sentences with their translations."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from glossary import bilingual
from glossary.atomic import looking_at, read_bytes
from glossary.errors import DataError
from glossary.memory.model import Memory, Unit
from glossary.po.model import Catalogue

_IN_FOLDERS = (".po", ".tmx")


def read(paths: Iterable[Path]) -> Memory:
    """The memory of these files and folders, earlier ones preferred.

    A folder stands for all PO and TMX files in and below it, by name.

    Raises:
        DataError: One is not there, or cannot be used.
    """
    files = dict.fromkeys(file for path in paths for file in _files(path))
    return Memory(tuple(unit for file in files for unit in units(catalogue(file), file.as_posix())))


def units(read: Catalogue, file: str) -> Iterator[Unit]:
    """The translations of a file that can be offered: not the fuzzy ones, which nobody has approved.

    Obsolete ones were approved once; only their sentence has left its article.
    """
    for entry in read.entries:
        if entry.msgid.strip() and entry.msgstr.strip() and not entry.msgid_plural and not entry.fuzzy:
            yield Unit(entry.msgid, entry.msgstr.strip(), file, entry.line)


def catalogue(file: Path) -> Catalogue:
    """The sentences of a file with their translations, in the format that its suffix stands for.

    Raises:
        DataError: It cannot be read, or is not in that format.
    """
    form = bilingual.of(file)
    return form.parse(read_bytes(file), path=str(file))


def _files(path: Path) -> list[Path]:
    with looking_at(path):
        if path.is_dir():
            inside = sorted(
                file for file in path.rglob("*") if file.suffix.lower() in _IN_FOLDERS and file.is_file()
            )
            if not inside:
                raise DataError(path, None, "no PO or TMX files in or below this folder: check the path")
            return inside
        if not path.exists():
            raise DataError(path, None, "no such file or folder: check the path")
    return [path]
