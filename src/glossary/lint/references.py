"""How the text of an entry refers to other entries: `→ 条目` in its note, and what it counts in `members`."""

import re
from collections.abc import Iterator

from glossary.model import Term

_ARROW = re.compile(r"→\s*([^\s,;，；、。→]+)")
_AROUND = ".:)]\"'”」"
_EXPLAINED = re.compile(r".+ \(.+\)")
"""A member with its English behind it in brackets, which needs no entry."""


def references(entry: Term) -> Iterator[str]:
    """The keys or forms that the note refers to."""
    yield from (match[1].rstrip(_AROUND) for match in _ARROW.finditer(entry.note))


def without_references(text: str) -> str:
    """The text of a note that is not a reference."""
    return _ARROW.sub("", text)


def listed(entry: Term) -> Iterator[str]:
    """The members that stand without their English, as entries of their own."""
    yield from (member for member in entry.members if not _EXPLAINED.fullmatch(member))
