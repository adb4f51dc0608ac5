"""How a value is written in English."""

from fractions import Fraction

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def spelling(value: Fraction, unit: str) -> str:
    """A value in figures: `383.5 billion`, `3.5%`, `20th`, `1/3`.

    Args:
        value: What is written.
        unit: As in `Quantity`.
    """
    if unit == "/":
        return f"{value.numerator}/{value.denominator}"
    if unit == "%":
        return f"{_decimal(value)}%"
    if unit == "th":
        return f"{value}{_ending(int(value))}"
    whole = value.numerator // value.denominator  # two whole numbers are compared much faster than fractions
    for scale, name in _SCALES:
        if whole >= scale:
            return f"{_decimal(value / scale)} {name}"
    return _decimal(value)


def _decimal(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}" if value.numerator >= 10**4 else str(value.numerator)
    return f"{float(value):,.12f}".rstrip("0").rstrip(".")


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
