"""Concepts out of rows of one Chinese form and one rendering each, as OmegaT, Weblate and UTX have them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from glossary.concept import fault
from glossary.errors import DataError
from glossary.model import Short, Term
from glossary.template import key

_VARIANT, _SHORT = "= ", "short for "


class Row(NamedTuple):
    """A Chinese form with a rendering."""

    zh: str
    en: str
    line: int
    note: str = ""
    """What is said about it."""
    owner: str = ""
    """The preferred form of the concept that `zh` is another form of; empty where it may be that form itself."""
    short: bool = False
    """It is the short form of its owner, with the rendering of that form."""
    forbidden: bool = False
    """It is a rendering that is never right."""
    values: Mapping[str, Any] = {}
    """Other fields of its concept; the first row counts."""


@dataclass(slots=True)
class _Concept:
    """A concept while its rows come."""

    first: Row
    renderings: dict[str, None] = field(default_factory=dict)
    forbid: dict[str, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)
    variants: dict[str, None] = field(default_factory=dict)
    short: Short | None = None


def gathered(rows: Sequence[Row], *, path: str) -> list[Term]:
    """The concepts that these rows come to, in order of their first rows.

    Rows with the same `zh`, in either script, are one concept: the first rendering is preferred, the others are
    allowed. Different notes come one after another. An owner that has no row of its own is none.

    Raises:
        DataError: A concept has no rendering to use, or breaks a rule of the glossary.
    """
    concepts: dict[str, _Concept] = {}
    others: list[Row] = []
    for row in rows:
        if row.owner:
            others.append(row)
        else:
            _add(concepts.setdefault(_key(row.zh, row, path), _Concept(row)), row)
    for row in others:
        owner = concepts.get(_key(row.owner, row, path))
        if owner is None:
            _add(concepts.setdefault(_key(row.zh, row, path), _Concept(row)), row)
        elif row.short:
            owner.short = Short(row.zh, row.en)
        else:
            owner.variants.setdefault(row.zh)
            owner.renderings.setdefault(row.en)
    return [_term(concept, path) for concept in sorted(concepts.values(), key=lambda each: each.first.line)]


def others(term: Term) -> Iterator[tuple[str, str, str]]:
    """The forms of a concept besides the preferred one: form, rendering, and the remark that says whose form it is."""
    for form in term.variants:
        yield form, term.en, f"{_VARIANT}{term.zh}"
    if term.short:
        yield term.short.zh, term.short.en, f"{_SHORT}{term.zh}"


def owner(remark: str) -> tuple[str, bool]:
    """The concept that a remark of `others` names, empty where it is another remark; and whether it is a short form."""
    for mark in (_VARIANT, _SHORT):
        if remark.startswith(mark) and "\n" not in remark:
            return remark.removeprefix(mark), mark == _SHORT
    return "", False


def _add(concept: _Concept, row: Row) -> None:
    (concept.forbid if row.forbidden else concept.renderings).setdefault(row.en)
    if row.note:
        concept.notes.setdefault(row.note)


def _key(form: str, row: Row, path: str) -> str:
    try:
        return key(form)
    except ValueError as error:
        raise DataError(path, row.line, str(error)) from None


def _term(concept: _Concept, path: str) -> Term:
    zh, line = concept.first.zh, concept.first.line
    if not concept.renderings:
        raise DataError(path, line, f"{zh} has renderings to avoid only: add the one to use")
    en, *allow = concept.renderings
    term = Term(
        zh=zh,
        en=en,
        variants=tuple(concept.variants),
        allow=tuple(allow),
        forbid=tuple(concept.forbid),
        short=concept.short,
        note="; ".join(concept.notes),
        path=path,
        line=line,
        **{"kind": "term", **concept.first.values},
    )
    if found := fault(term):
        raise DataError(path, line, found.cause)
    return term
