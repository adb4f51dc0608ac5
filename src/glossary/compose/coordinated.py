"""Two places in one name, which share its end: 大小兴安岭 is 大兴安岭 and 小兴安岭."""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from operator import eq

from msgspec.structs import replace

from glossary import tables
from glossary.lexicon import Lexicon
from glossary.recognise.model import Reading

_KINDS = ("place.area", "place.mountain", "place.water")
"""What is in nature, and parts of the world: 南北京 is none, whatever there is by the names of 南京 and 北京."""


def coordinated_places(lexicon: Lexicon, key: str, places: Iterable[Reading]) -> Iterator[Reading]:
    """The pairs of places of a lexicon in a match key of which the second is among `places`."""
    opposites = tables.column("opposites")
    for second in filter(_is_place, places):
        start, end = second.start - 1, second.end
        if key[start : start + 2] not in opposites:
            continue
        first = _place(lexicon, key[start] + key[start + 2 : end])
        if first and _place(lexicon, key[start:end]) is None:
            rendering = _both(first.rendering, second.rendering)
            yield replace(second, start=start, rendering=rendering, alternatives=(), term=None)


def _is_place(reading: Reading) -> bool:
    return reading.kind.startswith(_KINDS) and reading.term is not None


def _place(lexicon: Lexicon, name: str) -> Reading | None:
    """What a lexicon has by exactly this name."""
    found = (each for each in lexicon.find(name)[0] if each.end - each.start == len(name))
    return next(filter(_is_place, found), None)


def _both(first: str, second: str) -> str:
    """Greater and Lesser Khingan Mountains; what the two names do not share stands before the "and" and behind it."""
    words, others = first.split(), second.split()
    shared = sum(takewhile(bool, map(eq, reversed(words), reversed(others))))
    return f"{' '.join(words[: len(words) - shared] or words)} and {second}"
