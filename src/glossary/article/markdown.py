"""Markdown: CommonMark with tables. A block's text is its source, emphasis and links included."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from glossary.article.blocks import Line, joined, single, strip, without
from glossary.article.decode import decode, newline
from glossary.article.html import fragment
from glossary.article.model import NOWHERE, Article, Block, BlockKind, Loss, Part, Published
from glossary.article.rewrite import rewritten, without_indents
from glossary.normalise.aligned import AlignedText, Edit

if TYPE_CHECKING:
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown")

_KINDS = {
    "heading_open": BlockKind.HEADING,
    "list_item_open": BlockKind.ITEM,
    "td_open": BlockKind.CELL,
    "th_open": BlockKind.CELL,
}
_FRONT_MATTER = re.compile(
    r"(---|\+\+\+)[ \t]*\n(?:[ \t]*\n|#.*\n)*[\w\"'.-]+[ \t]*[:=](?:.*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)"
)
_OPENING = re.compile(r"(\d{1,9})[.)](?=\s|\Z)|[-+*](?=\s|\Z)|[#>=]|~~~|```")
"""What begins a block of another kind at the start of a line."""
_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_HARD_BREAK = re.compile(r"(?: {2,}|(?<!\\)((?:\\\\)*)\\)$")


def parse(data: bytes, *, file: str, encoding: str | None) -> Article:
    """Reads Markdown: headings, paragraphs, list items, table cells, and HTML that stands between them.

    Left out: front matter, code blocks, comments. An image that stands alone gives its alternative text. Line
    breaks inside a paragraph are soft, as CommonMark has it; hard ones (two spaces, a backslash) end a block.

    Raises:
        DataError: The bytes are no text, or not in their encoding.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    text, name = decode(data, file=file, encoding=encoding)
    return Article(file, tuple(found.block for found in _blocks(text, file)), name)


def publish(
    data: bytes,
    *,
    file: str,
    encoding: str | None,
    parts: Sequence[Sequence[Part]],
    language: str,
) -> Published:
    """Writes the document back, in UTF-8. Segments are Markdown, and so is their English.

    Lines of a paragraph become one; comments in it stand behind it. What would begin another block at the start of a paragraph is escaped, and a bar
    in a table cell.

    Raises:
        DataError: The bytes are no text, or not in their encoding.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    from glossary.article.html_attributes import written
    from glossary.article.html_source import changes

    text, name = decode(data, file=file, encoding=encoding)
    edits: list[Edit] = []
    losses: list[Loss] = []
    blocks = list(_blocks(text, file))
    text, move = written(text, [(each.block, mine) for each, mine in zip(blocks, parts, strict=True)])
    found = zip((each.moved(move) for each in blocks), parts, strict=True)
    for section, group in groupby(enumerate(found), key=lambda each: each[1][0].html):
        if section:
            inside = [
                (index, each.block, mine)
                for index, (each, mine) in group
                if each.block.kind is not BlockKind.ATTRIBUTE
            ]
            changed, lost = changes(text, section, inside, language=language)
            edits += changed
            losses += lost
        else:
            changed = [edit for _, (each, mine) in group if (edit := _rewritten(each.block, mine, text))]
            edits += without_indents(text, changed)
    published = AlignedText(text).apply(edits).text
    return Published(published.replace("\n", newline(data, name)).encode(), tuple(losses))


def _rewritten(block: Block, parts: Sequence[Part], source: str) -> Edit | None:
    """The change by which a block has its English, with the comments behind it that stood between its words."""
    edit = rewritten(block, parts)
    if edit is None:
        return None
    # What is code is in the text of the block.
    comments = [each for each in _COMMENT.findall(source, edit.start, edit.end) if each not in block.text]
    return edit._replace(replacement=" ".join([_escaped(edit.replacement, block), *comments]))


def _escaped(english: str, block: Block) -> str:
    if block.kind is BlockKind.CELL:
        return _BAR.sub(r"\1\|", english)
    opening = _OPENING.match(english)
    if not opening or _OPENING.match(block.text):
        return english
    at = len(opening[1] or "")
    return f"{english[:at]}\\{english[at:]}"


def _lines(text: str) -> list[Line]:
    lines = text.split("\n")
    places = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    return [
        Line(line, number, place) for number, (line, place) in enumerate(zip(lines, places, strict=True), 1)
    ]


class _Found(NamedTuple):
    block: Block
    html: tuple[int, int] | None = None
    """The stretch of the file that is HTML, where the block is from such a stretch."""

    def moved(self, move: Callable[[int], int]) -> "_Found":
        """The same in a file in which texts stand in other places."""
        stretch = self.html and (move(self.html[0]), move(self.html[1]))
        return _Found(self.block.moved(move), stretch)


def _blocks(text: str, file: str) -> Iterator[_Found]:
    from markdown_it import MarkdownIt

    body = text
    if match := _FRONT_MATTER.match(text):
        body = "\n" * match.group().count("\n") + text[match.end() :]
    lines = _lines(text)
    kinds = [BlockKind.PARAGRAPH]
    row, behind = 0, 0
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        if token.nesting == 1:
            kinds.append(_KINDS.get(token.type, kinds[-1]))
        elif token.nesting == -1:
            kinds.pop()
        elif token.map and token.type == "html_block":
            yield from _html(token, lines[token.map[0]], text, file)
        elif token.map and token.type == "inline":
            first = token.map[0]
            row, behind = first, behind if row == first else 0
            for block in _inline(token, kinds[-1], lines, behind):
                if block.kind is BlockKind.CELL and block.places[0][1] != NOWHERE:
                    behind = block.place_at(len(block.text) - 1) + 1 - lines[first].place
                yield _Found(block)


def _html(token: "Token", line: Line, text: str, file: str) -> Iterator[_Found]:
    behind = line.place + len(line.text) + len(token.content)
    place = text.find(
        token.content, line.place, behind
    )  # not there where lines of a list have lost their indent
    stretch = None if place < 0 else (place, place + len(token.content))
    for block in fragment(token.content, file=file, first_line=line.number, place=place):
        yield _Found(block, stretch)


def _inline(token: "Token", kind: BlockKind, lines: Sequence[Line], behind: int) -> Iterator[Block]:
    """The blocks of a stretch of text; a cell is looked for in its line from `behind` on."""
    children = token.children or []
    first = token.map[0] if token.map else 0
    if (alt := _lone_image(children)) is not None:
        place = lines[first].text.find(f"![{alt}]")
        caption = single(
            Line(alt, first + 1, NOWHERE if place < 0 else lines[first].place + place + 2),
            kind=BlockKind.CAPTION,
        )
        yield from [caption] if caption else []
        return
    source = token.content
    if kind is BlockKind.CELL:
        # The parser took the backslashes away, and a bar is never without one.
        source = source.replace("|", "\\|")
    hard = any(child.type == "hardbreak" for child in children)
    read = [
        Line(text, line.number, _place(text, line, behind if kind is BlockKind.CELL else None))
        for text, line in zip(source.split("\n"), lines[first:], strict=False)
    ]
    # Code may hold what looks like a comment.
    comments = iter(
        [child.type == "html_inline" for child in children for _ in range(child.content.count("<!--"))]
    )
    for group in _stretches(read, hard=hard):
        if (block := joined(group, kind=kind)) and (block := _without_comments(block, comments)):
            yield block


def _without_comments(block: Block, comments: Iterator[bool]) -> Block | None:
    """A block without its comments; None where nothing else is in it.

    Args:
        block: A block.
        comments: For each stretch that looks like a comment, here and in the blocks to come, whether it is one.
    """
    spans = [match.span() for match in _COMMENT.finditer(block.text) if next(comments, False)]
    return without(block, spans) if spans else block


def _place(text: str, line: Line, behind: int | None) -> int:
    """Where what the parser left of a line stands in the file: at the end of the line, but for cells."""
    stripped = strip(text)
    at = line.text.rfind(stripped) if behind is None else line.text.find(stripped, behind)
    return NOWHERE if at < 0 else line.place + at - text.index(stripped)


def _lone_image(children: Sequence["Token"]) -> str | None:
    """The alternative text where an image without a title, perhaps inside a link, is all there is."""
    shown = [
        child
        for child in children
        if child.type not in ("link_open", "link_close") and (child.type != "text" or child.content.strip())
    ]
    lone = len(shown) == 1 and shown[0].type == "image" and not shown[0].attrs.get("title")
    return shown[0].content if lone else None


def _stretches(lines: Sequence[Line], *, hard: bool) -> Iterator[list[Line]]:
    """The lines, in groups that end at hard breaks."""
    group: list[Line] = []
    for line in lines:
        if hard and line is not lines[-1] and (match := _HARD_BREAK.search(line.text)):
            yield [*group, line._replace(text=line.text[: match.start()] + (match.group(1) or ""))]
            group = []
        else:
            group.append(line)
    yield group
