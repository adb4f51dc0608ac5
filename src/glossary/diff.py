"""Unified diffs of long texts that differ in few places, in time that grows with their length alone.

difflib looks for the longest stretch that two texts have in common, before it and behind it for the next, and so on: of a
PO file in which each entry changes a little it compares nearly everything with everything.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_CONTEXT = 3
"""Lines that are shown around a change."""
_WINDOW = 64
"""Lines in which the texts are looked through for the next stretch that they have in common."""


class _Change(NamedTuple):
    """Lines of the old text, and those of the new one that stand in their place; counted from 0, ends exclusive."""

    start: int
    end: int
    new_start: int
    new_end: int


def unified(before: Sequence[str], after: Sequence[str], name: str) -> Iterator[str]:
    """The lines of a unified diff, without line ends; none where nothing differs.

    Args:
        before: The lines of a file.
        after: Its lines to be.
        name: Its name.
    """
    hunk: list[_Change] = []
    for change in _changes(before, after):
        if not hunk:
            yield from (f"--- {name}", f"+++ {name}")
        elif change.start - hunk[-1].end > 2 * _CONTEXT:
            yield from _shown(hunk, before, after)
            hunk = []
        hunk.append(change)
    if hunk:
        yield from _shown(hunk, before, after)


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[_Change]:
    old = new = 0
    while old < len(before) or new < len(after):
        if before[old : old + 1] == after[new : new + 1]:
            old, new = old + 1, new + 1
            continue
        until, new_until = _together_again(before, after, old, new)
        matcher = SequenceMatcher(None, before[old:until], after[new:new_until], autojunk=False)
        for tag, start, end, new_start, new_end in matcher.get_opcodes():
            if tag != "equal":
                yield _Change(old + start, old + end, new + new_start, new + new_end)
        old, new = until, new_until


def _together_again(before: Sequence[str], after: Sequence[str], old: int, new: int) -> tuple[int, int]:
    """Where two texts that differ have more in common again than the context of a change."""
    window = _WINDOW
    while old + window < len(before) or new + window < len(after):
        matcher = SequenceMatcher(None, before[old : old + window], after[new : new + window], autojunk=False)
        found = matcher.find_longest_match()
        if found.size > _CONTEXT:
            return old + found.a, new + found.b
        window *= 2
    return len(before), len(after)


def _shown(hunk: Sequence[_Change], before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    first, last = hunk[0], hunk[-1]
    start, end = max(0, first.start - _CONTEXT), min(len(before), last.end + _CONTEXT)
    new_start, new_end = first.new_start - (first.start - start), last.new_end + (end - last.end)
    yield f"@@ -{_extent(start, end)} +{_extent(new_start, new_end)} @@"
    at = start
    for change in hunk:
        yield from (f" {line}" for line in before[at : change.start])
        yield from (f"-{line}" for line in before[change.start : change.end])
        yield from (f"+{line}" for line in after[change.new_start : change.new_end])
        at = change.end
    yield from (f" {line}" for line in before[at:end])


def _extent(start: int, end: int) -> str:
    """Where a hunk begins, counted from 1, and how many lines it has; one is not said."""
    length = end - start
    first = start + 1 if length else start
    return f"{first}" if length == 1 else f"{first},{length}"
