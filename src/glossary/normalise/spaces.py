"""White space: one plain space where the source has any other kind or any number."""

import re
from collections.abc import Iterable

from glossary.normalise.aligned import Edit

# Vertical tab, form feed and the Unicode separators break lines in office documents: here they part words.
ODD_SPACES = (
    "\t\x0b\x0c\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)

# A single plain space does not match: text in Latin letters is full of them.
_SPACES = re.compile(f"[ {ODD_SPACES}](?:[ {ODD_SPACES}]+|(?<! ))")


def spaces(text: str) -> Iterable[Edit]:
    """Makes each run of white space one plain space; line feeds are not white space here."""
    return (Edit(*match.span(), " ") for match in _SPACES.finditer(text))
