"""Towns, villages and communities that no list has, after the county, district or city that they are in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from glossary import tables
from glossary.han import run_end
from glossary.place_names import is_by_rule, place_name
from glossary.recognise.model import BOUND, Context, Reading
from glossary.words import CUTS, REACH, cut_cost, frequency

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
    "双井子镇": {},
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
_COMMON = 200
"""From this count in jieba's corpus (60 million) on, a word inside a name leaves a doubt whether it is one."""
_MOST_IN_LIST = 20
_REACH = 8
"""How far behind a place the last character of a town's level may stand."""
_LEAST, _SURE = 3, 4
"""Characters of a town after a place without its level: at least, and at most to be certain.

A longer name may begin with that of a county: 寿宁 in 寿宁含溪村.
"""


def recognise(context: Context) -> Iterator[Reading]:
    """Places below counties, spelt by rule; uncertain where the name may be something else or is read otherwise.

    They count directly after another place, after each other, and in lists of such.
    """
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


def _is_parent(kind: str, parents: frozenset[str]) -> bool:
    """Whether towns can follow what is of a kind."""
    labels = kind.split(".")
    return labels[0] == "place" and _ABROAD not in labels and not parents.isdisjoint(labels)


def _ends(key: str, places: Sequence[Reading]) -> Iterator[int]:
    """Where places of China end that do not say their level, and no level or other place follows."""
    lasts = {level[-1] for level in _levels()}
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
        reading = _at(key, start)
        size = reading.end - start if reading else 0
        if reading is None or (loose and size < _LEAST):
            return
        yield replace(reading, uncertain=True) if loose and size > _SURE else reading
        loose = False
        start = reading.end + key.startswith(_LISTED, reading.end)


def _at(key: str, start: int) -> Reading | None:
    match = _pattern().match(key, start)
    if match is None or _is_generic(match[1]) or frequency(match[0][len(match[1]) - 1 :]) >= _COMMON:
        return None  # a common word at the end, such as 农村 or 古镇, says what sort it is, not which
    end = match.end()
    if cut_cost(key[start : run_end(key, end, REACH)], 0, end - start) >= CUTS:
        return None
    spelt = place_name(match[0])
    if spelt is None:
        return None
    uncertain = spelt.doubtful or _has_common_word(match[1])
    return Reading(start, end, _levels()[match[2]], spelt.en, spelt.also, uncertain=uncertain)


def _is_generic(name: str) -> bool:
    """Whether a name is no name: 特色 before 镇, 加快建设, what has 的 in it."""
    generic = tables.column("place_generic")
    if not generic.isdisjoint((name, name[:2], name[-2:])) or not _inside().isdisjoint(name):
        return True
    return len(name) == 4 and frequency(name[:2]) >= _COMMON and frequency(name[2:]) >= _COMMON


@cache
def _inside() -> frozenset[str]:
    return frozenset(row["zh"] for row in tables.rows("place_generic") if row["inside"])


def _has_common_word(name: str) -> bool:
    return any(
        frequency(name[first:last]) >= _COMMON
        for first in range(len(name))
        for last in range(first + 2, len(name) + 1)
    )


@cache
def _pattern() -> re.Pattern[str]:
    """A name of one to four characters, none of which belongs to the word for a level, and that word."""
    levels = sorted(_levels(), key=len, reverse=True)
    return re.compile(f"((?:(?!{'|'.join(levels)})[\u3400-\u9fff]){{1,4}}?)({'|'.join(levels)})")


@cache
def _levels() -> Mapping[str, str]:
    """The kinds of places below counties, by the word for their level."""
    return {
        row["zh"]: row["kind"]
        for row in tables.rows("place_levels")
        if row["kind"] in ("place.town", "place.village")
    }
