"""Sessions of local congresses and Party committees: 福州市委六届六次全会, 辽宁省十三届人大五次会议."""

import re
from bisect import bisect_left

from glossary import tables
from glossary.han import is_han
from glossary.recognise import amounts, sessions
from glossary.recognise.model import Context, Reading

EXAMPLES = {
    "{辽宁}省十三届人大五次会议": "the Fifth Session of the 13th Liaoning Provincial People's Congress",
    "{福州}市委六届六次全会": "the Sixth Plenary Session of the Sixth CPC Fuzhou Municipal Committee",
    "省十四届人大二次会议": "the Second Session of the 14th Provincial People's Congress",
    "{福州}市第十六届人大常委会第十次会议": "the tenth session of the Standing Committee of the 16th Fuzhou Municipal "
    "People's Congress",
    "省委十三届七次全会": "the Seventh Plenary Session of the 13th CPC Provincial Committee",
}
"""Texts with their places in braces, and how the whole is rendered."""

_NUMERAL = "[0-9一二三四五六七八九十百零]+"
_CONGRESS = re.compile(f"(?:人民代表大会|人大)(?:第?({_NUMERAL})次会议)?")
_STANDING = re.compile(f"(?:人民代表大会常务委员会|人大常委会)第?({_NUMERAL})次会议")
_COMMITTEE = re.compile(f"第?({_NUMERAL})次(?:全会|全体会议)")
_REACH = 12
"""How far before its level a place may start."""


def read(context: Context, at: int) -> Reading | None:
    """The local congress or session whose 届 stands at `at`."""
    key = context.key
    start, number = sessions.number_before(key, at)
    committee = key[start - 1 : start] == "委"
    level = start - 1 - committee
    row = next((row for row in tables.rows("local_levels") if level >= 0 and row["zh"] == key[level]), None)
    standing = None if committee else _STANDING.match(key, at + 1)
    match = standing or (_COMMITTEE if committee else _CONGRESS).match(key, at + 1)
    if not (number and row and match):
        return None
    place = _place(context, level, row["noun"])
    doubted = place is None and not _begins_freely(key, level)
    if place is None and not committee and (doubted or not match[1]):
        return None
    start, name = place or (level, "")
    ordinal = sessions.ordinal(number)
    body = f"{name} {row['en']}".strip()
    body = f"CPC {body} Committee" if committee else f"{body} People's Congress"
    ways = [f"the {form} {body}" for form in dict.fromkeys((ordinal.capitalize(), amounts.ordinal(number)))]
    if standing:
        session = sessions.filled("{m}", sessions.value(match[1]))
        ways = [f"the {session} session of the Standing Committee of {way}" for way in ways]
    elif match[1]:
        session = sessions.filled("{M}", sessions.value(match[1]))
        ways = [f"the {session} {'Plenary ' if committee else ''}Session of {way}" for way in ways]
    return Reading(start, match.end(), "event", ways[0], tuple(ways[1:]), uncertain=doubted)


def _begins_freely(key: str, level: int) -> bool:
    """Whether no name of a place can stand before a level."""
    before = key[level - 1 : level] if level else ""
    return not before or not is_han(before) or before in tables.column("before_bodies")


def _place(context: Context, level: int, noun: str) -> tuple[int, str] | None:
    """Where the place starts whose level (省) stands at `level`, and its bare name in English."""
    first = bisect_left(context.readings, level - _REACH, key=lambda reading: reading.start)
    for at in range(first, len(context.readings)):
        reading = context.readings[at]
        if reading.start >= level:
            return None
        if reading.kind.startswith("place") and level <= reading.end <= level + 1:
            return reading.start, reading.rendering.removesuffix(f" {noun}")
    return None
