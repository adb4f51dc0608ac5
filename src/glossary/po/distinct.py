"""The entries of an article: one for each distinct text, whatever the article's size.

A short article is joined in memory. A long one is dealt out to files by its texts, so that all appearances of one text are
in one file; each file is joined by itself, and the files are merged in the order of the article.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from heapq import merge
from itertools import chain, islice
from operator import attrgetter
from tempfile import TemporaryFile
from typing import IO, NamedTuple

import msgspec
from msgspec.structs import replace

from glossary.atomic import in_temporary_files
from glossary.model import Document, Segment
from glossary.po.comments import Remark, lines_of, remarks, united
from glossary.po.model import Entry, Reference

_TOGETHER = 1 << 12
"""Segments that are joined in memory: those of half a megabyte of text."""
_FILES = 64
"""An article is held to a sixty-fourth, less than 10 MB of memory for 100 MB of text; systems give some 250 files."""
_READ = 64
"""Texts of each file that are held while the files are merged."""

_LENGTH = 8
"""Bytes of a length in a file."""


class _Text(NamedTuple):
    """What is known of a text so far."""

    at: int
    """The number of the segment that it was first seen in."""
    text: str
    lines: tuple[int, ...]
    remarks: tuple[Remark, ...]


def opened(article: Iterable[Document]) -> tuple[Document, Iterator[Segment]]:
    """What the first piece of an article says of it, and the segments of all; the pieces are taken one by one.

    Args:
        article: The article in pieces, one at least, which all name its file.
    """
    pieces = iter(article)
    first = next(pieces)
    segments = chain(first.segments, chain.from_iterable(piece.segments for piece in pieces))
    return replace(first, segments=()), segments


def distinct(segments: Iterable[Segment], name: str) -> Iterator[Entry]:
    """An entry for each distinct text, in the order in which they are first seen; each with all places and terms of its text.

    Args:
        segments: Those of one article. An empty text has no entry: its msgid would be that of the header.
        name: What references call the article.
    """
    for text in _distinct(segments):
        places = tuple(Reference(name, line) for line in text.lines)
        yield Entry(text.text, extracted=lines_of(text.remarks), references=places)


def _distinct(segments: Iterable[Segment]) -> Iterator[_Text]:
    texts = (
        _Text(at, segment.text, (segment.line,), remarks(segment.annotations))
        for at, segment in enumerate(segments)
        if segment.text
    )
    together = map(_joined, _batches(texts, _TOGETHER))
    first, second = next(together, []), next(together, None)
    return iter(first) if second is None else _merged(chain((first, second), together))


def _joined(texts: Iterable[_Text]) -> list[_Text]:
    """Each text once, in the order in which they are first seen."""
    found: dict[str, list[_Text]] = {}
    for text in texts:
        found.setdefault(text.text, []).append(text)
    return [_one(same) for same in found.values()]


def _one(same: list[_Text]) -> _Text:
    if len(same) == 1:
        return same[0]
    lines = dict.fromkeys(line for text in same for line in text.lines)
    remarks = united(remark for text in same for remark in text.remarks)
    return same[0]._replace(lines=tuple(lines), remarks=remarks)


def _merged(batches: Iterable[list[_Text]]) -> Iterator[_Text]:
    """What `_joined` makes of all batches together."""
    with in_temporary_files(), ExitStack() as stack:
        files = [stack.enter_context(TemporaryFile()) for _ in range(_FILES)]
        for batch in batches:
            _deal(batch, files)
        for file in files:
            texts = _joined(_loaded(file))
            file.seek(0)
            file.truncate()
            for some in _batches(texts, _READ):
                _save(some, file)
        yield from merge(*map(_loaded, files), key=attrgetter("at"))


def _deal(batch: Iterable[_Text], files: Sequence[IO[bytes]]) -> None:
    hands: list[list[_Text]] = [[] for _ in files]
    for text in batch:
        hands[hash(text.text) % len(files)].append(text)
    for hand, file in zip(hands, files, strict=True):
        _save(hand, file)


def _save(texts: list[_Text], file: IO[bytes]) -> None:
    data = msgspec.msgpack.encode(texts)
    file.write(len(data).to_bytes(_LENGTH))
    file.write(data)


def _loaded(file: IO[bytes]) -> Iterator[_Text]:
    """All that has been saved in a file."""
    decoder = msgspec.msgpack.Decoder(list[_Text])
    file.seek(0)
    while length := file.read(_LENGTH):
        yield from decoder.decode(file.read(int.from_bytes(length)))


def _batches(texts: Iterable[_Text], size: int) -> Iterator[list[_Text]]:
    texts = iter(texts)
    while batch := list(islice(texts, size)):
        yield batch
