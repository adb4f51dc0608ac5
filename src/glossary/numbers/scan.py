"""The numerals of a Chinese text, before it is known what they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from math import prod

from glossary.numbers import arabic, numerals

SPACE = "[ \u00a0\u3000]?"
"""A pattern for the white space that some set between a numeral and its unit."""


@dataclass(slots=True)
class Number:
    """A numeral and where it stands."""

    start: int
    end: int
    value: Fraction
    numeral: str
    of: str = ""
    """What stands before 分之."""
    scale: int = 1
    """Its own, as of 3亿."""
    lent: int = 1
    """The scale that the next numeral lends it, as in 3至5亿."""


# 5千克, 10千瓦 and their kin are kilograms and kilowatts; 百分 begins a percentage.
_SCALE = "(?:(?:十(?=[万萬亿億])|百(?!分)|千(?![克瓦米伏卡赫帕焦安升])|[万萬亿億])+)"


@cache
def _pattern() -> re.Pattern[str]:
    digits, units = ("".join(marks) for marks in numerals.characters())
    scaled = f"{arabic.NUMERAL}(?:{SPACE}[多余餘]?{_SCALE})?"
    han = f"[{digits}{units}]+(?:[点點][{digits}]+)?"
    arabic_number = f"{scaled}(?:(?<=[千万萬亿億]){scaled}(?<=[千万萬]))*"
    return re.compile(f"(?:(?P<of>{han}|[0-9]+)分之)?(?P<number>{arabic_number}|{han})")


@cache
def _first() -> re.Pattern[str]:
    """What a numeral starts with: the engine skips to such characters."""
    digits, units = ("".join(marks) for marks in numerals.characters())
    return re.compile(f"[0-9{digits}{units}]")


def scan(plain: str) -> Iterator[Number]:
    """The numerals of a text in half-width characters, in order, with what stands before 分之."""
    position = 0
    while first := _first().search(plain, position):
        match = _pattern().match(plain, first.start())
        if not match:
            position = first.end()
            continue
        position = match.end()
        numeral = match["number"]
        of = match["of"] or ""
        if len(numeral) > arabic.LONGEST:
            continue
        if numeral[0].isdecimal():
            value: Fraction | None = _arabic(numeral)
        else:
            value = Fraction(100) if numeral == of == "百" else numerals.value(numeral)
        if value is not None:
            yield Number(*match.span(), value, numeral, of, _scale(numeral))


@lru_cache(maxsize=1 << 12)
def _arabic(numeral: str) -> Fraction:
    pieces = re.findall(f"({arabic.NUMERAL})([^0-9]*)", numeral)
    return sum((arabic.value(digits) * _product(units) for digits, units in pieces), Fraction())


@lru_cache(maxsize=1 << 12)
def _scale(numeral: str) -> int:
    """The product of the units that a numeral ends in: 10**8 of 三亿, 10**12 of 3万亿, 1 of 35."""
    stem = numeral.rstrip("".join(numerals.characters().units))
    return _product(numeral[len(stem) :])


def _product(units: str) -> int:
    values = numerals.characters().units
    return prod(values.get(mark, 1) for mark in units)


def denominator(of: str) -> Fraction | None:
    """What stands before 分之, as a value: 100 of 百; None where it is no numeral."""
    if of[0].isdecimal():
        return Fraction(of) if len(of) <= arabic.LONGEST else None
    units = numerals.characters().units
    return Fraction(units[of]) if of in units else numerals.value(of)
