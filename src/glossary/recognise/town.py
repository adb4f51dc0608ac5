"""What looks like the name of a town, village or community, and its spelling by rule."""

import re
from collections.abc import Mapping
from functools import cache

from glossary import tables
from glossary.han import run_end
from glossary.place_names import place_name
from glossary.recognise.model import Reading
from glossary.words import CUTS, REACH, cut_cost, frequency

LONGEST = 4
"""Characters of a name without the word for its level, at most."""
_COMMON = 200
"""From this count in jieba's corpus (60 million) on, a word inside a name leaves a doubt whether it is one."""


def town_at(key: str, start: int) -> Reading | None:
    """The town or village whose name starts at a position of a match key; uncertain where that may be something else."""
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
    return Reading(start, end, levels()[match[2]], spelt.en, spelt.also, uncertain=uncertain)


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
    words = "|".join(sorted(levels(), key=len, reverse=True))
    return re.compile(f"((?:(?!{words})[\u3400-\u9fff]){{1,{LONGEST}}}?)({words})")


@cache
def level_pattern() -> re.Pattern[str]:
    """The words for levels below the county."""
    # The engine skips to a set, and to nothing else here.
    firsts = "".join(sorted({level[0] for level in levels()}))
    return re.compile(f"(?=[{firsts}])(?:{'|'.join(sorted(levels(), key=len, reverse=True))})")


@cache
def levels() -> Mapping[str, str]:
    """The kinds of places below counties, by the word for their level."""
    return {
        row["zh"]: row["kind"]
        for row in tables.rows("place_levels")
        if row["kind"] in ("place.town", "place.village")
    }
