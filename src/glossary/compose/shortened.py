"""Places by their names without the word for their level, as branches have them: 沈河 in 公安局沈河分局."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter

from glossary.compose.areas import Area, area
from glossary.compose.vocabulary import bodies, levels
from glossary.han import is_han
from glossary.lexicon import Lexicon

_LEVELS = frozenset({"district", "county", "city"})
_SIZES = (4, 3, 2)
"""How many characters such a name has."""


class Shortened:
    """The places of a lexicon that have the word for their level in their names, found without it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._found: dict[str, Area | None] = {}

    def before_branches(self, key: str) -> Iterator[tuple[int, tuple[int, Area]]]:
        """The places in a match key that the word for a branch follows: start, and (end, area)."""
        for end in sorted(match.start() for pattern in _branches() for match in pattern.finditer(key)):
            for start in (end - size for size in _SIZES if size <= end):
                if all(map(is_han, key[start:end])) and (place := self._area(key[start:end])):
                    yield start, (end, place)

    def _area(self, name: str) -> Area | None:
        """The place that is called so with the word for a level behind it; None where the lexicon has none."""
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> Area | None:
        for level in levels():
            if level.name not in _LEVELS or "{}" not in level.adjective:
                continue
            full = name + level.zh
            for reading in self._lexicon.find(full)[0]:
                place = area(reading.kind, reading.rendering, full)
                if place and (reading.start, reading.end) == (0, len(full)):
                    return place
        return None


@cache
def _branches() -> tuple[re.Pattern[str], ...]:
    """The words for branches by first character: one character is looked for many times faster than one of several."""
    index = bodies()["@"]
    tails = sorted(tail for tail in index.strings() if any("body" in form.under for form in index.get(tail)))
    return tuple(re.compile("|".join(group)) for _, group in groupby(tails, itemgetter(0)))
