"""Measure words and units: what stands between a numeral and what it counts."""

import re
from fractions import Fraction
from functools import cache

from glossary import tables
from glossary.numbers.scan import SPACE


@cache
def _factors() -> dict[str, Fraction | None]:
    return {row["zh"]: Fraction(row["also"]) if row["also"] else None for row in tables.rows("measures")}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_factors(), key=len, reverse=True)
    return re.compile(f"{SPACE}[余餘多]?(?:大|万|萬|亿|億)?({'|'.join(longest_first)})")


def measure(plain: str, end: int) -> str | None:
    """The measure word behind a numeral that ends at `end`."""
    match = _pattern().match(plain, end)
    return match[1] if match else None


def factor(plain: str, end: int) -> Fraction | None:
    """What one of the unit behind a numeral is in the unit that English may use: 1/15 of a hectare for 亩."""
    return _factors().get(measure(plain, end) or "")
