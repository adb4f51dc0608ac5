"""A short piece of a translation, to show where a fault is."""

_AROUND = 32


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
    shown = " ".join(text[first:last].split())
    return f"{'...' if first else ''}{shown}{'...' if last < len(text) else ''}"
