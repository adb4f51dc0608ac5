"""Arabic numerals, which both languages write."""

import re
from fractions import Fraction

from glossary.addresses import blanked

NUMERAL = "(?:[0-9]{1,3}(?:[,\u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:[.][0-9]+)?|[0-9]+(?:[.][0-9]+)?)"
"""A pattern for a numeral in half-width digits, with or without separators of thousands."""

LONGEST = 30
"""Characters of the longest numeral, of either language, that is read; what is longer is a code or damage."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def plain(text: str) -> str:
    """The text with half-width digits and marks, and without addresses and tags; offsets stay."""
    return blanked(text if text.isascii() else text.translate(_FULL_WIDTH))


def value(numeral: str) -> Fraction:
    """What a numeral of at most `LONGEST` characters stands for."""
    return Fraction(re.sub("[^0-9.]", "", numeral))
