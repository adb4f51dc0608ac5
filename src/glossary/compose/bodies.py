"""The English of bodies' names: the place before or after, the body that they are part of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from glossary.compose import english
from glossary.compose.areas import Area

_WHOLE = "="
"""Before a name that has in it what it stands under: China Enterprise Association."""
_OF_A_PLACE = re.compile(r"\{(?:adj|adjregional|bare|demonym)\} | of \{(?:of|the)\}")


@lru_cache(maxsize=8192)
def of_area(place: Area, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a body of a place, best first."""
    if any("{" in name for name in names):
        return english.distinct(_with_outer(place, in_slots(place, names)))
    return english.distinct(_with_outer(place, _around(place, names)))


def _around(place: Area, names: Sequence[str]) -> Iterator[str]:
    """The place before the name and after it."""
    if names[0].startswith(_WHOLE):
        yield from (name.removeprefix(_WHOLE) for name in names)
        return
    adjective = f"{place.adjective} {{}}"
    nouns = [f"{{}} of {english.the_place(noun)}" for noun in place.nouns]
    frames = [adjective, *nouns[:1], *([f"{place.bare} {{}}"] if place.bare else ()), *nouns[1:]]
    if place.level == "region" and nouns:
        frames = [nouns[0], adjective, *frames[2:]]
    elif not place.explicit:
        frames = [f"{place.bare} {{}}", adjective, *nouns]
    elif place.level == "country":
        frames = [f"{name} {{}}" for name in place.demonyms] + nouns + [f"{place.bare} {{}}"]
    for name, frame in english.pairs(names, frames, weight=2):
        yield frame.replace("{}", name)
    if not nouns:
        yield from names


def in_slots(place: Area, names: Sequence[str]) -> Iterator[str]:
    """Names with the slots of the place filled; those come last that name the place in another way."""
    if place.ordinals:
        names = [made for name in names for made in _numbered(name, place.ordinals)]
    made = [
        (rank - _preferred(place, name) + distance, filled)
        for rank, name in enumerate(names)
        for distance, filled in _fillings(place, name)
    ]
    yield from (name for _, name in sorted(made, key=lambda item: item[0]) if "{" not in name)


def _numbered(name: str, ordinals: Sequence[str]) -> Iterator[str]:
    """A name with the number of a term, which stands before the assembly itself.

    Standing Committee of the 13th {adj} People's Congress; 13th CPC {adj} Committee; 13th People's Congress of {of}.
    """
    whole = _WHOLE if name.startswith(_WHOLE) else ""
    before, slot, after = name.removeprefix(_WHOLE).partition("{")
    part, of, assembly = before.rpartition(" of the ")
    if of or not before.endswith(" of ") or after.startswith("of}"):
        yield from (f"{whole}{part}{of}{ordinal} {assembly}{slot}{after}" for ordinal in ordinals)


@lru_cache(maxsize=4096)
def unplaced(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without the slots of a place, as they are where no place stands before them."""
    if not any("{" in name for name in names):
        return names
    return english.distinct(made for name in names if "{" not in (made := _OF_A_PLACE.sub("", name)))


def _fillings(place: Area, name: str) -> Iterator[tuple[int, str]]:
    """A name with its slots filled in each way, and how many ranks that is worse than the best one."""
    for slot, text in _slots(place):
        name = name.replace(slot, text)
    for order, noun in enumerate(place.nouns if "{of}" in name else ("",)):
        for other, demonym in enumerate(place.demonyms if "{demonym}" in name else ("",)):
            filled = name.replace("{of}", english.the_place(noun)) if noun else name
            yield 2 * (order + other), filled.replace("{demonym}", demonym) if demonym else filled


@lru_cache(maxsize=1024)
def _slots(place: Area) -> tuple[tuple[str, str], ...]:
    """The slots that there is one way to fill, as far as a place has a name for them."""
    slots = {
        "{adj}": place.adjective,
        "{adjregional}": re.sub(r"Region$", "Regional", place.adjective),
        "{bare}": place.bare,
        "{the}": place.nouns[0] if place.nouns else "",
    }
    return tuple((slot, text) for slot, text in slots.items() if text)


def _preferred(place: Area, name: str) -> float:
    """How many ranks a form is better for a place of this sort than the table has it."""
    if place.level == "region" and "{of}" in name:
        return 2.5
    if place.explicit and place.level in ("district", "county"):
        return -1.5 if "{bare}" in name else 0
    return -1.5 if "{adj}" in name and not place.explicit else 0


def _with_outer(place: Area, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield f"{name}, {place.outer}" if place.outer else name


@lru_cache(maxsize=8192)
def of_body(head: tuple[str, ...], kind: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a part of a body: Office of the Ministry, Office, Ministry.

    Args:
        head: The renderings of the body.
        kind: Its kind.
        names: Those of the part.
    """
    if names[0].startswith(_WHOLE):
        return tuple(name.removeprefix(_WHOLE) for name in names)
    bodies = tuple(zip(head, english.definite(head, kind), strict=True))
    frames = [("{} of {}", names[0]), ("{}, {}", names[0])]
    frames += [(frame, name) for name in names[1:] for frame in ("{} of {}", "{}, {}")]
    return english.distinct(
        frame.format(name, definite if "of" in frame else whole)
        for (whole, definite), (frame, name) in english.pairs(bodies, frames)
    )
