"""The tokens of an English text: which there are, what each is folded to, and where it stands."""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import accumulate, chain, count
from operator import add

from glossary.english.fold import fold

_HAN = r"\u2e80-\ua4cf\uf900-\ufaff"  # Han characters and kana are no English words
_FIRST = "\u2e80"
"""None of them comes before it."""
_MARK = r"'’ʼ\u00ad\u200b-\u200d\u2060\u0300-\u036f"  # apostrophes, invisible characters, accents
_BEHIND = ",.;:)"
"""What may stand behind a word without being of it."""
_KNOWN = 1 << 16
"""How many pieces of texts are remembered, about as many as a million words have."""

Span = tuple[int, int]


@cache
def _token(*, beside_han: bool) -> re.Pattern[str]:
    """What is a word. Where there is no Han character, letters need not be told from them: that compiles much faster."""
    letter = rf"[^\W_{_HAN}]" if beside_han else r"[^\W_]"
    return re.compile(
        rf"\d+(?:[.,]\d+)*{letter}*"
        r"|[A-Z]{2,}(?=\d)"  # RMB17, COVID19
        rf"|{letter}+(?:[{_MARK}]+{letter}+)*[\u0300-\u036f]*"
        r"|%|&(?:[A-Za-z]{2,8};|#\w{1,6};)?"
        r"|</?[A-Za-z][^<>]*>|\]\([^()\s]*\)"  # tags and link targets are no words
    )


def _pattern(text: str) -> re.Pattern[str]:
    return _token(beside_han=not text.isascii() and max(text) >= _FIRST)


class Tokens:
    """The tokens of a text; where they stand is worked out for those only that are asked for."""

    __slots__ = ("_behind", "_folded", "_pieces", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        # A space divides all tokens but tags, and most of what stands between two has been seen before.
        self._pieces = [text] if "<" in text else text.split(" ")
        self._folded = [_fold(text)] if "<" in text else list(map(_known, self._pieces))
        self._starts: list[int] = []
        self._behind: list[int] = []

    def folded(self) -> list[str]:
        """What each token is folded to; nothing where it is no word."""
        return list(chain.from_iterable(self._folded))

    def span(self, token: int) -> Span:
        """Where a token stands in the text."""
        self._measure()
        piece = bisect_right(self._behind, token)
        start, end = _spans(self._pieces[piece])[token - self._behind[piece]]  # counted from its last one
        origin = self._starts[piece]
        return origin + start, origin + end

    def before(self, offset: int) -> int:
        """How many tokens start before a character of the text."""
        self._measure()
        piece = bisect_right(self._starts, offset) - 1
        tokens, inside = self._behind[piece], offset - self._starts[piece]
        if inside < len(self._pieces[piece]):
            tokens -= sum(start >= inside for start, _ in _spans(self._pieces[piece]))
        return tokens

    def _measure(self) -> None:
        if not self._starts:
            # All of it in C: a piece starts behind those before it and as many spaces.
            self._starts = [0, *map(add, accumulate(map(len, self._pieces)), count(1))]
            self._behind = list(accumulate(map(len, self._folded)))


def forget() -> None:
    """Forgets the pieces of texts if they have become many.

    It has to be said now and then, as a cache that sees to it by itself takes four times as long.
    """
    if _known.cache_info().currsize > _KNOWN:
        _known.cache_clear()


@cache
def _known(piece: str) -> tuple[str, ...]:
    """What each token of a piece of a text is folded to."""
    word = piece.rstrip(_BEHIND)
    if word.isascii() and word.isalpha():
        return (fold(word),) if word == piece else _known(word)
    return _fold(piece)


def _fold(text: str) -> tuple[str, ...]:
    return tuple(map(fold, _pattern(text).findall(text)))


def spans(text: str) -> list[Span]:
    """Where each token stands."""
    return [token.span() for token in _pattern(text).finditer(text)]


_spans = lru_cache(maxsize=1 << 12)(spans)
