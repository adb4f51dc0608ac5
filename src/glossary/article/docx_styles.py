"""The paragraph styles of a Word document, as far as they say what a paragraph is."""

import re
from collections.abc import Mapping

import msgspec

from glossary.article.model import BlockKind
from glossary.article.wordprocessing import W, value
from glossary.xml import Element

_HEADING = re.compile(r"heading|title|subtitle|标题", re.IGNORECASE)
_CAPTION = re.compile(r"caption|题注", re.IGNORECASE)
_CONTENTS = re.compile(r"toc \d|toc heading|table of figures", re.IGNORECASE)
_NO_OUTLINE = "9"


class Style(msgspec.Struct, frozen=True):
    """What a paragraph of a style is."""

    kind: BlockKind = BlockKind.PARAGRAPH
    contents: bool = False
    """It is for lines of a table of contents."""


def styles(root: Element) -> dict[str, Style]:
    """The styles by identifier, with what they take over from the styles that they are based on."""
    elements = {element.get(f"{W}styleId"): element for element in root.iter(f"{W}style")}
    return {identifier: _style(element, elements) for identifier, element in elements.items()}


def _style(element: Element | None, elements: Mapping[str, Element]) -> Style:
    seen: set[Element] = set()
    while element is not None and element not in seen:
        seen.add(element)
        name = value(element, "name") or ""
        if _CONTENTS.match(name):
            return Style(contents=True)
        if _HEADING.match(name):
            return Style(BlockKind.HEADING)
        if kind := own_kind(element.find(f"{W}pPr")):
            return Style(kind)
        if _CAPTION.match(name):
            return Style(BlockKind.CAPTION)
        element = elements.get(value(element, "basedOn") or "")
    return Style()


def own_kind(properties: Element | None) -> BlockKind | None:
    """Heading or item, where paragraph properties say so."""
    if properties is None:
        return None
    if (value(properties, "outlineLvl") or _NO_OUTLINE) != _NO_OUTLINE:
        return BlockKind.HEADING
    numbering = properties.find(f"{W}numPr")
    if numbering is not None and value(numbering, "numId") not in (None, "0"):
        return BlockKind.ITEM
    return None
