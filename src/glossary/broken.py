"""Which readings are pieces of a longer name, word or number, whatever else is read there."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from glossary import tables
from glossary.han import is_han
from glossary.recognise.model import Reading
from glossary.words import REACH, cut_cost, tag

SHORT = 4
"""Terms of up to so many characters are doubted; a longer one that happens to cut a word is hardly ever met."""

CUTS = 2.5
"""From this cost on (see `words.cut_cost`) a reading cuts a word."""

_HAN = "零〇一二三四五六七八九十百千万亿两"
_INSIDE_NUMBER = re.compile(f"(?<=第)[0-9{_HAN}]|(?<=[{_HAN}])[{_HAN}]|(?<=[0-9])[0-9万亿]")
"""What can only go on a number that has begun before it; 2022两会 has a year and a name."""
_NUMERIC = frozenset(("number", "date", "time", "period"))
"""The kinds of readings whose recognisers look at what stands before a numeral."""
_BODY = 5
"""How many characters the name of a body has at most behind that of a document which it begins with."""
_LONG = ("institution", "document")
"""The kinds of long names that are looked at: those with a last character that is a word of its own, 部, 局, 法."""


def broken(key: str, readings: Sequence[Reading]) -> set[int]:
    """The indexes of those readings that are pieces of something longer.

    Args:
        key: The match key.
        readings: All readings, in order of start.
    """
    inside = {match.start() for match in _INSIDE_NUMBER.finditer(key)}
    bodies = {kind for kind in {reading.kind for reading in readings} if kind.startswith(_LONG)}
    found = {
        index
        for index, reading in enumerate(readings)
        if (
            reading.kind in bodies and reading.end - reading.start > SHORT and _ends_in_word(key, reading.end)
        )
        or (reading.start in inside and (reading.term or reading.kind not in _NUMERIC))
        or (reading.kind.startswith("document") and _begins_body(key, reading))
    }
    return found.union(_in_foreign_names(key, readings))


def _ends_in_word(key: str, end: int) -> bool:
    """Whether a long name ends inside a word, as 交通运输部 does in 交通运输部门 and 食品安全法 in 食品安全法规.

    Its last character is a word of its own there. Where it ends a longer one that divides the text better, as 银行 in
    储蓄银行为此 and 共产党 in 中国共产党的领导, the name stands.
    """
    last = end
    while last < end + REACH - 1 and last < len(key) and is_han(key[last]):
        last += 1
    if last == end or cut_cost(key[end - 1 : last], 0, 1) < CUTS:
        return False
    return all(cut_cost(key[end - size : last], 0, size) > 0 for size in range(2, SHORT + 1))


def _begins_body(key: str, reading: Reading) -> bool:
    """Whether a document's name begins that of a body: 宪法 in 宪法法院."""
    bodies, start, end = tables.column("bodies"), reading.start, reading.end
    return any(key[start:last] in bodies for last in range(end + 1, min(len(key), end + _BODY) + 1))


def _in_foreign_names(key: str, readings: Sequence[Reading]) -> Iterator[int]:
    """Foreign people whose names seem to go on: 巴赫 in 巴赫穆特."""
    people = [
        (index, reading)
        for index, reading in enumerate(readings)
        if reading.kind == "person"
        and reading.term
        and _sounds().issuperset(key[reading.start : reading.end])
    ]
    starts = {reading.start for reading in readings} if people else set()
    for index, reading in people:
        after = key[reading.end : reading.end + 2]
        sounds = len(after) == 2 and _sounds().issuperset(after)
        if sounds and reading.end not in starts and (not tag(after) or tag(after).startswith("nr")):
            yield index


@cache
def _sounds() -> frozenset[str]:
    return tables.column("transliteration")
