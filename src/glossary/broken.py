"""Which readings are pieces of a longer name, word or number, whatever else is read there."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter

from glossary import tables
from glossary.han import run_end
from glossary.recognise.model import Reading
from glossary.words import CUTS, REACH, cut_cost, tag

SHORT = 4
"""Terms of up to so many characters are doubted; a longer one that happens to cut a word is hardly ever met."""

_HAN = frozenset("零〇一二三四五六七八九十百千万亿两")
_DIGITS = frozenset("0123456789")
_ORDINAL = "第"
_SCALES = "万亿"
_NUMERIC = frozenset(("number", "date", "time", "period"))
"""The kinds of readings whose recognisers look at what stands before a numeral."""
_BODY = 5
"""How many characters the name of a body has at most behind that of a document which it begins with."""
_EVENT = "event"
_SERIES = re.compile("[0-9一二三四五六七八九十]+号")
"""Behind the name of an event it makes that of a craft: 长征十二号."""
_MIDST = ("f", "d")
"""The tags of a word for where something is, behind a noun, and of an adverb."""
_NOUN, _VERB = "n", "v"
_FRAME = 16
"""How many characters before that it stands at most."""
_PERSON = "person"
_CITY = "place.city"
_DOCUMENT = "document"
_LONG = ("institution", _DOCUMENT)
"""The kinds of names of which long ones may have a last character that is a word of its own: 部, 局, 法."""

_KIND = attrgetter("kind")

Across = Callable[[int], bool]
"""Whether a word may lie across an offset of the key."""
_Doubt = Callable[[str, Sequence[Reading], int, Across], bool]
"""Whether the reading with an index is a piece of something longer."""


def broken(key: str, readings: Sequence[Reading], across: Across) -> set[int]:
    """The indexes of those readings that are pieces of something longer.

    Args:
        key: The match key.
        readings: All readings, in order of start.
        across: Whether a word may lie across an offset of the key.
    """
    doubts = {kind: _doubt(kind) for kind in set(map(_KIND, readings))}
    numerals = _HAN | _DIGITS
    return {
        index
        for index, reading in enumerate(readings)
        if ((doubt := doubts[reading.kind]) and doubt(key, readings, index, across))
        or (key[reading.start] in numerals and _goes_on_number(key, reading))
    }


def _doubt(kind: str) -> _Doubt | None:
    """What is asked of readings of a kind."""
    if kind.startswith(_LONG):
        return _is_begun
    if kind.startswith(_EVENT):
        return _is_numbered
    if kind.startswith(_CITY):
        return _is_cut_city
    return _goes_on if kind == _PERSON else None


@cache
def _at() -> re.Pattern[str]:
    """Opens what the word for "in" closes."""
    return re.compile("在[\u3400-\u9fff]+$")


def _starts(readings: Sequence[Reading], offset: int) -> bool:
    """Whether any reading starts at an offset."""
    first = bisect_left(readings, offset, key=attrgetter("start"))
    return first < len(readings) and readings[first].start == offset


def _goes_on_number(key: str, reading: Reading) -> bool:
    """Whether a reading begins inside a number: 十四个坚持 behind 第. In 2022两会 the year stands alone."""
    before, first = key[reading.start - 1 : reading.start], key[reading.start]
    if first in _DIGITS:
        inside = before == _ORDINAL or before in _DIGITS
    elif first in _HAN:
        inside = before == _ORDINAL or before in _HAN or (before in _DIGITS and first in _SCALES)
    else:
        return False
    return inside and (reading.term is not None or reading.kind not in _NUMERIC)


def _is_begun(key: str, readings: Sequence[Reading], index: int, across: Across) -> bool:
    """Whether a body or document is no more than the beginning of a longer name or word, or none at all."""
    reading = readings[index]
    if reading.end - reading.start > SHORT and across(reading.end) and _ends_in_word(key, reading.end):
        return True
    return (reading.kind.startswith(_DOCUMENT) and _begins_body(key, reading)) or _is_in_the_midst(
        key, reading
    )


def _is_numbered(key: str, readings: Sequence[Reading], index: int, _across: Across) -> bool:
    """Whether an event is the craft that is named after it: 长征 in 长征十二号."""
    return _SERIES.match(key, readings[index].end) is not None


def _is_cut_city(key: str, readings: Sequence[Reading], index: int, across: Across) -> bool:
    """Whether the 市 behind a city begins another word, as in 义乌市场, and nothing longer is read there."""
    end = readings[index].end
    if key[end - 1] != "市" or not across(end):
        return False
    covered = index and readings[index - 1].end > end
    return not covered and _ends_in_word(key, end)


def _ends_in_word(key: str, end: int) -> bool:
    """Whether a long name ends inside a word, as 交通运输部 does in 交通运输部门 and 食品安全法 in 食品安全法规.

    Its last character is a word of its own there. Where it ends a longer one that divides the text better, as 银行 in
    储蓄银行为此 and 共产党 in 中国共产党的领导, the name stands.
    """
    last = run_end(key, end, REACH - 1)
    if last == end or cut_cost(key[end - 1 : last], 0, 1) < CUTS:
        return False
    return all(cut_cost(key[end - size : last], 0, size) > 0 for size in range(2, min(SHORT, end) + 1))


def _is_in_the_midst(key: str, reading: Reading) -> bool:
    """Whether two characters are the words for "in" and "together" between a noun and a verb: 中共 in 夜色中共舞."""
    start, end = reading.start, reading.end
    if end - start != len(_MIDST) or (tag(key[start]), tag(key[start + 1])) != _MIDST:
        return False
    is_verb = tag(key[end : end + 1]).startswith(_VERB) or _at().search(key, max(0, start - _FRAME), start)
    after = key[end : end + 2]
    if not is_verb or (len(after) == 2 and tag(after)):
        return False
    return any(tag(key[start - size : start]) == _NOUN for size in (2, 3) if size <= start)


def _begins_body(key: str, reading: Reading) -> bool:
    """Whether a document's name begins that of a body: 宪法 in 宪法法院."""
    bodies, start, end = tables.column("bodies"), reading.start, reading.end
    return any(key[start:last] in bodies for last in range(end + 1, min(len(key), end + _BODY) + 1))


def _goes_on(key: str, readings: Sequence[Reading], index: int, _across: Across) -> bool:
    """Whether the name of a foreigner seems to go on: 巴赫 in 巴赫穆特."""
    reading = readings[index]
    after = key[reading.end : reading.end + 2]
    if len(after) < 2 or not reading.term or not _sounds().issuperset(after):
        return False
    no_word = not tag(after) or tag(after).startswith("nr")
    is_sound = no_word and _sounds().issuperset(key[reading.start : reading.end])
    return is_sound and not _starts(readings, reading.end)


@cache
def _sounds() -> frozenset[str]:
    return tables.column("transliteration")
