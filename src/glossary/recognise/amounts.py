"""How English writes an amount: 1,375 yuan, US$1.42 trillion, nearly 30%, 3 to 5 million hectares."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from itertools import islice

import msgspec

from glossary import tables
from glossary.numbers import spelling

_MOST = 6
"""How many alternatives a translator is offered."""

_LARGEST_WORD = 10
_IN_DIGITS = range(1000, 10_000)
"""Between these, a whole number has a comma: 1,375."""


class Unit(msgspec.Struct, frozen=True):
    """A unit of measurement or money. Patterns have `{}` in the place of the number."""

    patterns: tuple[str, ...]
    """How it is written behind (or before) a number, best first."""
    one: str
    """The first pattern for the value 1."""
    converted: tuple[tuple[Fraction, str], ...]
    """The same in other units: (how many of them one is, pattern)."""
    scaled: bool
    """Whether it counts as a unit behind 万 and 亿 only."""


_BARE = Unit(("{}",), "{}", (), False)
"""No unit, or one that English has no use for."""


@cache
def units() -> dict[str, Unit]:
    """The units by their Chinese names."""
    return {row["zh"]: _unit(row) for row in tables.rows("units")}


def _unit(row: Mapping[str, str]) -> Unit:
    converted = (entry.split(" ", 1) for entry in _list(row["converted"]))
    return Unit(
        (row["en"], *_list(row["also"])),
        row["one"] or row["en"],
        tuple((Fraction(factor), pattern) for factor, pattern in converted),
        bool(row["scaled"]),
    )


def _list(cell: str) -> list[str]:
    return [entry.strip() for entry in cell.split("|") if entry.strip()]


@cache
def approximations(where: str) -> dict[str, tuple[tuple[str, ...], frozenset[str]]]:
    """The words that make a number approximate: (how English says it, characters not before it), by word."""
    return {
        row["zh"]: ((row["en"], *_list(row["also"])), frozenset(row["not"]))
        for row in tables.rows("approximations")
        if row["where"] == where
    }


def figure(value: Fraction) -> str:
    """A number in figures: 1,375; 13.5 million."""
    if value.denominator == 1 and value.numerator in _IN_DIGITS:
        return f"{value.numerator:,}"
    return spelling(value, "")


def renderings(values: tuple[Fraction, ...], unit: str = "") -> tuple[str, ...]:
    """How an amount is written, best first.

    Args:
        values: The number, or the two ends of a range.
        unit: The Chinese name of its unit, if English has a use for it.
    """
    known = units().get(unit, _BARE)
    first = known.one if len(values) == 1 and values[0] == 1 else known.patterns[0]
    figures = tuple(map(figure, values))
    ways = [_filled(pattern, figures) for pattern in (first, *known.patterns[1:])]
    for factor, pattern in known.converted:
        other = figures if factor == 1 else [figure(_rounded(value * factor)) for value in values]
        ways.append(_filled(pattern, other))
    return tuple(dict.fromkeys(ways))


@lru_cache(maxsize=1 << 14)
def qualified(said: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    """What is said of an amount with words such as `about` before it; a few of all the ways, best first."""
    if not words:
        return said[: _MOST + 1]
    ways = [f"{word} {said[0]}" for word in words] + [f"{words[0]} {other}" for other in said[1:]]
    return tuple(islice(dict.fromkeys(ways), _MOST + 1))


def _rounded(value: Fraction) -> Fraction:
    """A converted value, to four significant figures."""
    digits, exponent = f"{float(value):.3e}".split("e")  # a fraction reads the whole of it much more slowly
    return int(digits.replace(".", "")) * Fraction(10) ** (int(exponent) - 3)


def _filled(pattern: str, figures: Sequence[str]) -> str:
    if len(figures) > 1 and not pattern.startswith("{} "):
        return " to ".join(pattern.replace("{}", each) for each in figures)
    return pattern.replace("{}", " to ".join(figures))


@cache
def ordinal_word(number: int) -> str:
    """An ordinal in a word, `third`; empty where the table has none."""
    rows = tables.rows("numerals_en")
    words = (row["en"] for row in rows if row["kind"] == "ordinal" and row["value"] == str(number))
    return next(words, "")


@lru_cache(maxsize=1024)
def ordinal(number: int) -> str:
    """An ordinal in figures: 3rd, 20th, 1,000th, 10 millionth."""
    if number < _IN_DIGITS[0]:
        return spelling(Fraction(number), "th")
    return figure(Fraction(number)) + ("th" if number % 100 in (11, 12, 13) else _ending(number))


def _ending(number: int) -> str:
    return spelling(Fraction(number % 10 or 10), "th")[-2:]


def fraction(part: int, of: int) -> tuple[str, ...]:
    """A fraction in words and in figures: two thirds, 2/3."""
    figures = f"{part}/{of}"
    name, count = ordinal_word(of), _count(part)
    if of == 2 or of > 10 or not name or not count:
        return ("one half", "half", figures) if (part, of) == (1, 2) else (figures,)
    if part > 1:
        name += "s"
    words = [f"{count} {name}", f"{count}-{name}"]
    if of == 4:
        words = [f"{count} quarter{'s' if part > 1 else ''}", *words[:1]]
    return (*words, *((f"a {words[0].split()[-1]}",) if part == 1 else ()), figures)


def count_word(number: int) -> str:
    """A whole number as prose has it: in a word up to ten, `five`, else in figures."""
    return _count(number) or figure(Fraction(number))


@cache
def _count(number: int) -> str:
    """The word for a number up to ten; empty beyond."""
    rows = tables.rows("numerals_en") if number <= _LARGEST_WORD else ()
    words = (row["en"] for row in rows if row["kind"] in ("unit", "teen") and row["value"] == str(number))
    return next(words, "")


def about(key: str, start: int) -> tuple[tuple[str, ...], int]:
    """The words for how approximate the number at `start` is, and where they start in Chinese."""
    before = approximations("before")
    for size in range(min(3, start), 0, -1):
        words, excluded = before.get(key[start - size : start], ((), frozenset()))
        if words and key[max(0, start - size - 1) : start - size] not in excluded:
            return words, start - size
    return (), start
