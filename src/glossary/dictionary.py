"""jieba's dictionary: its words, how often they stand in the corpus behind it, and their parts of speech.

It is read without importing jieba, which would cost more than everything else that an article needs, and compiled once:
then all words in a stretch of text are found in one step.
"""

from array import array
from collections.abc import Callable
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

_FORMAT = 6
"""Raised whenever the compiled form changes, so that older ones are made again."""

TOTAL = log(60_101_967)
"""The natural logarithm of the number of words in the corpus, that is the sum of the frequencies."""

_WIDTH = 3
"""Bytes in UTF-8 of the characters that texts are searched for."""
_HAN = range(0x3400, 0xA000)
_SIZE, _SPREAD, _THIRD = (1 << 24) - 3, 4099, 61
"""Of the table of traces: its bits, and what scatters characters over it; see `_has`. All three are primes.

With 700,000 traces, 4 % of it is taken. All numbers that are met stay below 2 ** 30, up to which Python is fastest.
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
    traces: bytes
    """A bit for each two and three characters that follow each other in a word, and for each word of two; see `_has`."""


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
    traces: bytes


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


def across(text: str) -> Callable[[int], bool]:
    """Whether a word may lie across an offset of a text (Simplified): without, none does.

    Of the offsets that none lies across, this says so of nearly all, in a tenth of the time that finding the words takes.
    """
    traces = _loaded().traces
    # Numbers, as taking characters out of a text costs more than all the rest. A zero behind is what `_has` wants there.
    codes = memoryview(f"\1{text}\0\0".encode("utf-32-le", "surrogatepass")).cast("I")

    def may_lie(offset: int) -> bool:
        first, second = codes[offset], codes[offset + 1]
        pair = (first * _SPREAD + second) % _SIZE
        if not traces[pair >> 3] >> (pair & 7) & 1:  # as mostly: `_has` without the call
            return False
        before = (codes[offset - 1] * _SPREAD + first) % _SIZE
        return (
            _has(traces, pair * _THIRD)
            or _has(traces, before * _THIRD + second)
            or _has(traces, pair * _THIRD + codes[offset + 2])
        )

    return may_lie


def _has(traces: bytes, trace: int) -> bool:
    """Whether the table has a trace, or another one that shares its bit.

    That of two characters is `first * _SPREAD + second`; of three, that of the first two, modulo `_SIZE`,
    `* _THIRD + third`, where nothing stands for a third one after a word of two.
    """
    place = trace % _SIZE
    return bool(traces[place >> 3] >> (place & 7) & 1)


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
    if len(text) > 1:
        third = ord(text[2]) if len(text) > 2 else 0
        if not _has(_loaded().traces, (ord(text[0]) * _SPREAD + ord(text[1])) % _SIZE * _THIRD + third):
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
        compiled.traces,
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
        traces=_traces(b"\n".join(words).decode().split("\n")),
    )


def _traces(words: list[str]) -> bytes:
    """The table of the traces of these words."""
    threes = {word[start : start + 3] for word in words for start in range(len(word) - 2)}
    twos = {word for word in words if len(word) == 2}
    pairs = {*twos, *(three[:2] for three in threes), *(three[1:] for three in threes)}
    traces = [ord(pair[0]) * _SPREAD + ord(pair[1]) for pair in pairs]
    traces += (
        (ord(each[0]) * _SPREAD + ord(each[1])) % _SIZE * _THIRD + ord(each[2])
        for each in (*threes, *(f"{two}\0" for two in twos))
    )
    bits = bytearray(_SIZE // 8 + 1)
    for trace in traces:
        place = trace % _SIZE
        bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)
