"""A web page written back: the source as it stands, with English in the place of segments."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape

from glossary.article.carry import Markup, Role, Run, Stretch, carry
from glossary.article.model import NOWHERE, Block, Loss, Part
from glossary.article.rewrite import IDEOGRAPHIC, MARKS
from glossary.article.tags import Sort, Token, tokens
from glossary.normalise.aligned import Edit

_RUBY = frozenset(("ruby", "rb", "rt", "rp", "rtc"))
_EMPHASIS_TAGS = "abbr b big cite code del dfn em i ins kbd mark q s small strike strong sub sup u var"
_EMPHASIS = frozenset(_EMPHASIS_TAGS.split())
_EMPHATIC = re.compile(
    r"font-weight\s*:\s*(?:bold|[6-9]00)|font-style\s*:\s*italic|text-decoration", re.IGNORECASE
)
_SHOWN = 20
"""Characters of the original that a message shows."""

Inside = tuple[int, Block, Sequence[Part]]
"""A block with its index in the article, and its parts."""


@dataclass(frozen=True, slots=True)
class _Page:
    source: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    def at(self, place: int) -> int:
        """The index of the token that a character is in."""
        return bisect_right(self.starts, place) - 1

    def text(self, first: int, last: int) -> str:
        """The source from one token to another."""
        return self.source[self.tokens[first].start : self.tokens[last].end]


@dataclass(frozen=True, slots=True)
class _Region:
    """The source of a part: tokens `first` to `last`, of these the characters from `start` to `end`."""

    first: int
    last: int
    start: int
    end: int


def changes(
    source: str, section: tuple[int, int], blocks: Iterable[Inside], *, language: str
) -> tuple[list[Edit], list[Loss]]:
    """The changes of the source between two places, in order, by which these blocks have their English.

    Gives also what became of markup for which the English has no place.
    """
    found = tuple(tokens(source, *section))
    page = _Page(source, found, tuple(token.start for token in found))
    edits: list[Edit] = []
    losses: list[Loss] = []
    for index, block, parts in blocks:
        if all(place != NOWHERE for _, place in block.places):
            for edit, loss in _block_changes(page, block, parts, language):
                edits += edit
                losses += [Loss(index, message) for message in loss]
    return sorted(edits), losses


def _block_changes(
    page: _Page, block: Block, parts: Sequence[Part], language: str
) -> Iterator[tuple[list[Edit], list[str]]]:
    seen = {page.at(place): offset for offset, place in reversed(block.places)}
    behind = 0
    for part in parts:
        region = _region(page, block, part)
        apart, lead = _apart(page, region, behind, part.lead)
        lost: list[str] = []
        if part.english is None:
            made = list(_kept(page, region, seen, part, lead, language))
        elif _in_title(page, region):
            made = [Edit(region.start, region.end, escape(part.english, quote=False))]
        else:
            own, region = region, _widened(page, region)
            text, lost = _english(page, region, seen, block, part)
            before, after = _unbalanced(page, region)
            # White space that stood between the text and the tags taken in may part it from its neighbours.
            lead = " " if page.source[region.start : own.start][-1:].isspace() else lead
            trail = " " if page.source[own.end : region.end][:1].isspace() else ""
            made = [Edit(region.start, region.end, f"{before}{lead}{text}{after}{trail}")]
            if part is parts[0]:
                made += _indents(page, region.start)
        behind = region.end
        yield [*apart, *made], lost


def _region(page: _Page, block: Block, part: Part) -> _Region:
    place, closing = block.place_at(part.start), block.place_at(part.end - 1)
    last = page.at(closing)
    end = page.tokens[last].end if page.tokens[last].sort is Sort.REFERENCE else closing + 1
    return _Region(page.at(place), last, place, end)


def _in_title(page: _Page, region: _Region) -> bool:
    """Whether the text is the title in the page's head, which has no markup."""
    return region.first > 0 and page.tokens[region.first - 1].name == "title"


def _apart(page: _Page, region: _Region, behind: int, lead: str) -> tuple[list[Edit], str]:
    """What to put before a part: before the tags that open right before it, or else before its text."""
    if not lead or page.source[region.start - 1 : region.start].isspace():
        return [], ""
    first = region.first
    if page.tokens[first].start == region.start:
        while page.tokens[first - 1].sort is Sort.START and page.tokens[first - 1].start >= behind:
            first -= 1
    if first == region.first:
        return [], lead
    if _widened(page, region).start < region.start:
        return [], lead
    tag = page.tokens[first]
    return [Edit(tag.start, tag.end, lead + page.text(first, first))], ""


def _kept(
    page: _Page, region: _Region, seen: dict[int, int], part: Part, lead: str, language: str
) -> Iterator[Edit]:
    """The text of a part as it is, marked where it is to be."""
    opening, closing = MARKS if _in_title(page, region) else (f'<mark lang="{language}">', "</mark>")
    groups: list[tuple[int, int]] = []
    for index in range(region.first, region.last + 1):
        token = page.tokens[index]
        if index in seen:
            start, end = max(token.start, region.start), min(token.end, region.end)
            if groups and groups[-1][1] == start:
                groups[-1] = groups[-1][0], end
            else:
                groups.append((start, end))
    for start, end in groups:
        text = page.source[start:end]
        if part.marked:
            text = f"{opening}{text}{closing}"
        if part.marked or lead:
            yield Edit(start, end, lead + text)
        lead = ""


def _widened(page: _Page, region: _Region) -> _Region:
    """The region with the tags at its edges whose other half is inside it."""
    first, last, start, end = region.first, region.last, region.start, region.end
    opened, closed = _halves(page, region)
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
    return _with_ruby(page, _Region(first, last, start, end))


def _with_ruby(page: _Page, region: _Region) -> _Region:
    """The region with the ruby around its first and its last character."""
    first, last, start, end = region.first, region.last, region.start, region.end
    while first and page.tokens[first].start == start:
        before = page.tokens[first - 1]
        if before.sort is not Sort.START or before.name not in _RUBY:
            break
        first, start = first - 1, before.start
    reading = False
    for index in range(last + 1, len(page.tokens)):
        token = page.tokens[index]
        if page.source[end : page.tokens[last].end].strip() or not (reading or token.name in _RUBY):
            break
        if token.name in _RUBY - {"ruby", "rb"}:
            reading = token.sort is Sort.START
        elif token.name in _RUBY and token.sort is Sort.START:
            break
        last, end = index, token.end
    return _Region(first, last, start, end)


def _halves(page: _Page, region: _Region) -> tuple[list[int], list[int]]:
    """The start tags without an end tag in the region, and the end tags without a start tag, but for readings.

    Those are left out, and their end tags may be.
    """
    opened: list[int] = []
    closed: list[int] = []
    for index, partner in _tags(page, region).items():
        token = page.tokens[index]
        if partner is None and token.sort is Sort.END:
            closed.append(index)
        elif partner is None and (token.name not in _RUBY or token.name == "ruby"):
            opened.append(index)
    return opened, closed


def _tags(page: _Page, region: _Region) -> dict[int, int | None]:
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


def _unbalanced(page: _Page, region: _Region) -> tuple[str, str]:
    """The half tags of a region: the ends go before its text, the starts behind it."""
    opened, closed = _halves(page, region)
    return "".join(page.text(i, i) for i in closed), "".join(page.text(i, i) for i in opened)


def _english(
    page: _Page, region: _Region, seen: dict[int, int], block: Block, part: Part
) -> tuple[str, list[str]]:
    """A part's English with the markup that it can carry, and messages on what it cannot."""
    assert part.english is not None
    stretches, others = _stretches(page, region, seen, part)
    carried = carry(part.english, stretches, block.text, part.names)
    lost = [
        f"emphasis left out, its English was not found: {_shown(block.text[a:b])}" for a, b in carried.lost
    ]
    return _written(carried.runs) + others, lost


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _stretches(page: _Page, region: _Region, seen: dict[int, int], part: Part) -> tuple[list[Stretch], str]:
    """The text of a part with its markup, and what else is inside: images, notes, comments, scripts."""
    pairs = {start: end for start, end in _tags(page, region).items() if end is not None}
    around: list[int] = []
    found: list[tuple[int, tuple[int, ...]]] = []
    holding: set[int] = set()
    for index in range(region.first, region.last + 1):
        while around and pairs[around[-1]] <= index:
            around.pop()
        if index in pairs:
            around.append(index)
        elif index in seen:
            found.append((max(seen[index], part.start), tuple(around)))
            holding.update(around)
    ends = [*(start for start, _ in found[1:]), part.end]
    stretches = [
        Stretch(
            start, end, tuple(_markup(page, i, pairs[i]) for i in stack if page.tokens[i].name not in _RUBY)
        )
        for (start, stack), end in zip(found, ends, strict=True)
    ]
    return stretches, "".join(_others(page, region, pairs, holding))


def _others(page: _Page, region: _Region, pairs: dict[int, int], holding: set[int]) -> Iterator[str]:
    index = region.first
    while index <= region.last:
        token, last = page.tokens[index], index
        if index in pairs and index not in holding:
            last = pairs[index]
            if token.name not in _RUBY:
                yield page.text(index, last)
        elif token.sort is Sort.OTHER and not page.text(index, index).lower().startswith("<wbr"):
            yield page.text(index, index)
        index = last + 1


def _markup(page: _Page, start: int, end: int) -> Markup:
    tag, name = page.text(start, start), page.tokens[start].name
    emphatic = name in _EMPHASIS or _EMPHATIC.search(tag)
    role = Role.LINK if name == "a" else Role.EMPHASIS if emphatic else Role.LOOK
    return Markup(tag, role, (tag, page.text(end, end)))


def _written(runs: Iterable[Run]) -> str:
    chunks: list[str] = []
    around: tuple[Markup, ...] = ()
    for run in (*runs, Run("")):
        same = 0
        while same < min(len(around), len(run.around)) and around[same] == run.around[same]:
            same += 1
        chunks += [markup.element[1] for markup in reversed(around[same:])]
        chunks += [markup.element[0] for markup in run.around[same:]]
        text = escape(run.text, quote=False)
        chunks.append(f'<span lang="zh">{text}</span>' if run.chinese else text)
        around = run.around
    return "".join(chunks)


def _indents(page: _Page, place: int) -> Iterator[Edit]:
    """Takes away the ideographic spaces before a paragraph: English paragraphs have none."""
    for index in range(page.at(place - 1) if place else -1, -1, -1):
        token = page.tokens[index]
        if token.sort is Sort.START:
            continue
        if token.sort not in (Sort.TEXT, Sort.REFERENCE):
            return
        end = min(token.end, place)
        text = page.source[token.start : end]
        if token.sort is Sort.REFERENCE:
            if unescape(text) not in IDEOGRAPHIC:
                return
            yield Edit(token.start, end)
            continue
        bare = text.rstrip(f"{IDEOGRAPHIC} \t\n")
        for match in re.finditer(f"[{IDEOGRAPHIC}]+", text[len(bare) :]):
            start = token.start + len(bare)
            yield Edit(start + match.start(), start + match.end())
        if bare:
            return
