"""Cheap looks ahead, which spare most of the work: what can follow a place or a body at all."""

import re
from functools import cache

from glossary.compose.index import Index
from glossary.compose.vocabulary import bodies, fields, joiners, posts, prefixes

BODY = 1
"""With a body's name, or a field of work in it."""
POST = 2
EITHER = BODY | POST
_FIELD = 4
_MOST_WORDS = 6
HEAD = "长"
"""With the last character of a body the post of its head: 教育局长."""


def ways(key: str, position: int) -> int:
    """How a name may go on at a position, by the tables: `BODY`, `POST`, both, or 0."""
    if key[position : position + 1] not in _firsts():
        return 0
    found = 0
    for _, (sorts,) in _known().at(key, position):
        found |= sorts
    if found & _FIELD and not found & BODY and reaches_an_ending(key, position):
        found |= BODY
    return found & EITHER


@cache
def _known() -> Index[int]:
    """What stands at the beginning of forms of bodies and posts, each string once with all that it is."""
    marked = {
        form.prefix
        for mark in ("#", "@")
        for tail in bodies()[mark].strings()
        for form in bodies()[mark].get(tail)
    }
    sorts = (
        (_FIELD, fields().strings()),
        (BODY, [*bodies()[""].strings(), *(marked - {""})]),
        (POST, [*posts().strings(), *prefixes().strings(), HEAD]),
    )
    found: dict[str, int] = {}
    for sort, texts in sorts:
        for text in texts:
            found[text] = found.get(text, 0) | sort
    return Index(found.items())


@cache
def _firsts() -> frozenset[str]:
    """The first characters of the same."""
    return frozenset(_known().firsts())


@cache
def _beginnings() -> frozenset[str]:
    """The first two characters of the same, or all of one."""
    return frozenset(text[:2] for text in _known().strings())


@cache
def _endings() -> frozenset[str]:
    """The characters that the endings of bodies with a field of work begin with."""
    return frozenset(bodies()["*"].firsts())


def reaches_an_ending(key: str, start: int, words_left: int = _MOST_WORDS) -> bool:
    """Whether words for fields from `start` on may lead to the ending of a body."""
    for end, _ in fields().at(key, start):
        following = key[end : end + 1]
        if following in _endings():
            return True
        behind = end + (following in joiners("fields"))
        if words_left > 1 and reaches_an_ending(key, behind, words_left - 1):
            return True
    return False


def ends_a_field(key: str, position: int) -> bool:
    """Whether a term that ends at a position may be the field of work in a body's name."""
    following = key[position : position + 1]
    return (
        following in _endings()
        or following in joiners("fields")
        or key[position : position + 2] in _beginnings()
    )


@cache
def before_posts() -> str:
    """A pattern for what stands before posts and one of these."""
    before = "|".join(map(re.escape, prefixes().strings()))
    titles = sorted((zh for zh in posts().strings() if len(zh) > 1), key=len, reverse=True)
    return f"(?:{before})?(?:{'|'.join(map(re.escape, titles))})"


def begins_a_branch(key: str, position: int) -> bool:
    """Whether the ending of a body that is called after a place may start at a position."""
    return key[position : position + 1] in _branches()


@cache
def _branches() -> frozenset[str]:
    return frozenset(bodies()["@"].firsts())


def joins(key: str, position: int) -> bool:
    """Whether what joins two posts of one person stands at a position."""
    return key[position : position + 1] in joiners("posts")


def begins_a_prefix(key: str, position: int) -> bool:
    """Whether the character before a position ends what stands before posts: 副, 原."""
    return key[position - 1 : position] in _prefix_ends()


@cache
def _prefix_ends() -> frozenset[str]:
    return frozenset(prefix[-1] for prefix in prefixes().strings())
