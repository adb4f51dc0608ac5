"""Concepts into TBX."""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from glossary.errors import DataError, GlossaryError
from glossary.formats._tbx_names import CATEGORIES, MODULES, Names
from glossary.model import Status, Term
from glossary.normalise.folding import pairs
from glossary.xml import XML, Element, unholdable

PREFERRED = "preferredTerm-admn-sts"
ADMITTED = "admittedTerm-admn-sts"
DEPRECATED = "deprecatedTerm-admn-sts"


class _Word(msgspec.Struct, frozen=True):
    """A term of one language, with what is said about it."""

    text: str
    status: str = ADMITTED
    type: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()


def write(terms: Sequence[Term], *, title: str, names: Names) -> bytes:
    """A TBX file with these concepts, the same bytes for the same concepts.

    Raises:
        GlossaryError: There are none, or a text has a character that XML cannot hold.
    """
    from lxml import etree

    if not terms:
        raise GlossaryError("there is no entry to write, and TBX holds one at least: add entries")
    for term in terms:
        _refuse_unholdable(term)
    root = _root(names, title)
    body = _child(_child(root, "text"), "body")
    for number, term in enumerate(terms, 1):
        _write_concept(_child(body, names.entry, id=f"c{number}"), term, names)
    etree.indent(root, "  ")
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data + b"\n"


def _refuse_unholdable(term: Term) -> None:
    texts = (
        term.zh,
        term.en,
        *term.variants,
        *term.allow,
        *term.forbid,
        *term.members,
        term.note,
        term.source,
    )
    short = (term.short.zh, term.short.en) if term.short else ()
    for text in (*texts, *short):
        if character := unholdable(text):
            cause = f"U+{ord(character):04X} in {text!r} cannot stand in XML: remove it"
            raise DataError(term.path, term.line or None, cause)


def _root(names: Names, title: str) -> Element:
    from lxml import etree

    attributes = {"type": "TBX-Basic", f"{XML}lang": "en"}
    if names.style:
        attributes["style"] = names.style
    namespaces = {None: names.namespace} if names.namespace else {}
    tag = f"{{{names.namespace}}}{names.root}" if names.namespace else names.root
    root = etree.Element(tag, attributes, nsmap=namespaces | (MODULES if names.style == "dct" else {}))
    header = _child(root, names.header)
    description = _child(header, "fileDesc")
    _child(_child(description, "titleStmt"), "title", title)
    _child(_child(description, "sourceDesc"), "p", "Written by zh-glossary")
    if names.constraints:
        _child(_child(header, "encodingDesc"), "p", names.constraints, type="XCSURI")
    return root


def _write_concept(entry: Element, term: Term, names: Names) -> None:
    _state(entry, "subjectField", term.kind, names)
    if term.note:
        _child(entry, "note", term.note)
    for language, words in languages(term):
        section = _child(entry, names.language)
        section.set(f"{XML}lang", language)
        for word in words:
            _write_word(_child(section, names.section), word, names)


def _write_word(section: Element, word: _Word, names: Names) -> None:
    _child(section, "term", word.text)
    _state(section, "administrativeStatus", word.status, names)
    if word.type:
        _state(section, "termType", word.type, names)
    if word.source:
        _state(section, "source", word.source, names)
    for note in word.notes:
        _child(section, "note", note)


def languages(term: Term) -> Iterator[tuple[str, list[_Word]]]:
    """The languages of a concept with their terms: that of the preferred Chinese form, English, the other script."""
    traditional, simplified = _telling()
    first = "zh-Hans" if traditional.isdisjoint(term.zh) else "zh-Hant"
    scripts: dict[str, list[_Word]] = {first: []}
    for word in _chinese(term):
        # A form that is the same in both scripts stays with the preferred one.
        told = "zh-Hans" if not simplified.isdisjoint(word.text) else first
        language = told if traditional.isdisjoint(word.text) else "zh-Hant"
        scripts.setdefault(language, []).append(word)
    yield first, scripts.pop(first)
    yield "en", list(_english(term))
    yield from scripts.items()


@cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """The characters of Traditional script alone, and of Simplified: see `glossary.normalise.script`, which weighs a text.

    That function reads its table each time, too slow for each form of a long glossary.
    """
    table = pairs("script")
    return (
        frozenset(one for one in table if not one.encode("gb2312", errors="ignore")),
        frozenset(one for one in table.values() if not one.encode("big5", errors="ignore")),
    )


def _chinese(term: Term) -> Iterator[_Word]:
    yield _Word(term.zh, PREFERRED, notes=tuple(f"member: {member}" for member in term.members))
    yield from map(_Word, term.variants)
    if term.short:
        yield _Word(term.short.zh, type="shortForm")


def _english(term: Term) -> Iterator[_Word]:
    yield _Word(term.en, PREFERRED, source=term.source, notes=tuple(_remarks(term)))
    yield from map(_Word, term.allow)
    if term.short:
        acronym = term.short.en.isalpha() and term.short.en.isupper()
        yield _Word(term.short.en, type="acronym" if acronym else "shortForm")
    for rendering in term.forbid:
        yield _Word(rendering, DEPRECATED)


def _remarks(term: Term) -> Iterator[str]:
    if term.status is not Status.HOUSE:
        yield f"status: {term.status}"
    if term.since is not None:
        yield f"since: {term.since}"
    if term.until is not None:
        yield f"until: {term.until}"
    if term.free:
        yield "free: true"


def _state(parent: Element, category: str, text: str, names: Names) -> None:
    """Says something of a concept or a term in a data category, as the style has it."""
    element, module = CATEGORIES[category]
    if names.style == "dct":
        _child(parent, f"{{{MODULES[module]}}}{category}", text)
    else:
        _child(parent, element, text, type=category)


def _child(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    """A new element; a name without a namespace is in that of the parent."""
    from lxml import etree

    if "}" not in name:
        namespace, brace, _ = parent.tag.rpartition("}")
        name = f"{namespace}{brace}{name}"
    child = etree.SubElement(parent, name, attributes)
    child.text = text
    return child
