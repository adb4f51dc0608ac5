"""Stretches of time: “十三五”期间, 上半年, 一季度, 20世纪90年代, 21世纪; and anniversaries."""

import re
from collections.abc import Iterator
from functools import cache

from glossary import tables
from glossary.recognise import amounts, plans, sessions
from glossary.recognise.model import Context, Reading

EXAMPLES = {
    "“十三五”期间": {"“十三五”期间": "the 13th Five-Year Plan period"},
    "十四五规划": {"十四五规划": "the 14th Five-Year Plan"},
    "“十四五”以来": {"“十四五”以来": "since the start of the 14th Five-Year Plan period"},
    "第九个五年计划": {"第九个五年计划": "the Ninth Five-Year Plan"},
    "今年上半年增长": {"今年上半年": "the first half of this year"},
    "一季度开局良好": {"一季度": "the first quarter of the year"},
    "20世纪90年代末": {"20世纪90年代末": "the late 1990s"},
    "上世纪七十年代": {"上世纪七十年代": "the 1970s"},
    "1990年代": {"1990年代": "the 1990s"},
    "21世纪": {"21世纪": "the 21st century"},
    "成立七十周年": {"七十周年": "70th anniversary"},
    "30多年来": {"30多年来": "over the past 30-plus years"},
    "五年来": {"五年来": "over the past five years"},
    "近60年来": {"近60年来": "over the past 60 years"},
    "过去7年来": {"过去7年来": "over the past seven years"},
    "6年来最低": {"6年来": "in six years"},
    "2022年来华，多年来，半个世纪，新世纪，大半年，二三十年代，十五个，一周": {},
}

_HAN = "一二三四五六七八九"
_ANCHOR = re.compile("半年|季度|世纪|年代|周年|个五年|年来")
"""Two characters that each of these periods has: what stands before them is looked at from there."""
_DIGITS = "0123456789〇零十" + _HAN
_RECORD = "最首"
_PAST = "过去"
_DECADE = re.compile(f"([0-9]+|[{_HAN}十]+)年代")


def recognise(context: Context) -> Iterator[Reading]:
    """The periods and anniversaries of a document, in order of start."""
    found = [*plans.quoted(context.key), *_anchored(context.key)]
    found.sort(key=lambda reading: reading.start)
    yield from found


def _anchored(key: str) -> Iterator[Reading]:
    readers = {
        "半年": _half,
        "季度": _quarter,
        "世纪": _century,
        "年代": _decade,
        "周年": _anniversary,
        "个五": plans.counted,
        "年来": _years,
    }
    position = 0
    for anchor in _ANCHOR.finditer(key):
        reading = readers[anchor[0][:2]](key, *anchor.span())
        if reading and reading.start >= position:
            position = reading.end
            yield reading


def _half(key: str, at: int, end: int) -> Reading | None:
    return _named(key, at - 1, end)


def _quarter(key: str, at: int, end: int) -> Reading | None:
    size = next((size for size in range(min(3, at), 0, -1) if key[at - size : end] in _halves()), 0)
    return _named(key, at - size, end) if size and key[end : end + 1] != "假" else None


@cache
def _halves() -> dict[str, tuple[str, ...]]:
    return {row["zh"]: (row["en"], *map(str.strip, row["also"].split("|"))) for row in tables.rows("halves")}


def _named(key: str, start: int, end: int) -> Reading | None:
    """A half or quarter, of the year or of a year such as 今年; of years by number `dates` takes care."""
    patterns = _halves().get(key[max(0, start) : end])
    if not patterns:
        return None
    year = tables.by_zh("relative_years", "en").get(key[max(0, start - 2) : start])
    if (
        not year
        and key[start - 1 : start] == "年"
        and key[max(0, start - 2) : start - 1] in "0123456789〇零" + _HAN
    ):
        return None
    first, *others = (pattern.replace("{}", year or "the year") for pattern in patterns)
    return Reading(start - (2 if year else 0), end, "date", first, tuple(others))


def _before(key: str, end: int, characters: str, most: int) -> int:
    """Where the run of these characters that ends at `end` starts."""
    start = end
    while start > max(0, end - most) and key[start - 1] in characters:
        start -= 1
    return start


def _century(key: str, at: int, end: int) -> Reading | None:
    """21世纪, 20世纪90年代末, 上世纪七十年代."""
    start = _before(key, at, _DIGITS, 3)
    number = sessions.value(key[start:at])
    if not number and key[at - 1 : at] == "上":
        start, number = at - 1, 20
    if not 1 <= number <= 30 or key[start - 1 : start] in ("第", "."):
        return None
    decade = _DECADE.match(key, end)
    years = sessions.value(decade[1]) if decade else 0
    if years and years % 10 == 0 and years < 100:
        return _part(key, start, decade.end() if decade else end, f"{number * 100 - 100 + years}s", "decade")
    name = "last century" if key[start] == "上" else f"{amounts.ordinal(number)} century"
    return None if decade else _part(key, start, end, name, "century")


def _decade(key: str, at: int, end: int) -> Reading | None:
    """1990年代, 80年代. The 20年代 may be those of either century."""
    start = _before(key, at, _DIGITS, 4)
    text = key[start:at]
    number = sessions.value(key[start:at])
    if len(text) == 4 and number % 10 == 0 and 1000 < number < 2100:
        return _part(key, start, end, f"{number}s", "decade")
    if number % 10 or not 30 <= number <= 90 or key[start - 1 : start] in tuple("多余几"):
        return None
    return _part(key, start, end, f"19{number}s", "decade")


def _part(key: str, start: int, end: int, name: str, of: str) -> Reading:
    """The reading of a decade or century with what part of it stands behind: 末, 中叶."""
    for size in (3, 2, 1):
        if patterns := _century_parts(of).get(key[end : end + size]):
            first, *others = (pattern.replace("{}", name) for pattern in patterns)
            return Reading(start, end + size, "date", first, tuple(others))
    return Reading(start, end, "date", f"the {name}")


@cache
def _century_parts(of: str) -> dict[str, list[str]]:
    return {
        row["zh"]: [way.strip() for way in row[of].split("|")]
        for row in tables.rows("century_parts")
        if row[of]
    }


def _anniversary(key: str, at: int, end: int) -> Reading | None:
    """七十周年 is a 70th anniversary, 100周年 a centenary too."""
    start = _before(key, at, _DIGITS + "百千", 5)
    number = sessions.value(key[start:at])
    if not number or key[start - 1 : start] in tuple("第.,几数"):
        return None
    word, figures = amounts.ordinal_word(number), amounts.ordinal(number)
    names = [word, figures] if word and number < 10 else [figures, word] if word else [figures]
    first, *others = (f"{name} anniversary" for name in names)
    return Reading(start, end, "number", first, (*others, *(("centenary",) if number == 100 else ())))


def _years(key: str, at: int, end: int) -> Reading | None:
    """30多年来, 五年来, 近60年来; not 2022年来华."""
    more = key[at - 1 : at] in ("多", "余")
    stop = at - more
    start = _before(key, stop, _DIGITS + "两百千", 5)
    number = sessions.value(key[start:stop])
    if not number or key[start - 1 : start] in tuple("第.,几数") or key[end : end + 1] in tuple("华访到自"):
        return None
    if len(key[start:stop]) == 4 and key[start:stop].isdecimal() and not more:
        return None
    count = "year" if number == 1 else f"{amounts.count_word(number)} years"
    if more:
        figures = f"{number:,}"
        ways = [f"over the past {figures}-plus years", f"for more than {count}", f"in more than {count}"]
    else:
        ways = [
            f"{lead} {count}" for lead in ("over the past", "in the past", "for the past", "over the last")
        ]
    nearly = key[start - 1 : start] == "近"
    if nearly and not more:
        ways += [f"for nearly {count}", f"in nearly {count}"]
    elif number > 1 and not more:
        # Of a record, English says since when it stands: the lowest in six years.
        ways.insert(0 if key[end : end + 1] in tuple(_RECORD) else len(ways), f"in {count}")
    start -= 1 if nearly else 2 * key.endswith(_PAST, 0, start)
    return Reading(start, end, "period", ways[0], tuple(ways[1:]))
