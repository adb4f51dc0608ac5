"""Which numerals are surely quantities: precision comes first."""

import re

from glossary.numbers.measures import measure
from glossary.numbers.scan import SPACE, Number, denominator

_MANY = re.compile("[几幾数數上好]$")
_LATIN = re.compile(r"[A-Za-z][-‐‑]?$")
_SPACED_DIGIT = re.compile(" [0-9](?![0-9])")
_LIST_MARK = re.compile(r"\n[ \t]*[（(\[#*-]{0,3} ?$")
_LIST_MARK_ENDS = re.compile(r"[)）.、\]](?!\d)")
_PART_OF_DATE = re.compile(rf"{SPACE}(?:月|[日号號](?![内內间間子游遊]))")
_STREET = re.compile("[道路街巷]$")
_APPROXIMATE = re.compile("[几幾来來]")
_MORE = re.compile("[余餘多几幾来來]")
TENTHS = re.compile("成(?![功为為立本员員果绩績长長就熟分都形型品因交年效人色例见見文套千上份])")
_FACTORS = re.compile(f"{SPACE}(?:%|‰|倍|折|[个個]?百分[点點]|年代)")


def is_quantity(plain: str, number: Number) -> bool:
    """Whether a numeral is a quantity at all."""
    before = plain[max(0, number.start - 3) : number.start]
    if number.of:
        return denominator(number.of) is not None
    if not number.value or plain.startswith("分之", number.end):
        return False
    ordinal = before[-1:] == "第"
    if (
        not (ordinal or _STREET.search(before))
        and _PART_OF_DATE.match(plain, number.end)
        and number.value <= 31
    ):
        return False
    if number.numeral[0].isdecimal():
        return not (
            (len(number.numeral) == 1 and (_LATIN.search(before) or _spaced_out(plain, number)))
            or (number.value < 100 and _marks_item(plain, number))
        )
    return not _MANY.search(before) and _sure_in_han(plain, number)


def _spaced_out(plain: str, number: Number) -> bool:
    """Whether a digit is one of several with spaces between, as some documents set 2 0 1 5."""
    before = _SPACED_DIGIT.match(plain[max(0, number.start - 2) : number.start][::-1])
    return bool(before or _SPACED_DIGIT.match(plain, number.end))


def _marks_item(plain: str, number: Number) -> bool:
    before = "\n" * (number.start < 8) + plain[max(0, number.start - 8) : number.start]
    return bool(_LIST_MARK.search(before) and _LIST_MARK_ENDS.match(plain, number.end))


def _sure_in_han(plain: str, number: Number) -> bool:
    if _APPROXIMATE.match(plain, number.end) or (number.numeral == "十" and _MORE.match(plain, number.end)):
        return False
    if plain[number.start - 1 : number.start] == "第":
        return number.value != 1
    if TENTHS.match(plain, number.end) or _FACTORS.match(plain, number.end):
        return True
    if number.value == 1:
        return False
    if len(number.numeral) > 1 and number.numeral[0] != "十":
        return True
    return measure(plain, number.end) is not None
