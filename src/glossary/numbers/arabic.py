"""Arabic numerals, which both languages write."""

import re
from fractions import Fraction
from functools import lru_cache

from glossary.addresses import blanked

NUMERAL = "(?:[0-9]{1,3}(?:[,\u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:[.][0-9]+)?|[0-9]+(?:[.][0-9]+)?)"
"""A pattern for a numeral in half-width digits, with or without separators of thousands."""

LONGEST = 30
"""Characters of the longest numeral, of either language, that is read; what is longer is a code or damage."""

_FULL_WIDTH = re.compile("[\uff01-\uff5e]")


def plain(text: str) -> str:
    """The text with half-width digits and marks, and without addresses and tags; offsets stay."""
    if not text.isascii():
        # A text has few distinct ones; a table for `str.translate` is slow where it lacks most characters.
        for mark in set(_FULL_WIDTH.findall(text)):
            text = text.replace(mark, chr(ord(mark) - 0xFEE0))
    return blanked(text)


@lru_cache(maxsize=1 << 13)
def value(numeral: str) -> Fraction:
    """What a numeral of at most `LONGEST` characters stands for."""
    plain = numeral if numeral.isdecimal() else re.sub("[^0-9.]", "", numeral)
    whole, _, decimals = plain.partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals)) if decimals else Fraction(int(whole))
