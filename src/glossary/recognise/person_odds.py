"""How much the characters of a possible name look like one, against their being words.

The odds that a stretch is a name are those of a simple model: some words of a text are names, a name is a surname
and a given name of one or two characters, each with its frequency; anything else is a sequence of the words of jieba's
dictionary. All figures are natural logarithms of probabilities.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from math import log

from glossary import tables
from glossary.dictionary import word
from glossary.han import is_han, run_end, run_start
from glossary.recognise.person_page import Page
from glossary.words import divisions, frequency, log_probability, tag

_PEOPLE = log(0.015)
"""One word in seventy of official news names a Chinese person."""
_GIVEN_SIZES = {1: log(0.2), 2: log(0.8)}
"""Given names of one and of two characters, in news."""
_TWO_SURNAMES = log(0.002)
"""Names with the husband's surname before the woman's own."""
_SURNAME_ALONE = log(0.1)
"""A surname before a title, without a given name."""
_SHARES = {"common": 8.0, "compound": 1.0, "word": 1.5, "": 1.0}
"""Bearers in 10,000 people of a surname for which the table has no figure."""
_GIVEN = {
    "often": log(1 / 250),
    "common": log(1 / 1100),
    "used": log(1 / 5000),
    "": log(1 / 160_000),
    "hardly": log(1 / 160_000),
    "never": -50.0,
}
"""By class of the table: how often a character of a given name is this one."""
_LITERARY = log(1 / 30_000)
"""A given name's character that no table has, and that is rare in words too."""
_RARE = 500
"""Frequency in jieba's corpus (60 million words) below which a character is rare in words."""
_KNOWN = 3.0
"""What it is worth that jieba's dictionary has the whole name, tagged as one."""
_NAMES = frozenset(("nr", "nrfg"))
"""The tags of names in jieba's dictionary."""
PLAIN = -7.0
"""Below that, the characters of a stretch are plainly words, whatever stands around."""
_LEFT = 3
_RIGHT = 6
"""How many characters before and from the start of a name on are divided into words."""


def odds(page: Page, start: int, surnames: tuple[str, ...], given: Mapping[int, int]) -> dict[int, float]:
    """The log odds that names from `start` on are names, by where they end.

    Args:
        page: The document.
        start: Where the names start.
        surnames: Their surnames: one, or two.
        given: The ends to weigh, each with how many characters of a given name it makes; 0 for a surname alone.
    """
    key = page.key
    first, last = run_start(key, start, _LEFT), run_end(key, start, _RIGHT)
    before, after = divisions(key[first:last], start - first)
    around = before[start - first] - before[-1]
    found = {}
    for end, size in given.items():
        score = _PEOPLE + spelling(surnames, key[end - size : end]) + around + after[end - first]
        found[end] = score + (_KNOWN if tag(key[start:end]) in _NAMES else 0.0)
    return found


def spelling(surnames: tuple[str, ...], given: str) -> float:
    """How likely a Chinese person who is named in official text has this name."""
    size = _GIVEN_SIZES[len(given)] if given else _SURNAME_ALONE
    double = _TWO_SURNAMES if len(surnames) > 1 else 0.0
    name = _given(given[0], first=len(given) > 1) + sum(map(_given, given[1:])) if given else 0.0
    return double + size + sum(map(_surname, surnames)) + name


def surname_classes() -> Mapping[str, str]:
    """Surname to its class."""
    return tables.by_zh("surnames", "class")


@cache
def _shares() -> dict[str, float]:
    return {row["zh"]: float(row["share"] or _SHARES[row["class"]]) for row in tables.rows("surnames")}


@lru_cache(maxsize=1024)
def _surname(surname: str) -> float:
    return log(_shares()[surname] / 10_000)


@lru_cache(maxsize=1 << 13)
def _given(character: str, *, first: bool = False) -> float:
    """How likely a character of a given name is this one; `first`: of two."""
    kind = tables.by_zh("given_characters", "class").get(character, "")
    if kind == "first":
        return _GIVEN["common"] if first else _GIVEN[""]
    return _LITERARY if not kind and frequency(character) < _RARE else _GIVEN[kind]


def bounds(key: str, start: int, given: int) -> tuple[float, float]:
    """What `odds` cannot exceed for given names of one and of two characters, at a fraction of its cost.

    The surname reaches from `start` to `given`. Only words of two characters are weighed, one at a time.
    """
    name, pair, known = _beginning(key[start : given + 1], given - start)
    short, full = name + _GIVEN_SIZES[1], name + _given_gain(key[given + 1 : given + 2]) + _GIVEN_SIZES[2]
    if max(short, full) - pair < PLAIN - _KNOWN:
        return short - pair + known, full - pair
    words = max(pair, _binding(key[max(0, start - 1) : start + 1]) + _binding(key[given : given + 2]))
    short, full = short - words + known, full - words
    if full > PLAIN - _KNOWN and tag(key[start : given + 2]) in _NAMES:
        full += _KNOWN
    return short, full


@lru_cache(maxsize=1 << 14)
def _beginning(text: str, size: int) -> tuple[float, float, float]:
    """What `bounds` knows from a surname of `size` characters and the character behind it.

    How much likelier they are in a name than as words of one character; how much likelier as a word together, where
    the surname has one; and what it is worth that the dictionary has the two as a name.
    """
    name = _surname_gain(text[:size]) + _given_gain(text[size:])
    pair = _binding(text) if size == 1 else 0.0
    return name, pair, _KNOWN if pair and tag(text) in _NAMES else 0.0


@lru_cache(maxsize=1 << 13)
def _given_gain(character: str) -> float:
    return (
        _given(character, first=True) - log_probability(character)
        if character and is_han(character)
        else _GIVEN["never"]
    )


@lru_cache(maxsize=1024)
def _surname_gain(surname: str) -> float:
    return _PEOPLE + _surname(surname) - sum(map(log_probability, surname))


@lru_cache(maxsize=1 << 16)
def _binding(pair: str) -> float:
    """How much likelier two characters are as a word than one after the other; 0 where they are no word."""
    found = word(pair) if len(pair) == 2 else None
    if not found or not found.frequency:
        return 0.0
    return max(0.0, found.score - log_probability(pair[0]) - log_probability(pair[1]))
