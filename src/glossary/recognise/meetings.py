"""Congresses, sessions and meetings by their numbers: 党的二十大, 十八届六中全会, 第135届广交会."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from glossary import tables
from glossary.han import is_han
from glossary.recognise import amounts, local_sessions, sessions
from glossary.recognise.model import Context, Reading, starting_at

EXAMPLES = {
    "党的十八届六中全会": {
        "党的十八届六中全会": "the Sixth Plenary Session of the 18th CPC Central Committee"
    },
    "中国共产党第十八届中央委员会第六次全体会议": {
        "中国共产党第十八届中央委员会第六次全体会议": "the Sixth Plenary Session of the 18th CPC Central Committee"
    },
    "十九届二中、三中全会": {
        "十九届二中、三中全会": "the Second and Third Plenary Sessions of the 19th CPC Central Committee"
    },
    "十四届全国人大一次会议": {
        "十四届全国人大一次会议": "the First Session of the 14th National People's Congress"
    },
    "党的十七大报告": {"党的十七大报告": "the report to the 17th CPC National Congress"},
    "自党的十八大以来": {"党的十八大以来": "since the 18th CPC National Congress"},
    "十大品牌，十二大类，党的三大法宝，二十大产业，换届，每一届": {},
}

_NUMERAL = "[0-9一二三四五六七八九十百零]+"
_HAN = "[一二三四五六七八九十]"
_CONGRESS = re.compile(f"{_HAN}{_HAN}{{0,2}}+(?=大|次全国代表大会)")
_LEAST_SHORT = 11
"""Party congresses before the 11th are known by what is a number elsewhere: 十大 is ten great ones."""
_LATEST = 30
_CONGRESS_NAMES = (
    "CPC National Congress",
    "National Congress of the Communist Party of China",
    "National Congress of the CPC",
    "Party Congress",
)
_MOST = 6


def recognise(context: Context) -> Iterator[Reading]:
    """The congresses, sessions and numbered events of a document, disjoint, in order.

    Renderings have the article that prose needs.
    """
    key = context.key
    found = [*_sessions(context), *_congresses(key), *_numbered(context)]
    found.sort(key=lambda reading: (reading.start, -reading.end))
    position = 0
    for reading in found:
        if reading.start >= position:
            position = reading.end
            yield reading


def _sessions(context: Context) -> Iterator[Reading]:
    key = context.key
    at = key.find("届")
    while at >= 0:
        if reading := sessions.read(key, at) or local_sessions.read(context, at):
            yield reading
        at = key.find("届", at + 1)


def _congresses(key: str) -> Iterator[Reading]:
    """The Party's congresses: 党的二十大, 二十大报告, 党的十八大以来."""
    for match in _CONGRESS.finditer(key):
        start, end = match.span()
        number = sessions.value(match[0])
        before, after, short = next(
            (row for row in _names() if key.startswith(row[1], end) and key.endswith(row[0], 0, start)),
            ("", "大", True),
        )
        start, end = start - len(before), end + len(after)
        if not 0 < number <= _LATEST or not key.startswith(after, match.end()):
            continue
        if short and not _is_congress(key, start, end, number, named=bool(before)):
            continue
        said = [f"the {_ordinals(number)[0]} {name}" for name in _CONGRESS_NAMES]
        patterns: tuple[str, ...] = ("{}",)
        for row in tables.rows("congress_phrases"):
            if key.startswith(row["zh"], end):
                patterns, end = (row["en"], *map(str.strip, row["also"].split("|"))), end + len(row["zh"])
        ways = [pattern.replace("{}", name) for name in said for pattern in patterns]
        yield Reading(start, end, "event", ways[0], tuple(ways[1:_MOST]))


@cache
def _names() -> tuple[tuple[str, str, bool], ...]:
    """What stands before and behind the number of a congress, and whether that is a short form."""
    found = []
    for row in tables.rows("congress_names"):
        before, after = row["zh"].split("{n}")
        found.append((before, after, bool(row["short"])))
    return tuple(sorted(found, key=lambda name: -len(name[0] + name[1])))


def _is_congress(key: str, start: int, end: int, number: int, *, named: bool) -> bool:
    """Whether a short form is one of a congress: 党的三大法宝 and 二十大产业 are none."""
    behind, ahead = key[start - 1 : start], key[end : end + 2]
    followed = not ahead or not is_han(ahead[0]) or not _neighbours("after").isdisjoint({ahead, ahead[0]})
    if named:
        return followed or number >= _LEAST_SHORT
    led = (
        not behind
        or not is_han(behind)
        or not _neighbours("before").isdisjoint({behind, key[start - 2 : start]})
    )
    return number >= _LEAST_SHORT and led and followed


@cache
def _neighbours(where: str) -> frozenset[str]:
    return frozenset(row["zh"] for row in tables.rows("congress_neighbours") if row["where"] == where)


def _numbered(context: Context) -> Iterator[Reading]:
    """第135届广交会, and 中央财经委员会第一次会议: an event or a body that is known, and a number."""
    matches = list(_numbers().finditer(context.key))
    if not matches:
        return
    before = {match.start() for match in matches}
    holders: dict[tuple[int, str], Reading] = {}
    for reading in [each for each in context.readings if each.end in before]:
        if reading.term:
            holders.setdefault((reading.end, reading.kind.partition(".")[0]), reading)
    for match in matches:
        row = _meetings().get(match[2])
        event = None if row else _event_at(context, match.end())
        holder = holders.get((match.start(), row["of"])) if row else None
        number = sessions.value(match[1])
        if number and event:
            ways = numbered(event, number)
            yield Reading(match.start(), event.end, "event", ways[0], ways[1:])
        elif number and holder and row:
            made = [
                _of(sessions.filled(row[field], number), _bare(name))
                for name in _ways(holder)
                for field in ("en", "also")
            ]
            yield Reading(holder.start, match.end(), "event", made[0], tuple(made[1:_MOST]))


def _event_at(context: Context, start: int) -> Reading | None:
    """The longest known event that starts at an offset."""
    found = starting_at(context.readings, start)
    return next((reading for reading in found if reading.kind.partition(".")[0] == "event"), None)


def numbered(event: Reading, number: int) -> tuple[str, ...]:
    """The renderings of an event with its number, best first: the 135th Canton Fair."""
    ways = []
    for name in map(_bare, _ways(event)):
        ordinals = _ordinals(number) if name[0].isupper() else (sessions.ordinal(number),)
        ways += [f"the {way} {name}" for way in ordinals]
    return tuple(ways[:_MOST])


@cache
def _numbers() -> re.Pattern[str]:
    """A number, and the meeting that it counts, or a word for a time where the event's own name follows."""
    return re.compile(f"第({_NUMERAL})({'|'.join(sorted(_meetings(), key=len, reverse=True))}|次|届)")


@cache
def _meetings() -> dict[str, Mapping[str, str]]:
    return {row["zh"]: row for row in tables.rows("body_meetings")}


def _ways(reading: Reading) -> tuple[str, ...]:
    return (reading.rendering, *reading.alternatives[:2])


def _ordinals(number: int) -> tuple[str, ...]:
    word = sessions.ordinal(number)
    return (word.capitalize(), amounts.ordinal(number)) if word.isalpha() else (word,)


def _of(pattern: str, name: str) -> str:
    """A meeting with the name of what has it: of the State Council, but of ASEAN."""
    if name in tables.column("no_article", "en"):
        pattern = pattern.replace("the {body}", "{body}")
    return pattern.replace("{body}", name)


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")
