"""Acronyms that a translation introduces, as in `Exchange Fund (EF)`, and may use from then on."""

import re
from collections import defaultdict
from collections.abc import Iterator

from glossary.english.forms import spelt_out

_INTRODUCED = re.compile(r"[(（]\s?([A-Z][\w&./-]{1,14})\s?[)）]")
_WORD = re.compile(r"[A-Za-z][\w&./-]*")
_MOST_WORDS = 12
"""The longest phrase that stands for an acronym, in words."""


class Acronyms:
    """The acronyms of one file, learnt translation by translation."""

    def __init__(self) -> None:
        self._meanings: defaultdict[str, set[str]] = defaultdict(set)
        self._of: dict[str, str] = {}
        """By phrase in lower case."""
        self._firsts: set[str] = set()
        """The first words of these phrases."""

    def learn(self, text: str) -> None:
        """Takes note of the acronyms that a translation introduces."""
        if "(" not in text and "（" not in text:
            return
        for match in _INTRODUCED.finditer(text):
            acronym = _singular(match[1])
            start = spelt_out(text, acronym, match.start()) if _is_acronym(acronym) else None
            if start is not None:
                phrase = " ".join(text[start : match.start()].split())
                self._meanings[acronym].add(phrase)
                self._of[phrase.lower()] = acronym
                if first := _WORD.match(phrase):
                    self._firsts.add(first[0].lower())

    def spelt(self, rendering: str) -> Iterator[str]:
        """The rendering with what an acronym in it stands for."""
        if not self._meanings or rendering.islower():
            return
        for word in _WORD.finditer(rendering):
            for phrase in self._meanings.get(_singular(word[0]), ()):
                yield rendering[: word.start()] + phrase + rendering[word.end() :]

    def shortened(self, rendering: str) -> Iterator[tuple[str, str]]:
        """The rendering with an acronym for words of it, and the acronym."""
        if self._firsts.isdisjoint(_WORD.findall(rendering.lower())):  # as nearly always
            return
        words = list(_WORD.finditer(rendering))[:_MOST_WORDS]
        for first, word in enumerate(words):
            if word[0].lower() not in self._firsts:
                continue
            for last in words[first + 1 :]:
                acronym = self._of.get(rendering[word.start() : last.end()].lower())
                if acronym:
                    yield rendering[: word.start()] + acronym + rendering[last.end() :], acronym


def introduces(text: str, acronym: str) -> bool:
    """Whether a translation introduces the acronym: then the words before it are what counts there."""
    return any(_singular(match[1]) == acronym for match in _INTRODUCED.finditer(text))


def _singular(word: str) -> str:
    return word.removesuffix("s") if word[:-1].isupper() else word


def _is_acronym(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1
