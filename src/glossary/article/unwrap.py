"""Paragraphs that somebody wrapped by hand: their lines are joined again.

Mail and old web pages break lines at a fixed width. Everywhere else a line is a paragraph, and joining
two would hide both, so everything must speak for wrapping: every line as full as the first word or
character of the next allows, ends that fall in the middle of sentences, and a last line that ends a
sentence. A wide character counts as two columns.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import east_asian_width

from glossary.article.blocks import Line

_NARROWEST, _WIDEST = 40, 120
_SLACK = 2
"""Columns by which editors differ: punctuation that hangs, or that may not start a line."""

_CLOSING = "，。、；：？！”’」』）》〉】…—％,.;:?!)\\]%"
_UNIT = re.compile(rf"\s*[“‘「『（《〈【(\[]*(?:[!-~]+|.)[{_CLOSING}]*")
_SENTENCE_END = re.compile(r"[。！？!?…．.；;：:][”’」』）)》\"']*\s*$")
_PUNCTUATION_END = re.compile(rf"[{_CLOSING}]\s*$")
_ITEM = re.compile(
    r"\s*(?:[（(]?(?:[一二三四五六七八九十百]+|\d+)(?:[)）、]|[.．](?!\d))|第\S{1,4}[章节節条條]|[-*•·●■◆—>#|])"
)


def paragraphs(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """The lines of a text in paragraphs: mostly one by one, together where they were wrapped by hand."""
    groups = list(_groups(lines))
    widths = [_own_width(group) for group in groups]
    common = max(widths, default=0)
    proved = sum(width > 0 for width in widths)
    # Where most paragraphs are wrapped, one that has full stops at the ends of its lines is wrapped too.
    settled = proved > 1 and 2 * proved >= sum(len(group) > 2 for group in groups)
    for group, width in zip(groups, widths, strict=True):
        # Two lines prove little: they are joined only in a text that is wrapped elsewhere.
        can_follow = len(group) == 2 or (settled and len(group) > 2)
        if width or (can_follow and _is_wrapped(group, common, settled=settled)):
            yield group
        else:
            yield from ([line] for line in group)


def _groups(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Stretches without a blank line and without a line that is indented, except at their start."""
    group: list[Line] = []
    for line in lines:
        text = line.text
        if group and (not text or text[0].isspace()):
            yield group
            group = []
        if text and not text.isspace():
            group.append(line)
    if group:
        yield group


def _own_width(group: Sequence[Line]) -> int:
    """The width at which the group is wrapped by its own evidence, or 0."""
    if len(group) < 3:
        return 0
    width = 0
    for line, following in pairwise(group):
        taken = columns(line.text.rstrip())
        width = max(width, taken)
        if taken > _WIDEST or taken + _first_unit(following.text) + _SLACK <= width:
            return 0  # the usual case, seen within a line or two
    width = max(width, columns(group[-1].text.rstrip()))
    return width if _is_wrapped(group, width) else 0


def _is_wrapped(group: Sequence[Line], width: int, *, settled: bool = False) -> bool:
    if not _NARROWEST <= width <= _WIDEST:
        return False
    texts = [line.text.rstrip() for line in group]
    full = texts[:-1]
    if not _SENTENCE_END.search(texts[-1]) or any(_ITEM.match(text) for text in texts[1:]):
        return False
    if not settled and not _breaks_sentences(full):
        return False
    taken = [columns(text) for text in texts]
    return max(taken) <= width + _SLACK and all(
        taken[i] + _first_unit(texts[i + 1]) + _SLACK > width for i in range(len(full))
    )


def _breaks_sentences(full: Sequence[str]) -> bool:
    """Whether few enough lines end at a full stop, or any punctuation, to have been broken by their width."""
    stops = sum(bool(_SENTENCE_END.search(text)) for text in full)
    marks = sum(bool(_PUNCTUATION_END.search(text)) for text in full)
    return 4 * stops <= len(full) and 2 * marks <= len(full)


def _first_unit(text: str) -> int:
    """Columns of what would have had to fit on the line before."""
    match = _UNIT.match(text)
    return columns(match.group()) if match else 0


def columns(text: str) -> int:
    """How wide a line is, a wide character counting as two."""
    return len(text) + sum(east_asian_width(character) in "FW" for character in text)
