"""English text made ready for looking up many renderings.

The folded words of a text are written together without spaces, so that `cyber-security`, `cyber security` and
`cybersecurity` are one string and a rendering is found by plain string search; where the words begin is kept
beside. A text that can be read in more than one way has a lane for each.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, compress
from typing import NamedTuple

from glossary.english import data
from glossary.english.fold import fold, readings
from glossary.english.forms import spelt_out

_HAN = r"\u2e80-\ua4cf\uf900-\ufaff"  # Han characters and kana are no English words
_FIRST = "\u2e80"
"""None of them comes before it."""
_MARK = r"'’ʼ\u00ad\u200b-\u200d\u2060\u0300-\u036f"  # apostrophes, invisible characters, accents
_ASIDE = (
    r"[(（][\s\"“‘']{0,3}(?:([A-Z][\w&./’'-]{0,14}[A-Z][\w&./’'-]{0,14})|[\u2e80-\u9fff·《》“”]{1,40})"
    r"[\s\"”’']{0,3}[)）]"
)


@cache
def _token(*, beside_han: bool) -> re.Pattern[str]:
    """What is a word. Where there is no Han character, letters need not be told from them: that compiles much faster."""
    letter = rf"[^\W_{_HAN}]" if beside_han else r"[^\W_]"
    return re.compile(
        r"([A-Za-z]++(?=[ ,.;)\n-])"  # most words, found fast
        rf"|\d+(?:[.,]\d+)*{letter}*"
        r"|[A-Z]{2,}(?=\d)"  # RMB17, COVID19
        rf"|{letter}+(?:[{_MARK}]+{letter}+)*[\u0300-\u036f]*"
        r"|%|&(?:[A-Za-z]{2,8};|#\w{1,6};)?"
        r"|</?[A-Za-z][^<>]*>|\]\([^()\s]*\))"  # tags and link targets are no words
    )


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(_ASIDE)


class Lane(NamedTuple):
    """One way to read a text. Articles are no words of it."""

    words: list[str]
    """The folded words."""
    letters: str
    """The folded words, written together."""
    cuts: list[int]
    """Where each word starts in `letters`, and last the length of `letters`."""
    starts: list[int]
    """Where each word starts in the text."""
    ends: list[int]
    """Where each word ends in the text."""


class EnglishText(NamedTuple):
    """A text in which renderings can be looked up."""

    text: str
    """The text as it was given."""
    lanes: tuple[Lane, ...]
    """The usual reading first; then, where it has them, without parenthesised acronyms, with these instead of
    what they stand for, and with other singulars."""
    vocabulary: frozenset[str]
    """The distinct words of the usual reading."""


def prepare(text: str) -> EnglishText:
    """Reads an English text once, for any number of `find`."""
    usual = read(text)
    lanes = [usual]
    if "(" in text or "（" in text:
        lanes += _without_asides(usual, text)
    vocabulary = frozenset(usual.words)
    if not vocabulary.isdisjoint(data.doubtful()):
        lanes += filter(None, [second_reading(usual, text)])
    return EnglishText(text, tuple(lanes), vocabulary)


def read(text: str) -> Lane:
    """The usual reading of a text."""
    beside_han = not text.isascii() and max(text) >= _FIRST
    pieces = _token(beside_han=beside_han).split(text)  # what is between, word, what is between ...
    edges = list(accumulate(map(len, pieces)))
    words = list(map(fold, pieces[1::2]))
    return _lane(words, edges[:-1:2], edges[1::2])


def second_reading(usual: Lane, text: str) -> Lane | None:
    """The reading with the other singular where a plural has two, None where no word has."""
    if data.doubtful().isdisjoint(usual.words):
        return None
    spans = zip(usual.words, usual.starts, usual.ends, strict=True)
    words = [readings(text[a:b])[-1] if word in data.doubtful() else word for word, a, b in spans]
    return None if words == usual.words else _lane(words, usual.starts, usual.ends)


def _lane(words: list[str], starts: list[int], ends: list[int]) -> Lane:
    if "" in words:
        starts, ends = list(compress(starts, words)), list(compress(ends, words))
        words = list(filter(None, words))
    return Lane(words, "".join(words), [0, *accumulate(map(len, words))], starts, ends)


def _without_asides(usual: Lane, text: str) -> Iterator[Lane]:
    """The text without parenthesised acronyms, then with these for the words that they stand for."""
    asides = list(_aside().finditer(text))
    if not asides:
        return
    yield _without(usual, [aside.span() for aside in asides])
    starts = [(spelt_out(text, aside[1] or "", aside.start()), aside.start()) for aside in asides]
    spelt = [(start, end) for start, end in starts if start is not None]
    if spelt:
        yield _without(usual, spelt)


def _without(usual: Lane, spans: list[tuple[int, int]]) -> Lane:
    words = list(usual.words)
    for start, end in spans:
        first, last = bisect_left(usual.starts, start), bisect_left(usual.starts, end)
        words[first:last] = [""] * (last - first)
    return _lane(words, usual.starts, usual.ends)
