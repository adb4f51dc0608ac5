"""Numbers that English writes otherwise: 1375亿元, 18亿亩, 近三成, 百分之三十, 翻一番, 第二十次.

A bare small number needs no help. Left out too are numerals inside words, and rough ones (数十亿, 七八万).
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from glossary import tables
from glossary.numbers import arabic
from glossary.recognise import amounts, shares
from glossary.recognise.model import Context, Reading
from glossary.recognise.values import MORE, is_scaled, value, values
from glossary.words import frequency

EXAMPLES = {
    "投资1375亿元": {"1375亿元": "137.5 billion yuan"},
    "约1.42万亿美元": {"约1.42万亿美元": "about US$1.42 trillion"},
    "守住18亿亩耕地": {"18亿亩": "1.8 billion mu"},
    "近三成企业": {"近三成": "nearly 30%"},
    "占百分之三十五": {"百分之三十五": "35%"},
    "三分之二的成员": {"三分之二": "two thirds"},
    "产值翻两番": {"翻两番": "quadruple"},
    "提高2.5个百分点": {"2.5个百分点": "2.5 percentage points"},
    "第二十次全体会议": {"第二十次": "20th"},
    "3至5亿元": {"3至5亿元": "300 million to 500 million yuan"},
    "300多万人": {"300多万人": "more than 3 million people"},
    "五万多名学生": {"五万多": "more than 50,000"},
    "十万火急，第三次，三个代表，3个月，二十大，数十亿元，七八万，万一": {},
}

_HAN = "一二两三四五六七八九十百千"
_BIG = "[万亿]"
_MORE = f"[{MORE}]"
_SCALE = f"(?:[十百千]?{_BIG}+|百(?!分)|千(?![克瓦米伏卡赫帕焦安升]))"
_ARABIC = f"{arabic.NUMERAL}(?:{_MORE}?{_SCALE})*(?:(?<={_BIG}){arabic.NUMERAL}{_SCALE})*{_MORE}?"
_CHINESE = f"[{_HAN}](?:[{_HAN}零〇点]|{_BIG})*{_MORE}?{_BIG}*{_MORE}?"
_NUMBER = f"(?:{_ARABIC}|{_CHINESE})"
_PLAIN = f"[0-9{_HAN}零〇点多余,.至到~-]"
_TELLING = "[万亿%]"
"""A stretch of these and plain characters is worth looking at for one of these in it."""
_MOST_PLAIN = 2 * arabic.LONGEST
"""From how far before these, or a unit, a stretch is looked at: of a list of a million figures only the end is."""
_ROUGH = "数几上好成近百千万亿"
"""Before a Chinese numeral these make it a rough one, or are its beginning."""
_LONGEST = 12
"""How far units and fractions may reach behind a run."""
_SAYING = 4
_KNOWN = 10
"""From this frequency on (see `words.frequency`) four characters are a saying."""
_LEAST_ORDINAL = 10
"""Ordinals below this need no help."""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""(?=[0-9{_HAN}])  # one look, before all tries
        (?: 百分之(?P<percent>{_NUMBER})(?:[至到~-](?:百分之)?(?P<percents>{_NUMBER}))?
        | (?P<of>[0-9{_HAN}]+)分之(?P<part>[0-9{_HAN}]+)
        | (?P<tenths>[一二三四五六七八九])成(?P<half>半)?(?P<more>{_MORE})?
        | (?P<first>{_NUMBER})(?:%?[至到~-](?P<last>{_NUMBER}))?
          (?: (?P<unit>{_units()}) | (?P<times>倍{_MORE}?) | (?:(?<={_BIG})|(?<={_BIG}[0-9{_HAN}][千百]))(?![0-9{_HAN}]) | (?<={_BIG}{_MORE}) ) )""",
        re.VERBOSE,
    )


@cache
def _units() -> str:
    """A pattern for the units."""
    rows = sorted(tables.rows("units"), key=lambda row: -len(row["zh"]))
    units = "|".join(row["zh"] + (f"(?![{row['not']}])" if row["not"] else "") for row in rows)
    firsts = "".join({row["zh"][0] for row in rows})  # one look, before sixty tries
    return f"(?=[{firsts}])(?:{units})"


@cache
def _run() -> re.Pattern[str]:
    """A stretch that may hold numbers worth looking at: an ordinal, or one with a scale in it or a unit behind it.

    The engine skips to its first characters, and rules out the years and counts that most such stretches are.
    """
    whole = f"(?:{_PLAIN}|{_TELLING})*+"
    behind = f"[倍成分番]|{_units()}"
    return re.compile(
        f"[0-9{_HAN}](?:(?<=第.){whole}|{_PLAIN}{{0,{_MOST_PLAIN}}}+(?:{_TELLING}{whole}|(?={behind})))"
    )


def recognise(context: Context) -> Iterator[Reading]:
    """The numbers of a document with the ways in which English writes them, in order.

    Ordinals also as `ordinal.bound`, which fill slots: the 二十 of 第二十届.
    """
    key, position = context.key, 0
    for run in _run().finditer(key):
        start, end = run.span()
        start = max(start, position)  # a fraction takes in the next run, or a part of it
        if start and key[start - 1] == "第":
            yield from _ordinals(key, start, end)
        else:
            for reading in _in_run(key, start, end):
                position = reading.end
                yield reading


def _in_run(key: str, start: int, end: int) -> Iterator[Reading]:
    if key[end : end + 1] == "番":
        yield from shares.doublings(key, start, end)
        return
    while start < end and (match := _pattern().search(key, start, end + _LONGEST)):
        if match.start() >= end:
            return
        said = _said(key, match)
        if said:
            yield _approximate(key, match, said)
        start = match.start("last") if match["last"] and not said else match.end()


def _said(key: str, match: re.Match[str]) -> tuple[str, ...]:
    """How the number at a match is written, the words around it aside; nothing where it is no number."""
    if match["of"]:
        return shares.fraction(match["of"], match["part"])
    if match["tenths"]:
        return shares.tenths(key, match)
    first, last = match["percent"] or match["first"], match["percents"] or match["last"] or ""
    unit = "%" if match["percent"] else match["unit"] or ""
    if not _stands_free(key, match, first + last, unit or match["times"] or ""):
        return ()
    if match["times"]:
        numbers = values(first, last)
        return shares.times(key, match.start(), numbers[0]) if numbers else ()
    return _amount(first, last, unit)


@lru_cache(maxsize=1 << 13)
def _amount(first: str, last: str, unit: str) -> tuple[str, ...]:
    """How an amount is written; remembered by its numerals, as fractions are slow to look up by."""
    numbers = values(first, last)
    return amounts.renderings(numbers, unit) if numbers else ()


def _stands_free(key: str, match: re.Match[str], number: str, unit: str) -> bool:
    """Whether a number is not the part of a word, a name or a longer number."""
    start, end = match.span()
    before = key[start - 1] if start else "\n"
    scaled = is_scaled(number)
    if unit in amounts.units() and amounts.units()[unit].scaled and not scaled:
        return False
    if number[0].isdecimal():
        if before == " " and key[start - 2 : start - 1].isdecimal():
            return False  # some documents set 1 850, and even 2 0 1 5
        return before not in ".×*" and not (before.isascii() and before.isalnum() and not scaled)
    if before in _ROUGH or before.isdecimal():
        return False
    if len(number) == 1 and unit != "倍" and (len(unit) == 1 or number == "一"):
        return False
    return match["percent"] is not None or not _in_saying(key, start, end)


def _in_saying(key: str, start: int, end: int) -> bool:
    """Whether a Chinese numeral is a part of a saying of four characters: 十万火急."""
    if end - start >= _SAYING:
        return False
    firsts = range(max(0, end - _SAYING), start + 1)
    return any(frequency(key[first : first + _SAYING]) >= _KNOWN for first in firsts)


def _approximate(key: str, match: re.Match[str], said: tuple[str, ...]) -> Reading:
    """The reading of a number with the words around it that make it approximate."""
    words, start = amounts.about(key, match.start())
    end = match.end()
    behind = amounts.approximations("after")
    if key[end : end + 2] in behind:
        words, end = words or behind[key[end : end + 2]][0], end + 2
    if not words and (inside := set(MORE).intersection(match[0])):
        words = amounts.approximations("inside")[min(inside)][0]
    first, *others = amounts.qualified(said, words)
    return Reading(start, end, "number", first, tuple(others))


def _ordinals(key: str, start: int, end: int) -> Iterator[Reading]:
    """The ordinal whose numeral starts at `start`, by itself and with what is counted."""
    stop = start
    while stop < end and (key[stop] in "零〇" or key[stop] in _HAN or key[stop].isdecimal()):
        stop += 1
    number = int(value(key[start:stop]) or 0)
    if not 0 < number < 10**6:
        return
    figures, word = amounts.ordinal(number), amounts.ordinal_word(number)
    if number < _LEAST_ORDINAL:
        yield Reading(start, stop, "ordinal.bound", word, (figures,))
        return
    if stop == end and key[stop : stop + 1] in tables.column("ordinal_counts"):
        yield Reading(start - 1, stop + 1, "number", figures, (word,) if word else ())
    yield Reading(start, stop, "ordinal.bound", figures, (word,) if word else ())
