"""A file in stretches that end where a line ends."""

from collections.abc import Iterator
from typing import BinaryIO


def stretches(stream: BinaryIO, size: int, *, blank: bool = False) -> Iterator[bytes]:
    """The bytes of a file, in order, in stretches of at most `size` where its lines allow it.

    Where a stretch ends depends on what follows the end of the one before, and on nothing else.

    Args:
        stream: The file, in an encoding in which the byte 0A is a line feed and nothing else.
        size: Bytes. A longer line makes a longer stretch.
        blank: Whether to end at a blank line if there is one in the second half.
    """
    held = b""
    wanted = size
    while True:
        if len(held) < wanted:
            held += stream.read(wanted - len(held))
        if len(held) < wanted:
            break
        end = _end(held, wanted, blank=blank)
        if end:
            yield held[:end]
            held, wanted = held[end:], size
        else:
            wanted += size
    if held:
        yield held


def _end(data: bytes, stop: int, *, blank: bool) -> int:
    """Where the last line ends before `stop`; 0 where none does."""
    if blank:
        places = ((data.rfind(mark, stop // 2, stop), len(mark)) for mark in (b"\n\n", b"\n\r\n"))
        if ends := [place + length for place, length in places if place >= 0]:
            return max(ends)
    return data.rfind(b"\n", 0, stop) + 1
