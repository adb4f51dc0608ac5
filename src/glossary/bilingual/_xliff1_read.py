"""XLIFF 1.0 to 1.2 into catalogues, as Translate Toolkit's po2xliff and CAT programs write it.

The representation of PO in XLIFF 1 is that of the guide that OASIS published with 1.2.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from glossary.bilingual._xliff_made import distinct, made_header, with_blanks
from glossary.bilingual._xliff_text import plain
from glossary.po.model import Catalogue, Entry, Reference
from glossary.xml import Element, local

_HEADER, _PLURALS = "x-gettext-domain-header", "x-gettext-plurals"
_DEVELOPERS = ("developer", "programmer")


def read(root: Element, *, path: str) -> Catalogue:
    """The sentences below the root of an XLIFF 1 file with their translations, each unit as one entry."""
    files = list(root.iterchildren("{*}file"))
    first = files[0].attrib if files else {}
    header = made_header(
        first.get("original") or path,
        source=first.get("source-language"),
        target=first.get("target-language"),
    )
    for unit in root.iter("{*}trans-unit"):
        if unit.get("restype") == _HEADER:
            header = Entry("", _text(unit, "target") or _text(unit, "source"))
    units = (unit for file in files for unit in _units(file))
    return Catalogue(entries=tuple(distinct(units)), header=header)


def _units(parent: Element) -> Iterator[tuple[str, Entry]]:
    for element in parent:
        name = local(element)
        if name == "trans-unit" and element.get("restype") != _HEADER:
            yield element.get("id", ""), _entry(element)
        elif name == "group" and element.get("restype") == _PLURALS:
            yield element.get("id", ""), _plural(list(element.iterchildren("{*}trans-unit")), element)
        elif name in ("body", "group"):
            yield from _units(element)


def _plural(forms: list[Element], group: Element) -> Entry:
    entries = [_entry(form) for form in forms]
    if not entries:
        return _entry(group)
    flags = ("fuzzy",) if any(entry.fuzzy for entry in entries) else ()
    plural = tuple(entry.msgstr for entry in entries)
    return replace(entries[0], msgid_plural=entries[-1].msgid, msgstr="", msgstr_plural=plural, flags=flags)


def _entry(unit: Element) -> Entry:
    target = _text(unit, "target")
    notes = [(note.get("from", ""), note.text or "") for note in unit.iterchildren("{*}note")]
    extracted = [text for origin, text in notes if origin in _DEVELOPERS]
    comments = [with_blanks(text) for origin, text in notes if origin not in _DEVELOPERS]
    return Entry(
        msgid=_text(unit, "source"),
        msgstr=target,
        comment="\n".join(comments),
        extracted=tuple(line for text in extracted for line in text.split("\n")),
        references=tuple(_references(unit.iterchildren("{*}context-group"))),
        flags=("fuzzy",) if target and _unsure(unit) else (),
        line=unit.sourceline,
    )


def _unsure(unit: Element) -> bool:
    """Whether a person must look at the target: its state says so, or, where it has none, the unit is not approved."""
    state = unit.find("{*}target").get("state")
    if state:
        return bool(state == "new" or state.startswith("needs-"))
    return bool(unit.get("approved") == "no")


def _references(groups: Iterable[Element]) -> Iterator[Reference]:
    for group in groups:
        said = {each.get("context-type"): (each.text or "").strip() for each in group}
        if file := said.get("sourcefile"):
            line = said.get("linenumber", "")
            yield Reference(file, int(line) if line.isdecimal() else 0)


def _text(unit: Element, name: str) -> str:
    element = unit.find(f"{{*}}{name}")
    return "" if element is None else plain(element, {})
