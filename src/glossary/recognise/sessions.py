"""Bodies with the number of their term, and their sessions: 十四届全国人大二次会议, 二十届三中全会."""

import re
from functools import cache
from typing import NamedTuple

from glossary import tables
from glossary.numbers import arabic, numerals
from glossary.recognise import amounts
from glossary.recognise.model import Reading

_HAN = "一二三四五六七八九十百零"
_DIGITS = "0123456789" + _HAN
_SESSION = re.compile(f"第?([0-9]+|[{_HAN}]+)(次(?:全体会议|全会|常委会会议|委员长会议|主席会议|会议))")
_PLENUM = re.compile(f"(?:[{_HAN}]+中[、和])*([{_HAN}]+)(中全会)|(历次全会)")
_MOST = 6
_LONGEST_WORD = 10
"""Ordinals up to this are written in words: the Tenth Session, the 11th Session."""


class Body(NamedTuple):
    """What stands before and behind the number of a body's term."""

    before: str
    after: str
    kind: str
    """Which sessions it has."""
    ways: tuple[str, ...]
    """How English writes it, `{n}` being the number; best first."""


def number_before(key: str, end: int) -> tuple[int, int]:
    """Where the numeral that ends at `end` starts, with 第 if it stands there, and its value; 0 for none."""
    start = end
    while start and end - start < _MOST and key[start - 1] in _DIGITS:
        start -= 1
    number = value(key[start:end])
    return (start - 1 if key[start - 1 : start] == "第" else start), number


def value(numeral: str) -> int:
    """The whole number that a numeral stands for; 0 where it is none."""
    if len(numeral) > arabic.LONGEST:
        return 0
    if numeral.isdecimal():
        return int(numeral)
    mixed = not numeral or any(map(str.isdecimal, numeral))
    return 0 if mixed else int(numerals.value(numeral) or 0)


def ordinal(number: int) -> str:
    """An ordinal, in a lower-case word up to the tenth: third, 14th."""
    return (amounts.ordinal_word(number) if number <= _LONGEST_WORD else "") or amounts.ordinal(number)


def filled(pattern: str, number: int) -> str:
    """A pattern with its `{M}` (Second) or `{m}` (second)."""
    word = ordinal(number)
    return pattern.replace("{M}", word.capitalize() if word.isalpha() else word).replace("{m}", word)


def read(key: str, at: int) -> Reading | None:
    """The body, or its session, whose 届 stands at `at`."""
    start, number = number_before(key, at)
    body = _body(key, start, at + 1) if number else None
    if body is None:
        return None
    ways = [way.replace("{n}", amounts.ordinal(number)) for way in body.ways]
    start, end = start - len(body.before), at + 1 + len(body.after)
    session = _session(key, end, body.kind, ways)
    if session is None and body.kind == "plenum":
        return None
    stop, said = session or (end, ways)
    kind = "event" if session else "institution"
    return Reading(start, stop, kind, said[0], tuple(dict.fromkeys(said[1:]))[:_MOST])


@cache
def _bodies() -> dict[str, list[Body]]:
    """The bodies by the first character behind 届, the longest first; without one where 届 is the end."""
    found: dict[str, list[Body]] = {}
    for row in tables.rows("numbered_bodies"):
        before, after = row["zh"].split("{n}")
        ways = (row["en"], *map(str.strip, row["also"].split("|")))
        found.setdefault(after[:1], []).append(Body(before, after, row["class"], ways))
    for bodies in found.values():
        bodies.sort(key=lambda body: -len(body.before + body.after))
    return found


def _body(key: str, start: int, end: int) -> Body | None:
    """The longest body with its number from `start` to `end`; not one of another party."""
    for body in _bodies().get(key[end : end + 1], []) + _bodies().get("", []):
        if key.startswith(body.after, end) and key.endswith(body.before, 0, start):
            ours = bool(body.before) or body.kind not in ("central", "discipline", "bureau")
            if ours or key[start - 1 : start] not in tables.column("other_parties"):
                return body
    return None


def _session(key: str, start: int, kind: str, bodies: list[str]) -> tuple[int, list[str]] | None:
    """Where the session at `start` ends, and how it is written."""
    if kind == "plenum":
        return _plenum(key, start, bodies)
    match = _SESSION.match(key, start)
    patterns = _patterns(match[2], kind) if match else ()
    number = value(match[1]) if match else 0
    if not match or not patterns or not number:
        return None
    preferred = [filled(pattern, number).replace("{body}", bodies[0]) for pattern in patterns]
    others = [filled(pattern, number).replace("{body}", body) for body in bodies[1:] for pattern in patterns]
    return match.end(), preferred + others


def _plenum(key: str, start: int, bodies: list[str]) -> tuple[int, list[str]] | None:
    """三中全会, 历次全会, 二中、三中全会: plenary sessions of the Party's Central Committee."""
    match = _PLENUM.match(key, start)
    if match is None:
        return None
    patterns = _patterns(match[2] or match[3], "plenum")
    numbers = [value(numeral) for numeral in re.findall(f"([{_HAN}]+)中", match[0])]
    if not all(numbers):
        return None
    if len(numbers) > 1:
        listed = [ordinal(number) for number in numbers]
        said = f"{', '.join(listed[:-1])} and {listed[-1]}"
        names = said.title() if said.replace(",", "").replace(" ", "").isalpha() else said
        names = names.replace(" And ", " and ")
        ways = [f"the {names} Plenary Sessions of {{}}"]
    else:
        ways = [filled(pattern, sum(numbers)).replace("{body}", "{}") for pattern in patterns]
    return match.end(), [way.replace("{}", body) for body in bodies for way in ways]


@cache
def _patterns(session: str, kind: str) -> tuple[str, ...]:
    for row in tables.rows("sessions"):
        if row["zh"] == session and row["class"] == kind:
            return (row["en"], *filter(None, map(str.strip, row["also"].split("|"))))
    return ()
