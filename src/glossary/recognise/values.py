"""What the numerals of official text stand for, as they are mixed there: 1.42万亿, 3亿5000万, 三千多万."""

import re
from fractions import Fraction
from math import prod

from glossary.numbers import arabic, numerals

MORE = "多余"
"""Inside or behind a numeral: more than that."""
_WITHOUT_MORE = str.maketrans("", "", MORE)
_BIG = "万亿"
_PIECE = re.compile(f"({arabic.NUMERAL})([^0-9]*)")


def values(first: str, last: str) -> tuple[Fraction, ...]:
    """The number that `first` is, or the two ends of a range; nothing where they are none."""
    low = value(first.rstrip(MORE))
    if not last or low is None:
        return (low,) if low is not None else ()
    high = value(last.rstrip(MORE))
    if high is None:
        return ()
    if not is_scaled(first):
        low *= _scale_of(last)
    return (low, high) if low < high else ()


def is_scaled(numeral: str) -> bool:
    """Whether a numeral has 万 or 亿 in it."""
    return "万" in numeral or "亿" in numeral


def _scale_of(numeral: str) -> int:
    """The product of the units from 万 on that a numeral ends in."""
    stem = numeral.rstrip(MORE).rstrip(_BIG)
    return prod(numerals.characters().units[mark] for mark in numeral.rstrip(MORE)[len(stem) :])


def value(numeral: str) -> Fraction | None:
    """The number that a numeral stands for; None where it is none."""
    plain = numeral.translate(_WITHOUT_MORE)
    if len(plain) > arabic.LONGEST:
        return None
    digits, units = numerals.characters()
    if not "0" <= plain[:1] <= "9":
        whole, point, decimals = plain.rstrip(_BIG).partition("点") if "点" in plain else (plain, "", "")
        if not whole or not units.keys() | digits.keys() >= set(whole) or not digits.keys() >= set(decimals):
            return None
        scale = prod(units[mark] for mark in plain[len(whole + point + decimals) :])
        number = numerals.value(whole + point + decimals)
        return None if number is None else number * scale
    first, *others = [_scaled(figures, marks) for figures, marks in _PIECE.findall(plain)]
    return sum(others, first)


def _scaled(figures: str, marks: str) -> Fraction:
    """The number that Arabic figures stand for with the units behind them."""
    number, units = arabic.value(figures), numerals.characters().units
    return number * prod(units.get(mark, 1) for mark in marks) if marks else number
