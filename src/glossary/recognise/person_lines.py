"""Names that stand side by side: bylines, signatures and credits, where no word separates them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from glossary.recognise.person_context import TITLE, credit_end
from glossary.recognise.person_page import Page
from glossary.recognise.person_scan import Candidate

_ALONE = 4.5
"""What it is worth for each of the names that they fill a line or brackets, or stand side by side after a title."""
_CREDIT = 1.5
"""What it is worth that a word for what they have done stands behind them, so that it is not taken for a part of a name."""
_MOST = 6
_WORST = -6.0
"""Log odds that the characters of each name must have."""

Tiling = tuple[float, tuple[Candidate, ...]]
"""A row of names with what the characters of all say."""


def bylines(page: Page, candidates: Sequence[Candidate]) -> dict[Candidate, float]:
    """The candidates that fill such a stretch, each with what that is worth in place of what stands around it."""
    by_start: defaultdict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.spelling >= _WORST:
            by_start[candidate.start].append(candidate)
    found: dict[Candidate, float] = {}
    for start, options in by_start.items():
        closing = _closing(page, start, options[0])
        if closing is None:
            continue
        tiling = _tile(page, start, by_start, closing, _MOST)
        if tiling and (len(tiling[1]) > 1 or closing):
            found.update(dict.fromkeys(tiling[1], _ALONE))
    return found


def _closing(page: Page, start: int, first: Candidate) -> str | None:
    """What must follow a row of names that begins at `start`; empty: any mark; None where no row begins there."""
    mark = page.key[start - 1] if start else "\n"
    if mark == "(":
        return ")"
    if mark in "\n-":
        return "\n("
    return "" if first.left >= TITLE else None


def _tile(
    page: Page, start: int, by_start: Mapping[int, Sequence[Candidate]], closing: str, most: int
) -> Tiling | None:
    """The likeliest row of up to `most` names from `start` to where the row must close."""
    best: Tiling | None = None
    for candidate in by_start.get(start, ()):
        if _closes(page, candidate.end, closing):
            tiling: Tiling | None = (candidate.spelling + _CREDIT * page.han(candidate.end), (candidate,))
        elif most > 1 and page.han(candidate.end):
            rest = _tile(page, candidate.end, by_start, closing, most - 1)
            tiling = rest and (candidate.spelling + rest[0], (candidate, *rest[1]))
        else:
            tiling = None
        if tiling and (best is None or tiling[0] > best[0]):
            best = tiling
    return best


def _closes(page: Page, end: int, closing: str) -> bool:
    """Whether a row of names can end there, with what they have done behind them or without."""
    credit = credit_end(page, end)
    mark = page.key[(credit or end) : (credit or end) + 1] or "\n"
    return mark in closing if closing else bool(credit) or not page.han(end)
