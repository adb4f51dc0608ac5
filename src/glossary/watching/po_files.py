"""PO files in memory, read again where they changed."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from glossary import po
from glossary.checks.again import Messages
from glossary.checks.messages import annotated
from glossary.checks.model import Message
from glossary.errors import DataError
from glossary.pipeline import Annotator
from glossary.watching.model import Change

Stamp = tuple[int, int, int]
"""What changes with a file: when it was written, how long it is, and which file it is."""


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file; None where it is not there, or may not be looked at."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


class _Known(NamedTuple):
    stamp: Stamp | None
    messages: Messages
    fault: str = ""
    """Why the file cannot be read as it is; the messages are those of before."""


class PoFiles:
    """The PO files, each as it could last be read."""

    def __init__(self) -> None:
        self._known: dict[Path, _Known] = {}

    @property
    def messages(self) -> dict[str, Messages]:
        """The messages of each file."""
        return {path.as_posix(): known.messages for path, known in self._known.items()}

    @property
    def faults(self) -> list[str]:
        """Why files cannot be read, in a line each."""
        return [known.fault for known in self._known.values() if known.fault]

    def look(self, paths: Iterable[Path], annotate: Annotator, *, anew: bool) -> list[tuple[str, Change]]:
        """Reads what changed; a file that is no PO file just now stays as it was.

        Args:
            paths: The files that there are now.
            annotate: The glossary.
            anew: Whether this is another glossary than the last time.
        """
        before, self._known = self._known, {}
        changes: list[tuple[str, Change]] = []
        for path in paths:
            known = before.get(path)
            now = _looked_at(path, known, annotate, anew=anew)
            self._known[path] = now
            if known is None:
                changes.append((path.as_posix(), Change.NEW))
            elif now.stamp != known.stamp and now.messages is not known.messages:
                changes.append((path.as_posix(), Change.CHANGED))
        return [*changes, *((path.as_posix(), Change.GONE) for path in before if path not in self._known)]


def _looked_at(path: Path, known: _Known | None, annotate: Annotator, *, anew: bool) -> _Known:
    """What a file is now."""
    messages = known.messages if known else ()
    if anew:
        messages = annotated(path.as_posix(), [message.entry for message in messages], annotate)
    now = stamp(path)
    if known and now == known.stamp:
        return known._replace(messages=messages)
    try:
        entries = po.read(path).entries
        if messages and now and now[1] == 0:
            raise DataError(path, None, "is empty just now: waiting until it is saved")
    except DataError as error:
        return _Known(now, messages, str(error))
    if known and _same_sources(messages, entries):
        return _Known(now, tuple(_with_entries(messages, entries)))
    return _Known(now, annotated(path.as_posix(), entries, annotate))


def _same_sources(messages: Messages, entries: tuple[po.Entry, ...]) -> bool:
    """Whether the sources are those of before, so that the same names are found in them."""
    return [(message.entry.msgid, message.entry.obsolete) for message in messages] == [
        (entry.msgid, entry.obsolete) for entry in entries
    ]


def _with_entries(messages: Messages, entries: tuple[po.Entry, ...]) -> Iterator[Message]:
    for message, entry in zip(messages, entries, strict=True):
        yield Message(message.file, entry, message.annotations, message.rivals)
