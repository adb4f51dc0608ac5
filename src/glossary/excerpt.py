"""Texts as people are shown them: a piece of one, or on one line."""

import re

_AROUND = 32
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def excerpt(text: str, start: int, end: int, *, around: int = _AROUND) -> str:
    """`text[start:end]` with at most `around` characters on each side, cut between words, on one line.

    Three dots stand for what was left out.
    """
    first, last = max(0, start - around), min(len(text), end + around)
    if first:
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    if last < len(text):
        space = text.rfind(" ", end, last)
        last = space if space >= 0 else last
    return f"{'...' if first else ''}{one_line(text[first:last])}{'...' if last < len(text) else ''}"


def one_line(text: str) -> str:
    """A text with a blank for each stretch of white space, and none around it."""
    return " ".join(text.split())


def shortened(text: str, longest: int) -> str:
    """A text on one line, cut where it has more than that many characters; three dots say so."""
    text = one_line(text)
    return text if len(text) <= longest else f"{text[:longest]}..."


def visible(text: str) -> str:
    """A text without what would steer the terminal: each control character by its number."""
    return _CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
