"""What the page of a glossary holds.

All that is the same for every query is done here; the page itself only compares.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from glossary.concept import forms, owners
from glossary.excerpt import one_line
from glossary.han import is_han
from glossary.lint.references import references
from glossary.model import Term
from glossary.romanise import usual_reading
from glossary.site.query import folds, syllables
from glossary.template import key, keys

_LENGTHS = range(1, 13)
"""Of forms that others are built on, in characters."""


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """An entry as the page has it: what is empty is left out, and some fields are places in lists of `Page`."""

    zh: str
    en: str
    kind: int
    status: str
    file: int
    line: int
    keys: tuple[str, ...] = ()
    """The keys of `concept.forms`, in that order; left out where each form is its own key."""
    variants: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    short: tuple[str, str] | None = None
    """The short form and its rendering."""
    members: tuple[str, ...] = ()
    note: str = ""
    refers: tuple[str, ...] = ()
    """The forms that the note refers to, in order."""
    source: int = 0
    since: int | None = None
    until: int | None = None
    free: bool = False
    within: int = 0
    """In how many other forms the preferred one stands: of equally good answers it is the more likely one."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page knows."""

    entries: tuple[Entry, ...]
    """In the order of their readings, as a dictionary has them."""
    kinds: tuple[str, ...]
    files: tuple[str, ...]
    sources: tuple[str, ...]
    """The first is the empty one of entries without a source."""
    folds: dict[str, str]
    """For each character of a key that stands for others: those others."""
    syllables: dict[str, str]
    """For each Han character of a key: its toneless syllables with a blank between, the usual one first."""


def page(terms: Iterable[Term], *, folders: Mapping[Path, str]) -> Page:
    """The page of a glossary; equal terms give an equal page.

    Args:
        terms: The concepts in force, as `curated.combine` gives them: no form belongs to two.
        folders: How the folders of glossary files are shown. A file in none of them is shown by its name alone, so
            that the page does not tell where its maker keeps things.
    """
    ordered = sorted(terms, key=_in_dictionary)
    labels = {path: _label(path, folders) for path in {term.path for term in ordered}}
    kinds = _numbered(term.kind for term in ordered)
    files = _numbered(labels.values())
    sources = _numbered(["", *(one_line(term.source) for term in ordered)])
    known = owners(ordered)
    within = _within(known)
    entries = tuple(
        Entry(
            zh=term.zh,
            en=term.en,
            kind=kinds[term.kind],
            status=term.status.value,
            file=files[labels[term.path]],
            line=term.line,
            keys=folded,
            variants=term.variants,
            allow=term.allow,
            forbid=term.forbid,
            short=(term.short.zh, term.short.en) if term.short else None,
            members=term.members,
            note=one_line(term.note),
            refers=tuple(references(term)),
            source=sources[one_line(term.source)],
            since=term.since,
            until=term.until,
            free=term.free,
            within=within[key(term.zh)],
        )
        for term, folded in zip(ordered, _keys(ordered), strict=True)
    )
    return Page(
        entries=entries,
        kinds=tuple(kinds),
        files=tuple(files),
        sources=tuple(sources),
        folds=folds(known),
        syllables=syllables(form for term in ordered for form in forms(term)),
    )


def _in_dictionary(term: Term) -> tuple[list[str], str]:
    """What sorts an entry by the usual readings of its characters, whatever marks and slots stand between."""
    return [usual_reading(character) for character in term.zh if is_han(character)], term.zh


def _within(keys: Collection[str]) -> Counter[str]:
    """In how many others of these keys each of them stands, but for those too long to be built on."""
    return Counter(
        part
        for whole in keys
        for part in {whole[i : i + length] for i in range(len(whole)) for length in _LENGTHS}
        if part in keys and part != whole
    )


def _keys(terms: Sequence[Term]) -> Iterable[tuple[str, ...]]:
    """The keys of the forms of each term; none where each form is its own key."""
    spelt = [tuple(forms(term)) for term in terms]
    folded = iter(keys([form for each in spelt for form in each]))
    for each in spelt:
        found = tuple(next(folded) for _ in each)
        yield () if found == each else found


def _label(path: str, folders: Mapping[Path, str]) -> str:
    file = Path(path).resolve()
    for folder, shown in folders.items():
        if file.is_relative_to(folder.resolve()):
            return (Path(shown) / file.relative_to(folder.resolve())).as_posix()
    return file.name


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """The distinct names in order, each with its place."""
    return {name: number for number, name in enumerate(sorted(set(names)))}
