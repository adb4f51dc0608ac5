"""TMX 1.4b (LISA, now GALA): the translation memories that OmegaT, Trados and their kin exchange."""

from collections.abc import Iterator
from itertools import islice, product
from pathlib import PurePath
from xml.sax.saxutils import escape, quoteattr

from glossary import __version__
from glossary.bilingual import Annotations
from glossary.bulk import uncollected
from glossary.errors import DataError, GlossaryError
from glossary.po.header import fields, new_header
from glossary.po.lines import references
from glossary.po.model import Catalogue, Entry
from glossary.po.render import reference_text
from glossary.xml import XML, Element, elements, local, unholdable

SUFFIXES = (".tmx",)

_LANGUAGE = f"{XML}lang"
# RFC 5646 wants the shortest code of ISO 639, but memories are older than tools that keep to it.
_SOURCES = ("zh", "zho", "chi", "cmn")
_TARGETS = ("en", "eng")
_CONTEXT, _ORIGIN = "x-context", "x-origin"
_TOLD_BY = 1000
"""How many sentences tell the script of a file."""


@uncollected()
def parse(data: bytes, *, path: str) -> Catalogue:
    """The pairs of a Chinese and an English segment, in order, each with its line in the file.

    It does not matter which of the two was translated, nor in which country's spelling (`zh-Hant-TW`, `en-GB`). A
    unit with several segments in a language gives each pair of them; one without both languages gives none. What
    stands in inline elements is read as text.

    Raises:
        DataError: It is no TMX, XML that is refused, or has segments but no such pairs.
    """
    entries: list[Entry] = []
    languages: dict[str, None] = {}
    program: str | None = None
    for element in elements(data, "header", "tu", path=path):
        if local(element) == "header":
            program = program or element.get("creationtool", "")
        else:
            entries += _entries(element, languages)
    if program is None:
        raise DataError(path, None, "is no TMX file: it has no <header>; check which file this is")
    if languages and not entries:
        found = ", ".join(languages)
        raise DataError(path, None, f"has no sentences in both Chinese and English, only in {found}")
    return Catalogue(tuple(entries), _header(entries, path, program))


def _entries(unit: Element, languages: dict[str, None]) -> Iterator[Entry]:
    """The pairs of a translation unit; its languages are added to those seen before."""
    sources: dict[str, None] = {}
    targets: dict[str, None] = {}
    properties: dict[str, list[str]] = {}
    notes = []
    for child in unit:
        name = local(child)
        if name == "tuv":
            language = child.get(_LANGUAGE) or child.get("lang") or ""
            languages[language or "an unnamed language"] = None
            primary = _primary(language)
            side = sources if primary in _SOURCES else targets if primary in _TARGETS else {}
            side[_segment(child)] = None
        elif name == "prop":
            properties.setdefault(child.get("type", ""), []).append(_text(child))
        elif name == "note":
            notes.append(_text(child))
    comment = "\n".join(f" {line}" if line else "" for note in notes for line in note.split("\n"))
    for source, target in product(sources, targets):
        if source and target:
            yield Entry(
                source,
                target,
                msgctxt=next(iter(properties.get(_CONTEXT, ())), None),
                comment=comment,
                references=tuple(references(" ".join(properties.get(_ORIGIN, ())))),
                line=unit.sourceline or 0,
            )


def _primary(language: str) -> str:
    """The language of a code, without script and country."""
    return language.replace("_", "-").partition("-")[0].lower()


def _segment(variant: Element) -> str:
    return next((_text(child) for child in variant if local(child) == "seg"), "")


def _text(element: Element) -> str:
    return "".join(element.itertext()) if len(element) else element.text or ""


def _header(entries: list[Entry], path: str, program: str) -> Entry:
    from glossary.normalise import script

    language = script("\n".join(entry.msgid for entry in islice(entries, _TOLD_BY)))
    return new_header(project=PurePath(path).stem, source_language=language, generator=program)


def serialise(catalogue: Catalogue, *, annotations: Annotations) -> bytes:  # noqa: ARG001  # TMX has no place for them
    """The finished sentences, each a unit with its context, origins and translator's comment.

    A memory offers what it holds as right: what is fuzzy, untranslated, obsolete or has plural forms stays out.

    Raises:
        GlossaryError: A sentence holds a character that XML does not have.
    """
    named = fields(catalogue.header)
    source, target = named.get("X-Source-Language", ""), named.get("Language", "").replace("_", "-")
    source = source if _primary(source) in _SOURCES else "zh"
    target = target if _primary(target) in _TARGETS else "en"
    units = (
        line
        for entry in catalogue.entries
        if entry.finished
        for line in _unit(entry, quoteattr(source), quoteattr(target))
    )
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        f'<header creationtool="zh-glossary" creationtoolversion="{__version__}" segtype="sentence" o-tmf="PO"'
        f' adminlang="en" srclang={quoteattr(source)} datatype="plaintext"/>',
        "<body>",
    )
    return "\n".join((*head, *units, "</body>", "</tmx>", "")).encode()


def _unit(entry: Entry, source: str, target: str) -> Iterator[str]:
    yield "<tu>"
    if entry.comment.strip():
        comment = "\n".join(line.removeprefix(" ") for line in entry.comment.split("\n"))
        yield f"  <note>{_escaped(comment, entry)}</note>"
    if entry.msgctxt is not None:
        yield f'  <prop type="{_CONTEXT}">{_escaped(entry.msgctxt, entry)}</prop>'
    for reference in entry.references:
        yield f'  <prop type="{_ORIGIN}">{_escaped(reference_text(reference), entry)}</prop>'
    yield f"  <tuv xml:lang={source}><seg>{_escaped(entry.msgid, entry)}</seg></tuv>"
    yield f"  <tuv xml:lang={target}><seg>{_escaped(entry.msgstr, entry)}</seg></tuv>"
    yield "</tu>"


def _escaped(text: str, entry: Entry) -> str:
    if character := unholdable(text):
        place = f"{reference_text(entry.references[0])}: " if entry.references else ""
        raise GlossaryError(f"{place}XML has no U+{ord(character):04X}: remove it from {entry.msgid[:20]!r}")
    return escape(text, {"\r": "&#13;"})
