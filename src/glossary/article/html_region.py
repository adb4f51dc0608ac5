"""The stretch of a page's source that a segment came from, and the tags in it."""

from bisect import bisect_right

import msgspec

from glossary.article.model import Block, Part
from glossary.article.tags import Sort, Token

RUBY = frozenset(("ruby", "rb", "rt", "rp", "rtc"))
READINGS = frozenset(("rt", "rp", "rtc"))


class Page(msgspec.Struct, frozen=True):
    """A page, or a section of a file, in tokens."""

    source: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    def at(self, place: int) -> int:
        """The index of the token that a character is in."""
        return bisect_right(self.starts, place) - 1

    def text(self, first: int, last: int) -> str:
        """The source from one token to another."""
        return self.source[self.tokens[first].start : self.tokens[last].end]


class Region(msgspec.Struct, frozen=True):
    """The source of a part: tokens `first` to `last`, of these the characters from `start` to `end`."""

    first: int
    last: int
    start: int
    end: int


def region_of(page: Page, block: Block, part: Part) -> Region:
    """The source of a part, from its first character to its last."""
    place, closing = block.place_at(part.start), block.place_at(part.end - 1)
    last = page.at(closing)
    end = page.tokens[last].end if page.tokens[last].sort is Sort.REFERENCE else closing + 1
    return Region(page.at(place), last, place, end)


def widened(page: Page, region: Region) -> Region:
    """The region with the tags at its edges whose other half is inside it."""
    first, last, start, end = region.first, region.last, region.start, region.end
    opened, closed = halves(page, region)
    for index in closed:
        before = page.tokens[first - 1] if first else None
        blank = not page.source[page.tokens[first].start : start].strip()
        if not before or not blank or (before.sort, before.name) != (Sort.START, page.tokens[index].name):
            break
        first, start = first - 1, before.start
    for index in reversed(opened):
        after = page.tokens[last + 1] if last + 1 < len(page.tokens) else None
        blank = not page.source[end : page.tokens[last].end].strip()
        if not after or not blank or (after.sort, after.name) != (Sort.END, page.tokens[index].name):
            break
        last, end = last + 1, after.end
    return _with_ruby(page, Region(first, last, start, end))


def _with_ruby(page: Page, region: Region) -> Region:
    """The region with the ruby around its first and its last character."""
    first, last, start, end = region.first, region.last, region.start, region.end
    while first and page.tokens[first].start == start:
        before = page.tokens[first - 1]
        if before.sort is not Sort.START or before.name not in RUBY:
            break
        first, start = first - 1, before.start
    reading = False
    for index in range(last + 1, len(page.tokens)):
        token = page.tokens[index]
        apart = bool(page.source[end : page.tokens[last].end].strip())
        goes_on = token.name in RUBY or (reading and not token.name)
        if apart or not goes_on or (token.sort is Sort.START and token.name not in READINGS):
            break
        if token.name:
            reading = token.sort is Sort.START  # the end tag of a reading may be left out
        last, end = index, token.end
    return Region(first, last, start, end)


def halves(page: Page, region: Region) -> tuple[list[int], list[int]]:
    """The start tags without an end tag in the region, and the end tags without a start tag, but for readings.

    Those are left out, and their end tags may be.
    """
    opened: list[int] = []
    closed: list[int] = []
    for index, partner in tags(page, region).items():
        token = page.tokens[index]
        if partner is None and token.sort is Sort.END:
            closed.append(index)
        elif partner is None and (token.name not in RUBY or token.name == "ruby"):
            opened.append(index)
    return opened, closed


def tags(page: Page, region: Region) -> dict[int, int | None]:
    """The tags of a region in order; for each start tag its end tag, None for half ones."""
    found: dict[int, int | None] = {}
    waiting: dict[str, list[int]] = {}
    for index in range(region.first, region.last + 1):
        token = page.tokens[index]
        if token.sort is Sort.START:
            found[index] = None
            waiting.setdefault(token.name, []).append(index)
        elif token.sort is Sort.END:
            if waiting.get(token.name):
                found[waiting[token.name].pop()] = index
            else:
                found[index] = None
    return found
