"""Characters that Unicode can write in several ways: the ordinary way."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from glossary.normalise.aligned import Edit
from glossary.normalise.folding import pairs

_MARKS = "\u0300-\u036f\u3099\u309a"
_SINGLES = "\u2126\u212a\u212b\u2329\u232a\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f"
_CANDIDATE = re.compile(f"[{_MARKS}{_SINGLES}](?:(?<=[{_MARKS}])[{_MARKS}]+)?")


_MOST_MARKS = 30
"""Of the marks on a letter so many are looked at, as in the Stream-Safe Text Format (UAX 15): sorting them is
quadratic."""


def composed(text: str) -> Iterable[Edit]:
    """Puts letter and combining marks together (NFC), and an ideograph for its compatibility form or radical.

    Radicals in place of characters come from PDF files: no reader can tell ⻓ from 长, but a search can.
    Characters that compatibility mappings would change to the eye (①, ², Ａ) stay.
    """
    position = 0
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        if unicodedata.combining(text[start]):
            start -= 1  # the letter that the marks belong to
        if start < position:
            continue
        end = min(end, start + 1 + _MOST_MARKS)
        found = text[start:end]
        ordinary = _ordinary(found)
        if ordinary != found:
            yield Edit(start, end, ordinary)
            position = end


def _ordinary(found: str) -> str:
    if "\u2e80" <= found <= "\u2fd5":
        return _radicals().get(found, unicodedata.normalize("NFKC", found))
    return unicodedata.normalize("NFC", found)


@cache
def _radicals() -> dict[str, str]:
    return pairs("radicals")
