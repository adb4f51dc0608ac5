"""The source of a web page as tags and text, each with its place.

A parser repairs a page and forgets where things stood. So the source is cut up here, and in what is given to the parser
the place of each text stands before it, between two marks: whatever the parser makes of the page, its texts say where
they come from, and a page is written back with nothing changed but these. The same goes for attributes that readers
see.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

_PRIVATE = range(0x10FFFD, 0xFFFFF, -1)
_NAME = "[A-Za-z][^\\s/>]*+"
# No page has more quoted values in a tag, or more tags in a value: so quotes that are never closed cost little.
_ATTRIBUTES = r"""(?:[^"'<>]++|"[^"<]*+(?:<[^"<]*+){0,16}+"|'[^'<]*+(?:<[^'<]*+){0,16}+'){0,200}+"""
_TOKEN = re.compile(
    rf"""
      (?P<other><!--(?:.*?-->|.*) | <[!?][^>]*+>?)
    | (?P<raw><(?P<kind>script|style|textarea|xmp|iframe|noembed)(?=[\s/>]){_ATTRIBUTES}>
        (?:.*?</(?P=kind)(?=[\s/>])[^>]*+>|.*))
    | (?P<end></{_NAME}[^<>]*+>)
    | (?P<start><{_NAME}{_ATTRIBUTES}>)
    | (?P<reference>&(?:\#[0-9]{{1,9}}|\#[xX][0-9A-Fa-f]{{1,9}}|[A-Za-z][A-Za-z0-9]{{1,31}});?)
    | (?P<text>[^<&]++|[<&])
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_TAG_NAME = re.compile(r"</?([^\s/>]+)")
# In HTML white space is ASCII: an ideographic space is a part of a value without quotes.
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""", re.ASCII)
_BARE_VALUE = re.compile(r"[^\s>]+", re.ASCII)
_SAYING = frozenset(("alt", "title", "content"))
"""The attributes that may hold text."""
_MAY_SAY = re.compile("|".join(f"{name}\\s*=" for name in sorted(_SAYING)), re.IGNORECASE)
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"))


class Sort(Enum):
    """What a token is."""

    TEXT = auto()
    REFERENCE = auto()
    """A character reference: a character of the text that stands there under its name or number."""
    START = auto()
    END = auto()
    OTHER = auto()
    """Whatever stands for itself: comments, declarations, elements without content or with a script for content."""


class Token(NamedTuple):
    """A piece of the source."""

    sort: Sort
    start: int
    """Its first character in the file."""
    end: int
    name: str = ""
    """The tag's, in lower case."""


def tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The pieces of the source between two places; joined they are the source again."""
    for match in _TOKEN.finditer(source, start, len(source) if end is None else end):
        sort = _SORTS[match.lastgroup or ""]
        name = ""
        if sort is Sort.START or sort is Sort.END:
            tag = _TAG_NAME.match(match.group())
            name = tag[1].lower() if tag else ""
            if name in _VOID or match.group().endswith("/>"):
                sort = Sort.OTHER
        yield Token(sort, *match.span(), name)


_SORTS = {
    "other": Sort.OTHER,
    "raw": Sort.OTHER,
    "end": Sort.END,
    "start": Sort.START,
    "reference": Sort.REFERENCE,
    "text": Sort.TEXT,
}


def marked(source: str, *, place: int = 0) -> tuple[str, str]:
    """The source with the place of each text before it, and the mark that stands on both sides of the number.

    Args:
        source: A page, or a piece of one.
        place: Where it starts in its file.
    """
    mark = next(chr(code) for code in _PRIVATE if chr(code) not in source)
    chunks = []
    behind = 0
    for match in _TOKEN.finditer(source):
        for at in _said_at(match):
            chunks.append(f"{source[behind:at]}{mark}{place + at}{mark}")
            behind = at
    return "".join([*chunks, source[behind:]]), mark


def _said_at(token: re.Match[str]) -> Iterator[int]:
    """Where a text begins in a piece of the source, or the values of attributes that may hold text."""
    piece = token.group()
    if token.lastgroup == "text":
        # White space is not to become text where a parser drops it.
        if bare := piece.lstrip("\t\n\f\r "):
            yield token.end() - len(bare)
    elif token.lastgroup == "reference":
        yield token.start()
    elif token.lastgroup == "start" and _MAY_SAY.search(piece):
        for attribute in _ATTRIBUTE.finditer(piece, 1):
            value = attribute.lastindex or 1
            if value > 1 and attribute[1].lower() in _SAYING and attribute[value]:
                yield token.start() + attribute.start(value)


def value_at(source: str, place: int) -> tuple[int, int]:
    """The value of the attribute that begins at a place, with the quotes around it if it has them."""
    quote = source[place - 1]
    if quote in "\"'":
        return place - 1, source.index(quote, place) + 1
    bare = _BARE_VALUE.match(source, place)
    return place, bare.end() if bare else place


def unmarked(text: str, mark: str, nowhere: int) -> Iterator[tuple[str, int]]:
    """Text that a parser gave back, in pieces, each with the place that stood before it."""
    first, *rest = text.split(mark)
    if first:
        yield first, nowhere
    yield from zip(rest[1::2], map(int, rest[::2]), strict=True)
