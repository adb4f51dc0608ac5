"""Times of day: 上午9时30分, 下午3点半, 21时, 北京时间20时37分."""

import re
from collections.abc import Iterator, Mapping

from glossary import tables
from glossary.numbers import numerals
from glossary.recognise.model import Context, Reading

EXAMPLES = {
    "上午9时30分": {"上午9时30分": "9:30 a.m."},
    "下午3点半": {"下午3点半": "3:30 p.m."},
    "晚上八点": {"晚上八点": "8 p.m."},
    "中午12时": {"中午12时": "12 noon"},
    "14时05分": {"14时05分": "14:05"},
    "北京时间20时37分": {"北京时间20时37分": "20:37 Beijing time"},
    "下午3时许": {"下午3时许": "about 3 p.m."},
    "三点建议，5点看法，25时，一时间，3小时，9时期": {},
}

_NUMBER = "[0-9零一二两三四五六七八九十]"
_TIME = re.compile(
    rf"(?P<hour>{_NUMBER}{_NUMBER}{{0,2}}+)"  # the first by itself: the engine skips to it
    rf"(?:(?P<mark>[时点])(?:(?P<half>半)|(?P<minute>{_NUMBER}{{1,3}}+)分(?:(?P<second>{_NUMBER}{{1,3}}+)秒)?)?"
    r"|:(?P<minutes>[0-9]{2})(?![0-9:]))(?P<about>许|左右)?"
)
_ZONE = "北京时间"
_NO_HOUR = frozenset("期代间刻速效段候序尚装常差而隔辰空任兼")
"""A bare 9时 does not stand before these: 时 begins a word there."""
_NO_CLOCK = frozenset("0123456789.:第")


def recognise(context: Context) -> Iterator[Reading]:
    """The times of day in a document that are surely some: with a part of the day, minutes or a 24-hour hour."""
    key = context.key
    for match in _TIME.finditer(key):
        start = match.start()
        part = _part_before(key, start)
        if key[start - 1 : start] in _NO_CLOCK or not (part or _is_clock(key, match)):
            continue
        start -= len(part)
        hour, minute = _value(match["hour"]), _value(match["minute"] or match["minutes"] or "零")
        second = _value(match["second"]) if match["second"] else None
        minute = 30 if match["half"] else minute
        hour = _on_24_hours(hour, _halves().get(part, ""))
        if not (0 <= hour < 24 and 0 <= minute < 60) and (hour, minute) != (24, 0):
            continue
        zone = key.startswith(_ZONE, max(0, start - len(_ZONE)))
        start -= len(_ZONE) if zone else 0
        ways = _ways(hour, minute, second, bool(part))
        about = ("about ", "around ") if match["about"] else ("",)
        first, *others = (f"{word}{way}{' Beijing time' if zone else ''}" for way in ways for word in about)
        yield Reading(start, match.end(), "time", first, tuple(others[:5]))


def _part_before(key: str, end: int) -> str:
    """The part of the day that ends at `end`: 上午; empty where there is none."""
    sizes = range(min(2, end), 0, -1)
    return next((key[end - size : end] for size in sizes if key[end - size : end] in _halves()), "")


def _is_clock(key: str, match: re.Match[str]) -> bool:
    """Whether a time without a part of the day is one, and no count of points or hours."""
    if match["mark"] == "点":
        return bool(match["half"] or match["minute"]) and match["hour"].isdecimal()
    if match["mark"] is None or not match["hour"].isdecimal():
        return False
    return bool(match["minute"]) or key[match.end() : match.end() + 1] not in _NO_HOUR


def _halves() -> Mapping[str, str]:
    return tables.by_zh("day_parts", "half")


def _value(numeral: str) -> int:
    """A number of hours, minutes or seconds; 零 may stand before its digits. -1 where it is none."""
    digits = numeral.lstrip("零") or "零"
    if digits.isdecimal():
        return int(digits)
    value = None if any(map(str.isdecimal, digits)) else numerals.value(digits)
    return -1 if value is None else int(value)


def _on_24_hours(hour: int, half: str) -> int:
    if half == "afternoon" or (half == "noon" and hour < 3) or (half == "night" and hour >= 6):
        return hour + 12 if hour < 12 else hour
    return 0 if half == "morning" and hour == 24 else hour


def _ways(hour: int, minute: int, second: int | None, of_half: bool) -> list[str]:
    """A time on both clocks, first on the one that the source goes by."""
    tail = "" if second is None else f":{second:02}"
    long = f"{hour}:{minute:02}{tail}"
    shown, suffix = (hour - 1) % 12 + 1, "a.m." if hour % 24 < 12 else "p.m."
    exact = f"{shown}:{minute:02}{tail} {suffix}"
    short = [f"{shown} {suffix}", exact] if not minute and second is None else [exact]
    if hour in (12, 24) and not minute:
        short.insert(0, "12 noon" if hour == 12 else "midnight")
    return [*short, short[-1].replace(".", ""), long] if of_half else [long, *short]
