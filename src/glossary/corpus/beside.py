"""The files that stand beside an output while it is made, and what the system is asked for about them."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from glossary.errors import DataError, GlossaryError

_PATIENCE = 20
"""Tenths of a second to wait for the processes of a run that was killed to end."""


def part_of(target: Path) -> Path:
    """Where the output for a target is written."""
    return beside(target, "part")


def log_of(target: Path) -> Path:
    """Where the journal of the output for a target is."""
    return beside(target, "journal")


def beside(target: Path, ending: str) -> Path:
    """The file of this ending beside a target; beside the file itself where the target is a link."""
    resolved = target.resolve()
    return resolved.with_name(f"{resolved.name}.{ending}")


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """Makes a `DataError` of what the system says to writing a target."""
    try:
        yield
    except OSError as error:
        fault = f"cannot be written: {error.strerror or error}; choose another place or make room there"
        raise DataError(target, None, fault) from None


def settle_folder(folder: Path) -> None:
    """Returns when what a folder holds is on the disk, where the system can say so."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def lock(stream: FileIO, target: Path) -> None:
    """Keeps other runs away from a target, where the system can, until the file is closed.

    Raises:
        GlossaryError: Another run has it.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        return
    for _ in range(_PATIENCE):
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.1)
        except OSError:  # a file system without locks
            return
        else:
            return
    raise GlossaryError(f"{target}: another run is writing it; wait for it, or name another file")
