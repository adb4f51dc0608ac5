"""Posts as they follow a name: Yu Hai, vice mayor of Benxi; Merz, German chancellor."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from glossary import tables
from glossary.compose.bodies import unplaced
from glossary.compose.vocabulary import demonyms, posts, prefixes

_POST = re.compile(r"(?:^|(?<= and )|(?<=, ))(?:(?! (?:of|and|for|to|in|under) |, ).)+")
"""Words that may be a post, up to what it is a post in."""
_TAIL = re.compile(r"(\w+) (?:of|to) ((?:(?! (?:of|and|for|under) |, ).)+)")
_MINISTRY = re.compile(r"minister of (?:(?! (?:of|for|under) |, ).)+")
"""What ministers are ministers of: finance, science and technology."""


@lru_cache(maxsize=4096)
def lowered(title: str) -> str:
    """A title with small letters where it is no name: secretary of the CPC Benxi Municipal Committee."""
    made = _POST.sub(_post, title)
    made = _MINISTRY.sub(_ministry, made)
    return _TAIL.sub(_tail, made)


def _post(match: re.Match[str]) -> str:
    words = match[0].split(" ")
    first = _post_start(words)
    if first is None:
        # An "and" may stand inside the name of a body.
        return match[0] if match.start() else _all_small(words)
    return " ".join((*words[:first], *map(_small, words[first:])))


def _ministry(match: re.Match[str]) -> str:
    before = match.string[: match.start()].rpartition(" and ")[2].split()
    # A foreign minister is one of a country.
    has_field = all(word.capitalize() in _before() for word in before)
    return _all_small(match[0].split(" ")) if has_field else match[0]


def _tail(match: re.Match[str]) -> str:
    names_no_body = match[1].islower() and match[2] in tables.column("post_tails", "en")
    return _all_small(match[0].split(" ")) if names_no_body else match[0]


def _all_small(words: Sequence[str]) -> str:
    return " ".join(map(_small, words))


def _post_start(words: Sequence[str]) -> int | None:
    """Where the post starts that words end with, with what stands before posts; None for no known post."""
    start = next((start for start in range(len(words)) if " ".join(words[start:]).lower() in _known()), None)
    while start and words[start - 1] in _before():
        start -= 1
    return start


def _small(word: str) -> str:
    """A word in small letters, each part of it, if it is no name and no acronym."""
    if word in _names():
        return word
    return "-".join(part.lower() if part[1:].islower() else part for part in word.split("-"))


@cache
def _known() -> frozenset[str]:
    """The English of all posts, without their place and body, in small letters."""
    forms = (form for zh in posts().strings() for form in posts().get(zh))
    return frozenset(name.partition(" of ")[0].lower() for form in forms for name in unplaced(form.patterns))


@cache
def _before() -> frozenset[str]:
    """Words that stand before posts: Deputy, Executive."""
    ranks = (prefix.en for zh in prefixes().strings() for prefix in prefixes().get(zh))
    known = (*ranks, *tables.column("vice_posts", "deputy"), *tables.column("before_posts", "en"))
    return frozenset(word for text in known for word in text.split())


@cache
def _names() -> frozenset[str]:
    """Words that keep their capitals."""
    peoples = (word for words in demonyms().values() for name in words for word in name.split())
    return tables.column("proper_in_posts", "en").union(peoples)
