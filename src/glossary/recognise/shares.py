"""Parts and multiples: 三分之一, 三成, 两倍, 翻两番."""

import re
from collections.abc import Iterator
from fractions import Fraction

from glossary import tables
from glossary.han import is_han
from glossary.numbers import numerals
from glossary.recognise import amounts
from glossary.recognise.model import Reading
from glossary.recognise.values import value


def fraction(of: str, part: str) -> tuple[str, ...]:
    """三分之二: two thirds; 千分之二: 2 per thousand."""
    whole, count = value(of), value(part)
    if of == "千" and count:
        return amounts.renderings((count,), "‰")
    if not whole or not count or whole.denominator > 1 or count.denominator > 1 or count >= whole:
        return ()
    return amounts.fraction(int(count), int(whole))


def tenths(key: str, match: re.Match[str]) -> tuple[str, ...]:
    """三成 is 30%, where what stands around it leaves no doubt."""
    before, after = key[max(0, match.start() - 3) : match.start()], key[match.end() : match.end() + 2]
    led = any(before.endswith(row["zh"]) for row in tables.rows("tenths_context") if row["where"] == "before")
    followed = any(
        after.startswith(row["zh"]) for row in tables.rows("tenths_context") if row["where"] == "after"
    )
    if not (led or (match["tenths"] != "一" and (followed or (after and not is_han(after[0]))))):
        return ()
    if after[:1] in tables.column("after_tenths"):
        return ()
    value = numerals.characters().digits[match["tenths"]] * 10 + (5 if match["half"] else 0)
    return amounts.renderings((Fraction(value),), "%")


def times(key: str, start: int, value: Fraction) -> tuple[str, ...]:
    """A multiple, or, behind a word of growth, how much is added: 增长1.2倍 is by 120%."""
    figure = amounts.figure(value)
    start = amounts.about(key, start)[1]
    before = key[max(0, start - 4) : start].removesuffix("了")
    if before.endswith(tuple(tables.column("growth_words"))):
        added = amounts.renderings((value * 100,), "%")
        others = ("double", "doubled", "twofold") if value == 1 else (f"{figure} times",)
        return (*added[:2], *others, f"{amounts.figure(value + 1)} times")
    double = ("twice", "double", "twofold") if value == 2 else ()
    return (f"{figure} time{'s' if value != 1 else ''}", *double, f"{figure}-fold")


def doublings(key: str, start: int, end: int) -> Iterator[Reading]:
    """翻一番, 翻了两番: doubling, once or more often."""
    first = key.rfind("翻", max(0, start - 2), start)
    times = value(key[start:end])
    row = next((row for row in tables.rows("multiplications") if row["times"] == str(times)), None)
    if row and key[first + 1 : start] in ("", "了") and first >= 0:
        others = tuple(other.strip() for other in row["also"].split("|"))
        yield Reading(first, end + 1, "number", row["en"], others)
