"""Posts of one person: 党委书记、院长, 市委常委、宣传部部长, 总书记、国家主席、军委主席 before a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from glossary.compose import english, posts
from glossary.compose.glance import joins
from glossary.compose.posts import Post
from glossary.compose.templates import labels
from glossary.compose.vocabulary import BEFORE_POST, PostForm, joiners
from glossary.compose.vocabulary import posts as post_forms
from glossary.model import Term
from glossary.recognise.model import Reading

if TYPE_CHECKING:
    from glossary.compose.structure import Structure

_MOST_JOINED = 3
"""How many of the titles behind a joiner are tried."""
_ALIKE = frozenset({"head"})
"""Posts of these sorts belong to different people where they stand in one list: 部长、副部长."""

_HEADS = ("institution", "place")

Named = tuple[int, tuple[str, ...], Term | None]
"""(end, renderings with the body, entry)."""


def joint_posts(structure: Structure, head: Reading, position: int) -> Iterator[Named]:
    """The posts in a body that start at a position, alone and two of one person that share it."""
    sorts = structure.parts.sorts(head)
    for post in structure.parts.posts(position):
        if post.end <= head.end or _names_a_body(structure, post, position):
            continue
        found = posts.in_body(post, sorts)
        if found is None:
            continue
        form, names = found
        told = form or post.reading
        term = told.term if told else None
        if structure.is_new(post.end, "title"):
            yield post.end, posts.of_body(names, head, sorts), term
        for end, others in _shared(structure, head, post):
            both = [" and ".join(pair) for pair in english.pairs(names[:3], others[:3])]
            yield end, posts.of_body(both, head, sorts), term


def _names_a_body(structure: Structure, post: Post, position: int) -> bool:
    """Whether a title of the glossary begins with a body of its own: 中央政治局委员 after 越共."""
    if post.reading is None:
        return False
    known = structure.state.at(position)
    return any(labels(reading.kind)[0] == "institution" and reading.end < post.end for reading in known)


def _shared(
    structure: Structure, head: Reading, first: Post, *, more: int = _MOST_JOINED
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(end, renderings without the body) of what a second post of the same body can be."""
    if not more or not joins(structure.state.key, first.end):
        return
    party = "party" in labels(head.kind)
    position = first.end + 1
    for second in structure.parts.posts(position):
        form = posts.form_for(second, posts.tokens(head.kind) | {"any"})
        if form and may_join(first.sort, form.sort) and not (party and _has_its_own_body(form)):
            names = posts.unplaced_names(second, form)
            yield second.end, names
            for end, others in _shared(structure, head, second, more=more - 1):
                yield end, tuple(" and ".join(pair) for pair in english.pairs(names[:2], others[:2]))
    cores = structure.parts.cores(position)
    # 投资部 is no part of 市场部 in 市场部经理、投资部副经理.
    own = {core.end for core in cores if BEFORE_POST in core.form.under and not core.words}
    for core in cores:
        if core.end in own or _stands_alone(structure, position, core.end):
            continue
        if core.form.under & posts.tokens(head.kind) and may_join(first.sort, "head"):
            names = core.unplaced
            part = Reading(position, core.end, core.form.kind, names[0], names[1:3])
            for second in structure.parts.posts(part.end):
                found = posts.in_body(second, posts.tokens(part.kind))
                if found:
                    yield second.end, posts.of_body(found[1][:2], part)


def _stands_alone(structure: Structure, start: int, end: int) -> bool:
    """Whether the glossary has a body there that is part of no other: 公安部 after 中共中央书记处书记."""
    return any(
        reading.end == end and labels(reading.kind)[0] == "institution" and "sub" not in labels(reading.kind)
        for reading in structure.state.at(start)
        if reading.term and "{" not in reading.term.zh
    )


def _has_its_own_body(form: PostForm) -> bool:
    """Whether a post is in a body that it names itself (纪委书记), or in none of the Party's (市长)."""
    return form.sort not in ("party", "member") or " of the " in form.patterns[0]


def joint_titles(structure: Structure, titles: Sequence[Reading]) -> Iterator[Reading]:
    """The titles that go on from those at one position with another title of the same person."""
    state = structure.state
    ends = {reading.end for reading in titles}
    for first in sorted(titles, key=lambda reading: -reading.end)[:_MOST_JOINED]:
        if not joins(state.key, first.end):
            continue
        following = [reading for reading in state.at(first.end + 1) if labels(reading.kind)[0] == "title"]
        for second in sorted(following, key=lambda reading: -reading.end)[:_MOST_JOINED]:
            if second.end in ends or not _are_of_one_person(structure, first, second):
                continue
            ends.add(second.end)
            joined = _joined(structure.state.text(first), structure.state.text(second))
            names = (joined.join(pair) for pair in english.pairs(*_with_place(structure, first, second)))
            made = english.distinct(names)
            uncertain = first.uncertain or second.uncertain
            # English puts some before the name and others behind it: each post has its entry, the list has none.
            yield Reading(first.start, second.end, "title", made[0], made[1:], uncertain=uncertain)


def _joined(first: str, second: str) -> str:
    """What stands in English between two titles, of which either may be a list itself."""
    if _is_list(first):
        return ", and "
    return ", " if _is_list(second) else " and "


def _is_list(title: str) -> bool:
    return not joiners("posts").isdisjoint(title)


def _are_of_one_person(structure: Structure, first: Reading, second: Reading) -> bool:
    """Whether two titles with a joiner between are read as one person's.

    One with a body or place of its own stands on its own, whoever it belongs to, unless the joiner leaves no doubt, or
    a name follows that only one person can have.
    """
    state = structure.state
    sorts = sort_of(state.text(first)), sort_of(state.text(second))
    if state.key[first.end] in joiners("one"):
        return all(sorts)
    if _has_a_head(structure, second):
        return all(sorts) and second.end in state.people_starts
    return may_join(*sorts)


def _has_a_head(structure: Structure, title: Reading) -> bool:
    """Whether a title begins with the place or body that it is a post in: 国务院总理, but not 国家主席."""
    start, end = title.start, title.end
    if any(post.end == end and post.reading is None for post in structure.parts.posts(start)):
        return False
    known = structure.state.at(start)
    return any(labels(reading.kind)[0] in _HEADS and reading.end < end for reading in known)


def _with_place(structure: Structure, first: Reading, second: Reading) -> tuple[list[str], list[str]]:
    """The renderings of two titles; a post that needs a place takes that of the title before it."""
    names = [first.rendering, *first.alternatives[:2]]
    others = [second.rendering, *second.alternatives[:2]]
    for end, place in structure.parts.areas(first.start):
        for post in structure.parts.posts(second.start):
            found = posts.in_area(post, place) if end < first.end else None
            if found and (bare := _alone(structure, second, post.end)):
                return names, [found[1][0] + second.rendering.removeprefix(bare), *others]
    return names, others


def _alone(structure: Structure, title: Reading, end: int) -> str:
    """The rendering of the first post of a title, which ends at `end`; empty where the title does not begin with it."""
    for post in structure.state.at(title.start):
        alike = post.end == end and labels(post.kind)[0] == "title"
        if alike and title.rendering.startswith(post.rendering):
            return post.rendering
    return ""


def may_join(first: str, second: str) -> bool:
    """Whether posts of two sorts can be one person's; of unknown sorts they cannot."""
    return bool(first and second) and not (first == second and first in _ALIKE)


@lru_cache(maxsize=4096)
def sort_of(title: str) -> str:
    """What sort of post a title ends in; empty where that is unknown."""
    last = title.replace("兼", "、").rpartition("、")[2]
    for start in range(len(last)):
        forms = post_forms().get(last[start:])
        if forms:
            return forms[0].sort
    return ""
