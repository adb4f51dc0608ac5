"""Cheap looks ahead, which spare most of the work: what can follow a place or a body at all."""

import re
from functools import cache

from glossary.compose.vocabulary import bodies, fields, joiners, posts, prefixes

BODY = 1
"""With a body's name, or a field of work in it."""
POST = 2
_FIELD = 4
_MARKED = 8
_MOST_WORDS = 6


def ways(key: str, position: int) -> int:
    """How a name may go on at a position, by the tables: `BODY`, `POST`, both, or 0."""
    known = _beginnings()
    two = key[position : position + 2]
    found = known.get(two, 0) | known.get(two[:1], 0)
    if not found:
        return 0
    body = (
        found & _MARKED
        or (found & BODY and bodies()[""].at(key, position))
        or (found & _FIELD and reaches_an_ending(key, position))
    )
    post = found & POST and (prefixes().at(key, position) or posts().at(key, position))
    return (BODY if body else 0) | (POST if post else 0)


@cache
def _beginnings() -> dict[str, int]:
    """What the forms of bodies and posts begin with, two characters or all of one."""
    marked = [
        form.prefix
        for mark in ("#", "@")
        for tail in bodies()[mark].strings()
        for form in bodies()[mark].get(tail)
    ]
    sorts = (
        (_FIELD, fields().strings()),
        (BODY, bodies()[""].strings()),
        (_MARKED, filter(None, marked)),
        (POST, [*posts().strings(), *prefixes().strings()]),
    )
    found: dict[str, int] = {}
    for sort, texts in sorts:
        for text in texts:
            found[text[:2]] = found.get(text[:2], 0) | sort
    return found


@cache
def _fields() -> tuple[frozenset[str], dict[str, list[int]], frozenset[str]]:
    """The words for fields, how long those are that begin with a character, and how the endings begin."""
    words = fields().strings()
    return frozenset(words), fields().lengths, frozenset(bodies()["*"].firsts())


def reaches_an_ending(key: str, start: int, words_left: int = _MOST_WORDS) -> bool:
    """Whether words for fields from `start` on may lead to the ending of a body."""
    words, lengths, endings = _fields()
    joining = joiners("fields")
    for length in lengths.get(key[start : start + 1], ()):
        if key[start : start + length] in words:
            end = start + length
            following = key[end : end + 1]
            if following in endings:
                return True
            end += following in joining
            if words_left > 1 and reaches_an_ending(key, end, words_left - 1):
                return True
    return False


def ends_a_field(key: str, position: int) -> bool:
    """Whether a term that ends at a position may be the field of work in a body's name."""
    following = key[position : position + 1]
    return (
        following in _fields()[2]
        or following in joiners("fields")
        or key[position : position + 2] in _beginnings()
    )


@cache
def before_posts() -> str:
    """A pattern for what stands before posts and one of these."""
    before = "|".join(map(re.escape, prefixes().strings()))
    titles = sorted((zh for zh in posts().strings() if len(zh) > 1), key=len, reverse=True)
    return f"(?:{before})?(?:{'|'.join(map(re.escape, titles))})"


def joins(key: str, position: int) -> bool:
    """Whether what joins two posts of one person stands at a position."""
    return key[position : position + 1] in joiners("posts")


def begins_a_prefix(key: str, position: int) -> bool:
    """Whether the character before a position ends what stands before posts: 副, 原."""
    return key[position - 1 : position] in _prefix_ends()


@cache
def _prefix_ends() -> frozenset[str]:
    return frozenset(prefix[-1] for prefix in prefixes().strings())
