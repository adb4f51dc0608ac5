"""The visible text of a web page in stretches between block boundaries, and the attributes that readers see."""

import re
from collections.abc import Iterator

import msgspec

from glossary.article.blocks import Piece, strip
from glossary.article.model import NOWHERE
from glossary.article.tags import unmarked
from glossary.han import is_han
from glossary.xml import Element

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
_SAYING_META = frozenset(("description", "keywords", "og:title", "og:description"))
"""What a page's head says to search engines, and to those with whom its address is shared."""
_RUBY_TEXT = frozenset(("rt", "rp", "rtc"))
_UNSEEN_ROLES = frozenset(("navigation", "contentinfo", "complementary", "search"))
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Run(msgspec.Struct, frozen=True):
    """A stretch of visible text between two block boundaries."""

    owner: Element
    """The innermost block element around it."""
    pieces: list[Piece] = msgspec.field(default_factory=list)
    attribute: bool = False
    """It is the value of an attribute that readers see."""


def runs(root: Element, mark: str, *, first_line: int = 1) -> Iterator[Run]:
    """The visible text under `root` in document order. Forms and page headers are taken as visible here."""
    owners, sight, links = [root], [(True, True)], 0
    run = Run(root)
    said: list[Run] = []
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
            yield from said
            said.clear()
            owners = _entered(owners, element, event)
            run = Run(owners[-1])
        if event == "start" and sight[-1][0]:
            said += (Run(owners[-1], [piece], attribute=True) for piece in _said(element, mark, line))
        if text and sight[-1][0]:
            by_line = owners[-1].tag == "pre"
            for part, place, number in _stretches(text, mark, line, by_line=by_line):
                if by_line and run.pieces and number > run.pieces[-1].line:
                    yield run
                    run = Run(owners[-1])
                run.pieces.append(Piece(part, number, links > 0, place))
    yield run
    yield from said


def _said(element: Element, mark: str, line: int) -> Iterator[Piece]:
    """The attributes of an element that readers see, where they have Han characters."""
    if element.tag == "meta":
        named = element.get("name") or element.get("property") or ""
        names: tuple[str, ...] = ("content",) if named.lower() in _SAYING_META else ()
    else:
        names = () if element.tag == "link" else ("alt", "title")
    for name in names:
        for text, place in unmarked(element.get(name, ""), mark, NOWHERE):
            if any(map(is_han, text)):
                yield Piece(
                    strip(text), line, place=place
                )  # the place is that of the value, whatever it begins with


def _stretches(text: str, mark: str, line: int, *, by_line: bool) -> Iterator[tuple[str, int, int]]:
    """The text in stretches, each with its place and its line; line feeds are left out if it goes by lines."""
    for stretch, place in unmarked(text, mark, NOWHERE):
        at = 0
        for part in stretch.split("\n") if by_line else (stretch,):
            yield part, place if place == NOWHERE else place + at, line + stretch.count("\n", 0, at)
            at += len(part) + 1
        line += stretch.count("\n")


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
