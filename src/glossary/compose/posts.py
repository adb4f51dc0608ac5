"""Posts: what they are in a body or a place, and what stands before them (副, 代, 原)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from glossary.compose import english
from glossary.compose.areas import Area
from glossary.compose.bodies import of_area, unplaced
from glossary.compose.templates import labels
from glossary.compose.vocabulary import PostForm, Prefix, posts, prefixes
from glossary.recognise.model import Reading

_MOST_PREFIXES = 3
_ENVOY = frozenset({"envoy"})


class Post(msgspec.Struct, frozen=True):
    """A post alone, read."""

    end: int
    prefixes: tuple[Prefix, ...]
    zh: str
    """The post without what stands before it."""
    reading: Reading | None = None
    """Where the glossary has it."""

    @property
    def sort(self) -> str:
        """What sort of post it is: head, party, member ... Empty where that is unknown."""
        forms = posts().get(self.zh)
        return forms[0].sort if forms else ""


def posts_at(key: str, start: int, titles: Sequence[Reading]) -> list[Post]:
    """The posts that start at a position of a match key, the longest first.

    Args:
        key: The match key.
        start: The position.
        titles: The titles in the glossary that start there.
    """
    found = {post.end: post for post in _from_table(key, start, ())}
    for reading in titles:
        found.setdefault(reading.end, Post(reading.end, (), key[reading.start : reading.end], reading))
    return sorted(found.values(), key=lambda post: -post.end)


def _from_table(key: str, start: int, before: tuple[Prefix, ...]) -> Iterator[Post]:
    for end, _ in posts().at(key, start):
        yield Post(end, before, key[start:end])
    if len(before) < _MOST_PREFIXES:
        for end, found in prefixes().at(key, start):
            yield from _from_table(key, end, (*before, found[0]))


@lru_cache(maxsize=4096)
def prefixed(names: tuple[str, ...], before: tuple[Prefix, ...]) -> tuple[str, ...]:
    """A post with what stands before it: Executive Vice Mayor."""
    made = list(names)
    for prefix in reversed(before):
        if prefix.role == "deputy":
            rank = prefix.en.removesuffix("Vice")
            made = [_behind_place(name, f"{rank}{{}}") for name in _deputies(made)]
        elif prefix.role == "time":
            made = [f"{prefix.en} {name}" for name in made]
        else:
            made = [_behind_place(name, f"{prefix.en} {{}}") for name in made]
    return english.distinct(made)


def _behind_place(name: str, frame: str) -> str:
    """A post in a frame that stands behind the slot for a place: {demonym} Vice President."""
    place, space, post = name.rpartition("} ") if name.startswith("{") else ("", "", name)
    return f"{place}{space}{frame.format(post)}"


def _deputies(names: Sequence[str]) -> list[str]:
    """The deputies of a post: each name with the first word for it, then the others."""
    made = []
    for name in names:
        place, space, post = name.rpartition("} ") if name.startswith("{") else ("", "", name)
        made.append([f"{place}{space}{deputy}" for deputy in english.vice(post)])
    return [deputies[0] for deputies in made] + [other for deputies in made for other in deputies[1:]]


def form_for(post: Post, tokens: frozenset[str]) -> PostForm | None:
    """The form of a post in a body or place of these sorts."""
    forms = posts().get(post.zh)
    return next((form for form in forms if form.under & tokens), None)


def unplaced_names(post: Post, form: PostForm) -> tuple[str, ...]:
    """The names of a post where no place stands before it, best first."""
    return prefixed(unplaced(form.patterns), post.prefixes)


def in_area(post: Post, place: Area) -> tuple[PostForm, tuple[str, ...]] | None:
    """The renderings of a post in a place, best first: Mayor of Benxi."""
    form = form_for(post, place.tokens)
    if form is None or not place.bare:
        return None
    names = of_area(place, prefixed(form.patterns, post.prefixes))
    return (form, names) if names else None


def is_envoy(post: Post) -> bool:
    """Whether a post may be that of somebody sent to another country."""
    return form_for(post, _ENVOY) is not None


def envoy(post: Post, sender: Area | None, host: Area) -> tuple[PostForm, tuple[str, ...]] | None:
    """The renderings of a post in another country, best first: Chinese Ambassador to France, Ambassador to France."""
    form = form_for(post, _ENVOY)
    if form is None:
        return None
    # What is an acronym is adjective and noun: the U.S.
    acronyms = [f"the {name}" for name in host.demonyms if name.replace(".", "").isupper()]
    names = tuple(
        name.replace("{place}", place)
        for place in (english.the_country(host.bare), *acronyms)
        for name in prefixed(form.patterns, post.prefixes)
    )
    return form, of_area(sender, names) if sender else unplaced(names)


@lru_cache(maxsize=1024)
def tokens(kind: str) -> frozenset[str]:
    """What a body of this kind is to the forms of posts and of its parts."""
    return frozenset({*labels(kind), "body"}) - {"institution"}


def in_body(post: Post, sorts: frozenset[str]) -> tuple[PostForm | None, tuple[str, ...]] | None:
    """The names of a post relative to a body of some sorts, best first; None where it is no post in such a body."""
    form = form_for(post, sorts) or form_for(post, frozenset({"any"}))
    if form:
        return form, unplaced_names(post, form)
    if post.reading:
        return None, (post.reading.rendering, *post.reading.alternatives)
    return None


def of_body(names: Sequence[str], head: Reading, sorts: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """A post with its body: Director of the Bureau, Minister of Finance, U.S. Secretary of Energy.

    Args:
        names: The post, best first.
        head: The body.
        sorts: What the body is to the forms of posts.
    """
    exchanged = _SECRETARY if _US_DEPARTMENT in sorts else _MINISTER
    return _of_body(tuple(names), (head.rendering, *head.alternatives), head.kind, *exchanged)


@lru_cache(maxsize=8192)
def _of_body(
    names: tuple[str, ...], wholes: tuple[str, ...], kind: str, post: str, word: str
) -> tuple[str, ...]:
    bodies = english.definite(wholes, kind)
    if word in wholes[0]:
        made = list(_exchanged(names, tuple(zip(wholes, bodies, strict=True)), post, word))
    else:
        made = [f"{name} of {body}" for name, body in english.pairs(names[:4], bodies, weight=2)]
    before = [whole for whole in wholes if " of " not in whole and "," not in whole and len(whole) < _SHORT]
    if " of " not in names[0] and not names[0].endswith(post):
        made[_FIRST:_FIRST] = [f"{whole} {names[0]}" for whole in before[:2]]
    return english.distinct(made)


_US_DEPARTMENT = "us-department"
_SECRETARY, _MINISTER = ("Secretary", "Department"), ("Minister", "Ministry")
"""Posts that take the place of the word for the body in its name, and that word."""
_FIRST = 4
"""How many renderings come before those with the body before the post: Peking University President."""
_SHORT = 40
"""Longer names do not stand before a post."""


def _exchanged(
    names: Sequence[str], wholes: Sequence[tuple[str, str]], post: str, word: str
) -> Iterator[str]:
    """Vice Minister of Finance, but Spokesperson of the Ministry of Finance."""
    for name, (whole, definite) in english.pairs(names, wholes, weight=2):
        exchanged = name.endswith(post) and word in whole and not (" of " in name and whole.endswith(word))
        yield whole.replace(word, name) if exchanged else f"{name} of {definite}"
