"""Places as names of bodies have them: Benxi Municipal, of Benxi, Benxi."""

from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from glossary import tables
from glossary.compose import english
from glossary.compose.templates import labels
from glossary.compose.vocabulary import Level, demonyms, level_words, levels, levels_elsewhere
from glossary.place_names import is_by_rule
from glossary.recognise.model import BOUND

_MUNICIPALITY = "municipality"
"""A city with the rank of a province."""
_ORDER = ("sar", "region", _MUNICIPALITY, "province", "prefecture", "city", "county", "district", "town")
"""The levels of places in China, the greatest first."""
_CHINA = "china"
_CHINESE = ("China", "People's Republic of China")
_ABROAD = "abroad"
_PLAIN_CITY = ("place", "city")
_CITY = "市"
_MAINLAND = frozenset({"area", "mainland"})
"""What divisions of the mainland are to the forms of bodies and posts, besides their level."""


class Area(msgspec.Struct, frozen=True, eq=False):
    """A place at the head of a name."""

    level: str
    tokens: frozenset[str]
    """What it is to the forms of bodies and posts (`under`)."""
    adjective: str
    """Benxi Municipal; for a country the bare name."""
    nouns: tuple[str, ...]
    """What follows "of", best first; none where the place has no name."""
    bare: str
    explicit: bool = True
    """Whether its level is said: 沈阳市, not 沈阳."""
    demonyms: tuple[str, ...] = ()
    outer: str = ""
    """The places that it is in, as they follow after a comma."""
    ordinals: tuple[str, ...] = ()
    """The number of the term of a body of the place, in each way that English writes it."""


@lru_cache(maxsize=4096)
def within(inner: Area, outer: Area) -> Area:
    """The same area in a greater one before it: 沈阳市浑南区."""
    noun = outer.bare if outer.level in ("city", _MUNICIPALITY) else outer.nouns[0]
    return replace(inner, outer=", ".join(filter(None, (inner.outer, noun, outer.outer))))


def is_within(inner: Area, outer: Area) -> bool:
    """Whether a place can be part of another, by their levels."""
    known = inner.level in _ORDER and outer.level in _ORDER
    return known and _ORDER.index(outer.level) < _ORDER.index(inner.level)


def prefixed(outer: Area, names: Sequence[str]) -> tuple[str, ...]:
    """The names of a place with the place before it that belongs to them: Dalian Jinpu New Area; Xiong'an New Area, Hebei."""
    frames = [f"{outer.bare} {{}}", f"{{}}, {outer.bare}", f"{{}} of {outer.bare}", f"{{}} in {outer.bare}"]
    if outer.level in ("province", "region"):
        frames = [frames[1], f"{{}}, {outer.nouns[0]}", *frames[2:], f"{{}} in {outer.nouns[0]}", frames[0]]
    return english.distinct(frame.format(name) for name in names for frame in frames)


@lru_cache
def nameless(level: Level) -> Area:
    """A level alone: 市 in 市教育局."""
    adjective = level.adjective.replace("{} ", "").replace(" Region", " Regional")
    tokens = _MAINLAND.union({level.name}) if level.name in _ORDER else {level.name}
    return Area(level.name, frozenset(tokens), adjective, (), "")


@lru_cache(maxsize=4096)
def area(kind: str, rendering: str, text: str) -> Area | None:
    """The place of a reading as the head of a name; None where it is no place of any level."""
    known = labels(kind)
    if "place" not in known or BOUND in known:
        return None
    if "country" in known:
        return country(rendering)
    if "zone" in known:
        return Area(
            "zone", frozenset({"zone"}), rendering, (english.the(rendering, kind), rendering), rendering
        )
    elsewhere = _level_elsewhere(known, rendering, text)
    if elsewhere:
        return _elsewhere(*elsewhere, rendering, explicit=_is_explicit(text))
    level = _level(known, rendering, text)
    return _of_level(level, rendering, explicit=_is_explicit(text)) if level else None


@lru_cache
def country(rendering: str) -> Area:
    """The country that is called so in English."""
    tokens = {"country", _CHINA if rendering in _CHINESE else rendering.lower().replace(" ", "-")}
    # The Republic of Kazakhstan Government is called so by nobody.
    names = demonyms().get(rendering, () if " of " in rendering else (rendering,))
    nouns = (english.the_country(rendering),)
    return Area("country", frozenset(tokens), rendering, nouns, rendering, demonyms=names)


def _level_elsewhere(known: tuple[str, ...], rendering: str, text: str) -> tuple[str, Level] | None:
    """What marks a place whose bodies are not those of the mainland, and its level.

    The mark is in its kind; a city without one is abroad where it is not spelt as those of China are.
    """
    marked = next(((mark, name) for mark, name in levels_elsewhere() if {mark, name} <= {*known}), None)
    if marked is None and known == _PLAIN_CITY and not is_by_rule(text.removesuffix(_CITY), rendering):
        marked = _ABROAD, "city"
    return (marked[0], levels_elsewhere()[marked]) if marked else None


def _elsewhere(mark: str, level: Level, rendering: str, *, explicit: bool) -> Area:
    endings = (noun.partition("{}")[2] for noun in level.noun)
    bare = next(
        (rendering.removesuffix(end) for end in endings if end and rendering.endswith(end)), rendering
    )
    nouns = tuple(noun.replace("{}", bare) for noun in level.noun)
    tokens = frozenset({"area", mark, f"{mark}-{level.name}"})
    return Area(level.name, tokens, level.adjective.replace("{}", bare), nouns, bare, explicit)


def _level(known: tuple[str, ...], rendering: str, text: str) -> Level | None:
    """The level of a place: by its own name, else by its kind and how its name ends."""
    if text in _levels_alone():
        return _levels_alone()[text]
    for name in reversed(_ORDER):
        if name in known and (name != "region" or rendering.rpartition(" ")[2] in _nouns()):
            of_name = _levels_by_name()[name]
            return next((level for level in of_name if text.endswith(level.zh)), of_name[-1])
    return None


@cache
def _levels_alone() -> dict[str, Level]:
    """The levels that are places by themselves: 全国."""
    return {level.zh: level for level in levels() if "{}" not in level.adjective}


@cache
def _levels_by_name() -> dict[str, list[Level]]:
    """The levels that stand behind the names of places."""
    found: dict[str, list[Level]] = {}
    for level in levels():
        if "{}" in level.adjective:
            found.setdefault(level.name, []).append(level)
    return found


def _is_explicit(text: str) -> bool:
    """Whether a place's name says its level: 沈阳市, 广西壮族自治区, not 广西."""
    return text.endswith(level_words())


def _of_level(level: Level, rendering: str, *, explicit: bool) -> Area:
    bare = _bare(level, rendering)
    adjective = level.adjective.replace("{}", bare)
    nouns = tuple(noun.replace("{}", bare) for noun in level.noun)
    if "{}" not in level.adjective:
        bare = nouns[-1]
    elif bare != rendering and level.name not in ("province", "city"):
        adjective, nouns = rendering, (rendering, bare)
    tokens = {"area", level.name} if level.name == "sar" else _MAINLAND.union({level.name})
    if level.name == _MUNICIPALITY:
        tokens |= {"province", "city"}
    return Area(level.name, frozenset(tokens), adjective, nouns, bare, explicit)


def _bare(level: Level, rendering: str) -> str:
    """A name without the words for its level: Jinpu for Jinpu New Area, Yanbian for Yanbian Korean Autonomous Prefecture."""
    words = [noun.partition("{}")[2] for noun in level.noun]
    last = rendering.rpartition(" ")[2]
    if last in _nouns():
        words += [f" Autonomous {last}", f" {last}"]
    word = next((word for word in words if word and rendering.endswith(word)), "")
    bare = rendering.removesuffix(word)
    return _without_peoples(bare) if word.startswith(" Autonomous ") else bare


def _without_peoples(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1].rstrip(",") in _peoples():
        words.pop()
    return " ".join(words).rstrip(",")


@cache
def _peoples() -> frozenset[str]:
    """The words for those whom autonomous places are of, and what joins them: Qiannan Bouyei and Miao."""
    return frozenset({"and", *(row["en"] for row in tables.rows("ethnic_groups"))})


@cache
def _nouns() -> frozenset[str]:
    """The words for levels that end English names: Province, District."""
    nouns = (noun for level in levels() for noun in level.noun if "{} " in noun)
    return frozenset(noun.rpartition(" ")[2] for noun in nouns)
