"""Catalogues into XLIFF 2.1."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from glossary.bilingual import Annotations
from glossary.bilingual._xliff_made import location, with_blanks
from glossary.bilingual._xliff_text import CORE, Mark, fill
from glossary.errors import GlossaryError
from glossary.model import Annotation
from glossary.po import render
from glossary.po.header import fields
from glossary.po.model import Catalogue, Entry
from glossary.xml import XML, Element, unholdable

METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"

CATEGORY = "po"
"""The group of metadata that PO files need."""
PLURAL = "po:plural"
FUZZY = "po:fuzzy"

_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_Pairs = list[tuple[str, str]]


@dataclass(slots=True)
class _Output:
    """The file being made. Texts are put in when all else stands, so that its layout does not become part of them."""

    annotations: Annotations
    texts: list[tuple[Element, str, Sequence[Mark]]] = field(default_factory=list)


def write(catalogue: Catalogue, annotations: Annotations) -> bytes:
    """An XLIFF file that says what the catalogue says.

    Raises:
        GlossaryError: The catalogue has no entries, or a comment has a character that XML cannot hold.
    """
    from lxml import etree

    if not catalogue.entries:
        raise GlossaryError(
            "there is no sentence to write, and XLIFF holds one at least: annotate an article first"
        )
    header = fields(catalogue.header)
    root = etree.Element(
        f"{{{CORE}}}xliff",
        version="2.1",
        srcLang=_language(header.get("X-Source-Language", ""), "zh"),
        trgLang=_language(header.get("Language", ""), "en"),
        nsmap={None: CORE, "mda": METADATA, "gls": GLOSSARY},
    )
    file = etree.SubElement(root, f"{{{CORE}}}file", {"id": "f1", f"{XML}space": "preserve"})
    _metadata(file, list(_about_file(catalogue)))
    output = _Output(annotations)
    for number, entry in enumerate(catalogue.entries, 1):
        if entry.msgstr_plural:
            _plural(file, entry, number, output)
        else:
            unit = _described(file, "unit", f"u{number}", entry)
            _segment(unit, entry, entry.msgid, entry.msgstr, output)
    etree.indent(root, "  ")
    for element, text, marks in output.texts:
        fill(element, text, marks)
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data + b"\n"


def _language(name: str, default: str) -> str:
    """A language that a PO header names, as BCP 47 has it: `en_GB` is `en-GB`."""
    tag = name.partition("@")[0].replace("_", "-")
    return tag if _TAG.fullmatch(tag) else default


def _about_file(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    if catalogue.header is not None:
        yield "header", render(Catalogue(header=catalogue.header))
    if catalogue.tail:
        yield "tail", catalogue.tail
    if catalogue.wrapped:
        yield "wrapped", "yes"
    yield "newline", "lf" if catalogue.newline == "\n" else "crlf"  # and so a file from PO is known


def _plural(file: Element, entry: Entry, number: int, output: _Output) -> None:
    group = _described(file, "group", f"g{number}", entry)
    group.set("type", PLURAL)
    for form, text in enumerate(entry.msgstr_plural):
        unit = _element(group, "unit", id=f"u{number}.{form}")
        _segment(unit, entry, entry.msgid_plural if form else entry.msgid, text, output)


def _described(parent: Element, name: str, identifier: str, entry: Entry) -> Element:
    """A new unit or group with what is said about an entry."""
    element = _element(parent, name, id=identifier)
    if entry.obsolete:
        element.set("translate", "no")
    _metadata(element, list(_about_entry(entry)))
    notes = [("location", location(reference)) for reference in entry.references]
    if entry.extracted:
        notes.append(("extracted", "\n".join(entry.extracted)))
    if entry.comment:
        notes.append(_comment(entry.comment))
    if notes:
        parent = _element(element, "notes")
        for category, text in notes:
            _element(parent, "note", text, category=category)
    return element


def _about_entry(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.msgctxt is not None:
        yield "msgctxt", entry.msgctxt
    if entry.msgid_plural:
        yield "msgid_plural", entry.msgid_plural
    for name, text in entry.previous._asdict().items() if entry.previous else ():
        if text is not None:
            yield f"previous-{name}", text
    for flag in entry.flags:
        yield "flag", flag
    if entry.obsolete:
        yield "obsolete", "yes"


def _comment(text: str) -> tuple[str, str]:
    """A note with a translator's comment, without the blank at the start of its lines where all have it."""
    bare = "\n".join(line.removeprefix(" ") for line in text.split("\n"))
    return ("comment", bare) if with_blanks(bare) == text else ("comment-as-is", text)


def _segment(unit: Element, entry: Entry, source: str, target: str, output: _Output) -> None:
    found = () if entry.obsolete else output.annotations.get(source, ())
    notes = [note for note in found if _fits(note, source)]
    marks = [Mark(note.start, note.end, f"m{number}") for number, note in enumerate(notes, 1)]
    if notes:
        _glossary(unit, zip(notes, marks, strict=True))
    segment = _element(unit, "segment", state="translated" if target and not entry.fuzzy else "initial")
    if entry.fuzzy:
        segment.set("subState", FUZZY)
    output.texts.append((_element(segment, "source"), source, marks))
    if target:
        output.texts.append((_element(segment, "target"), target, ()))


def _fits(note: Annotation, source: str) -> bool:
    return source[note.start : note.end].replace("\n", " ") == note.text and not unholdable(note.text)


def _glossary(unit: Element, terms: Iterable[tuple[Annotation, Mark]]) -> None:
    """The terms with their renderings, each once; it refers to the first mark."""
    from lxml import etree

    # The schema has what belongs to modules before the notes.
    glossary = etree.Element(f"{{{GLOSSARY}}}glossary")
    shown: set[tuple[str, str]] = set()
    for note, mark in terms:
        if (note.text, note.rendering) in shown:
            continue
        shown.add((note.text, note.rendering))
        entry = etree.SubElement(glossary, f"{{{GLOSSARY}}}glossEntry", ref=f"#{mark.id}")
        etree.SubElement(entry, f"{{{GLOSSARY}}}term").text = note.text
        for rendering in filter(None, (note.rendering, *note.alternatives)):
            etree.SubElement(entry, f"{{{GLOSSARY}}}translation").text = rendering
        etree.SubElement(entry, f"{{{GLOSSARY}}}definition").text = _definition(note)
    notes = unit.find(f"{{{CORE}}}notes")
    if notes is None:
        unit.append(glossary)
    else:
        notes.addprevious(glossary)


def _definition(note: Annotation) -> str:
    said = [note.kind, str(note.status)]
    if note.uncertain:
        said.append("uncertain")
    if not note.rendering:
        said.append("rendering unknown")
    if note.free:
        said.append("free")
    if note.forbidden:
        said.append(f"not: {' / '.join(note.forbidden)}")
    return "; ".join(said)


def _metadata(parent: Element, pairs: _Pairs) -> None:
    from lxml import etree

    if not pairs:
        return
    metadata = etree.SubElement(parent, f"{{{METADATA}}}metadata")
    group = etree.SubElement(metadata, f"{{{METADATA}}}metaGroup", category=CATEGORY)
    for name, text in pairs:
        etree.SubElement(group, f"{{{METADATA}}}meta", type=name).text = _holdable(text)


def _element(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{CORE}}}{name}", attributes)
    element.text = text and _holdable(text)
    return element


def _holdable(text: str) -> str:
    if character := unholdable(text):
        raise GlossaryError(
            f"U+{ord(character):04X} in the comment or context {text!r} cannot stand in XLIFF: remove it"
        )
    return text
