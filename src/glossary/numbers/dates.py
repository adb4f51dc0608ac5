"""The dates of an English text, in the spellings that English prose and tables use."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from glossary import tables


class Date(msgspec.Struct, frozen=True):
    """A day, a month or a year; what is not said is None. Offsets are code points in the text."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None


_YEAR = r"(?:1[5-9]|20)\d\d(?!\d|,\d)"
# Behind a month or such a word even a mistyped year is meant for one: in 2107.
_ANY_YEAR = r"[1-9]\d{3}(?!\d|[.,]\d)"
_MEANT = r"(?:(?<=\b(?:in|of|by) )|(?<=\b(?:since|until|early) )|(?<=\blate ))"
_DAY = r"(?<![\d.,])(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,]\d|:\d)"
_TO = r"\s*(?:[-‐-―~～&,/]|to|and|or|until|till|through|from)\s*(?:and\s+|the\s+)?"
_DAYS = rf"{_DAY}(?:{_TO}{_DAY}){{0,5}}"


@cache
def _pattern() -> re.Pattern[str]:
    names = [row["en"] for row in tables.rows("months")]
    # Without a capital, may, march and august are other words.
    small = [name.lower() for name in names if name not in ("March", "May", "August")]
    short = [*(name[:3] for name in names), "Sept"]
    full, abbreviated = ("|".join([*spellings, *map(str.upper, spellings)]) for spellings in (names, short))
    spelling = rf"(?:{full}|{'|'.join(small)})(?![A-Za-z])|(?:{abbreviated})(?![A-Za-z])\.?"
    month = rf"(?:(?<![A-Za-z])|(?<=[Mm]id))(?:{spelling})"
    year = rf"(?:,?\s*(?:of\s+)?(?P<year_>{_ANY_YEAR}))?"
    return re.compile(
        rf"(?P<iso>(?<!\d)(?P<y>{_YEAR})(?P<sep>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<d>[12]\d|3[01]|0?[1-9])(?!\d))"
        rf"|(?P<slashed>(?<!\d)(?P<a>[12]\d|3[01]|0?[1-9])[/.-](?P<b>[12]\d|3[01]|0?[1-9])[/.-](?P<c>{_YEAR}))"
        rf"|(?P<days1>{_DAYS})\s*(?:day\s+)?(?:of\s+|-)?(?P<month1>{month}){year.replace('_>', '1>')}"
        rf"|(?P<month2>{month})(?:\s*(?:the\s+)?(?P<days2>{_DAYS})(?![-‐-―]\d{{3}}))?{year.replace('_>', '2>')}"
        rf"|(?P<span>(?<![\d.,])(?P<from>{_YEAR})\s?[-‐-―/]\s?(?P<to>\d\d)(?!\d))"
        rf"|(?P<year>(?<!\d)(?<!\d[.,]){_YEAR}|{_MEANT}{_ANY_YEAR})"
    )


@cache
def _first() -> re.Pattern[str]:
    """What a date begins with: the engine is quick at finding one of several first characters."""
    months = {row["en"][:3] for row in tables.rows("months")}
    beginnings = sorted({*map(str, range(10)), *months, *map(str.lower, months), *map(str.upper, months)})
    return re.compile("|".join(beginnings))


def dates(text: str) -> tuple[Date, ...]:
    """The dates of a text, in order; each day of *25 and 26 September* is one, and each year of *2016-17*."""
    return tuple(date for match in _matches(text) for date in _read(match))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Where the pattern matches; it is tried only where a date may begin."""
    position = 0
    while first := _first().search(text, position):
        match = _pattern().match(text, first.start())
        if match:
            yield match
        position = match.end() if match else first.start() + 1


@cache
def _months() -> dict[str, int]:
    return {row["en"][:3].lower(): int(row["number"]) for row in tables.rows("months")}


def _read(match: re.Match[str]) -> Iterator[Date]:
    start, end = match.span()
    if match["iso"]:
        yield Date(start, end, int(match["y"]), int(match["m"]), int(match["d"]))
    elif match["slashed"]:
        # Day first in Britain, month first in America: either is a reading where both are months.
        first, second, year = int(match["a"]), int(match["b"]), int(match["c"])
        for day, month in {(first, second), (second, first)}:
            if month <= 12:
                yield Date(start, end, year, month, day)
    elif match["span"]:
        yield Date(start, end, int(match["from"]))
        yield Date(start, end, int(match["from"][:2] + match["to"]))
    elif match["year"]:
        yield Date(start, end, int(match["year"]))
    else:
        yield from _named(match)


def _named(match: re.Match[str]) -> Iterator[Date]:
    start, end = match.span()
    side = "1" if match["month1"] else "2"
    month = _months()[match[f"month{side}"][:3].lower()]
    year = int(match[f"year{side}"]) if match[f"year{side}"] else None
    days = [int(day) for day in re.findall(r"\d+", match[f"days{side}"] or "")]
    if not days:
        yield Date(start, end, year, month)
    for day in days:
        yield Date(start, end, year, month, day)
