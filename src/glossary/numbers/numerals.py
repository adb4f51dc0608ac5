"""Chinese numerals: 二十三, 三万五千, 两千零一十, 叁仟伍佰, 三点五."""

from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from glossary import tables
from glossary.numbers import arabic


class Characters(NamedTuple):
    """The characters of numerals, in both scripts."""

    digits: dict[str, int]
    """Formal ones too, as written on cheques."""
    units: dict[str, int]


@cache
def characters() -> Characters:
    """The characters that numerals are written with."""
    rows = tables.rows("numerals_zh")
    return Characters(
        {row["zh"]: int(row["value"]) for row in rows if row["kind"] == "digit"},
        {row["zh"]: int(row["value"]) for row in rows if row["kind"] == "unit"},
    )


@lru_cache(maxsize=1 << 12)
def value(numeral: str) -> Fraction | None:
    """What a numeral stands for; None where it is none: 千万 without a digit, 七八 (seven or eight), 十三五."""
    if len(numeral) > arabic.LONGEST:
        return None
    whole, _, decimals = numeral.replace("點", "点").partition("点")
    found = _whole(whole)
    if found is None or not decimals:
        return None if found is None else Fraction(found)
    digits = "".join(str(characters().digits[mark]) for mark in decimals)
    return found + Fraction(int(digits), 10 ** len(digits))


def _whole(numeral: str) -> int | None:
    """Digits and units in turn, the small units descending inside each 万 and 亿."""
    digits, units = characters()
    total = section = 0
    digit: int | None = None
    last = 10**5
    for mark in numeral:
        if mark in digits:
            if digit or (digit == 0 and not digits[mark]):
                return None
            digit = digits[mark]
            continue
        unit = units[mark]
        if unit >= 10**4:
            section += digit or 0
            if not section and (not total or unit < 10**8):
                return None
            # What stands before 亿 is all of it (三万亿), before 万 the section only (三亿五千万).
            total = (total + section) * unit if unit == 10**8 else total + section * unit
            section = 0
        elif unit >= last or (digit is None and (unit > 10 or section)):
            return None
        else:
            section += (1 if digit is None else digit) * unit
        digit, last = None, unit if unit < 10**4 else 10**5
    # A digit directly behind a unit is the next place: 三百二 is 320, but 三百零二 is 302.
    place = units.get(numeral[-2:-1], 1)
    return total + section + (digit or 0) * (place // 10 if place > 10 else 1)
