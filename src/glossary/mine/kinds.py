"""What a term names, by the way it ends or begins."""

import re
from collections.abc import Sequence
from functools import cache

from glossary import tables
from glossary.compose.vocabulary import bodies, posts
from glossary.mine.corpus import Word
from glossary.mine.model import Sort
from glossary.words import tag

_NUMBERED = re.compile("[一二两三四五六七八九十百]{1,3}[个大项位条](?=[\u3400-\u9fff]{2})")
_SHORTEST = 2
"""Characters of an ending that tells something inside a word: 局 ends 结局 and 格局 too."""
_NOT_IN_BODIES = frozenset({"v", "vg", "d", "ad", "i"})
"""Tags of words that begin a sentence about a body rather than its name: 打死, 抵御."""
_NAMED = frozenset({"institution", "place"})
_NOT_BEFORE_POSTS = _NOT_IN_BODIES | {"nr", "nrt", "nrfg", "ng", "g", "x", ""}
"""Before a post a name without a tag is that of a person: 拜登总统."""


def is_numbered(key: str) -> bool:
    """Whether a term is a number and what it counts: 三大攻坚战."""
    return bool(_NUMBERED.match(key))


def sort_of(words: Sequence[Word]) -> Sort | None:
    """The sort of a term that nothing marks; None where it ends like a name and begins like none."""
    key = "".join(word.text for word in words)
    if is_numbered(key):
        return Sort.SLOGAN
    if _ends_in(words, key, _body_ends()):
        return Sort.INSTITUTION if _names_body(words, key) else None
    if key.endswith(tuple(tables.column("mine_not_posts"))):
        return None
    if _ends_in(words, key, _posts()):
        return None if _has(words[:-1], _NOT_BEFORE_POSTS) else Sort.TITLE
    return Sort.TERM


def _names_body(words: Sequence[Word], key: str) -> bool:
    """Whether a term that ends like the name of a body is one: more than the ending, and no verb with its object."""
    acts = tag(words[0].text).startswith("v") and len(words) > 1 and words[1].kind in _NAMED
    return key not in _body_ends() and not acts and not _has(words[:-1], _NOT_IN_BODIES)


def _has(words: Sequence[Word], barred: frozenset[str]) -> bool:
    return not words or any(not word.kind and tag(word.text) in barred for word in words)


def _ends_in(words: Sequence[Word], key: str, endings: frozenset[str]) -> bool:
    if words[-1].text in endings:
        return len(words) > 1
    return any(key[start:] in endings for start in range(1, len(key) - _SHORTEST + 1))


@cache
def _body_ends() -> frozenset[str]:
    tails = {tail for index in bodies().values() for tail in index.strings() if len(tail) >= _SHORTEST}
    return frozenset(tails) | tables.column("mine_body_ends")


@cache
def _posts() -> frozenset[str]:
    return frozenset(zh for zh in posts().strings() if len(zh) >= _SHORTEST)
