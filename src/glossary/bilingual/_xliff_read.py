"""XLIFF 2 into catalogues, whichever program wrote it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import itemgetter

from glossary import po, xml
from glossary.bilingual import _xliff1_read
from glossary.bilingual._xliff_made import distinct, made_header, referred, with_blanks
from glossary.bilingual._xliff_text import plain
from glossary.bilingual._xliff_write import CATEGORY, FUZZY, PLURAL
from glossary.bulk import uncollected
from glossary.errors import DataError
from glossary.po.model import Catalogue, Entry, Previous
from glossary.xml import Element, local

_Said = Mapping[str, list[str]]
"""The metadata of an element that PO files need, by type."""
_PREVIOUS = ("msgid", "msgctxt", "msgid_plural")


@uncollected()
def read(data: bytes, *, path: str) -> Catalogue:
    """The sentences of an XLIFF file with their translations.

    Raises:
        DataError: It is no XLIFF.
    """
    root = xml.root(data, path=path)
    if local(root) != "xliff":
        cause = f"the root element is {local(root)}, not xliff: export the translation as XLIFF"
        raise DataError(path, root.sourceline, cause)
    version = root.get("version", "")
    if version.startswith("1."):
        return _xliff1_read.read(root, path=path)
    if not version.startswith("2."):
        raise DataError(path, root.sourceline, f"XLIFF {version or 'of no version'}: export it as 2.1 or 1.2")
    files = list(root.iterchildren("{*}file"))
    said = _said(files[0]) if files else {}
    units = [unit for file in files for unit in _units(file)]
    if not said:
        name = next((name for file in files if (name := file.get("original"))), path)
        header = made_header(name, source=root.get("srcLang"), target=root.get("trgLang"))
        return Catalogue(entries=tuple(distinct(units)), header=header)
    return Catalogue(
        entries=tuple(entry for _, entry in units),
        header=po.parse("".join(said.get("header", ())).encode(), path=path).header,
        tail="".join(said.get("tail", ())),
        newline="\r\n" if said.get("newline") == ["crlf"] else "\n",
        wrapped="wrapped" in said,
    )


def _units(parent: Element) -> Iterator[tuple[str, Entry]]:
    """The entries below a file or group, each with the name of its unit."""
    for element in parent:
        kind, name = local(element), element.get("name") or element.get("id", "")
        if kind == "unit":
            source, target, fuzzy = _texts(element)
            yield name, _entry(element, _said(element), msgid=source, msgstr=target, fuzzy=fuzzy)
        elif kind == "group" and element.get("type") == PLURAL:
            yield name, _plural(element)
        elif kind == "group":
            yield from _units(element)


def _plural(group: Element) -> Entry:
    said = _said(group)
    forms = [_texts(unit) for unit in group.iterchildren("{*}unit")]
    singular = forms[0][0] if forms else ""
    entry = _entry(group, said, msgid=singular, msgstr="", fuzzy=any(fuzzy for _, _, fuzzy in forms))
    return replace(entry, msgstr_plural=tuple(target for _, target, _ in forms))


def _entry(element: Element, said: _Said, *, msgid: str, msgstr: str, fuzzy: bool) -> Entry:
    notes = [(note.get("category", ""), note.text or "") for note in element.iterfind("{*}notes/{*}note")]
    flags = [flag for flag in said.get("flag", ()) if fuzzy or flag != "fuzzy"]
    if fuzzy and "fuzzy" not in flags:
        flags.insert(0, "fuzzy")
    previous = [next(iter(said.get(f"previous-{name}", ())), None) for name in _PREVIOUS]
    extracted = [text for category, text in notes if category in ("extracted", "description")]
    return Entry(
        msgid=msgid,
        msgstr=msgstr,
        msgctxt=next(iter(said.get("msgctxt", ())), None),
        msgid_plural="".join(said.get("msgid_plural", ())),
        comment="\n".join(_comments(notes)),
        extracted=tuple(line for text in extracted for line in text.split("\n")),
        references=tuple(referred(text) for category, text in notes if category == "location"),
        flags=tuple(flags),
        previous=Previous(*previous) if any(text is not None for text in previous) else None,
        obsolete="obsolete" in said,
        line=element.sourceline,
    )


def _comments(notes: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Translators' comments; notes of an unknown kind are taken for such, so that none is lost."""
    for category, text in notes:
        if category == "comment-as-is":
            yield text
        elif category not in ("location", "extracted", "description"):
            yield with_blanks(text)


def _said(element: Element) -> _Said:
    found: dict[str, list[str]] = {}
    for group in element.iterfind("{*}metadata/{*}metaGroup"):
        if group.get("category") == CATEGORY:
            for meta in group.iterchildren("{*}meta"):
                found.setdefault(meta.get("type", ""), []).append(meta.text or "")
    return found


def _texts(unit: Element) -> tuple[str, str, bool]:
    """The source of a unit, its target, and whether a person must look at it; all its segments together."""
    data = {each.get("id", ""): plain(each, {}) for each in unit.iterfind("{*}originalData/{*}data")}
    sources: list[str] = []
    targets: list[tuple[int, str]] = []
    translated: list[bool] = []
    initial = False
    for position, part in enumerate(unit.iterchildren("{*}segment", "{*}ignorable"), 1):
        source, target = part.find("{*}source"), part.find("{*}target")
        sources.append("" if source is None else plain(source, data))
        text = "" if target is None else plain(target, data)
        if local(part) == "segment":
            translated.append(bool(text))
            # A segment that names no state has a target that somebody wrote.
            doubted = bool(text) or part.get("subState") == FUZZY
            initial = initial or (part.get("state") == "initial" and doubted)
        else:  # what stands between segments, white space most of all
            text = text or sources[-1]
        order = "" if target is None else target.get("order", "")
        targets.append((int(order) if order.isdecimal() else position, text))
    if not any(translated):
        return "".join(sources), "", initial
    joined = "".join(text for _, text in sorted(targets, key=itemgetter(0)))
    return "".join(sources), joined, initial or not all(translated)
