"""Where a rendering stands in an English text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from glossary.english import data
from glossary.english.pattern import HYPHENS, Needle, Pattern, reduced
from glossary.english.text import EnglishText, Lane

Span = tuple[int, int]

_GAP = range(2, 5)
"""How many words of a coordination may stand inside a rendering, its conjunction included."""
_PREPOSITION = range(1, 2)
"""How many words join the two halves of a rendering that is turned about."""
_MARK = re.compile(r"[!?;:。！？；：.,\n]")
"""What has none of these has neither stops nor commas."""
_STOP = re.compile(r"[!?;:。！？；：]|\.\s|\n\s*[\n*•#]|\n\s*-\s")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|\]\([^()\s]*\)")
_ABBREVIATION = 4
"""A word of no more letters may be an abbreviation, whose full stop ends no sentence: No., Dr., Prof."""
_SHORT = 3
"""Fewer letters are taken for a part of a compound only beside a hyphen: e-commerce, but not in sight."""


def find(pattern: Pattern, text: EnglishText, *, loose: bool = False) -> list[Span]:
    """Every place where the rendering stands: spans of code points, in order and disjoint.

    Args:
        pattern: What is looked for.
        text: Where.
        loose: Gives instead the places where the rendering can be read though it does not stand there.
            Another member of a coordination stands inside (*economic and political reform* for *economic
            reform*), the words are turned about a preposition (*volatility of markets* for *market
            volatility*; no names), or a part is left to the context. Such a match is weaker: take the others
            first.
    """
    found: set[Span] = set()
    for lane in text.lanes:
        if loose:
            for needle in reduced(pattern.rendering, proper=pattern.proper):
                found.update(_spans(needle, lane))
            for needle in pattern.needles:
                found.update(_parted(needle, lane))
        else:
            for needle in pattern.needles:
                if needle.letters in lane.letters:
                    found.update(_spans(needle, lane))
    return _disjoint(found) if len(found) > 1 else list(found)


def _spans(needle: Needle, lane: Lane) -> Iterator[Span]:
    for first, behind in _places(needle, lane):
        yield lane.span(first, behind)


def _places(needle: Needle, lane: Lane) -> Iterator[tuple[int, int]]:
    """The words, first and behind the last, of each place where a needle stands."""
    at = lane.letters.find(needle.letters)
    while at >= 0:
        first = bisect_left(lane.cuts, at)
        if lane.cuts[first] == at:
            behind = _stands(needle, lane, first)
            if behind:
                yield first, behind
        at = lane.letters.find(needle.letters, at + 1)


def _stands(needle: Needle, lane: Lane, first: int) -> int:
    """The word behind a needle whose letters stand at the word `first`, 0 where they are not its words."""
    at = lane.cuts[first]
    end = at + len(needle.letters)
    behind = bisect_left(lane.cuts, end, first)
    if lane.cuts[behind] != end:
        return 0
    if behind - first > 1 or needle.cuts:
        inner = tuple(cut - at for cut in lane.cuts[first + 1 : behind])
        if inner != needle.cuts and not _same_compound(needle, lane, first, inner):
            return 0
        if not needle.marks and _is_broken(needle, lane, first, behind):
            return 0
    # A sentence may begin with It, and that is not IT.
    if needle.acronym and not any(map(str.isupper, lane.spelt(first, behind)[1:])):
        return 0
    return behind if _capitalised(needle, lane, at) else 0


def _same_compound(needle: Needle, lane: Lane, first: int, inner: tuple[int, ...]) -> bool:
    """Whether the words differ only as compounds do: with a hyphen, a space, or written together."""
    edges = sorted({0, len(needle.letters), *needle.cuts, *inner})
    for place, cut in enumerate(edges[1:-1], 1):
        if (cut in needle.cuts) == (cut in inner) or cut in needle.hyphens:
            continue
        if cut in inner:
            word = bisect_left(lane.cuts, lane.cuts[first] + cut)
            if not any(map(str.isspace, lane.between(word))):
                continue
        halves = needle.letters[edges[place - 1] : cut], needle.letters[cut : edges[place + 1]]
        if not all(map(_may_compound, halves)):
            return False
    return True


def _may_compound(letters: str) -> bool:
    return len(letters) >= _SHORT and letters.isalpha() and letters not in data.words("connector")


def _is_broken(needle: Needle, lane: Lane, first: int, behind: int) -> bool:
    """Whether punctuation parts the words from `first` up to `behind`."""
    if not _MARK.search(lane.spelt(first, behind)):  # as nearly always
        return False
    return any(_ends(needle, lane, word) for word in range(first, behind - 1))


def _ends(needle: Needle, lane: Lane, word: int) -> bool:
    """Whether punctuation behind a word parts it from the next."""
    between = _MARKUP.sub("", lane.between(word + 1))
    stop = _STOP.search(between)
    if stop:
        return stop[0][0] != "." or len(lane.spelt(word, word + 1)) > _ABBREVIATION
    return "," in between and not needle.proper and lane.words[word + 1] not in data.words("conjunction")


def _capitalised(needle: Needle, lane: Lane, at: int) -> bool:
    for cut in needle.capitals:
        word = bisect_right(lane.cuts, at + cut) - 1
        start, end = lane.span(word, word + 1)
        inside_compound = start > 0 and lane.text[start - 1] in HYPHENS
        if not inside_compound and lane.text[start:end].islower():
            return False
    return True


def _parted(needle: Needle, lane: Lane) -> Iterator[Span]:
    """Places where the needle stands in two parts: round a coordination, or turned about a preposition."""
    for cut in needle.cuts:
        left, right = needle.part(0, cut), needle.part(cut, len(needle.letters))
        if left.letters in lane.letters and right.letters in lane.letters:
            yield from _resumed(left, right, lane, gap=_GAP)
            if not (needle.proper or needle.marks):
                yield from _resumed(right, left, lane, gap=_PREPOSITION)


def _resumed(first: Needle, second: Needle, lane: Lane, *, gap: range) -> Iterator[Span]:
    """Places of the first part with the second part behind it, `gap` words away."""
    for start, behind in _places(first, lane):
        for resumed in range(behind + gap.start, min(behind + gap.stop, len(lane.words))):
            if lane.letters.startswith(second.letters, lane.cuts[resumed]) and _joined(lane, behind, resumed):
                last = _stands(second, lane, resumed)
                if last:
                    yield lane.span(start, last)


def _joined(lane: Lane, first: int, last: int) -> bool:
    """Whether the words from `first` up to `last` are a preposition, or part of a coordination."""
    words = lane.words[first:last]
    between = [_MARKUP.sub("", lane.between(word)) for word in range(first, last + 1)]
    if any(map(_STOP.search, between)):
        return False
    if len(words) == 1:
        return words[0] in data.words("preposition")
    conjunctions = data.words("conjunction")
    if words[0] in conjunctions or words[-1] in conjunctions:
        return True
    return "," in between[0] and not conjunctions.isdisjoint(words)


def _disjoint(spans: set[Span]) -> list[Span]:
    """The spans in order; of two that overlap the longer."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if kept and start < kept[-1][1]:
            if end - start > kept[-1][1] - kept[-1][0]:
                kept[-1] = (start, end)
        else:
            kept.append((start, end))
    return kept
