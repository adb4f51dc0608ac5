"""The journal of a run: what of its output is whole, and of which input it was made.

The first line says what the run was asked to do, each further one what had been done at a moment, as JSON. A line is
written when all output before it is on the disk. So whatever stops a run, what its last whole line tells is true.

Input is known by its content: each line holds a digest of all chunks so far. What has been done stands if its input is
still the same, and what comes after it may have changed, as when a broken record has been mended.
"""

import os
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from io import FileIO
from pathlib import Path

import msgspec

from glossary.corpus.tally import Tally

START = "00" * 16
"""The chain before the first chunk."""


class Setting(msgspec.Struct, frozen=True):
    """What a run was asked to do. Two runs with the same give the same for the same input."""

    version: str
    """Of this package."""
    glossary: str
    """Digest of the glossary as it is compiled."""
    options: dict[str, str]


class Entry(msgspec.Struct, frozen=True):
    """What had been done at a moment."""

    chunks: int = 0
    """So many chunks of the corpus."""
    chain: str = START
    """A digest of them."""
    end: int = 0
    """So many bytes of output came of them."""
    broken: int = 0
    """So many documents were left out."""
    tallies: tuple[Tally, ...] = ()
    """What has been found since the entry before."""


class Journal(msgspec.Struct, frozen=True):
    """A journal, read."""

    setting: Setting
    last: Entry
    """The last entry that is true of the output."""
    size: int
    """Bytes of the journal up to its end."""


def seal(chunk: object) -> bytes:
    """A digest of a chunk's content."""
    return blake2b(msgspec.msgpack.encode(chunk, enc_hook=str), digest_size=16).digest()


def chained(chain: str, seal: bytes) -> str:
    """The chain after one more chunk."""
    return blake2b(bytes.fromhex(chain) + seal, digest_size=16).hexdigest()


def read(path: Path, *, output: int) -> Journal | None:
    """The journal at `path` as far as it is true of an output of so many bytes; None where there is nothing to go on with.

    A line that was not finished does not count, nor does what follows it.
    """
    lines = _lines(path)
    try:
        first = next(lines)
        setting = msgspec.json.decode(first, type=Setting)
    except (StopIteration, msgspec.DecodeError):
        return None
    last, size, found = Entry(), len(first), None
    for line in lines:
        try:
            last = msgspec.json.decode(line, type=Entry)
        except msgspec.DecodeError:
            break
        if last.end > output:
            break
        size += len(line)
        found = Journal(setting, last, size)
    return found


def tallies(path: Path, *, size: int) -> Iterator[Tally]:
    """What the first `size` bytes of a journal say was found, in order."""
    for number, line in enumerate(_lines(path)):
        if size <= 0:
            return
        size -= len(line)
        if number:
            yield from msgspec.json.decode(line, type=Entry).tallies


def _lines(path: Path) -> Iterator[bytes]:
    """The whole lines of a file; none where there is no file."""
    try:
        with path.open("rb") as stream:
            yield from (line for line in stream if line.endswith(b"\n"))
    except FileNotFoundError:
        return


def append(stream: FileIO, line: Setting | Entry) -> None:
    """Writes a line, and returns when it is on the disk."""
    write(stream, msgspec.json.encode(line) + b"\n")
    os.fsync(stream.fileno())


def write(stream: FileIO, data: bytes) -> None:
    """Writes all of `data`, to a file without a buffer: one that cannot be written is not tried again when it is closed."""
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) :]


def differences(before: Setting, now: Setting) -> Mapping[str, tuple[str, str]]:
    """By what it is called: what was asked before, and now."""
    asked = [
        {"the version of zh-glossary": each.version, "the glossary": each.glossary, **each.options}
        for each in (before, now)
    ]
    return {
        name: (asked[0].get(name, ""), asked[1].get(name, ""))
        for name in asked[0] | asked[1]
        if asked[0].get(name) != asked[1].get(name)
    }
