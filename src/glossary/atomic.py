"""Files read, and written in full or left as they were; temporary ones; and paths that may not be looked at."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from glossary.errors import DataError, GlossaryError

Check = Callable[[bytes], None]


def read_bytes(path: Path) -> bytes:
    """What stands in a file.

    Raises:
        DataError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DataError(path, None, "no such file: check the path") from error
    except IsADirectoryError as error:
        raise DataError(path, None, "is a folder: name a file") from error
    except (OSError, ValueError) as error:  # a NUL in the name is a ValueError
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(
            path, None, f"cannot be read ({reason}): check the file and its permissions"
        ) from error


def write_text(path: Path, text: str) -> None:
    """Puts `text`, as UTF-8 and with its line ends as they are, in the place of the file at `path`.

    Raises:
        DataError: The file cannot be written, or the text has characters that UTF-8 does not have.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        fault = (
            f"the text holds U+{ord(text[error.start]):04X}, which is no character; remove it from the source"
        )
        raise DataError(path, None, fault) from None
    write_bytes(path, data)


def write_bytes(path: Path, data: bytes, *, check: Check | None = None) -> None:
    """Puts `data` in the place of the file at `path`, or leaves everything as it is; see `replacing`.

    Args:
        path: The target.
        data: Its new content.
        check: Called with what the disk gives back before the file is moved into place; it raises where that
            must not replace the target.

    Raises:
        DataError: The target cannot be written; the message names it and says what to do.
    """
    with replacing(path) as stream:
        stream.write(data)
        if check is not None and stream.readable():
            stream.seek(0)
            check(stream.read())


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which is put in the place of that at `path` at the end; what is raised inside leaves all as it is.

    It is beside the target, can be read back, and is flushed to the disk before it is moved into place. An existing file
    keeps its permissions, a symbolic link keeps pointing where it does. What is no ordinary file (`/dev/null`, a
    pipe) is written to directly, and cannot be read back.

    Raises:
        DataError: The target cannot be written; the message names it and says what to do.
    """
    try:
        refuse(path)
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
        else:
            with _beside(path.resolve()) as stream:
                yield stream
    except OSError as error:
        fault = f"cannot be written: {error.strerror or error}; choose another place or make room there"
        raise DataError(path, None, fault) from None


@contextmanager
def in_temporary_files() -> Iterator[None]:
    """For work with files of `tempfile`: makes of an `OSError` one line that names their folder, which nobody has asked for.

    Raises:
        GlossaryError: Such a file cannot be made, written or read.
    """
    try:
        yield
    except OSError as error:
        from tempfile import gettempdir

        raise GlossaryError(
            f"no temporary file in {gettempdir()}: {error.strerror or error}; make room there, or name another folder in TMPDIR"
        ) from None


def refuse(path: Path) -> None:
    """Refuses the targets that can be seen to be wrong beforehand.

    Raises:
        DataError: The target is a folder, has no folder, or may not be written.
    """
    if path.is_dir():
        raise DataError(path, None, "is a folder; name a file in it")
    folder = path.parent
    if not folder.exists():
        raise DataError(path, None, f"there is no folder {folder}; create it first")
    if not folder.is_dir():
        raise DataError(path, None, f"{folder} is a file, not a folder; choose another place")
    if path.exists() and not os.access(path, os.W_OK):
        raise DataError(path, None, "is write-protected; change its permissions or choose another file")


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    import secrets

    # A name of its own length: one made from the target's could be too long for the file system.
    beside = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("x+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        put_in_place(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def put_in_place(beside: Path, target: Path) -> None:
    """Moves a finished file to where one may be already, whose permissions it takes over.

    Raises:
        OSError: It cannot be moved.
    """
    if target.exists():
        beside.chmod(target.stat().st_mode & 0o7777)
    beside.replace(target)


@contextmanager
def looking_at(path: Path | str) -> Iterator[None]:
    """Makes a `DataError` of what the system says of a path: its name is too long, a folder may not be entered.

    `Path.exists` and its kin answer False only for what is not there, and raise for the rest.
    """
    try:
        yield
    except OSError as error:
        raise DataError(path, None, f"cannot be looked at: {error.strerror or error}") from None
