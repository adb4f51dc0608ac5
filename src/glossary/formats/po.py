"""PO as Weblate keeps a glossary in it: a term an entry, flags where it must not be used or translated.

Follows Weblate's documentation, "Glossary" and "GNU gettext PO". The note is the description (`#.`), which Weblate
shows beside a term; its explanations live in its database and in no PO file. Weblate tells entries with the same
source apart by their context:

- without a context, the preferred rendering,
- `also`, `also 2` ... renderings that are accepted,
- the flag `forbidden`, with the contexts `not`, `not 2` ...: renderings that are never right,
- a description `= 国务院` or `short for 国务院`: another form, or the short form, of the concept that it names.

A term whose rendering is the term itself has the flag `read-only`, and every preferred one `terminology`, so that
Weblate adds it to the project's other languages. Entries without a translation, fuzzy and obsolete ones are no
terms yet, or not any more, and are passed over on reading.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from glossary.errors import DataError
from glossary.formats import _rows, loss
from glossary.model import Term
from glossary.plural import plural

if TYPE_CHECKING:
    from glossary.po import Entry

SUFFIXES = (".po",)

FIELDS = frozenset({"variants", "allow", "forbid", "short", "note"})

_UNTRANSLATED, _FORBIDDEN, _TERMINOLOGY = "read-only", "forbidden", "terminology"
"""Flags of Weblate: "Untranslatable terms", "Forbidden translations", "Terminology"."""


def parse(data: bytes, *, path: str) -> list[Term]:
    """The concepts of a PO file, in order of their first entries; a term's line is that of its msgid.

    Raises:
        DataError: It is no PO file, or a concept breaks a rule of the glossary.
    """
    from glossary import po

    if not data.strip():
        raise DataError(path, None, "the file is empty: write entries into it or leave it out")
    rows = [row for entry in po.parse(data, path=path).entries if (row := _row(entry))]
    return _rows.gathered(rows, path=path)


def asides(data: bytes, *, path: str) -> list[str]:
    """What the file says besides its concepts: entries that are no terms yet, or not any more."""
    from glossary import po

    passed = [entry for entry in po.parse(data, path=path).entries if _row(entry) is None]
    if not passed:
        return []
    count, first = plural(len(passed), "entry"), passed[0]
    return [f"unfinished or obsolete: {count}, first {first.msgid} ({path}:{first.line})"]


def serialise(terms: Sequence[Term], *, title: str) -> bytes:
    """The concepts as PO, in order; the title is that of the project."""
    from glossary import __version__, po
    from glossary.po.header import new_header

    header = new_header(project=title, source_language="zh", generator=f"zh-glossary {__version__}")
    entries = tuple(entry for term in terms for entry in _entries(term))
    return po.render(po.Catalogue(entries, header)).encode()


def losses(terms: Sequence[Term]) -> list[str]:
    """What entries cannot say of these concepts."""
    changed = [term for term in terms if _note(term) != term.note]
    what = "white space at the ends of lines and what would be read as something else goes"
    return [loss("note", what, changed)] if changed else []


def _row(entry: "Entry") -> _rows.Row | None:
    """An entry as a form with its rendering; None where it is no term, or none yet."""
    rendering = next(iter(entry.translations), entry.msgid if _UNTRANSLATED in entry.flags else "")
    if not rendering or entry.fuzzy or entry.obsolete:
        return None
    note = "\n".join(entry.extracted).strip()
    owner, short = _rows.owner(note)
    forbidden = _FORBIDDEN in entry.flags
    return _rows.Row(entry.msgid.strip(), rendering.strip(), entry.line, note, owner, short, forbidden)


def _entries(term: Term) -> "Iterator[Entry]":
    from glossary.po import Entry

    flags = (_UNTRANSLATED, _TERMINOLOGY) if term.en == term.zh else (_TERMINOLOGY,)
    note = _note(term)
    yield Entry(term.zh, term.en, extracted=tuple(note.split("\n")) if note else (), flags=flags)
    for number, rendering in enumerate(term.allow, 1):
        yield Entry(term.zh, rendering, msgctxt=_numbered("also", number))
    for number, rendering in enumerate(term.forbid, 1):
        yield Entry(term.zh, rendering, msgctxt=_numbered("not", number), flags=(_FORBIDDEN,))
    for zh, en, remark in _rows.others(term):
        yield Entry(zh, en, extracted=(remark,))


def _numbered(word: str, number: int) -> str:
    return word if number == 1 else f"{word} {number}"


def _note(term: Term) -> str:
    """The note as it can stand in a description."""
    note = "\n".join(map(str.rstrip, term.note.split("\n"))).strip()
    return "" if _rows.owner(note)[0] else note
