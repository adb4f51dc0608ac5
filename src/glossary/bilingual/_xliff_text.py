"""The inline content of XLIFF: text with marks around terms, and codes of characters that XML cannot hold."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from glossary.xml import UNHOLDABLE, Element, local

CORE = "urn:oasis:names:tc:xliff:document:2.0"

_SPACE = "ancestor-or-self::*/@xml:space"
_CODE = re.compile("[0-9A-Fa-f]{2,6}")


class Mark(NamedTuple):
    """A stretch of a text that is a term; offsets are code points in the text."""

    start: int
    end: int
    id: str


def fill(element: Element, text: str, marks: Iterable[Mark] = ()) -> None:
    """Puts a text into an empty element, with the marks, which are in order and disjoint."""
    from lxml import etree

    at = 0
    for mark in marks:
        _append(element, text[at : mark.start])
        marked = etree.SubElement(element, f"{{{CORE}}}mrk", id=mark.id, type="term")
        _append(marked, text[mark.start : mark.end])
        at = mark.end
    _append(element, text[at:])


def _append(element: Element, text: str) -> None:
    from lxml import etree

    for number, piece in enumerate(UNHOLDABLE.split(text)):
        if number % 2:
            etree.SubElement(element, f"{{{CORE}}}cp", hex=f"{ord(piece):04X}")
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + piece
        else:
            element.text = (element.text or "") + piece


def plain(element: Element, data: Mapping[str, str]) -> str:
    """The text of a source or target; codes are the original data that they refer to, or what they show.

    Line breaks and the blanks around them count where `xml:space` says so; elsewhere they are the file's layout.
    """
    text = "".join(_pieces(element, data))
    if "\n" not in text or element.xpath(_SPACE)[-1:] == ["preserve"]:
        return text
    first, *middle, last = text.split("\n")
    return " ".join(filter(None, (first.rstrip(), *map(str.strip, middle), last.lstrip())))


def _pieces(element: Element, data: Mapping[str, str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local(child)
        if name == "cp":
            yield _character(child.get("hex", ""))
        elif name in ("ph", "sc", "ec"):
            yield _code(child, data, "")
            yield from _pieces(child, data)  # XLIFF 1 has the code itself here
        elif name == "pc":
            yield _code(child, data, "Start")
            yield from _pieces(child, data)
            yield _code(child, data, "End")
        else:
            yield from _pieces(child, data)
        yield child.tail or ""


def _character(code: str) -> str:
    number = int(code, 16) if _CODE.fullmatch(code) else 0
    return chr(number) if 0 < number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else "\ufffd"


def _code(element: Element, data: Mapping[str, str], end: str) -> str:
    names = (f"equiv{end}", f"disp{end}")
    shown = next((text for name in names if (text := element.get(name))), "")
    return data.get(element.get(f"dataRef{end}", ""), shown)
