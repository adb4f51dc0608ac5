"""Five-year plans and their periods by number: “十三五”期间, 十四五规划, 第九个五年计划."""

import re
from collections.abc import Iterator
from functools import cache

from glossary import tables
from glossary.recognise import amounts, sessions
from glossary.recognise.model import Reading

_HAN = "一二三四五六七八九"
_PLAN = re.compile(f'五(?:(?<=(十[{_HAN}])五)|(?<=([十{_HAN}])五))(?P<close>"?)')
"""五 with the number before it: the engine skips to a single character quickest of all."""
_COUNTED = re.compile("五年(?P<what>规划|计划)(?P<outline>纲要)?")
_FIRST = 1953
"""Year in which the first plan began; after the second, three years had none."""
_LEAST_UNQUOTED = 11
"""Plans before the 11th are known by what is a number elsewhere: 十五 is 15."""
_LONGEST = 5
"""Characters of the longest part that a plan has behind it."""


def quoted(key: str) -> Iterator[Reading]:
    """五年规划 by number: quoted, or with what makes them plans or their periods behind them."""
    for match in _PLAN.finditer(key):
        numeral = match[1] or match[2]
        start, end = match.start() - len(numeral), match.end()
        quoted = bool(match["close"]) and key[start - 1 : start] == '"'
        number = sessions.value(numeral)
        if bool(match["close"]) != quoted or (number < _LEAST_UNQUOTED and not quoted):
            continue
        if not quoted and key[start - 1 : start] in tuple(_HAN + "十百千第"):
            continue
        part = next(
            (key[end : end + size] for size in range(_LONGEST, 0, -1) if key[end : end + size] in _parts()),
            "",
        )
        if part:
            kind, patterns = _parts()[part]
            first, *others = _planned(number, patterns)
            yield Reading(start - quoted, end + len(part), kind, first, tuple(others))


def counted(key: str, at: int, _end: int) -> Reading | None:
    """第九个五年计划, whose 个 stands at `at`."""
    match = _COUNTED.match(key, at + 1)
    start, number = sessions.number_before(key, at)
    if not match or not number or key[start] != "第":
        return None
    kind, patterns = _parts()[match["what"] + (match["outline"] or "")]
    first, *others = _planned(number, patterns)
    # The first one may be counted from anywhere.
    return Reading(start, match.end(), kind, first, tuple(others), uncertain=number == 1)


@cache
def _parts() -> dict[str, tuple[str, tuple[str, ...]]]:
    return {
        row["zh"]: (row["kind"], (row["en"], *map(str.strip, row["also"].split("|"))))
        for row in tables.rows("plan_parts")
    }


def _planned(number: int, patterns: tuple[str, ...]) -> list[str]:
    """The patterns for a plan, filled, its number in a word first where there is one."""
    years = _FIRST + 5 * (number - 1) + (3 if number > 2 else 0)
    covered = f"{years}-{years + 4}"
    return [
        pattern.replace("{years}", covered).replace("{}", ordinal)
        for pattern in patterns
        for ordinal in _ordinals(number)
    ]


def _ordinals(number: int) -> list[str]:
    word, figures = amounts.ordinal_word(number).capitalize(), amounts.ordinal(number)
    return [word, figures] if word and number <= 10 else [figures]
