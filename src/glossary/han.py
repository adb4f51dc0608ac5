"""What counts as a Han character: the unified ideographs and their extensions, and 〇."""

import re

_HAN = "\u3400-\u9fff〇\U00020000-\U0003ffff"
_RUN = re.compile(f"[{_HAN}]*")
_TAIL = re.compile(f"[{_HAN}]*$")


def is_han(character: str) -> bool:
    """Whether a character is one."""
    return "\u3400" <= character <= "\u9fff" or character == "〇" or "\U00020000" <= character <= "\U0003ffff"


def run(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """`start` and `end`, moved apart over the Han characters beside them, by up to `reach` each."""
    after = _RUN.match(text, end, min(len(text), end + reach))
    first = max(0, start - reach)
    before = _TAIL.search(text[first:start])
    return (first + before.start() if before else start), (after.end() if after else end)
