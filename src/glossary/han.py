"""What counts as a Han character: the unified ideographs and their extensions, and 〇."""

import re

_HAN = "\u3400-\u9fff〇\U00020000-\U0003ffff"
_ELSE = re.compile(f"[^{_HAN}]")
OTHER = "\ufffd"
"""In place of what is no Han character."""


def is_han(character: str) -> bool:
    """Whether a character is one."""
    return "\u3400" <= character <= "\u9fff" or character == "〇" or "\U00020000" <= character <= "\U0003ffff"


def only(text: str) -> str:
    """A text with `OTHER` in place of each character that is no Han character."""
    return _ELSE.sub(OTHER, text)


def run(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """`start` and `end`, moved apart over the Han characters beside them, by up to `reach` each.

    Args:
        text: What `only` gave.
        start: Where the stretch starts.
        end: Where it ends.
        reach: In characters.
    """
    least = start - reach if start > reach else 0
    before, after = text.rfind(OTHER, least, start), text.find(OTHER, end, end + reach)
    return before + 1 if before >= 0 else least, after if after >= 0 else min(end + reach, len(text))
