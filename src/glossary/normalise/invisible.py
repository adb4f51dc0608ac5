"""Characters that nobody sees: zero-width ones, direction marks, variation selectors, control characters."""

import re
from collections.abc import Iterable

from glossary.normalise.aligned import Edit

_INVISIBLE = (
    "["
    "\x00-\x08\r\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls, but for those that stand for white space
    "\u00ad"  # soft hyphen
    "\u034f\u061c\u180b-\u180f"  # grapheme joiner, Arabic letter mark, Mongolian selectors
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # zero-width and direction marks
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors
    "\ufeff\ufff9-\ufffb"  # byte order mark, interlinear annotation marks
    "\U000e0000-\U000e007f"  # tags
    "]"
)
# A third of the time of `+`: a class in front is looked for at once.
_RUN = re.compile(f"{_INVISIBLE}{_INVISIBLE}*")


def invisible(text: str) -> Iterable[Edit]:
    """Removes every run of invisible characters; line feeds and white space stay."""
    return (Edit(*match.span()) for match in _RUN.finditer(text))
