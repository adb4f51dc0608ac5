"""Dates: years, months, days, and spans of them, in Arabic or Chinese numerals."""

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from glossary import tables
from glossary.recognise.model import Context, Reading

EXAMPLES = {
    "2017年9月25日签署": {"2017年9月25日": "September 25, 2017"},
    "9月25日至27日举行": {"9月25日至27日": "September 25 to 27"},
    "二〇一七年九月二十五日": {"二〇一七年九月二十五日": "September 25, 2017"},
    "9月30日—10月3日": {"9月30日—10月3日": "September 30 to October 3"},
    "2017年1—9月": {"2017年1—9月": "January to September 2017"},
    "2016—2020年规划": {"2016—2020年": "2016-2020"},
    "自9月份起": {"9月份": "September"},
    "到2020年底": {"2020年底": "the end of 2020"},
    "2023年上半年": {"2023年上半年": "the first half of 2023"},
    "5月下旬": {"5月下旬": "late May"},
    "2017年1月至12月中旬": {"2017年1月至12月中旬": "January to mid-December 2017"},
    "2026年度评选": {"2026年度": "2026"},
    "2026年度假": {"2026年": "2026"},
    "2017年以来": {"2017年": "2017"},
    "历时9个月": {},
    "13月": {},
    "2月31日": {},
    "近2000年的历史": {},
    "1990年代": {},
}

_HAN = "一二三四五六七八九"
_YEAR = rf"(?:[0-9]{{4}}|[〇零○{_HAN}]{{4}})"
_NUMBER = rf"(?:[0-9]{{1,2}}|[二三]?十[{_HAN}]?|[{_HAN}])"
_TO = r"\ ?[至到~\-‐-―]\ ?"
_DIGIT = f"[0-9〇零○{_HAN}十]"
_START = re.compile(f"{_DIGIT}{_DIGIT}{{0,3}}+ ?(?=[年月日号至到~‐-―-])")
"""Where a date may start: most digits are followed by nothing of a date.

The first is by itself, as in some more patterns of this package: only to a set at the beginning does the engine skip.
"""
_PATTERN = re.compile(
    rf"""(?<![0-9〇零○{_HAN}十百千万第])(?<![0-9][.,])
    (?:(?P<year>{_YEAR})(?:\ ?年(?!代)|(?={_TO}{_YEAR}\ ?年(?!代))))?
    (?:\ ?(?P<month>{_NUMBER})(?:\ ?月(?P<named>份)?|(?={_TO}{_NUMBER}\ ?月))
        (?:\ ?(?P<day>{_NUMBER})(?:\ ?[日号]|(?={_TO}{_NUMBER}\ ?[日号])))?)?
    (?P<range>{_TO}
        (?:(?P<year2>{_YEAR})\ ?年(?!代))?
        (?:\ ?(?P<month2>{_NUMBER})\ ?月份?)?
        (?:\ ?(?P<day2>{_NUMBER})\ ?[日号])?)?""",
    re.VERBOSE,
)
_LONGEST_PART = 5
"""Characters of the longest part of a year: 前三个季度."""
_AROUND_A_COUNT = re.compile(r"(?:[近约超过逾达有].{4}年|.{5}年?(?:来|前|的?历史|文明))", re.DOTALL)


class _Date(NamedTuple):
    """A day, a month or a year; what is not said is None."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def said(self) -> tuple[bool, bool]:
        """How fine it is: whether a month, whether a day is said."""
        return self.month is not None, self.day is not None

    def exists(self) -> bool:
        """Whether the calendar has it; 29 February does where no year is said."""
        if self.month is None:
            return self.year is not None and self.day is None
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]


_UNSAID = _Date(None, None, None)


def recognise(context: Context) -> Iterator[Reading]:
    """Dates that the calendar has: spelt in American order, with the other spellings as alternatives."""
    position = 0
    for possible in _START.finditer(context.key):
        match = _PATTERN.match(context.key, possible.start()) if possible.start() >= position else None
        if not match or not match.end() > match.start():
            continue
        position = match.end()
        start = _Date(*map(_value, match.group("year", "month", "day")))
        end = _Date(*map(_value, match.group("year2", "month2", "day2"))) if match["range"] else _UNSAID
        stop, renderings = match.end(), _span(start, end) if match["range"] else ()
        if renderings and end.month and not end.day:
            stop, renderings = _until_part(context.key, start, end, stop) or (stop, renderings)
            position = stop
        elif not renderings:
            stop = match.start("range") if match["range"] else match.end()
            position = max(stop, match.start() + 1)
            renderings = _single(start) if _believed(context.key, match, start, stop) else ()
            if renderings:
                stop, renderings = _part(context.key, start, stop, renderings)
                position = stop
        if renderings:
            yield Reading(match.start(), stop, "date", renderings[0], renderings[1:])


def _believed(key: str, match: re.Match[str], date: _Date, stop: int) -> bool:
    """Whether a lone date is one: its unit is named, it is no count of years, nor 三月 in a saying."""
    if key[stop - 1] not in "年月份日号":
        return False
    if date.month is None and date.year is not None:
        count = date.year % 100 == 0 and _AROUND_A_COUNT.match(key, max(0, match.start() - 1))
        return 1800 <= date.year < 2100 and not count
    alone = date.year is None and date.day is None
    return not (alone and match["month"] and not match["month"].isdecimal() and not match["named"])


def _part(key: str, date: _Date, stop: int, renderings: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """The part of a year or month that stands behind it, with where it ends: 2023年上半年, 5月下旬."""
    if date.day is not None:
        return stop, renderings
    parts = _parts("month" if date.month else "year")
    for size in range(_LONGEST_PART, 0, -1):
        patterns, excluded = parts.get(key[stop : stop + size], ((), ""))
        if patterns and key[stop + size : stop + size + 1] not in tuple(excluded):
            return stop + size, tuple(pattern.replace("{}", renderings[0]) for pattern in patterns)
    return stop, renderings


def _until_part(key: str, start: _Date, end: _Date, stop: int) -> tuple[int, tuple[str, ...]] | None:
    """A range of months until a part of one, with where it ends: 1月至12月中旬; None where no part stands there."""
    if end.year in (None, start.year):
        start, end = start._replace(year=None), end._replace(year=start.year)
    last, parts = _part(key, end, stop, _single(end))
    return (last, tuple(f"{_single(start)[0]} to {part}" for part in parts)) if last > stop else None


@cache
def _parts(of: str) -> dict[str, tuple[tuple[str, ...], str]]:
    """The parts of a year or month: the ways in which English says them, and characters not behind them."""
    rows = (row for row in tables.rows("date_parts") if row["of"] == of)
    return {row["zh"]: ((row["en"], *map(str.strip, row["also"].split("|"))), row["not"]) for row in rows}


@lru_cache(maxsize=1024)
def _value(numeral: str | None) -> int | None:
    """The number that a numeral stands for."""
    if numeral is None:
        return None
    if numeral.isdecimal():
        return int(numeral)
    digits = numeral.translate({ord(han): str(i) for i, han in enumerate(_HAN, 1)})
    digits = digits.translate(dict.fromkeys(map(ord, "〇零○"), "0"))
    tens, ten, ones = digits.partition("十")
    return int(tens or 1) * 10 + int(ones or 0) if ten else int(digits)


def _month(date: _Date) -> str:
    return tables.rows("months")[(date.month or 1) - 1]["en"]


# A document names the same days and years again and again.
@lru_cache(maxsize=4096)
def _single(date: _Date) -> tuple[str, ...]:
    if not date.exists():
        return ()
    if date.month is None:
        return (str(date.year),)
    if date.day is None:
        return (_month(date) + (f" {date.year}" if date.year else ""),)
    american, british = f"{_month(date)} {date.day}", f"{date.day} {_month(date)}"
    return (f"{american}, {date.year}", f"{british} {date.year}") if date.year else (american, british)


@lru_cache(maxsize=4096)
def _span(start: _Date, end: _Date) -> tuple[str, ...]:
    """The spellings of a range; none where the two are no range."""
    if end == _UNSAID or (end.year and start.year is None):
        return ()
    end = end._replace(year=end.year or start.year)
    if end.month is None and end.day is not None:
        end = end._replace(month=start.month)
    if start.said != end.said or not (start.exists() and end.exists()):
        return ()
    if not any(start.said):
        return tuple(f"{start.year}{to}{end.year}" for to in ("-", "–", " to "))
    return tuple(spelling for to in (" to ", "–") for spelling in _joined(start, end, to))


def _joined(start: _Date, end: _Date, to: str) -> list[str]:
    """Two dates as one phrase, which says once what they share: in American and, for days, British order."""
    if start.year != end.year:
        return [to.join(pair) for pair in zip(_single(start), _single(end), strict=True)]
    first, last = start._replace(year=None), end._replace(year=None)
    if start.day is None:
        spellings = [f"{_month(start)}{to}{_month(end)}"]
    elif start.month == end.month:
        spellings = [f"{_month(start)} {start.day}{to}{end.day}", f"{start.day}{to}{end.day} {_month(start)}"]
    else:
        spellings = [to.join(pair) for pair in zip(_single(first), _single(last), strict=True)]
    if start.year is None:
        return spellings
    commas = (",", "") if start.day else ("",)
    return [f"{spelling}{comma} {start.year}" for spelling, comma in zip(spellings, commas, strict=True)]
