"""The entries of an article: one for each distinct text, whatever the article's size.

The texts of a short article are joined in memory. Those of a long one are dealt out to files, all appearances of one text
to one file; each file is joined by itself, and the files are merged in the order of the article.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from heapq import merge
from itertools import chain, islice
from operator import itemgetter
from tempfile import SpooledTemporaryFile
from typing import IO, TypeVar

import msgspec

from glossary.atomic import in_temporary_files
from glossary.po.comments import lines_of
from glossary.po.draft import Text, joined
from glossary.po.model import Entry, Reference

_TOGETHER = 1 << 12
"""Texts that are joined in memory: those of half a megabyte."""
_FILES = 64
"""An article is held to a sixty-fourth, less than 10 MB of memory for 100 MB of text; systems give some 250 files."""
_IN_MEMORY = 1 << 17
"""Bytes of a file that stay in memory: 8 MB of all of them."""
_READ = 64
"""Texts of each file that are held while the files are merged."""

_LENGTH = 8
"""Bytes of a length in a file."""

T = TypeVar("T")

_Placed = tuple[int, Text]
"""A text with its place among those of the article."""


def distinct(texts: Iterable[Text], name: str) -> Iterator[Entry]:
    """An entry for each distinct text, in the order in which they are first seen; each with all places and terms of its text.

    Args:
        texts: Those of one article.
        name: What references call the article.
    """
    for text in _distinct(texts):
        places = tuple(Reference(name, line) for line in text.lines)
        yield Entry(text.text, extracted=lines_of(text.remarks), references=places)


def _distinct(texts: Iterable[Text]) -> Iterator[Text]:
    batches = _batches(texts, _TOGETHER)
    first, second = next(batches, []), next(batches, None)
    if second is None:
        return iter(joined(first))
    return _merged(enumerate(chain(first, second, chain.from_iterable(batches))))


def _merged(texts: Iterable[_Placed]) -> Iterator[Text]:
    """What `joined` makes of all texts together."""
    with in_temporary_files(), ExitStack() as stack:
        files = [stack.enter_context(SpooledTemporaryFile(_IN_MEMORY)) for _ in range(_FILES)]
        for batch in _batches(texts, _TOGETHER):
            _deal(batch, files)
        for file in files:
            placed = _joined(_loaded(file))
            file.seek(0)
            file.truncate()
            for some in _batches(placed, _READ):
                _save(some, file)
        for _, text in merge(*map(_loaded, files), key=itemgetter(0)):
            yield text


def _joined(texts: Iterable[_Placed]) -> list[_Placed]:
    """As `joined`, each with its first place."""
    places: dict[str, int] = {}
    everything = []
    for place, text in texts:
        places.setdefault(text.text, place)
        everything.append(text)
    return [(places[text.text], text) for text in joined(everything)]


def _deal(batch: Iterable[_Placed], files: Sequence[IO[bytes]]) -> None:
    hands: list[list[_Placed]] = [[] for _ in files]
    for placed in batch:
        hands[hash(placed[1].text) % len(files)].append(placed)
    for hand, file in zip(hands, files, strict=True):
        _save(hand, file)


def _save(texts: list[_Placed], file: IO[bytes]) -> None:
    data = msgspec.msgpack.encode(texts)
    file.write(len(data).to_bytes(_LENGTH))
    file.write(data)


def _loaded(file: IO[bytes]) -> Iterator[_Placed]:
    """All that has been saved in a file."""
    decoder = msgspec.msgpack.Decoder(list[_Placed])
    file.seek(0)
    while length := file.read(_LENGTH):
        yield from decoder.decode(file.read(int.from_bytes(length)))


def _batches(texts: Iterable[T], size: int) -> Iterator[list[T]]:
    texts = iter(texts)
    while batch := list(islice(texts, size)):
        yield batch
