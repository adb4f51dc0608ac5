"""Word boundaries in Chinese, by jieba's dictionary: only asked where a short match or a possible name is in doubt."""

from functools import lru_cache
from math import log
from typing import NamedTuple

from glossary.dictionary import TOTAL, Word, across, numbered, scores, word, words_in

REACH = 4
"""How many characters on either side of a stretch can decide about its boundaries."""

CUTS = 2.5
"""From this `cut_cost` on a stretch cuts a word."""
MAY_CUT = 1.0
"""From this `cut_cost` on it may cut one."""

_LONGEST = 5
"""The longest words that count, in characters: 发展中国家."""

_LISTED = 1000
"""How frequent a short listed term is taken to be at least, in jieba's corpus."""
_SHORT = 3
"""Characters of a term that may be one word which the dictionary lacks; a longer one is made of several."""

_IDIOM = "i"
"""The tag of sayings such as 大同小异, which are one word whatever they are made of."""
_PREPOSITION, _LOCATIVE = "p", "f"
"""The tags of words before a noun, 在, and of those behind it for where and when, 中."""
_USUAL = 4
"""The longest words that count where a name is weighed against words."""

_RARE = 100
"""The dictionary tags many names that are rarer than that as other nouns."""

_IMPOSSIBLE = float("-inf")


class Divisions(NamedTuple):
    """Log probabilities (base e) of the best divisions of a text into words."""

    before: list[float]
    """By offset, of what stands before it."""
    after: list[float]
    """By offset, of what stands from it on."""


def frequency(text: str) -> int:
    """How often `text` (Simplified) stands in the corpus behind jieba's dictionary; 0 where it is no word there."""
    found = word(text)
    return found.frequency if found else 0


def tag(text: str) -> str:
    """The part of speech of `text` (Simplified) in jieba's dictionary, empty where it is no word there.

    `n` noun, `v` verb, `nr` personal name, `ns` place, and so on: the tags of the People's Daily corpus of 1998.
    """
    found = word(text)
    return found.tag if found else ""


def log_probability(text: str) -> float:
    """The natural logarithm of how likely a word of a text is `text`; as for a word met once where it is unknown."""
    found = word(text)
    return found.score if found else -TOTAL


@lru_cache(maxsize=1 << 16)
def cut_cost(text: str, start: int, end: int, *, inside: bool = False, listed: bool = False) -> float:
    """What it costs to take `text[start:end]` as whole words: 0 where it cuts none.

    The log probability (base e) of the best division of `text` into words, less that of the best one with
    boundaries at `start` and `end`. `text` is Simplified Han text, the stretch with up to `REACH` characters on
    either side.

    Args:
        text: The stretch and what is around it.
        start: Where the stretch starts in `text`.
        end: Where it ends.
        inside: Whether the stretch may be the part of a longer word, as 江西 is of 江西省; only a word that lies
            across one of its boundaries counts then.
        listed: Whether the stretch is a term that somebody has listed: then it is a word, if perhaps one that
            the dictionary lacks.
    """
    may_lie = across(text)
    if not (may_lie(start) or may_lie(end)):
        return 0.0  # as mostly: no division has to be weighed
    known = scores()
    # The best divisions of what stands before each offset: into words that cross no boundary, and into any words.
    bound = [_IMPOSSIBLE] * (len(text) + 1)
    bound[0] = 0.0
    words, crossing = words_in(text, longest=_LONGEST), -1
    for index, (first, stop, number) in enumerate(words):
        if first < start < stop or first < end < stop:
            crossing = index if crossing < 0 else crossing
        elif (value := bound[first] + known[number]) > bound[stop]:
            bound[stop] = value
    if crossing < 0:
        return 0.0
    free = bound.copy()
    for first, stop, number in words[crossing:]:
        value = free[first] + known[number]
        if value > free[stop] and (
            first > start
            or stop < end
            or stop - first == end - start
            or not (inside or _divides(text[first:start], text[end:stop], number))
        ):
            free[stop] = value
    cost = free[-1] - bound[-1]
    if listed and end - start <= _SHORT:
        cost -= max(0.0, log(_LISTED) - TOTAL - (bound[end] - bound[start]))
    return max(0.0, round(cost, 6))


def _divides(before: str, after: str, number: int) -> bool:
    """Whether a word is itself made of words, as 台湾同胞 is of 台湾 and 同胞: a stretch, with these parts around it."""
    if numbered(number).tag == _IDIOM:
        return False
    return (_is_phrase(before) and _is_phrase(after)) or _relates(before, after)


def _is_phrase(rest: str) -> bool:
    """Whether what a longer word has beside a stretch is nothing, or a word of its own rather than an affix."""
    return not rest or (len(rest) > 1 and word(rest) is not None)


def _relates(before: str, after: str) -> bool:
    """Whether a longer word is a stretch with a preposition before it, and with when or where behind: 在讲话中."""
    return tag(before) == _PREPOSITION and (not after or tag(after) == _LOCATIVE)


def divisions(text: str, name: int) -> Divisions:
    """How likely the words are that `text` (Simplified Han text) can be divided into, where no name starts at `name`.

    Words that start at that offset and may be personal names do not count, so that what is there can be weighed as a
    name against ordinary words.
    """
    words = [
        found
        for found in words_in(text, longest=_USUAL)
        if not (found[0] == name and found[1] > name + 2 and _may_be_a_name(numbered(found[2])))
    ]
    known = scores()
    before, after = [_IMPOSSIBLE] * (len(text) + 1), [_IMPOSSIBLE] * (len(text) + 1)
    before[0] = after[-1] = 0.0
    for first, stop, number in words:
        if before[first] + known[number] > before[stop]:
            before[stop] = before[first] + known[number]
    for first, stop, number in reversed(words):
        if after[stop] + known[number] > after[first]:
            after[first] = after[stop] + known[number]
    return Divisions(before, after)


def _may_be_a_name(word: Word) -> bool:
    """Whether a word of three characters or more is tagged as a name, or is one of the rare nouns that often are one."""
    return word.tag in ("nr", "nrfg") or (word.tag in ("n", "ns", "nz") and word.frequency < _RARE)
