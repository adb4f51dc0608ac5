"""Markdown: CommonMark with tables. A block's text is its source, emphasis and links included."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from glossary.article.blocks import joined, single
from glossary.article.decode import decode
from glossary.article.html import fragment
from glossary.article.model import Article, Block, BlockKind

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
_HARD_BREAK = re.compile(r"(?: {2,}|(?<!\\)((?:\\\\)*)\\)$")


def parse(data: bytes, *, file: str, encoding: str | None) -> Article:
    """Reads Markdown: headings, paragraphs, list items, table cells, and HTML that stands between them.

    Left out: front matter, code blocks, comments. An image that stands alone gives its alternative text. Line
    breaks inside a paragraph are soft, as CommonMark has it; hard ones (two spaces, a backslash) end a block.

    Raises:
        DataError: The bytes are no text, or not in their encoding.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    from markdown_it import MarkdownIt

    text, name = decode(data, file=file, encoding=encoding)
    if match := _FRONT_MATTER.match(text):
        text = "\n" * match.group().count("\n") + text[match.end() :]
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return Article(file, tuple(_blocks(tokens, file)), name)


def _blocks(tokens: Sequence["Token"], file: str) -> Iterator[Block]:
    kinds = [BlockKind.PARAGRAPH]
    for token in tokens:
        if token.nesting == 1:
            kinds.append(_KINDS.get(token.type, kinds[-1]))
        elif token.nesting == -1:
            kinds.pop()
        elif token.map and token.type == "html_block":
            yield from fragment(token.content, file=file, first_line=token.map[0] + 1)
        elif token.map and token.type == "inline":
            yield from _inline(token, kinds[-1], token.map[0] + 1)


def _inline(token: "Token", kind: BlockKind, line: int) -> Iterator[Block]:
    children = token.children or []
    if (alt := _lone_image(children)) is not None:
        caption = single(alt, kind=BlockKind.CAPTION, line=line)
        yield from [caption] if caption else []
        return
    source = token.content
    for child in children:
        if child.type == "html_inline" and child.content.startswith("<!--"):
            source = source.replace(child.content, "\n" * child.content.count("\n"), 1)
    if kind is BlockKind.CELL:
        source = source.replace(
            "|", "\\|"
        )  # the parser took the backslashes away, and a bar is never without one
    hard = any(child.type == "hardbreak" for child in children)
    for lines in _stretches(source.split("\n"), line, hard=hard):
        if block := joined(lines, kind=kind):
            yield block


def _lone_image(children: Sequence["Token"]) -> str | None:
    """The alternative text where an image, perhaps inside a link, is all there is."""
    shown = [
        child
        for child in children
        if child.type not in ("link_open", "link_close") and (child.type != "text" or child.content.strip())
    ]
    return shown[0].content if len(shown) == 1 and shown[0].type == "image" else None


def _stretches(lines: Sequence[str], first: int, *, hard: bool) -> Iterator[list[tuple[str, int]]]:
    """The lines with their numbers, in groups that end at hard breaks."""
    group: list[tuple[str, int]] = []
    for number, line in enumerate(lines, first):
        if hard and number < first + len(lines) - 1 and (match := _HARD_BREAK.search(line)):
            yield [*group, (line[: match.start()] + (match.group(1) or ""), number)]
            group = []
        else:
            group.append((line, number))
    yield group
