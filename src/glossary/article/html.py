"""HTML: the readable part of a page, block by block, without what only surrounds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from glossary.article.blocks import Piece
from glossary.article.decode import decode
from glossary.article.model import Article, Block
from glossary.errors import DataError

SUFFIXES = (".html", ".htm", ".xhtml")

Element = Any
"""An lxml element; lxml publishes no types."""

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
_LAST_LINE_KEPT = 65535
"""libxml2 keeps an element's line in 16 bits; beyond them the line feeds in the text are counted."""

# Elements that start and end a block (HTML Living Standard, section "Rendering"), and <br>.
_BLOCK_TAGS = """
    address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol
    optgroup option p pre search section summary table tbody td tfoot th thead title tr ul
"""
_UNSEEN_TAGS = """
    aside audio button canvas datalist embed footer iframe input map math nav noscript object script
    select style svg template textarea video
"""
_BLOCKS, _UNSEEN = frozenset(_BLOCK_TAGS.split()), frozenset(_UNSEEN_TAGS.split())
_RUBY_TEXT = frozenset(("rt", "rp", "rtc"))
_UNSEEN_ROLES = frozenset(("navigation", "contentinfo", "complementary", "search"))
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of visible text between two block boundaries."""

    owner: Element
    """The innermost block element around it."""
    pieces: list[Piece] = field(default_factory=list)


def parse(data: bytes, *, file: str, encoding: str | None) -> Article:
    """Reads a web page: its headline and the part that holds the article (see `glossary.article.page`).

    Ruby gives its base text. Lines are exact up to line 65,535 of the file, and nearly so beyond.

    Raises:
        DataError: The bytes are no text, or not in their encoding, or elements are nested thousands deep.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    from glossary.article.page import readable

    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    declared = (match[1] or match[2]).decode("ascii", "ignore") if match else None
    text, name = decode(data, file=file, encoding=encoding, declared=declared)
    root = _tree(_without_subset(text), file)
    return Article(file, tuple(readable(root, list(_runs(root)))) if root is not None else (), name)


def fragment(markup: str, *, file: str, first_line: int) -> Iterator[Block]:
    """The blocks of a piece of HTML, all of it readable, that starts on line `first_line` of its file."""
    from glossary.article.page import blocks_under

    root = _tree(markup, file)
    if root is not None:
        yield from blocks_under(root, list(_runs(root, first_line=first_line)))


def _without_subset(text: str) -> str:
    """The text without a document type that declares entities or the like, which HTML parsers take for text."""
    opening = _DOCTYPE.search(text, 0, _DECLARED_WITHIN)
    found = _WITH_SUBSET.match(text, opening.start()) if opening else None
    return (
        f"{text[: found.start()]}{chr(10) * found[0].count(chr(10))}{text[found.end() :]}" if found else text
    )


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


def _runs(root: Element, *, first_line: int = 1) -> Iterator[Run]:
    """The visible text under `root` in document order. Forms and page headers are taken as visible here."""
    owners, sight, links = [root], [(True, True)], 0
    run = Run(root)
    for event, element, text, line in _texts(root, first_line):
        tag = element.tag if event in ("start", "end") else ""
        if event == "start":
            sight.append(_sight(element, *sight[-1]))
        elif event == "end":
            sight.pop()
        if tag == "a":
            links += 1 if event == "start" else -1
        if tag in _BLOCKS:
            yield run
            owners = _entered(owners, element, event)
            run = Run(owners[-1])
        if text and sight[-1][0]:
            parts = text.split("\n") if owners[-1].tag == "pre" else [text]
            for number, part in enumerate(parts, line):
                if number > line:
                    yield run
                    run = Run(owners[-1])
                run.pieces.append(Piece(part, number, links > 0))
    yield run


def _entered(owners: list[Element], element: Element, event: str) -> list[Element]:
    if event == "start":
        owners.append(element)
    else:
        owners.pop()
    return owners


def _texts(root: Element, first_line: int) -> Iterator[tuple[str, Element, str, int]]:
    """Each start, end, comment and instruction with the text that follows it and the line of that text."""
    from lxml import etree

    line = first_line
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        known = element.sourceline
        if event != "end" and known and known < _LAST_LINE_KEPT:
            line = known + first_line - 1  # the line on which the tag or the comment ends
        elif event in ("comment", "pi"):
            line += (element.text or "").count("\n")
        text = (element.text if event == "start" else element.tail if element is not root else None) or ""
        yield event, element, text, line
        line += text.count("\n")


def _sight(element: Element, visible: bool, base: bool) -> tuple[bool, bool]:
    """Whether the element's text is visible, and whether a ruby base in it would be.

    An <rt> whose end tag was left out has the next <rb> inside it.
    """
    tag = element.tag
    if tag in _RUBY_TEXT:
        return False, base
    if tag == "rb":
        return base, base
    if tag in _UNSEEN or _is_hidden(element) or (tag == "pre" and element.find("code") is not None):
        return False, False
    return visible, base


def _is_hidden(element: Element) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in _UNSEEN_ROLES
        or bool(_HIDING_STYLE.search(attributes.get("style", "")))
    )
