"""The output of a run while it is written: `NAME.part`, and beside it `NAME.journal`; at the end it is moved into place."""

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from msgspec import structs

from glossary.atomic import put_in_place, refuse
from glossary.corpus import journal
from glossary.corpus.beside import beside, lock, log_of, part_of, settle_folder, writing
from glossary.corpus.journal import Entry, Journal, Setting
from glossary.corpus.model import Chunk
from glossary.corpus.tally import Tally, by_file
from glossary.corpus.work import Part
from glossary.errors import DataError, GlossaryError

Finish = Callable[[BinaryIO, Path], None]
"""Makes the output at a path of what has been written."""

_INTERVAL = 1.0
"""Seconds between entries of the journal: what is lost at most when a run is killed."""


class Unfinished:
    """An output that is being written."""

    def __init__(self, target: Path, found: Journal | None, part: FileIO, log: FileIO) -> None:
        self._target = target
        self._found = found
        self._part = part
        self._log = log
        self._last = found.last if found else Entry()
        self._done = self._last
        self._tallies: list[Tally] = []
        self._written = time.monotonic()

    @property
    def broken(self) -> int:
        """How many documents have been left out."""
        return self._last.broken

    def earlier(self) -> Iterator[Tally]:
        """What was found by the run that this one goes on with."""
        return journal.tallies(log_of(self._target), size=self._found.size) if self._found else iter(())

    def remaining(self, chunks: Iterable[Chunk]) -> Iterator[Chunk]:
        """The chunks that are still to do.

        Raises:
            GlossaryError: Those that are done are not what they were.
        """
        chain, number = journal.START, 0
        chunks = iter(chunks)
        while number < self._done.chunks and (chunk := next(chunks, None)) is not None:
            chain = journal.chained(chain, journal.seal(chunk))
            number += 1
        if chain != self._done.chain:
            raise GlossaryError(
                f"{part_of(self._target)}: the input that it was made of has changed: remove it to begin again"
            )
        yield from chunks

    def add(self, part: Part) -> None:
        """Writes a part.

        Raises:
            DataError: It cannot be written.
        """
        with writing(self._target):
            journal.write(self._part, part.output)
        self._last = Entry(
            chunks=self._last.chunks + 1,
            chain=journal.chained(self._last.chain, part.seal),
            end=self._last.end + len(part.output),
            broken=self._last.broken + len(part.broken),
        )
        self._tallies.extend(part.tallies)
        if time.monotonic() - self._written >= _INTERVAL:
            self.settle()

    def settle(self) -> None:
        """Writes down what has been done.

        Raises:
            DataError: It cannot be written.
        """
        if self._last.chunks == self._done.chunks:
            return
        with writing(self._target):
            os.fsync(self._part.fileno())
            journal.append(self._log, structs.replace(self._last, tallies=tuple(by_file(self._tallies))))
        self._done, self._tallies, self._written = self._last, [], time.monotonic()

    def finish(self, finish: Finish | None = None) -> None:
        """Puts the output in its place: as it is, or as `finish` makes it.

        Raises:
            DataError: It cannot be written.
        """
        self.settle()
        part, target = part_of(self._target), self._target.resolve()
        with writing(self._target):
            os.fsync(self._part.fileno())
            self._part.close()  # an open file cannot be moved on Windows
            if finish is None:
                put_in_place(part, target)
            else:
                _make(finish, part, target)
        settle_folder(target.parent)
        self.discard()

    def discard(self) -> None:
        """Removes what has not been put in its place."""
        self._part.close()
        self._log.close()
        part_of(self._target).unlink(missing_ok=True)
        log_of(self._target).unlink(missing_ok=True)

    def leave(self) -> None:
        """Keeps what has been done for a run that goes on with it; where that is nothing, removes the files."""
        self.settle()
        if not self._done.chunks:
            self.discard()


@contextmanager
def unfinished(target: Path, setting: Setting, *, resume: bool) -> Iterator[Unfinished]:
    """The output for `target`: begun, or gone on with where a run before was stopped.

    Raises:
        DataError: The target cannot be written, or what is in the way beside it is of no run.
        GlossaryError: There is something to go on with and `resume` does not say so, or it was made with another
            setting, or another run is writing it.
    """
    refuse(target)
    with writing(target), contextlib.ExitStack() as stack:
        _refuse_foreign(target)
        log = stack.enter_context(log_of(target).open("ab", buffering=0))
        lock(log, target)
        part = stack.enter_context(part_of(target).open("ab", buffering=0))
        found = journal.read(log_of(target), output=part_of(target).stat().st_size)
        if found:
            _refuse(target, found.setting, setting, resume=resume)
        part.truncate(found.last.end if found else 0)
        log.truncate(found.size if found else 0)
        if not found:
            journal.append(log, setting)
        opened = stack.pop_all()
    with opened:
        output = Unfinished(target, found, part, log)
        try:
            yield output
        except BaseException:
            output.leave()
            raise


def _refuse_foreign(target: Path) -> None:
    """Refuses to write over a file that no run began: a run makes the journal first."""
    part, log = part_of(target), log_of(target)
    if part.exists() and not log.exists() and part.stat().st_size:
        fault = f"is in the way, and of no run, as there is no {log.name}: move or remove it, or name another file with -o"
        raise DataError(part, None, fault)


def _refuse(target: Path, before: Setting, now: Setting, *, resume: bool) -> None:
    part = part_of(target).name
    if not resume:
        raise GlossaryError(
            f"{part}: holds what a run that was stopped has done: go on with --resume, or remove it to begin again"
        )
    for name, (was, is_) in journal.differences(before, now).items():
        what = (
            f"{name} was {was or 'not given'}, now {is_ or 'not given'}"
            if name in now.options
            else f"{name} has changed"
        )
        raise GlossaryError(
            f"{part}: cannot be gone on with: {what}; do as before, or remove it to begin again"
        )


def _make(finish: Finish, part: Path, target: Path) -> None:
    made = beside(target, "made")
    try:
        with part.open("rb") as stream:
            finish(stream, made)
        put_in_place(made, target)
    finally:
        made.unlink(missing_ok=True)
