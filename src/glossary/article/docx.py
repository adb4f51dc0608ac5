"""DOCX: paragraphs, table cells, text boxes and notes of a Word document, in document order."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from glossary.article.blocks import Piece, collapsed
from glossary.article.model import Article, Block, BlockKind, Loss, Part, Published
from glossary.article.signature import not_zip
from glossary.errors import DataError

SUFFIXES = (".docx",)

Element = Any
"""An lxml element; lxml publishes no types."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

# Properties, what was deleted or moved away, the reading over a ruby base, the Word 2007 copy of a text box.
_SKIPPED = frozenset(f"{_W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "rt")) | {_FALLBACK}
_NOTES = {f"{_W}footnoteReference": "footnotes", f"{_W}endnoteReference": "endnotes"}
_NoteKey = tuple[str, str]
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_HEADING = re.compile(r"heading|title|subtitle|标题", re.IGNORECASE)
_CAPTION = re.compile(r"caption|题注", re.IGNORECASE)
_CONTENTS = re.compile(r"toc \d|toc heading|table of figures", re.IGNORECASE)
_NO_OUTLINE = "9"


@dataclass(frozen=True, slots=True)
class _Style:
    kind: BlockKind = BlockKind.PARAGRAPH
    contents: bool = False
    """It is for lines of a table of contents."""


class Text(NamedTuple):
    """A text of the document."""

    start: int
    """Characters before it, in all texts that were read."""
    end: int
    element: Element


@dataclass(frozen=True, slots=True)
class _Source:
    """What is read from a document."""

    body: Element
    styles: Mapping[str, _Style] = field(default_factory=dict)
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    """Footnotes and endnotes by sort and identifier."""
    parts: dict[str, Element] = field(default_factory=dict)
    """The content of the parts of the package that these are in, by name."""
    texts: list[Text] = field(default_factory=list)
    """The texts that have been read, in order."""

    def pieces(self, paragraph: Element, number: int) -> Iterator[Piece | _NoteKey]:
        """The texts of a paragraph, which are noted, and its references to notes."""
        for found in _texts(paragraph):
            if isinstance(found, _Characters):
                place = self.texts[-1].end if self.texts else 0
                self.texts.append(Text(place, place + len(found.text), found.element))
                yield Piece(found.text, number, place=place)
            else:
                yield found


def parse(data: bytes, *, file: str, encoding: str | None) -> Article:  # noqa: ARG001 - one signature
    """Reads a Word document; the number of a paragraph in the document, counted from 1, stands for the line.

    Tracked insertions are in, deletions and hidden text are out. Line breaks end a block, as paragraphs
    do. Merged cells are read once, ruby gives its base text, a note follows the paragraph that refers to
    it. Tables of contents, page headers and footers are left out. DOCX has its own encoding: `encoding`
    says nothing here.

    Raises:
        DataError: The file is no DOCX, is broken, or unpacks to more than is sensible.
    """
    _, source = _open(data, file)
    return Article(file, tuple(_blocks(source)), "")


def publish(
    data: bytes,
    *,
    file: str,
    encoding: str | None,  # noqa: ARG001 - one signature
    parts: Sequence[Sequence[Part]],
    language: str,  # noqa: ARG001 - one signature
) -> Published:
    """Writes the document back: the package as it is, with the English in it.

    Runs keep their properties; text that is not translated is highlighted. What happens to links and emphasis inside a
    sentence: see `glossary.article.carry`. The language of the document's styles becomes English.

    Raises:
        DataError: The file is no DOCX, is broken, or unpacks to more than is sensible.
    """
    from glossary.article.docx_package import package, speak_english
    from glossary.article.docx_runs import write

    document, source = _open(data, file)
    blocks = _blocks(source)
    found = [(block, mine) for block, mine in zip(blocks, parts, strict=True)]
    losses = [
        Loss(index, message)
        for index, (block, mine) in enumerate(found)
        for message in write(block, mine, source.texts)
    ]
    speak_english(document.styles.element)
    changed = {document.part.partname: document.element, **source.parts}
    styles = next((each for each in document.part.rels.values() if each.reltype.endswith("/styles")), None)
    if styles is not None:
        changed[styles.target_part.partname] = document.styles.element
    return Published(package(data, changed), tuple(losses))


def _open(data: bytes, file: str) -> tuple[Any, _Source]:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    from glossary import office

    if meaning := not_zip(data):
        raise DataError(file, None, f"is {meaning}")
    sort = office.Sort(
        name="DOCX file",
        holds="Word document",
        again="save it again as .docx in Word, WPS or LibreOffice",
        smaller="a document: save its text as .txt",
        pictures="word/media/",
    )
    office.refuse(data, sort, path=file)
    with office.sound(sort, path=file, faults=(OpcError, LxmlError)):
        document = docx.Document(io.BytesIO(data))
        source = _Source(document.element.body, _styles(document.styles.element))
        for part, root in _note_parts(document.part):
            source.parts[part.partname] = root
            sort_of_note = root.tag.removeprefix(_W)
            source.notes.update({(sort_of_note, note.get(f"{_W}id", "")): note for note in root})
    return document, source


def _styles(root: Element) -> dict[str, _Style]:
    """The styles by identifier, with what they take over from the styles that they are based on."""
    elements = {element.get(f"{_W}styleId"): element for element in root.iter(f"{_W}style")}
    return {identifier: _style(element, elements) for identifier, element in elements.items()}


def _style(element: Element | None, elements: Mapping[str, Element]) -> _Style:
    seen: set[Element] = set()
    while element is not None and element not in seen:
        seen.add(element)
        name = _value(element, "name") or ""
        if _CONTENTS.match(name):
            return _Style(contents=True)
        if _HEADING.match(name):
            return _Style(BlockKind.HEADING)
        if kind := _own_kind(element.find(f"{_W}pPr")):
            return _Style(kind)
        if _CAPTION.match(name):
            return _Style(BlockKind.CAPTION)
        element = elements.get(_value(element, "basedOn") or "")
    return _Style()


def _own_kind(properties: Element | None) -> BlockKind | None:
    """Heading or item, where paragraph properties say so."""
    if properties is None:
        return None
    if (_value(properties, "outlineLvl") or _NO_OUTLINE) != _NO_OUTLINE:
        return BlockKind.HEADING
    numbering = properties.find(f"{_W}numPr")
    if numbering is not None and _value(numbering, "numId") not in (None, "0"):
        return BlockKind.ITEM
    return None


def _value(parent: Element, name: str) -> str | None:
    child = parent.find(f"{_W}{name}")
    return None if child is None else child.get(f"{_W}val", "")


def _is_on(parent: Element, name: str) -> bool:
    return _value(parent, name) not in (None, "0", "false", "off")


def _note_parts(part: Any) -> Iterator[tuple[Any, Element]]:
    """The parts of the package that hold notes, with their content."""
    from docx.oxml import parse_xml

    for relation in part.rels.values():
        if relation.reltype.rsplit("/", 1)[-1] in _NOTES.values() and not relation.is_external:
            yield relation.target_part, parse_xml(relation.target_part.blob)


def _blocks(source: _Source) -> Iterator[Block]:
    carried: list[Piece | _NoteKey] = []
    kind, number = BlockKind.PARAGRAPH, 0
    for number, (paragraph, in_cell) in enumerate(_paragraphs(source.body), 1):
        properties = paragraph.find(f"{_W}pPr")
        style = (
            _Style()
            if properties is None
            else source.styles.get(_value(properties, "pStyle") or "", _Style())
        )
        if style.contents:
            continue
        carried += source.pieces(paragraph, number)
        kind = _own_kind(properties) or style.kind
        if in_cell and kind is not BlockKind.HEADING:
            kind = BlockKind.CELL
        if carried and not _runs_on(properties):
            yield from _with_notes(carried, kind, number, source)
            carried = []
    yield from _with_notes(carried, kind, number, source)


def _with_notes(
    content: Iterable[Piece | _NoteKey], kind: BlockKind, number: int, source: _Source
) -> Iterator[Block]:
    """The blocks of a paragraph, and of the notes that it refers to."""
    content = list(content)
    yield from _split([piece for piece in content if isinstance(piece, Piece)], kind)
    for key in content:
        if not isinstance(key, Piece) and (note := source.notes.get(key)) is not None:
            yield from _note_blocks(note, number, source)


def _runs_on(properties: Element | None) -> bool:
    """Whether the mark that ends the paragraph was deleted: the next one continues it."""
    marks = None if properties is None else properties.find(f"{_W}rPr")
    return marks is not None and marks.find(f"{_W}del") is not None


def _note_blocks(note: Element, number: int, source: _Source) -> Iterator[Block]:
    for paragraph, _ in _paragraphs(note):
        pieces = [piece for piece in source.pieces(paragraph, number) if isinstance(piece, Piece)]
        yield from _split(pieces, BlockKind.PARAGRAPH)


def _split(pieces: Iterable[Piece], kind: BlockKind) -> Iterator[Block]:
    """The blocks of a paragraph: line breaks stand between them."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text == "\n":
            parts.append([])
        else:
            parts[-1].append(piece)
    for part in parts:
        if block := collapsed(part, kind=kind):
            yield block


def _paragraphs(element: Element, in_cell: bool = False) -> Iterator[tuple[Element, bool]]:
    """The paragraphs in document order, each with whether it is in a table.

    Those of a text box follow the one that it hangs on.
    """
    for child in element:
        if _is_left_out(child):
            continue
        if child.tag == f"{_W}p":
            yield child, in_cell
        inside = child.tag == f"{_W}tc" or (in_cell and child.tag != f"{_W}txbxContent")
        yield from _paragraphs(child, inside)


class _Characters(NamedTuple):
    """What an element stands for in the text."""

    text: str
    element: Element


def _texts(element: Element) -> Iterator[_Characters | _NoteKey]:
    """The text of a paragraph in stretches, and (sort, identifier) where it refers to a note."""
    for child in element:
        if child.tag == f"{_W}t":
            yield _Characters((child.text or "").replace("\n", " "), child)
        elif child.tag in _CHARACTERS:
            yield _Characters(_CHARACTERS[child.tag], child)
        elif child.tag in _NOTES:
            yield _NOTES[child.tag], child.get(f"{_W}id", "")
        elif child.tag != f"{_W}p" and not _is_left_out(child):
            yield from _texts(child)


def _is_left_out(element: Element) -> bool:
    tag = element.tag
    if tag in _SKIPPED:
        return True
    if tag == f"{_W}r":
        properties = element.find(f"{_W}rPr")
        return properties is not None and _is_on(properties, "vanish")
    if tag == f"{_W}tc":  # the lower cells of a merged one
        properties = element.find(f"{_W}tcPr")
        return properties is not None and _value(properties, "vMerge") in ("", "continue")
    if tag == f"{_W}sdt":
        properties = element.find(f"{_W}sdtPr")
        return properties is not None and _is_on(properties, "showingPlcHdr")
    return False
