"""The quantities of a Chinese text: those numbers that are surely some, and that a translation must say.

Precision comes first. Left out are numerals inside words (一些, 统一, 千里, 三农), approximations (十几, 数十, 七八), a
single 一, which English says with an article or not at all, and days and months, which are dates.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from glossary.numbers import arabic
from glossary.numbers.certain import TENTHS, is_quantity
from glossary.numbers.measures import factor
from glossary.numbers.scan import SPACE, Number, denominator, scan


class Quantity(msgspec.Struct, frozen=True):
    """A number of a Chinese text. Offsets are code points in that text."""

    start: int
    end: int
    text: str
    """As it stands there, from start to end."""
    value: Fraction
    unit: str
    """`%`, `th` for an ordinal, `/` for a fraction, else empty."""
    accepted: frozenset[Fraction]
    """The values of which a translation may say any, `value` among them."""


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, in order; either script, digits of either width."""
    plain = arabic.plain(text)
    numbers = list(scan(plain))
    for number, following in zip(numbers[-2::-1], numbers[:0:-1], strict=True):
        if number.scale == 1 and _TO.fullmatch(plain, number.end, following.start):
            number.lent = following.scale * following.lent
    return tuple(
        Quantity(number.start, end, text[number.start : end], value, unit, frozenset(accepted))
        for number in numbers
        if is_quantity(plain, number)
        for end, value, unit, accepted in [_counted(plain, number)]
    )


_TO = re.compile(r"[ ,]?(?:%?[至到或和与與及、~～\-‐-―]{1,2}|、)[ ]?(?:百分之)?")


_Counted = tuple[int, Fraction, str, set[Fraction]]


def _counted(plain: str, number: Number) -> _Counted:
    """Where a quantity ends, its value, its unit, and the values that a translation may say."""
    value, end = number.value, number.end
    shared = {value} if number.lent == 1 else {value, value * number.lent}
    if number.of and number.of not in ("百", "100"):
        part = value / (denominator(number.of) or 1)
        return end, part, "/", {part, *(Fraction(round(part * 100, places)) for places in range(3))}
    if number.of or plain[end : end + 2].strip().startswith("%"):
        return end if number.of else plain.index("%", end) + 1, value, "%", _percent(value)
    if TENTHS.match(plain, end) and value <= 10:
        value = value * 10 + 5 * (plain[end + 1 : end + 2] == "半")
        return end + 1, value, "%", _percent(value)
    if plain[number.start - 1 : number.start] == "第":
        return end, value, "th", shared
    return end, value, "", shared | set(_otherwise(plain, number))


def _percent(value: Fraction) -> set[Fraction]:
    doubled = {Fraction(2)} if value == 100 else set()
    return {value, value / 100} | doubled


_UNITS = re.compile(
    f"{SPACE}(?:(?P<times>倍)|(?P<discount>折)|(?P<points>[个個]?百分[点點])|(?P<decade>年代)|(?P<hour>[时時点點:])"
    "|(?P<months>[个個]月)|(?P<half>..?半|半))"
)


_YEAR_TO = re.compile(r"[12]\d{3}[-‐-―/至]")


def _otherwise(plain: str, number: Number) -> Iterator[Fraction]:
    """What English may say instead, where it counts in other units."""
    value = number.value if number.lent == 1 else number.value * number.lent
    conversion = factor(plain, number.end)
    if conversion:
        yield value * conversion
    year = _YEAR_TO.fullmatch(plain, max(0, number.start - 5), number.start)
    if year and value < 100:
        yield Fraction(year[0][:2]) * 100 + value
    unit = _UNITS.match(plain, number.end)
    if unit:
        yield from _in_other_units(value, unit.lastgroup or "")


def _in_other_units(value: Fraction, unit: str) -> Iterator[Fraction]:
    if unit == "times":
        yield from (value + 1, value * 100)
    elif unit == "discount":
        tenths = value if value < 10 else value / 10
        yield from (tenths, tenths * 10, 100 - tenths * 10)
    elif unit == "points":
        yield value * 100
    elif unit == "decade":
        yield 1900 + value
    elif unit == "hour" and 12 < value <= 24:
        yield value - 12
    elif unit == "months":
        yield from (value / 3, value / 12)
    elif unit == "half":
        yield value + Fraction(1, 2)
