"""What counts as a Han character: the unified ideographs and their extensions, and 〇."""

import re

_HAN = "\u3400-\u9fff〇\U00020000-\U0003ffff"
_ELSE = re.compile(f"[^{_HAN}]")
OTHER = "\ufffd"
"""In place of what is no Han character."""


def is_han(character: str) -> bool:
    """Whether a character is one."""
    return "\u3400" <= character <= "\u9fff" or character == "〇" or "\U00020000" <= character <= "\U0003ffff"


def run_start(text: str, end: int, reach: int) -> int:
    """Where the Han characters before `end` start, of which `reach` are looked at."""
    start, least = end, max(0, end - reach)
    while start > least and is_han(text[start - 1]):
        start -= 1
    return start


def run_end(text: str, start: int, reach: int) -> int:
    """Where the Han characters from `start` on end, of which `reach` are looked at."""
    end, most = start, min(start + reach, len(text))
    while end < most and is_han(text[end]):
        end += 1
    return end


def only(text: str) -> str:
    """A text with `OTHER` in place of each character that is no Han character."""
    return _ELSE.sub(OTHER, text)
