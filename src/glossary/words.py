"""Word boundaries in Chinese, by jieba's dictionary.

Only asked where a short match or a possible name is in doubt. The dictionary is read without importing jieba, which
would cost more than everything else that an article needs.
"""

from bisect import bisect_left
from functools import cache, lru_cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import NamedTuple

from glossary.bulk import uncollected
from glossary.errors import GlossaryError

REACH = 4
"""How many characters on either side of a stretch can decide about its boundaries."""

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

_TOTAL = log(60_101_967)
"""The number of words in the corpus, that is the sum of the frequencies."""


class _Word(NamedTuple):
    """What the dictionary says of a word."""

    frequency: int
    tag: str
    score: float
    """Log probability (base e)."""


class Divisions(NamedTuple):
    """Log probabilities (base e) of the best divisions of a text into words."""

    before: list[float]
    """By offset, of what stands before it."""
    after: list[float]
    """By offset, of what stands from it on."""


@cache
def _lines() -> list[bytes]:
    """The dictionary's lines, `word frequency tag`, sorted: making a mapping of them would take eight times as long.

    In UTF-8, which sorts as code points do: decoding them would double the time.
    """
    spec = find_spec("jieba")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise GlossaryError("the package jieba is not installed; install zh-glossary again")
    with uncollected():
        return sorted(Path(folders[0], "dict.txt").read_bytes().split(b"\n"))


class _Branch(NamedTuple):
    """The dictionary's lines that begin with a stretch of text, and the word that this stretch is."""

    first: int
    last: int
    word: _Word | None = None


# Texts ask for the same stretches again and again, and most are no words: nothing begins with them either.
@lru_cache(maxsize=1 << 18)
def _branch(prefix: str) -> _Branch | None:
    """What the dictionary has that begins with `prefix`; None where it has nothing."""
    lines = _lines()
    above = _branch(prefix[:-1]) if len(prefix) > 1 else _Branch(0, len(lines))
    if above is None or not prefix:
        return None
    start = prefix.encode()
    first = bisect_left(lines, start, above.first, above.last)
    last = bisect_left(lines, start + b"\xff", first, above.last)
    if first == last:
        return None
    # The word itself comes first: what stands behind it, a blank, sorts before any character.
    found = lines[first].startswith(start + b" ")
    return _Branch(first, last, _read(lines[first]) if found else None)


def _read(line: bytes) -> _Word:
    _, count, tag = line.decode().split()
    return _Word(int(count), tag, log(int(count) or 1) - _TOTAL)


def _word(word: str) -> _Word | None:
    branch = _branch(word)
    return branch.word if branch else None


def frequency(word: str) -> int:
    """How often `word` (Simplified) stands in the corpus behind jieba's dictionary; 0 where it is no word there."""
    found = _word(word)
    return found.frequency if found else 0


def tag(word: str) -> str:
    """The part of speech of `word` (Simplified) in jieba's dictionary, empty where it is no word there.

    `n` noun, `v` verb, `nr` personal name, `ns` place, and so on: the tags of the People's Daily corpus of 1998.
    """
    found = _word(word)
    return found.tag if found else ""


def is_frequent(word: str) -> bool:
    """Whether `word` (Simplified) stands at least 1,000 times in the corpus behind jieba's dictionary."""
    found = _word(word)
    return found is not None and found.frequency >= 1000


def log_probability(word: str) -> float:
    """The natural logarithm of how likely a word of a text is `word`; as for a word met once where it is unknown."""
    found = _word(word)
    return found.score if found else -_TOTAL


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
    if not (_crossed(text, start) or _crossed(text, end)):
        return 0.0
    free = _best(text, 0, len(text), (start, end), inside=inside)
    stretch = _best(text, start, end)
    if listed and end - start <= _SHORT:
        stretch = max(stretch, log(_LISTED) - _TOTAL)
    bound = _best(text, 0, start) + stretch + _best(text, end, len(text))
    return max(0.0, round(free - bound, 6))


def _crossed(text: str, boundary: int) -> bool:
    """Whether any word lies across a boundary: if none does, no division has to be weighed."""
    for first in range(boundary - 1, max(0, boundary - _LONGEST + 1) - 1, -1):  # short words are met most
        for stop in range(boundary + 1, min(len(text), first + _LONGEST) + 1):
            branch = _branch(text[first:stop])
            if branch is None:
                break
            if branch.word:
                return True
    return False


def _best(
    text: str, start: int, end: int, kept: tuple[int, int] | None = None, *, inside: bool = False
) -> float:
    """The log probability of the best division of `text[start:end]`, by word frequency alone.

    A word that goes beyond the stretch `kept` while it covers all of it does not count if it is itself made of
    words, as 台湾同胞 is of 台湾 and 同胞; `inside`, it never counts.
    """
    best = [_IMPOSSIBLE] * (end - start + 1)
    best[0] = 0.0
    for first in range(start, end):
        for stop in range(first + 1, min(end, first + _LONGEST) + 1):
            branch = _branch(text[first:stop])
            if branch is None and stop > first + 1:
                break
            word = branch.word if branch else None
            if kept and word and first <= kept[0] and stop >= kept[1] and (first, stop) != kept:
                before, after = text[first : kept[0]], text[kept[1] : stop]
                divides = word.tag != _IDIOM and (
                    (_is_phrase(before) and _is_phrase(after)) or _relates(before, after)
                )
                word = None if inside or divides else word
            if word or stop == first + 1:
                score = best[first - start] + (word.score if word else -_TOTAL)
                best[stop - start] = max(best[stop - start], score)
    return best[-1]


def _is_phrase(rest: str) -> bool:
    """Whether what a longer word has beside a stretch is nothing, or a word of its own rather than an affix."""
    return not rest or (len(rest) > 1 and _word(rest) is not None)


def _relates(before: str, after: str) -> bool:
    """Whether a longer word is a stretch with a preposition before it, and with when or where behind: 在讲话中."""
    return tag(before) == _PREPOSITION and (not after or tag(after) == _LOCATIVE)


def divisions(text: str, name: int) -> Divisions:
    """How likely the words are that `text` (Simplified Han text) can be divided into, where no name starts at `name`.

    Words that start at that offset and may be personal names do not count, so that what is there can be weighed as a
    name against ordinary words.
    """
    size = len(text)
    words: list[tuple[int, int, float]] = []
    for first in range(size):
        words.append((first, first + 1, log_probability(text[first])))
        for stop in range(first + 2, min(size, first + _USUAL) + 1):
            branch = _branch(text[first:stop])
            if branch is None:
                break
            word = branch.word
            if word and not (first == name and stop > first + 2 and _may_be_a_name(word)):
                words.append((first, stop, word.score))
    before, after = [_IMPOSSIBLE] * (size + 1), [_IMPOSSIBLE] * (size + 1)
    before[0] = after[size] = 0.0
    for first, stop, score in words:
        if before[first] + score > before[stop]:
            before[stop] = before[first] + score
    for first, stop, score in reversed(words):
        if after[stop] + score > after[first]:
            after[first] = after[stop] + score
    return Divisions(before, after)


def _may_be_a_name(word: _Word) -> bool:
    """Whether a word of three characters or more is tagged as a name, or is one of the rare nouns that often are one."""
    return word.tag in ("nr", "nrfg") or (word.tag in ("n", "ns", "nz") and word.frequency < _RARE)
