"""Names of bodies without the place or body before them: a field of work and an ending, 教育局; 第一人民医院."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product

import msgspec

from glossary import tables
from glossary.compose import english
from glossary.compose.areas import Area
from glossary.compose.bodies import in_slots, unplaced
from glossary.compose.fieldphrase import Field, fields_at
from glossary.compose.index import Index
from glossary.compose.vocabulary import BodyForm, Word, bodies

_MOST_CORES = 16
"""At one position, for a bound on ambiguity."""
_TWICE = re.compile(r"\b(\w+) \1\b")
"""Ethnic and Religious Affairs, and Affairs from the ending."""
_BEFORE_A_NOUN = re.compile(r"\{x\}(?= [A-Z])")

Words = Callable[[int], Sequence[tuple[int, Word]]]
"""The words for fields of work that start at a position, (end, word), the longest first."""
Places = Callable[[int], Sequence[tuple[int, Area]]]
"""The places that start at a position, (end, area)."""


class Core(msgspec.Struct, frozen=True):
    """The name of a body without the place or body before it."""

    end: int
    form: BodyForm
    words: tuple[tuple[Word, bool], ...] = ()
    """Its field of work."""
    numeral: tuple[str, str] = ("", "")
    """1, First."""
    place: Area | None = None
    """The place after which it is named."""
    unknown: str = ""
    """Its field of work in Chinese where no table has it."""

    @property
    def names(self) -> tuple[str, ...]:
        """English, best first; those with the slots of a place say themselves where it stands."""
        if self.unknown:
            named = f"[{self.unknown}]"
            return _filled(self.form.patterns, [{"x": named, "a": named, "p": named}])
        return _names(self.form, self.words, self.numeral, self.place)

    @property
    def unplaced(self) -> tuple[str, ...]:
        """English where no place stands before the name, best first."""
        return unplaced(self.names)


def cores_at(key: str, start: int, words: Words, places: Places, *, fields: bool) -> tuple[Core, ...]:
    """What bodies' names can go on with at a position of a match key, those of the longest words first.

    Args:
        key: The match key.
        start: The position.
        words: The words for fields of work.
        places: The places.
        fields: Whether a field of work may begin there.
    """
    found: dict[tuple[int, int], Core] = {}
    for core in _cores(key, start, words if fields else None, places):
        found.setdefault((core.end, id(core.form)), core)
        if len(found) == _MOST_CORES:
            break
    # 经济研究所 is an institute (研究所) rather than an office (所) of what 经济研究 names.
    return tuple(sorted(found.values(), key=lambda core: bool(core.words) and not core.form.certain))


def unknown_cores(key: str, start: int, end: int) -> Iterator[Core]:
    """The names of bodies with the unknown field of work `key[start:end]`."""
    for stop, forms in bodies()["*"].at(key, end):
        yield from (Core(stop, form, unknown=key[start:end]) for form in forms if form.certain)


def _cores(key: str, start: int, words: Words | None, places: Places) -> Iterator[Core]:
    for end, forms in bodies()[""].at(key, start):
        yield from (Core(end, form) for form in forms if _ends(key, end, form))
    for field in fields_at(key, start, words) if words else ():
        for end, forms in bodies()["*"].at(key, field.end):
            yield from (Core(end, form, field.words) for form in forms if _ends(key, end, form))
    if key[start : start + 1] in _prefixes("#"):
        yield from _numbered(key, start)
    yield from _placed(key, start, places)


def _placed(key: str, start: int, places: Places) -> Iterator[Core]:
    """Names of bodies after places, alone and with a word before: 沈河分局, 驻法国大使馆, 附属江津医院."""
    for prefix in (*_prefixes("@").get(key[start : start + 1], ()), ""):
        if not key.startswith(prefix, start):
            continue
        for after, place in places(start + len(prefix)):
            for end, forms in bodies()["@"].at(key, after):
                for form in forms:
                    core = Core(end, form, place=place)
                    if form.prefix == prefix and _ends(key, end, form) and core.names:
                        yield core


def _numbered(key: str, start: int) -> Iterator[Core]:
    for prefix in _prefixes("#")[key[start]]:
        if not key.startswith(prefix, start):
            continue
        for after, numerals in _numerals().at(key, start + len(prefix)):
            for end, forms in bodies()["#"].at(key, after):
                for form in forms:
                    if form.prefix == prefix and _ends(key, end, form):
                        yield Core(end, form, numeral=numerals[0])


def _ends(key: str, end: int, form: BodyForm) -> bool:
    """Whether a form ends there, and not inside a word with the next character."""
    following = key[end : end + 1]
    return not following or following not in form.not_before


@lru_cache(maxsize=8192)
def _names(
    form: BodyForm, words: tuple[tuple[Word, bool], ...], numeral: tuple[str, str], place: Area | None
) -> tuple[str, ...]:
    if words:
        return _filled(form.patterns, _field_values(Field(0, words)))
    if numeral[0]:
        return _filled(form.patterns, [{"n": numeral[0], "nth": numeral[1]}])
    if place and form.prefix:
        return _filled(form.patterns, [{"place": english.the_country(place.bare)}])
    return english.distinct(in_slots(place, form.patterns)) if place else form.patterns


def _filled(patterns: Sequence[str], values: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    """The patterns with their own slots filled, as far as there is a value; the slots of a place stay."""
    names = (_fill(pattern, value) for value, pattern in product(values, patterns))
    return english.distinct((name for name in names if "{x}" not in name), most=len(patterns) + 3)


def _fill(pattern: str, value: Mapping[str, str]) -> str:
    name = _BEFORE_A_NOUN.sub(value["p"], pattern) if "p" in value else pattern
    for slot, text in value.items():
        name = name.replace(f"{{{slot}}}", text)
    return _TWICE.sub(r"\1", name)


def _field_values(field: Field) -> list[dict[str, str]]:
    first, *others = field.renderings()
    found = [{"x": first, "a": field.attributive(), "p": field.prenominal()}]
    found += [{"x": other, "a": other, "p": other} for other in others]
    # Fiscal Department, but no Department of Fiscal.
    return [*found, {"a": field.attributive(), "p": field.attributive()}]


@cache
def _prefixes(mark: str) -> dict[str, list[str]]:
    """What stands before the numeral or place in the forms that have one, by first character, the longest first."""
    index = bodies()[mark]
    prefixes = {form.prefix for tail in index.strings() for form in index.get(tail)}
    found: dict[str, list[str]] = {}
    for prefix in sorted(prefixes, key=lambda prefix: -len(prefix)):
        if prefix:
            found.setdefault(prefix[0], []).append(prefix)
    return found


@cache
def _numerals() -> Index[tuple[str, str]]:
    return Index((row["zh"], (row["n"], row["nth"])) for row in tables.rows("name_numerals"))
