"""Numbered set phrases that the glossary lacks: “三个推进”, “五大行动”, and unquoted ones that recur."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from glossary.han import is_han, run_end
from glossary.recognise.model import Reading
from glossary.words import MAY_CUT, REACH, cut_cost, frequency

_NUMERALS = "一二两三四五六七八九十"
# In a match key all quotation marks are one.
_LENGTHS = (4, 3, 2)
"""How many characters may stand behind the 个 of an unquoted phrase."""
_RECURS = 3
"""An unquoted phrase has to stand so often in a document to be taken for one."""
_EVERYDAY = 300
"""From this frequency on (see `words.frequency`) a word behind 个 is what is counted: 三个国家."""
_CLAUSE_ENDS = frozenset("，。；！？：,;!?:\n")
_WIDEST = 40
"""Characters of a clause that are looked at on either side of a phrase."""

Span = tuple[int, int]


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(
        # What begins with a class of characters is found soonest; what stands before is looked at in hindsight.
        rf'["二两三四五六七八九十](?:(?<=")(?P<quoted>[{_NUMERALS}百]{{1,3}}[个大项位条][\u3400-\u9fff]{{1,6}})"'
        rf"|(?<![第0-9{_NUMERALS}百千万几数这那每前后].)(?<!\")[个大](?=[\u3400-\u9fff]{{2}})(?!月))"
    )


def numbered_phrases(key: str, chosen: Sequence[Reading]) -> Iterator[Span]:
    """Spans of the numbered phrases in a match key that no chosen reading covers, in order, each phrase once.

    Args:
        key: The match key of a document.
        chosen: Disjoint readings, in order.
    """
    starts = [reading.start for reading in chosen]
    seen = set()
    for start, end in sorted(_phrases(key)):
        index = bisect_right(starts, end - 1) - 1
        if key[start:end] not in seen and (index < 0 or chosen[index].end <= start):
            seen.add(key[start:end])
            yield start, end


def clause(key: str, start: int, end: int) -> Span:
    """The clause around a span of a match key: what stands between two marks, of what is near."""
    first, last = start, end
    while first > max(0, start - _WIDEST) and key[first - 1] not in _CLAUSE_ENDS:
        first -= 1
    while last < min(len(key), end + _WIDEST) and key[last] not in _CLAUSE_ENDS:
        last += 1
    return first, last


def _phrases(key: str) -> Iterator[Span]:
    openings: list[int] = []
    for match in _phrase().finditer(key):
        if match["quoted"]:
            yield match.span("quoted")
        else:
            openings.append(match.start())
    yield from _recurring(key, openings)


def _recurring(key: str, openings: Sequence[int]) -> Iterator[Span]:
    """The phrases that stand at several of these places and end where a word does."""
    counts = Counter(key[start : start + 2 + length] for start in openings for length in _LENGTHS)
    for start in openings:
        if key[start + 1] == "个" and frequency(key[start + 2 : start + 4]) >= _EVERYDAY:
            continue
        ends = (start + 2 + length for length in _LENGTHS)
        found = [end for end in ends if counts[key[start:end]] >= _RECURS and _is_whole(key, start + 2, end)]
        if found:
            # What follows a phrase varies, and the phrase recurs most often.
            yield start, max(found, key=lambda end: (counts[key[start:end]], end))


def _is_whole(key: str, start: int, end: int) -> bool:
    """Whether a stretch is Chinese characters that end where a word does."""
    if end > len(key) or not all(map(is_han, key[start:end])):
        return False
    return cut_cost(key[start : run_end(key, end, REACH)], 0, end - start) < MAY_CUT
