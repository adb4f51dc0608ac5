"""A file in stretches that end where a line ends."""

from collections.abc import Iterator
from typing import BinaryIO


def stretches(stream: BinaryIO, size: int, *, blank: bool = False) -> Iterator[bytes]:
    """The bytes of a file, in order, in stretches of at most `size` where its lines allow it.

    Where a stretch ends depends on what follows the end of the one before, and on nothing else.

    Args:
        stream: The file, in an encoding in which the byte 0A is a line feed and nothing else.
        size: Bytes. A longer line is a stretch of its own.
        blank: Whether to end at a blank line if there is one in the second half.
    """
    held = b""
    while len(held := held + stream.read(size - len(held))) == size:
        end = _end(held, blank=blank)
        if end:
            yield held[:end]
            held = held[end:]
        else:
            yield held + stream.readline()
            held = b""
    if held:
        yield held


def _end(data: bytes, *, blank: bool) -> int:
    """Where the last line ends that ends in `data`; 0 where none does."""
    if blank:
        places = ((data.rfind(mark, len(data) // 2), len(mark)) for mark in (b"\n\n", b"\n\r\n"))
        if ends := [place + length for place, length in places if place >= 0]:
            return max(ends)
    return data.rfind(b"\n") + 1
