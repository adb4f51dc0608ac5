"""What a title can be beside the names around it: in a list that shares its head, before and after a person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from glossary.compose import english, posts
from glossary.compose.apposition import lowered
from glossary.compose.vocabulary import posts as post_forms
from glossary.compose.vocabulary import prefixes
from glossary.recognise.model import Reading

if TYPE_CHECKING:
    from glossary.compose.structure import Structure

_ENDS = "。！？；\n"
_REACH = 120
"""How many characters before a post the place may stand that it belongs to."""
_LONGEST_BEFORE_A_NAME = 30
_MOST_ALTERNATIVES = 11
_LOCAL = frozenset({"province", "city", "prefecture", "county", "district", "town"})


def beside(structure: Structure) -> Iterator[Reading]:
    """The titles that are known or have been composed again, each with the further renderings that its surroundings allow."""
    state = structure.state
    named = [person for person in state.people if person.rendering]
    before = {person.end: person for person in named}
    after = {person.start: person for person in named}
    titles = [*state.titles, *(reading for reading in state.made if reading.kind == "title")]
    places = sorted(state.place_starts)
    for title in titles:
        more: list[str] = []
        if state.text(title) in _local_posts():
            more += _in_place(structure, title, places)
        person = after.get(title.end) or before.get(title.start)
        if person:
            more += _with_person((*more[:1], title.rendering, *title.alternatives), person.rendering)
        if more:
            made = english.distinct(
                (title.rendering, *title.alternatives, *more), most=_MOST_ALTERNATIVES + 1
            )
            yield replace(title, alternatives=made[1:])


@cache
def _local_posts() -> frozenset[str]:
    """The posts in places, with 副 and the like before some of them."""
    local = [
        zh for zh in post_forms().strings() if any(form.under <= _LOCAL for form in post_forms().get(zh))
    ]
    return frozenset(before + zh for zh in local for before in ("", *prefixes().strings()))


def _in_place(structure: Structure, title: Reading, places: Sequence[int]) -> Iterator[str]:
    """A post alone with the place that the sentence has named before it: 市长 after 本溪市委书记."""
    key = structure.state.key
    first = title.start - _REACH
    beginning = max(first, *(key.rfind(mark, max(0, first), title.start) for mark in _ENDS))
    for index in range(bisect_left(places, title.start) - 1, -1, -1):
        if places[index] <= beginning:
            return
        for _, place in structure.parts.areas(places[index]):
            for post in structure.parts.posts(title.start):
                found = posts.in_area(post, place) if post.end == title.end else None
                if found:
                    yield from found[1][:2]
                    return


def _with_person(titles: Sequence[str], name: str) -> Iterator[str]:
    """The title before the name and after it: Vice Mayor Yu Hai; Yu Hai, vice mayor of Benxi."""
    short = next((title for title in titles if " of " not in title and "," not in title), None)
    if short and len(short) <= _LONGEST_BEFORE_A_NAME:
        yield f"{short} {name}"
    yield f"{name}, {lowered(titles[0])}"
