"""HTML: the readable part of a page, block by block, without what only surrounds it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from glossary.article.decode import decode, newline
from glossary.article.html_runs import runs
from glossary.article.model import NOWHERE, Article, Block, BlockKind, Part, Published
from glossary.article.tags import marked
from glossary.errors import DataError
from glossary.normalise.aligned import AlignedText
from glossary.xml import Element

SUFFIXES = (".html", ".htm", ".xhtml")

_DECLARED = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
_DOCTYPE = re.compile("<!DOCTYPE", re.IGNORECASE)
_WITH_SUBSET = re.compile(
    r"""<!DOCTYPE(?:[^"'<>\[]|"[^"]*"|'[^']*')*+\[(?:<!--(?:.*?-->|.*)|"[^"]*"|'[^']*'|[^]"'])*+\]\s*>""",
    re.IGNORECASE | re.DOTALL,
)
"""Brackets in comments and in quoted values do not end the declarations (XML 1.0, section 2.8). A comment that is not
closed takes the rest, so that others in it are not looked through again."""
_NO_LINE_FEED = re.compile("[^\n]")


def parse(data: bytes, *, file: str, encoding: str | None) -> Article:
    """Reads a web page: its title, its headline and the part that holds the article (see `glossary.article.page`).

    Alternative texts and tooltips in it (`alt`, `title`), and what the head says of the page (`description`, `keywords`),
    are blocks of their own where they have Han characters; they follow the block that they stand in. Ruby gives its
    base text. Lines are exact up to line 65,535 of the file, and nearly so beyond.

    Raises:
        DataError: The bytes are no text, or not in their encoding, or elements are nested thousands deep.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    text, name = _decoded(data, file, encoding)
    return Article(file, _blocks(text, file), name)


def publish(
    data: bytes,
    *,
    file: str,
    encoding: str | None,
    parts: Sequence[Sequence[Part]],
    language: str,
) -> Published:
    """Writes the page back: the source as it is, with the English in it, in UTF-8 and declared so.

    The language of the document becomes English. Text that is not translated is in a `<mark>`; where there can be no
    markup, it stands between ⟦ and ⟧. What happens to markup inside a sentence: see `glossary.article.carry`.

    Raises:
        DataError: The bytes are no text, or not in their encoding, or elements are nested thousands deep.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    from glossary.article.html_attributes import written
    from glossary.article.html_head import head_changes
    from glossary.article.html_source import changes

    text, name = _decoded(data, file, encoding)
    blocks = _blocks(text, file)
    text, move = written(text, zip(blocks, parts, strict=True))
    inside = [
        (index, block.moved(move), mine)
        for index, (block, mine) in enumerate(zip(blocks, parts, strict=True))
        if block.kind is not BlockKind.ATTRIBUTE
    ]
    edits, losses = changes(text, (0, len(text)), inside, language=language)
    head = head_changes(text, changed=edits)
    published = AlignedText(text).apply(sorted([*edits, *head])).text
    return Published(published.replace("\n", newline(data, name)).encode(), tuple(losses))


def _decoded(data: bytes, file: str, encoding: str | None) -> tuple[str, str]:
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    declared = (match[1] or match[2]).decode("ascii", "ignore") if match else None
    return decode(data, file=file, encoding=encoding, declared=declared)


def _blocks(text: str, file: str) -> tuple[Block, ...]:
    from glossary.article.page import readable

    source, mark = marked(_without_subset(text))
    root = _tree(source, file)
    return tuple(readable(root, list(runs(root, mark)))) if root is not None else ()


def fragment(markup: str, *, file: str, first_line: int, place: int) -> Iterator[Block]:
    """The blocks of a piece of HTML, all of it readable.

    Args:
        markup: The piece.
        file: Its file, for messages.
        first_line: The line on which it starts.
        place: The character of the file at which it starts, `NOWHERE` where it is not in the file as it is.
    """
    from glossary.article.page import blocks_under

    source, mark = marked(markup, place=max(0, place))
    root = _tree(source, file)
    if root is not None:
        for block in blocks_under(root, list(runs(root, mark, first_line=first_line))):
            yield block if place != NOWHERE else replace(block, places=((0, NOWHERE),))


def _without_subset(text: str) -> str:
    """The text without a document type that declares entities or the like, which HTML parsers take for text."""
    opening = _DOCTYPE.search(text, 0, _DECLARED_WITHIN)
    found = _WITH_SUBSET.match(text, opening.start()) if opening else None
    if not found:
        return text
    blank = _NO_LINE_FEED.sub(" ", found[0])  # places and lines stay what they were
    return f"{text[: found.start()]}{blank}{text[found.end() :]}"


def _tree(text: str, file: str) -> Element | None:
    from lxml import etree, html

    # As UTF-8, so that no declaration in the text matters. huge_tree only lifts the limit on depth: the HTML
    # parser knows no entities but HTML's own.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except etree.ParserError:  # nothing in it
        return None
    if any("Excessive depth" in entry.message for entry in parser.error_log):  # and the rest is lost
        raise DataError(file, None, "elements are nested more than 2,000 deep: save the page's text as .txt")
    return root
