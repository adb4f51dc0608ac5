"""What the look of a possible name says against it: the form of a title, of a place, of a word or of a foreign name."""

from functools import cache

from glossary import tables
from glossary.recognise.person_context import NEVER, is_address
from glossary.recognise.person_page import Page
from glossary.words import frequency

_BODY = -8.0
"""The last of three characters is one that ends names of bodies and places: 红星队."""
_WORD = -5.0
"""It begins with a word that looks like a name: 韩媒."""
_MORE_KNOWN = -6.0
"""It begins with a person whom the glossary knows, and goes on."""
_CUT = -4.0
"""It seems to be a part of a longer row of characters that foreign names are transliterated with: 史蒂 in 史蒂芬."""


def shape(page: Page, start: int, given: int, end: int) -> float:
    """What the look of the name at `start` to `end`, whose given name starts at `given`, says as log odds."""
    key = page.key
    if is_address(page, given, end):
        return NEVER
    worth = 0.0
    if not tables.column("transliteration").isdisjoint(key[given:end]) and _goes_on(page, start, end):
        worth += _CUT
    if end - start > 2 and key[end - 1] in tables.column("body_ends"):
        worth += _BODY
    if not tables.column("name_like_words").isdisjoint((key[start : start + 2], key[start:end])):
        worth += _WORD
    known = page.people.get(start, end)
    if known < end and not _is_of_title(page, known, end):
        worth += _MORE_KNOWN
    return worth


def _is_of_title(page: Page, known: int, end: int) -> bool:
    """Whether a title begins at `end` that does not reach back to `known`: 局长 behind 苏林海, not 副局长 behind 苏林."""
    prefixes = tables.column("post_prefixes")
    starts = end in page.title_starts and end not in page.people
    return starts and known not in page.title_starts and page.key[known:end] not in prefixes


def _goes_on(page: Page, start: int, end: int) -> bool:
    """Whether a foreign name goes on at either side of a stretch: with a character for a sound that is in no word."""
    sounds, key = tables.column("transliteration"), page.key
    after, before = key[end : end + 2], key[max(0, start - 2) : start]
    return (after[:1] in sounds and not _is_word(after, after[0])) or (
        before[-1:] in sounds and not _is_word(before, before[-1])
    )


def _is_word(pair: str, character: str) -> bool:
    """Whether one of two characters is in a word of text: with the other, or as a word of grammar by itself."""
    return frequency(pair) > 0 or character in _grammar()


@cache
def _grammar() -> frozenset[str]:
    """Words of one character that stand around names."""
    return frozenset(
        row["zh"]
        for table in ("after_names", "before_names")
        for row in tables.rows(table)
        if len(row["zh"]) == 1
    )
