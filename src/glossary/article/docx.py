"""DOCX: paragraphs, table cells, text boxes and notes of a Word document, in document order; page headers and footers."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from glossary.article.blocks import Piece, collapsed
from glossary.article.docx_content import (
    MARGINS,
    NOTES,
    Characters,
    NoteKey,
    paragraphs,
    references,
    texts,
)
from glossary.article.docx_styles import Style, own_kind, styles
from glossary.article.model import Article, Block, BlockKind, Loss, Part, Published
from glossary.article.signature import not_zip
from glossary.article.wordprocessing import Text, W, value
from glossary.errors import DataError
from glossary.han import is_han
from glossary.xml import Element

SUFFIXES = (".docx",)


class _Source(msgspec.Struct, frozen=True):
    """What is read from a document."""

    body: Element
    styles: Mapping[str, Style] = msgspec.field(default_factory=dict)
    notes: dict[tuple[str, str], Element] = msgspec.field(default_factory=dict)
    """Footnotes and endnotes by sort and identifier."""
    margins: list[Element] = msgspec.field(default_factory=list)
    """Page headers and footers, in the order in which the document first refers to them."""
    parts: dict[str, Element] = msgspec.field(default_factory=dict)
    """The content of the parts of the package that these are in, by name."""
    texts: list[Text] = msgspec.field(default_factory=list)
    """The texts that have been read, in order."""

    def pieces(self, paragraph: Element, number: int) -> Iterator[Piece | NoteKey]:
        """The texts of a paragraph, which are noted, and its references to notes."""
        for found in texts(paragraph):
            if isinstance(found, Characters):
                place = self.texts[-1].end if self.texts else 0
                self.texts.append(Text(place, place + len(found.text), found.element))
                yield Piece(found.text, number, place=place)
            else:
                yield found


def parse(data: bytes, *, file: str, encoding: str | None) -> Article:  # noqa: ARG001 - one signature
    """Reads a Word document; the number of a paragraph in the document, counted from 1, stands for the line.

    Tracked insertions are in, deletions and hidden text are out. Line breaks end a block, as paragraphs
    do. Merged cells are read once, ruby gives its base text, a note follows the paragraph that refers to
    it. Page headers and footers follow the text, where they have Han characters; their paragraphs are counted
    on. Tables of contents and reviewers' comments are left out. DOCX has its own encoding: `encoding` says
    nothing here.

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
        source = _Source(document.element.body, styles(document.styles.element))
        margins = {}
        for identifier, part, root in _other_parts(document.part):
            source.parts[part.partname] = root
            where = root.tag.removeprefix(W)
            if where in NOTES.values():
                source.notes.update({(where, note.get(f"{W}id", "")): note for note in root})
            else:
                margins[identifier] = root
        source.margins.extend(margins[each] for each in references(source.body) if each in margins)
    return document, source


def _other_parts(part: Any) -> Iterator[tuple[str, Any, Element]]:
    """The parts of the package that hold notes, page headers and footers, with their identifiers and their content."""
    from docx.oxml import parse_xml

    for identifier, relation in part.rels.items():
        if relation.reltype.rsplit("/", 1)[-1] in (*NOTES.values(), *MARGINS) and not relation.is_external:
            yield identifier, relation.target_part, parse_xml(relation.target_part.blob)


def _blocks(source: _Source) -> Iterator[Block]:
    number = 0
    for story in (source.body, *source.margins):
        for block in _story(story, number, source):
            if story is source.body or any(map(is_han, block.text)):
                yield block
        number += sum(1 for _ in paragraphs(story))


def _story(story: Element, before: int, source: _Source) -> Iterator[Block]:
    """The blocks of the text, or of a page header or footer, before which there are so many paragraphs."""
    carried: list[Piece | NoteKey] = []
    kind, number = BlockKind.PARAGRAPH, before
    for number, (paragraph, in_cell) in enumerate(paragraphs(story), before + 1):
        properties = paragraph.find(f"{W}pPr")
        style = (
            Style() if properties is None else source.styles.get(value(properties, "pStyle") or "", Style())
        )
        if style.contents:
            continue
        carried += source.pieces(paragraph, number)
        kind = own_kind(properties) or style.kind
        if in_cell and kind is not BlockKind.HEADING:
            kind = BlockKind.CELL
        if carried and not _runs_on(properties):
            yield from _with_notes(carried, kind, number, source)
            carried = []
    yield from _with_notes(carried, kind, number, source)


def _with_notes(
    content: Iterable[Piece | NoteKey], kind: BlockKind, number: int, source: _Source
) -> Iterator[Block]:
    """The blocks of a paragraph, and of the notes that it refers to."""
    content = list(content)
    yield from _split([piece for piece in content if isinstance(piece, Piece)], kind)
    for key in content:
        if not isinstance(key, Piece) and (note := source.notes.get(key)) is not None:
            yield from _note_blocks(note, number, source)


def _runs_on(properties: Element | None) -> bool:
    """Whether the mark that ends the paragraph was deleted: the next one continues it."""
    marks = None if properties is None else properties.find(f"{W}rPr")
    return marks is not None and marks.find(f"{W}del") is not None


def _note_blocks(note: Element, number: int, source: _Source) -> Iterator[Block]:
    for paragraph, _ in paragraphs(note):
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
