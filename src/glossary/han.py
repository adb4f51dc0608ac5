"""What counts as a Han character: the unified ideographs and their extensions, and 〇."""

import re

_HAN = "\u3400-\u9fff〇\U00020000-\U0003ffff"
_RUN = re.compile(f"[{_HAN}]*")


def is_han(character: str) -> bool:
    """Whether a character is one."""
    return "\u3400" <= character <= "\u9fff" or character == "〇" or "\U00020000" <= character <= "\U0003ffff"


def run(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """`start` and `end`, moved apart over the Han characters beside them, by up to `reach` each."""
    after = _RUN.match(text, end, end + reach)
    before = _RUN.match(text[max(0, start - reach) : start][::-1])
    return start - (before.end() if before else 0), after.end() if after else end
