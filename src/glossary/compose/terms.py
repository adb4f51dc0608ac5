"""Bodies with the number of their term: 本溪市第十七届人民代表大会, 政协第十二届本溪市委员会, 十四届全国人大."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from msgspec.structs import replace
from msgspec.structs import replace as changed

from glossary import tables
from glossary.compose.areas import Area
from glossary.recognise import amounts, sessions
from glossary.recognise.model import Reading

MARK = "届"
_TERM = frozenset({"term"})
"""What a place with a term is to the forms of bodies."""
_ARTICLE = "the "
_EVENT = "event"
_NUMBER = re.compile(f"第?[0-9一二三四五六七八九十百零]+{MARK}")

Term = tuple[int, tuple[str, ...]]
"""Where the number of a term ends, and how English writes it, best first."""


def terms(key: str) -> dict[int, Term]:
    """The numbers of terms in a match key, by where they start."""
    found: dict[int, Term] = {}
    at = key.find(MARK)
    while at >= 0:
        start, number = sessions.number_before(key, at)
        if number:
            word, figures = sessions.ordinal(number).capitalize(), amounts.ordinal(number)
            found[start] = at + 1, tuple(dict.fromkeys((word, figures)))
        at = key.find(MARK, at + 1)
    return found


@lru_cache(maxsize=1024)
def of_term(place: Area, ordinals: tuple[str, ...]) -> Area:
    """The same place at the head of the name of a body with the number of its term."""
    return replace(place, tokens=_TERM, ordinals=ordinals)


def numbered_bodies(key: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """The events that are the bodies themselves, and no sessions of them, as bodies: 十四届全国人大."""
    for reading in readings:
        if reading.kind != _EVENT or reading.term:
            continue
        text = key[reading.start : reading.end]
        ending = MARK in text and _endings().search(_NUMBER.sub("", text))
        if ending:
            names = [name.removeprefix(_ARTICLE) for name in (reading.rendering, *reading.alternatives)]
            kind = _kinds()[ending[0]]
            yield changed(reading, kind=kind, rendering=names[0], alternatives=tuple(names[1:]))


def _kinds() -> Mapping[str, str]:
    return tables.by_zh("term_bodies", "kind")


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(_kinds(), key=len, reverse=True))})$")
