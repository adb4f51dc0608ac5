"""jieba's dictionary: its words, how often they stand in the corpus behind it, and their parts of speech.

It is read without importing jieba, which would cost more than everything else that an article needs, and compiled once:
then all words in a stretch of text are found in one step.
"""

from array import array
from functools import cache, lru_cache
from math import log
from pathlib import Path
from typing import NamedTuple

import msgspec

from glossary import automaton
from glossary.automaton import Automaton
from glossary.bulk import uncollected
from glossary.cache import cached, name_for
from glossary.han import OTHER, only
from glossary.installed import data_file

_FORMAT = 5
"""Raised whenever the compiled form changes, so that older ones are made again."""

TOTAL = log(60_101_967)
"""The natural logarithm of the number of words in the corpus, that is the sum of the frequencies."""

_WIDTH = 3
"""Bytes in UTF-8 of the characters that texts are searched for."""
_HAN = range(0x3400, 0xA000)
_BITS, _SPREAD = 23, 4099
"""Of the table of pairs: its size as a power of two, and a prime that scatters characters over it.

With 300,000 pairs, 3 % of it is taken.
"""
_FREQUENT = 1000
"""How often a frequent word stands in the corpus at least."""

Found = tuple[int, int, int]
"""A word in a text: where it starts and ends, in code points, and its number."""


class Word(NamedTuple):
    """What the dictionary says of a word."""

    frequency: int
    tag: str
    score: float
    """Log probability (base e)."""


class _Compiled(msgspec.Struct, array_like=True, gc=False):
    """What the cache keeps besides the automaton. Words are numbered.

    All characters of `_WIDTH` that can stand in a text are words too; those which the dictionary lacks have no frequency.
    """

    frequencies: bytes
    """By word, 32-bit integers."""
    scores: bytes
    """By word, 64-bit floating-point numbers."""
    tags: bytes
    """By word, its place in `tag_names`."""
    tag_names: list[str]
    frequent: str
    """The frequent words, a blank between them."""
    pairs: bytes
    """A bit for each pair of characters that follow each other in a word; see `_place`."""


class _Rows(NamedTuple):
    """What the file says, column by column, and all characters of `_WIDTH` as words."""

    words: list[bytes]
    counts: list[int]
    tags: list[bytes]


class _Dictionary(NamedTuple):
    """The dictionary, ready for use."""

    automaton: Automaton[bytes]
    frequencies: "array[int]"
    scores: "array[float]"
    tags: bytes
    tag_names: list[str]
    frequent: frozenset[str]
    pairs: bytes


def words_in(text: str, *, longest: int) -> list[Found]:
    """The words of the dictionary in `text` (Simplified Han text), overlapping ones too, in order of end.

    A character that the dictionary lacks is one too, as rare as a word that was met once.

    Args:
        text: Simplified Han text.
        longest: How many characters a word has at most to count.
    """
    text = only(text)
    if len(data := text.encode()) != len(text) * _WIDTH:  # a Han character beyond U+FFFF is in no word
        data = "".join(each if each <= "\uffff" else OTHER for each in text).encode()
    most = longest * _WIDTH
    return [
        (start // _WIDTH, end // _WIDTH, number)
        for start, end, number in _loaded().automaton.find(data)
        if end - start <= most
    ]


def is_inside(text: str, offset: int) -> bool:
    """Whether a word may lie across an offset of a text (Simplified): without, none does.

    Of the offsets that none lies across, this says so of most, in a tenth of the time that finding the words takes.
    """
    if not 0 < offset < len(text):
        return False
    place = _place(ord(text[offset - 1]), ord(text[offset]))
    return bool(_loaded().pairs[place >> 3] & 1 << (place & 7))


def _place(first: int, second: int) -> int:
    """The bit for two characters, which some other pairs share."""
    return (first * _SPREAD + second) & (1 << _BITS) - 1


def scores() -> "array[float]":
    """The log probabilities (base e) of the words, by number."""
    return _loaded().scores


def numbered(number: int) -> Word:
    """The word that has this number in `Found`."""
    known = _loaded()
    return Word(known.frequencies[number], known.tag_names[known.tags[number]], known.scores[number])


def frequent_words() -> frozenset[str]:
    """The words (Simplified) that stand at least 1,000 times in the corpus behind the dictionary."""
    return _loaded().frequent


# Texts ask for the same words again and again.
@lru_cache(maxsize=1 << 16)
def word(text: str) -> Word | None:
    """The word that `text` (Simplified) is; None where it is none."""
    if len(text) > 1 and not is_inside(text, 1):
        return None
    data = text.encode()
    for start, end, number in reversed(_loaded().automaton.find(data)):
        if start == 0 and end == len(data):
            return numbered(number)
    return None


@cache
def _loaded() -> _Dictionary:
    path = data_file("jieba", "dict.txt")
    name = name_for(f"dictionary {_FORMAT} {automaton.ENGINE}", path)
    rows = cache(lambda: _rows(path))
    # Kept apart: what is large is not copied once more to get at it.
    machine = cached(f"{name}-automaton", lambda: automaton.build_bytes(rows().words).dump())
    data = cached(name, lambda: msgspec.msgpack.encode(_compile(rows())))
    compiled = msgspec.msgpack.decode(data, type=_Compiled)
    return _Dictionary(
        automaton.load_bytes(machine),
        array("i", compiled.frequencies),
        array("d", compiled.scores),
        compiled.tags,
        compiled.tag_names,
        frozenset(compiled.frequent.split()),
        compiled.pairs,
    )


def _rows(path: Path) -> _Rows:
    """The dictionary from its file, whose lines are `word frequency tag`."""
    with uncollected():
        fields = path.read_bytes().split()
        words, counts, tags = fields[::3], list(map(int, fields[1::3])), fields[2::3]
        # In order: the automaton and the rest are kept apart, and may be made by two processes, but number words alike.
        every = {character.encode() for character in (*map(chr, _HAN), "〇", OTHER)}
        lacking = sorted(every.difference(words))
        return _Rows([*words, *lacking], [*counts, *[0] * len(lacking)], [*tags, *[b""] * len(lacking)])


def _compile(rows: _Rows) -> _Compiled:
    words, counts, tags = rows
    places = {tag: place for place, tag in enumerate(dict.fromkeys(tags))}
    logs = {count: log(count or 1) - TOTAL for count in set(counts)}
    frequent = [word for word, count in zip(words, counts, strict=True) if count >= _FREQUENT]
    return _Compiled(
        frequencies=array("i", counts).tobytes(),
        scores=array("d", map(logs.__getitem__, counts)).tobytes(),
        tags=bytes(map(places.__getitem__, tags)),
        tag_names=[tag.decode() for tag in places],
        frequent=b" ".join(frequent).decode(),
        pairs=_pairs(b"\n".join(words).decode()),
    )


def _pairs(words: str) -> bytes:
    """The table of the pairs in these words, of which each is a line."""
    bits = bytearray(1 << _BITS - 3)
    # As numbers of 32 bits, from every second character on: going over the text itself would take twice as long.
    codes = f"{words}\n".encode("utf-16-le")
    codes = codes[: len(codes) & ~3]
    for pair in {*memoryview(codes).cast("I"), *memoryview(codes[2:-2]).cast("I")}:
        place = _place(pair & 0xFFFF, pair >> 16)
        bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)
