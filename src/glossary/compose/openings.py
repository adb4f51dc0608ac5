"""Where names can begin that begin with no known name: 市 in 市教育局, 教育 in 教育局."""

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache

from glossary.compose.areas import Area, nameless
from glossary.compose.glance import BODY, before_posts, ways
from glossary.compose.index import Index
from glossary.compose.vocabulary import BEFORE_POST, BodyForm, Level, bodies, fields, joiners, levels
from glossary.han import run_start
from glossary.words import CUTS, REACH, cut_cost

_MOST_WORDS = 6


def level_openings(
    key: str, place_ends: Set[int], terms: Iterable[int]
) -> Iterator[tuple[int, tuple[int, Area]]]:
    """Where a level stands alone before what may be a body's name: start, and (end, the nameless area).

    Args:
        key: The match key.
        place_ends: Where the names of places end.
        terms: Where the numbers of terms start, which go before the names of bodies: 市第六届人大.
    """
    by_zh = _nameless()
    stretches = [
        (start, end)
        for start, end in (match.span() for match in _level_pattern().finditer(key))
        if start not in place_ends and ways(key, end) & BODY
    ]
    stretches += [(end - len(zh), end) for end in terms for zh in by_zh if key.endswith(zh, 0, end)]
    for start, end in stretches:
        level = by_zh[key[start:end]]
        # The level of a named place belongs to its name: 本溪市.
        if key[start - 1 : start] not in tuple(level.not_after) and place_ends.isdisjoint((start, end)):
            yield start, (end, nameless(level))


@cache
def _nameless() -> dict[str, Level]:
    return {level.zh: level for level in levels() if "{}" in level.adjective}


@cache
def _level_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(_nameless(), key=len, reverse=True))
    following = re.escape("".join({*fields().firsts(), *bodies()[""].firsts()}))
    return re.compile(f"(?:{names})(?=[{following}])")


def field_openings(key: str) -> Iterator[int]:
    """Where fields of work begin that the ending of a body follows, and names that a post follows: 护理部主任."""
    last = _by_last()[1]
    for match in _alone_pattern().finditer(key):
        end = match.start()
        if key[end - 1 : end] in last and (start := _field_start(key, end)) is not None:
            yield start
    for match in _whole_pattern().finditer(key):
        if not begins_in_a_word(key, match.start()):
            yield match.start()


@cache
def _alone_pattern() -> re.Pattern[str]:
    """The endings that need nothing but a field before them, or that and a post behind them."""
    index = bodies()["*"]
    alone = {tail for tail in index.strings() if any(form.alone for form in index.get(tail))}
    others = {tail for tail in index.strings() if _stands_before_posts(index, tail)} - alone
    # An ending inside a longer one (研究院, 科学研究院) has the field of the longer one before it, and more.
    tails = sorted(alone | others, key=len, reverse=True)
    return re.compile("|".join(tail + (f"(?={before_posts()})" if tail in others else "") for tail in tails))


@cache
def _whole_pattern() -> re.Pattern[str]:
    """The names that stand alone before a post."""
    index = bodies()[""]
    names = [name for name in index.strings() if _stands_before_posts(index, name)]
    return re.compile(f"(?:{'|'.join(sorted(names, key=len, reverse=True))})(?={before_posts()})")


def _stands_before_posts(index: Index[BodyForm], tail: str) -> bool:
    return any(BEFORE_POST in form.under for form in index.get(tail))


def _field_start(key: str, end: int) -> int | None:
    """Where the longest row of words for fields of work begins that ends at `end` and cuts no word."""
    starts: list[int] = []
    position = end
    while len(starts) < _MOST_WORDS and (start := _word_start(key, position)) is not None:
        starts.append(start)
        position = start
        if key[start - 1 : start] in joiners("alone") and _word_start(key, start - 1) is not None:
            position = start - 1
    return next(
        (start for start in reversed(starts) if _is_field(key, start) and not begins_in_a_word(key, start)),
        None,
    )


def _is_field(key: str, start: int) -> bool:
    """Whether a word at a position names a field, and does not only say what is done in one."""
    return any(row["role"] != "activity" for _, rows in fields().at(key, start) for row in rows)


def _word_start(key: str, end: int) -> int | None:
    words, lengths = _by_last()
    for length in lengths.get(key[end - 1 : end], ()):
        if length <= end and key[end - length : end] in words:
            return end - length
    return None


@cache
def _by_last() -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """The words for fields, and by their last character how long they are, the longest first."""
    words = frozenset(fields().strings())
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[-1], set()).add(len(word))
    return words, {last: tuple(sorted(known, reverse=True)) for last, known in lengths.items()}


def begins_in_a_word(key: str, start: int) -> bool:
    """Whether a name that begins at `start` begins inside a word."""
    first = run_start(key, start, REACH)
    text = key[first : start + REACH]
    return first < start and cut_cost(text, start - first, len(text)) >= CUTS
