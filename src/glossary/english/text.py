"""English text made ready for looking up many renderings.

The folded words of a text are written together without spaces, so that `cyber-security`, `cyber security` and
`cybersecurity` are one string and a rendering is found by plain string search; where the words begin is kept
beside. A text that can be read in more than one way has a lane for each.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, compress
from typing import NamedTuple

from glossary.english import data, tokens
from glossary.english.fold import readings
from glossary.english.forms import spelt_out
from glossary.english.tokens import Span, Tokens

_ASIDE = (
    r"[(（][\s\"“‘']{0,3}(?:([A-Z][\w&./’'-]{0,14}[A-Z][\w&./’'-]{0,14})|[\u2e80-\u9fff·《》“”]{1,40})"
    r"[\s\"”’']{0,3}[)）]"
)


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(_ASIDE)


class Lane:
    """One way to read a text. Articles are no words of it."""

    __slots__ = ("_cuts", "_folded", "_kept", "_tokens", "letters", "text", "words")

    def __init__(self, folded: list[str], of: Tokens) -> None:
        """Takes what each token of a text is folded to: nothing where it is no word in this reading."""
        self._folded, self._tokens = folded, of
        self._cuts: list[int] = []
        self._kept: Sequence[int] = ()
        self.text = of.text
        """The text."""
        self.words = list(filter(None, folded))
        """The folded words."""
        self.letters = "".join(self.words)
        """The folded words, written together."""

    @property
    def cuts(self) -> list[int]:
        """Where each word starts in `letters`, and last the length of `letters`."""
        if not self._cuts:
            self._cuts = [0, *accumulate(map(len, self.words))]
        return self._cuts

    def span(self, first: int, behind: int) -> Span:
        """Where the words from `first` up to `behind` stand in the text."""
        if not self._kept:
            everything = range(len(self._folded))
            whole = len(self.words) == len(self._folded)
            self._kept = everything if whole else list(compress(everything, self._folded))
        start, end = self._tokens.span(self._kept[first])
        return start, end if behind - first == 1 else self._tokens.span(self._kept[behind - 1])[1]

    def spans(self) -> Iterator[Span]:
        """Where each word stands in the text."""
        return compress(tokens.spans(self.text), self._folded)

    def spelt(self, first: int, behind: int) -> str:
        """The words from `first` up to `behind` with what is between, as they stand in the text."""
        return self.text[slice(*self.span(first, behind))]

    def between(self, word: int) -> str:
        """What stands in the text between the word before and this one."""
        return self.text[self.span(word - 1, word)[1] : self.span(word, word + 1)[0]]

    def without(self, spans: Iterable[Span]) -> "Lane":
        """The reading that passes over these stretches of the text."""
        folded = list(self._folded)
        for start, end in spans:
            first, last = self._tokens.before(start), self._tokens.before(end)
            folded[first:last] = [""] * (last - first)
        return Lane(folded, self._tokens)

    def second(self) -> "Lane | None":
        """The reading with the other singular where a plural has two, None where no word has."""
        doubtful = data.doubtful()
        if doubtful.isdisjoint(self.words):
            return None
        folded = [
            readings(self.text[slice(*self._tokens.span(token))])[-1] if word in doubtful else word
            for token, word in enumerate(self._folded)
        ]
        return None if folded == self._folded else Lane(folded, self._tokens)


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
    tokens.forget()
    usual = read(text)
    lanes = [usual]
    if "(" in text or "（" in text:
        lanes += _without_asides(usual, text)
    vocabulary = frozenset(usual.words)
    if not vocabulary.isdisjoint(data.doubtful()):
        lanes += filter(None, [usual.second()])
    return EnglishText(text, tuple(lanes), vocabulary)


def read(text: str) -> Lane:
    """The usual reading of a text."""
    found = Tokens(text)
    return Lane(found.folded(), found)


def _without_asides(usual: Lane, text: str) -> Iterator[Lane]:
    """The text without parenthesised acronyms, then with these for the words that they stand for."""
    asides = list(_aside().finditer(text))
    if not asides:
        return
    yield usual.without(aside.span() for aside in asides)
    starts = [(spelt_out(text, aside[1] or "", aside.start()), aside.start()) for aside in asides]
    spelt = [(start, end) for start, end in starts if start is not None]
    if spelt:
        yield usual.without(spelt)
