"""Renderings whose words stand near each other, but not as the glossary has them."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

from glossary.english import EnglishText, Pattern, compile_rendering, data, find
from glossary.english.text import Lane, read
from glossary.model import Annotation

_SLACK = 2
"""How many other words, besides small ones, may stand between the words of a rendering."""
_TRIED = 3
"""How many of the accepted renderings something may resemble."""
_SENTENCE_ENDS = (". ", "; ", "! ", "? ", ": ", ".\n", "\n\n")

Span = tuple[int, int]


def scattered(pattern: Pattern, text: EnglishText) -> Span | None:
    """Where the words of a rendering stand close together in one sentence, though not as listed.

    *Development of the bond market in Hong Kong* says what *Hong Kong's bond market development* says. Names
    are not taken apart so far: for them the loose search of `english.find` decides.
    """
    wanted, is_name = _words(pattern.rendering)
    present = len(wanted & text.vocabulary)
    if is_name or pattern.proper:
        spans = find(pattern, text, loose=True) if present * 2 >= len(wanted) else []
        return spans[0] if spans else None
    if present < len(wanted) or present < 2:
        return None
    return _closest(_places(wanted, text), text, len(wanted))


def nearest(annotation: Annotation, patterns: Sequence[Pattern], text: EnglishText) -> Span | None:
    """What was probably meant for a term that is missing.

    That is a forbidden rendering, or where the greatest part of an accepted one stands, at least half of it.
    """
    for rendering in annotation.forbidden:
        spans = find(compile_rendering(rendering, proper=patterns[0].proper), text)
        if spans:
            return spans[0]
    for pattern in patterns[:_TRIED]:
        wanted, _ = _words(pattern.rendering)
        present = len(wanted & text.vocabulary)
        parts = range(min(present, len(wanted) - 1), (len(wanted) - 1) // 2, -1)
        places = _places(wanted, text) if parts else ()
        for part in parts:
            found = _closest(places, text, part)
            if found:
                return found
    return None


def _places(wanted: frozenset[str], text: EnglishText) -> list[int]:
    """Which words of a text are wanted ones."""
    words = text.lanes[0].words
    return list(compress(range(len(words)), map(wanted.__contains__, words)))


def _closest(places: Sequence[int], text: EnglishText, part: int) -> Span | None:
    """The first stretch that has `part` of the wanted words, with no more than `_SLACK` other words between."""
    lane = text.lanes[0]
    last: dict[str, int] = {}
    for index in places:
        word = lane.words[index]
        last.pop(word, None)
        last[word] = index
        if len(last) >= part:
            first = list(last.values())[-part]
            if _is_close(lane, first, index + 1, part):
                return lane.span(first, index + 1)
    return None


def _is_close(lane: Lane, first: int, behind: int, part: int) -> bool:
    words = lane.words[first:behind]
    if len(words) - sum(map(_small().__contains__, words)) > part + _SLACK:
        return False
    stretch = lane.spelt(first, behind)
    return not any(end in stretch for end in _SENTENCE_ENDS)


@lru_cache(maxsize=1 << 14)
def _words(rendering: str) -> tuple[frozenset[str], bool]:
    """The folded words of a rendering, small ones aside, and whether it is a name by its capitals."""
    lane = read(rendering)
    spelt = [
        rendering[a:b] for word, (a, b) in zip(lane.words, lane.spans(), strict=True) if word not in _small()
    ]
    return frozenset(lane.words) - _small(), len(spelt) > 1 and not any(word[0].islower() for word in spelt)


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    kinds = ("article", "connector", "preposition", "conjunction", "determiner")
    return frozenset().union(*map(data.words, kinds))
