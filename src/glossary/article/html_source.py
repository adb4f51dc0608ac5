"""A web page written back: the source as it stands, with English in the place of segments."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape, unescape

from glossary.article.carry import Markup, Role, Run, Stretch, carry, remarks
from glossary.article.html_region import RUBY, Page, Region, halves, region_of, tags, widened
from glossary.article.model import NOWHERE, Block, Loss, Part
from glossary.article.rewrite import IDEOGRAPHIC, MARKS
from glossary.article.tags import Sort, tokens
from glossary.normalise.aligned import Edit

_EMPHASIS_TAGS = "abbr b big cite code del dfn em i ins kbd mark q s small strike strong sub sup u var"
_EMPHASIS = frozenset(_EMPHASIS_TAGS.split())
_EMPHATIC = re.compile(
    r"font-weight\s*:\s*(?:bold|[6-9]00)|font-style\s*:\s*italic|text-decoration", re.IGNORECASE
)

Inside = tuple[int, Block, Sequence[Part]]
"""A block with its index in the article, and its parts."""


def changes(
    source: str, section: tuple[int, int], blocks: Iterable[Inside], *, language: str
) -> tuple[list[Edit], list[Loss]]:
    """The changes of the source between two places, in order, by which these blocks have their English.

    Gives also what became of markup for which the English has no place.
    """
    found = tuple(tokens(source, *section))
    page = Page(source, found, tuple(token.start for token in found))
    edits: list[Edit] = []
    losses: list[Loss] = []
    for index, block, parts in blocks:
        if all(place != NOWHERE for _, place in block.places):
            for edit, loss in _block_changes(page, block, parts, language):
                edits += edit
                losses += [Loss(index, message) for message in loss]
    return sorted(edits), losses


def _block_changes(
    page: Page, block: Block, parts: Sequence[Part], language: str
) -> Iterator[tuple[list[Edit], list[str]]]:
    seen = {page.at(place): offset for offset, place in reversed(block.places)}
    behind = 0
    for part in parts:
        region = region_of(page, block, part)
        apart, lead = _apart(page, region, behind, part.lead)
        lost: list[str] = []
        if part.english is None:
            made = list(_kept(page, region, seen, part, lead, language))
        elif _in_title(page, region):
            made = [Edit(region.start, region.end, escape(part.english, quote=False))]
        else:
            own, region = region, widened(page, region)
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


def _in_title(page: Page, region: Region) -> bool:
    """Whether the text is the title in the page's head, which has no markup."""
    return region.first > 0 and page.tokens[region.first - 1].name == "title"


def _apart(page: Page, region: Region, behind: int, lead: str) -> tuple[list[Edit], str]:
    """What to put before a part: before the tags that open right before it, or else before its text."""
    if not lead or page.source[region.start - 1 : region.start].isspace():
        return [], ""
    first = region.first
    if page.tokens[first].start == region.start:
        while page.tokens[first - 1].sort is Sort.START and page.tokens[first - 1].start >= behind:
            first -= 1
    if first == region.first:
        return [], lead
    if widened(page, region).start < region.start:
        return [], lead
    tag = page.tokens[first]
    return [Edit(tag.start, tag.end, lead + page.text(first, first))], ""


def _kept(
    page: Page, region: Region, seen: dict[int, int], part: Part, lead: str, language: str
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


def _unbalanced(page: Page, region: Region) -> tuple[str, str]:
    """The half tags of a region: the ends go before its text, the starts behind it."""
    opened, closed = halves(page, region)
    return "".join(page.text(i, i) for i in closed), "".join(page.text(i, i) for i in opened)


def _english(
    page: Page, region: Region, seen: dict[int, int], block: Block, part: Part
) -> tuple[str, list[str]]:
    """A part's English with the markup that it can carry, and messages on what it cannot."""
    assert part.english is not None
    stretches, others = _stretches(page, region, seen, part)
    carried = carry(part.english, stretches, block.text, part.names)
    return _written(carried.runs) + others, list(remarks(carried, block.text))


def _stretches(page: Page, region: Region, seen: dict[int, int], part: Part) -> tuple[list[Stretch], str]:
    """The text of a part with its markup, and what else is inside: images, notes, comments, scripts."""
    pairs = {start: end for start, end in tags(page, region).items() if end is not None}
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
            start, end, tuple(_markup(page, i, pairs[i]) for i in stack if page.tokens[i].name not in RUBY)
        )
        for (start, stack), end in zip(found, ends, strict=True)
    ]
    return stretches, "".join(_others(page, region, pairs, holding))


def _others(page: Page, region: Region, pairs: dict[int, int], holding: set[int]) -> Iterator[str]:
    index = region.first
    while index <= region.last:
        token, last = page.tokens[index], index
        if index in pairs and index not in holding:
            last = pairs[index]
            if token.name not in RUBY:
                yield page.text(index, last)
        elif token.sort is Sort.OTHER and not page.text(index, index).lower().startswith("<wbr"):
            yield page.text(index, index)
        index = last + 1


def _markup(page: Page, start: int, end: int) -> Markup:
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


def _indents(page: Page, place: int) -> Iterator[Edit]:
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
