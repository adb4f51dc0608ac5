"""The match key: what two spellings of one thing have in common."""

import re
from collections.abc import Iterable

from glossary.han import is_han
from glossary.normalise.aligned import AlignedText, Edit
from glossary.normalise.folding import folded

# What begins with one certain character is found much sooner than what repeats it.
_SPACES = re.compile("  *")


def match_key(clean: str) -> AlignedText:
    """The key of a clean text, mapping to it.

    Script, variants of one character, widths, quotation marks, dashes, middle dots and letter case are
    folded, and white space beside a Han character or Chinese punctuation is left out. White space between
    words in other scripts stays, one space wide; line feeds stay.
    """
    key = AlignedText(folded(clean))
    return key.apply(_needless_spaces(key.text))


def fold(text: str) -> str:
    """The key of a short string: a form in a glossary, a query. Folding what is folded changes nothing."""
    return match_key(text).text


def _needless_spaces(key: str) -> Iterable[Edit]:
    for match in _SPACES.finditer(key):
        start, end = match.span()
        if _needs_no_space(key[start - 1 : start]) or _needs_no_space(key[end : end + 1]):
            yield Edit(start, end)
        elif end - start > 1:
            yield Edit(start, end, " ")


def _needs_no_space(neighbour: str) -> bool:
    return is_han(neighbour) or "\u3001" <= neighbour <= "\u3020"
