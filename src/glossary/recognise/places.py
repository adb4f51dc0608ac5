"""Towns, villages and communities that no list has.

They are known by the county, district or city before them, by an organ of a town or village behind them, or by having been
named so elsewhere in the document.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from glossary import tables
from glossary.han import run_end, run_start
from glossary.place_names import is_by_rule
from glossary.recognise.model import BOUND, Context, Reading
from glossary.recognise.town import LONGEST, level_pattern, levels, town_at
from glossary.words import CUTS, REACH, cut_cost

EXAMPLES = {
    "[铁岭县]双井子镇": {"双井子镇": "Shuangjingzi Town"},
    "[铁岭]市双井子镇": {"双井子镇": "Shuangjingzi Town"},
    "[浑南区]王滨街道、祝家街道": {"王滨街道": "Wangbin Subdistrict", "祝家街道": "Zhujia Subdistrict"},
    "[凤城]市大堡镇大梨树村": {"大堡镇": "Dabao Town", "大梨树村": "Dalishu Village"},
    "[康平县]各乡镇": {},
    "[康平县]特色小镇": {},
    "[康平县]农村社区": {},
    "[康平县]推进乡村振兴": {},
    "[本溪]马家沟村": {"马家沟村": "Majiagou Village"},
    "[本溪]新乡": {},
    "由双井子镇党委牵头": {},
    "双井子镇党委书记": {"双井子镇": "Shuangjingzi Town"},
    "双井子镇": {},
    "[铁岭县]双井子镇。来到双井子镇": {"双井子镇": "Shuangjingzi Town"},
    "各乡镇党委，古镇镇长": {},
}
"""Texts with what the glossary knows in brackets, and what is found in them."""

_PARENTS = frozenset({"city", "county", "district"})
_LOOSE_PARENTS = _PARENTS | {"prefecture", "province"}
"""What towns may follow without a word for its level: 浙江下姜村."""
_ABROAD = "abroad"
_SHORT_OF_CITY = "市"
_ENDS = "市县区旗"
_LEVELS = "省州盟市县区旗"
_LISTED = "、"
_MOST_IN_LIST = 20
_REACH = 8
"""How far behind a place the last character of a town's level may stand."""
_SHORTEST_FREE = 2
"""Characters of a name that stands free: 城 in 城镇 is none."""
_LEAST, _SURE = 3, 4
"""Characters of a town after a place without its level: at least, and at most to be certain.

A longer name may begin with that of a county: 寿宁 in 寿宁含溪村.
"""


def recognise(context: Context) -> Iterator[Reading]:
    """Places below counties, spelt by rule; uncertain where the name may be something else or is read otherwise.

    They count directly after another place, after each other, and in lists of such; where a name stands free before
    the organ of a town or village; and wherever the same certain name stands again.
    """
    found = {reading.start: reading for reading in _after_parents(context)}
    for reading in _before_organs(context.key):
        found.setdefault(reading.start, reading)
    found |= {reading.start: reading for reading in _again(context.key, list(found.values()))}
    for start in sorted(found):
        yield found[start]


def _after_parents(context: Context) -> Iterator[Reading]:
    """Those after the county, district or city that they are in, in order."""
    kinds = {kind for kind in {reading.kind for reading in context.readings} if kind.startswith("place")}
    places = [reading for reading in context.readings if reading.kind in kinds]
    parents = {kind for kind in kinds if _is_parent(kind, _PARENTS)}
    said = {
        end for reading in places if reading.kind in parents and (end := _parent_end(context.key, reading))
    }
    unsaid = set(_ends(context.key, places)) - said
    position = 0
    for start in sorted(said | unsaid):
        if start < position:
            continue
        for reading in _below(context.key, start, loose=start in unsaid):
            yield reading
            position = reading.end


def _before_organs(key: str) -> Iterator[Reading]:
    """Those that stand free, with no Han character before them, and have the organ of a town or village behind them."""
    for match in _level_before_an_organ().finditer(key):
        start = run_start(key, match.start(), LONGEST + 1)
        if _SHORTEST_FREE <= match.start() - start <= LONGEST:
            reading = town_at(key, start)
            if reading and reading.end == match.end():
                yield reading


def _again(key: str, found: Sequence[Reading]) -> Iterator[Reading]:
    """The same certain names where they stand without all that, and overlap none of those found."""
    names = {key[reading.start : reading.end]: reading for reading in found if not reading.uncertain}
    sizes = sorted({len(name) for name in names}, reverse=True)
    taken = {offset for reading in found for offset in range(reading.start, reading.end)}
    for match in level_pattern().finditer(key) if names else ():
        end = match.end()
        start = next((end - size for size in sizes if key[max(0, end - size) : end] in names), end)
        if taken.isdisjoint((start, end - 1)) and start < end and not _cuts_a_word(key, start, end):
            yield replace(names[key[start:end]], start=start, end=end)


def _cuts_a_word(key: str, start: int, end: int) -> bool:
    first = run_start(key, start, REACH)
    return cut_cost(key[first : run_end(key, end, REACH)], start - first, end - first) >= CUTS


def _is_parent(kind: str, parents: frozenset[str]) -> bool:
    """Whether towns can follow what is of a kind."""
    labels = kind.split(".")
    return labels[0] == "place" and _ABROAD not in labels and not parents.isdisjoint(labels)


def _ends(key: str, places: Sequence[Reading]) -> Iterator[int]:
    """Where places of China end that do not say their level, and no level or other place follows."""
    lasts = {level[-1] for level in levels()}
    kinds = {kind for kind in {reading.kind for reading in places} if _is_parent(kind, _LOOSE_PARENTS)}
    begun = {reading.start for reading in places if reading.end - reading.start > 1}
    longest: dict[int, Reading] = {}
    for reading in places:  # in order of start: the first to end somewhere is the longest
        if not lasts.isdisjoint(key[reading.end + 1 : reading.end + _REACH]):
            longest.setdefault(reading.end, reading)
    for end, reading in longest.items():
        known = reading.kind in kinds and BOUND not in reading.kind
        free = end not in begun and key[end] not in _LEVELS
        if known and free and is_by_rule(key[reading.start : end], reading.rendering):
            yield end


def _parent_end(key: str, reading: Reading) -> int | None:
    """Where a place that towns can follow ends, its level included; None where no level is said."""
    labels = reading.kind.split(".")
    if "city" in labels and key.startswith(_SHORT_OF_CITY, reading.end):
        return reading.end + 1
    return reading.end if key[reading.end - 1] in _ENDS and BOUND not in labels else None


def _below(key: str, start: int, *, loose: bool) -> Iterator[Reading]:
    """The towns and villages that follow each other from `start` on; `loose`: after a place without its level."""
    for _ in range(_MOST_IN_LIST):
        reading = town_at(key, start)
        size = reading.end - start if reading else 0
        if reading is None or (loose and size < _LEAST):
            return
        yield replace(reading, uncertain=True) if loose and size > _SURE else reading
        loose = False
        start = reading.end + key.startswith(_LISTED, reading.end)


@cache
def _level_before_an_organ() -> re.Pattern[str]:
    organs = "|".join(row["zh"] for row in tables.rows("town_organs"))
    return re.compile(f"{level_pattern().pattern}(?={organs})")
