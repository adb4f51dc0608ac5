"""The characters of a text that the mainland's GB 2312 lacks.

A Simplified text has few, and they are found in a tenth of the time that looking at each of its characters takes.
"""

import re
import sys

_CODEC = "gb2312"
_REFERENCE = re.compile(rb"&#(\d{1,7});")
_PIECE = 1000
"""So many characters are looked at together, so that a Traditional text is given up soon."""
_MANY = 100
"""Of a Traditional text a third is beyond."""


def beyond_gb2312(text: str) -> set[str] | None:
    """The characters that GB 2312 lacks, and perhaps some that the text lacks; None where they are very many."""
    codes: set[bytes] = set()
    for start in range(0, len(text), _PIECE):
        found = _REFERENCE.findall(text[start : start + _PIECE].encode(_CODEC, "xmlcharrefreplace"))
        codes.update(found)
        if len(found) > _MANY or len(codes) > _MANY:
            return None
    return {chr(code) for code in map(int, codes) if code <= sys.maxunicode}


def is_in_gb2312(character: str) -> bool:
    """Whether GB 2312 has a character."""
    return bool(character.encode(_CODEC, "ignore"))
