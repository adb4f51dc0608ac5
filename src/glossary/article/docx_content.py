"""What is read of a Word document: paragraphs in document order, the text in them, references to notes."""

from collections.abc import Iterator
from typing import NamedTuple

from glossary.article.wordprocessing import W, is_on, value
from glossary.xml import Element

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Properties, what was deleted or moved away, the reading over a ruby base, the Word 2007 copy of a text box.
_SKIPPED = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "rt")) | {_FALLBACK}
NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
MARGINS = ("header", "footer")
_REFERENCES = tuple(f"{W}{name}Reference" for name in MARGINS)
_IDENTIFIER = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NoteKey = tuple[str, str]
"""A note: `footnotes` or `endnotes`, and its identifier."""
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def paragraphs(element: Element, in_cell: bool = False) -> Iterator[tuple[Element, bool]]:
    """The paragraphs in document order, each with whether it is in a table.

    Those of a text box follow the one that it hangs on.
    """
    for child in element:
        if _is_left_out(child):
            continue
        if child.tag == f"{W}p":
            yield child, in_cell
        inside = child.tag == f"{W}tc" or (in_cell and child.tag != f"{W}txbxContent")
        yield from paragraphs(child, inside)


def references(body: Element) -> Iterator[str]:
    """The identifiers of the page headers and footers that a document refers to, each once."""
    found = (reference.get(_IDENTIFIER, "") for reference in body.iter(*_REFERENCES))
    yield from dict.fromkeys(found)


class Characters(NamedTuple):
    """What an element stands for in the text."""

    text: str
    element: Element


def texts(element: Element) -> Iterator[Characters | NoteKey]:
    """The text of a paragraph in stretches, and (sort, identifier) where it refers to a note."""
    for child in element:
        if child.tag == f"{W}t":
            yield Characters((child.text or "").replace("\n", " "), child)
        elif child.tag in _CHARACTERS:
            yield Characters(_CHARACTERS[child.tag], child)
        elif child.tag in NOTES:
            yield NOTES[child.tag], child.get(f"{W}id", "")
        elif child.tag != f"{W}p" and not _is_left_out(child):
            yield from texts(child)


def _is_left_out(element: Element) -> bool:
    tag = element.tag
    if tag in _SKIPPED:
        return True
    if tag == f"{W}r":
        properties = element.find(f"{W}rPr")
        return properties is not None and is_on(properties, "vanish")
    if tag == f"{W}tc":  # the lower cells of a merged one
        properties = element.find(f"{W}tcPr")
        return properties is not None and value(properties, "vMerge") in ("", "continue")
    if tag == f"{W}sdt":
        properties = element.find(f"{W}sdtPr")
        return properties is not None and is_on(properties, "showingPlcHdr")
    return False
