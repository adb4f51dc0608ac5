"""Concepts as rows of cells under a header: what TSV, CSV and XLSX have in common.

The first row names the columns. `zh` and `en` are required, the others may be left out, in any order, and cells may
be empty; the white space around a cell does not count. Rows above it that start with `#` are comments; blank rows
do not count. The items of a list (`allow`, `forbid`, `variants`, `members`) have `|` or a line break between them. A
row without a kind has the kind `term`.

Rows whose `zh` is the same, in either script, are one concept: the first row's rendering is preferred, the
others are allowed. The first row's source, status and note stay; the other columns may not contradict it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from glossary.concept import (
    CONTRADICTION,
    MALFORMED,
    SHARED_FORM,
    UNKNOWN_SLOT,
    Breach,
    Report,
    faults,
    owners,
)
from glossary.errors import DataError
from glossary.formats import nearest
from glossary.model import Short, Status, Term
from glossary.template import keys

Rows = Iterable[tuple[int, Sequence[str]]]
"""Rows of cells, each with its number: the line, or the row of a sheet."""

_STATUSES = {status.value: status for status in Status}
_DEFAULTS = {"zh": "", "en": "", "kind": "term"}
_DIVIDER = re.compile(r"[|\n]")


class _Row(NamedTuple):
    term: Term
    """The row as a concept of its own."""
    values: dict[str, Any]
    """What its cells give, by field of `Term`."""


def survey(rows: Rows, *, path: str, report: Report, misfit: str, ragged: bool = False) -> list[Term]:
    """The concepts of a table, in order of their first rows; a term's line is the number of its first row.

    Args:
        rows: The rows in order, the header among them.
        path: What `Term.path` and errors say.
        report: Is given each fault of a row; rows that cannot be used are left out.
        misfit: What to do about a row that has another number of cells than the header has.
        ragged: Whether empty cells at the end of a row may be there or not, as spreadsheets have it.

    Raises:
        DataError: The header is at fault.
    """
    numbered = iter(rows) if not ragged else ((number, _trimmed(cells)) for number, cells in rows)
    columns = _header(numbered, path)
    usable = list(_rows(numbered, columns, path, report, misfit, ragged))
    concepts: dict[str, Term] = {}
    later: dict[str, list[Term]] = {}
    for concept, row in zip(keys([row.term.zh for row in usable]), usable, strict=True):
        first = concepts.setdefault(concept, row.term)
        if first is not row.term:
            for breach in _disagreement(first, row):
                report(breach)
            later.setdefault(concept, []).append(row.term)
    for concept, others in later.items():
        concepts[concept] = _merged(concepts[concept], others, report)
    terms = list(concepts.values())
    if not {"variants", "short_zh"}.isdisjoint(columns):
        owners(terms, report)
    return terms


def _header(rows: Iterator[tuple[int, Sequence[str]]], path: str) -> list[str]:
    """The names of the columns; the rows are used up to the header row, itself included."""
    below = ((n, cells) for n, cells in rows if any(map(str.strip, cells)) and cells[0][:1] != "#")
    number, header = next(below, (0, ()))
    if not header:
        raise DataError(path, None, "no header row: name the columns in the first line, at least zh and en")
    columns = [name.strip() for name in header]
    missing = [name for name in ("zh", "en") if name not in columns]
    if missing:
        cause = f"no column {' and '.join(missing)}: the first row names the columns, at least zh and en"
        raise DataError(path, number, cause)
    for index, name in enumerate(columns):
        if name not in COLUMNS:
            raise DataError(path, number, f"unknown column `{name}`: {nearest(name, tuple(COLUMNS))}")
        if name in columns[:index]:
            raise DataError(path, number, f"the column `{name}` stands twice: remove one")
    return columns


def _trimmed(cells: Sequence[str]) -> Sequence[str]:
    """The cells up to the last one that is not empty."""
    end = next((end for end in range(len(cells), 0, -1) if cells[end - 1].strip()), 0)
    return cells[:end]


def _rows(
    rows: Rows, columns: list[str], path: str, report: Report, misfit: str, ragged: bool
) -> Iterator[_Row]:
    """The rows below the header that can be used."""
    for number, cells in rows:
        if not any(map(str.strip, cells)):
            continue
        try:
            if len(cells) != len(columns) and not (ragged and len(cells) < len(columns)):
                count = f"{len(cells)} columns where the header has {len(columns)}"
                raise DataError(path, number, f"{count}: {misfit}")
            values = _values(cells, columns, path, number)
        except DataError as error:
            report(Breach(MALFORMED, path, number, "", error.cause))
            continue
        term = Term(**(_DEFAULTS | values), path=path, line=number)
        sound = True
        for found in faults(term):
            report(Breach(found.rule, path, number, term.zh, found.cause))
            sound = sound and found.rule not in (MALFORMED, UNKNOWN_SLOT)
        if sound:
            yield _Row(term, values)


def _values(cells: Sequence[str], columns: list[str], path: str, number: int) -> dict[str, Any]:
    """The values of a row, by field of `Term`; empty cells give none."""
    values: dict[str, Any] = {}
    for name, cell in zip(columns, cells, strict=False):
        if text := cell.strip():
            convert = COLUMNS[name]
            try:
                values[name] = convert(text) if convert else text
            except ValueError as error:
                raise DataError(path, number, f"`{name}`: {error}") from error
    if "short_zh" in values or "short_en" in values:
        values["short"] = Short(values.pop("short_zh", ""), values.pop("short_en", ""))
    return values


def _disagreement(first: Term, later: _Row) -> Iterator[Breach]:
    """How a row contradicts the first one of its concept, or only repeats it."""
    row = later.term
    if row.zh == first.zh and row.en == first.en:
        cause = f"{row.zh} with this rendering is already on line {first.line}: remove one of the two"
        yield Breach(SHARED_FORM, row.path, row.line, row.zh, cause)
    for field in ("kind", "since", "until", "free", "members", "short"):
        if field in later.values and later.values[field] != getattr(first, field):
            cause = (
                f"{first.zh} has another `{field}` on line {first.line}: the rows of one term have to agree"
            )
            yield Breach(MALFORMED, row.path, row.line, row.zh, cause)
    if row.zh != first.zh:
        for found in faults(replace(row, zh=first.zh)):
            yield Breach(found.rule, row.path, row.line, row.zh, found.cause)


def _merged(first: Term, later: list[Term], report: Report) -> Term:
    rows = [first, *later]
    forbidden = {rendering: row.line for row in rows for rendering in row.forbid}
    for row in rows:
        for rendering in (row.en, *row.allow):
            if rendering in forbidden:
                cause = f"{rendering!r} is forbidden on line {forbidden[rendering]}: keep one of the two"
                report(Breach(CONTRADICTION, row.path, row.line, row.zh, cause))
    allowed = dict.fromkeys(rendering for row in rows for rendering in (row.en, *row.allow))
    del allowed[first.en]
    variants = dict.fromkeys(form for row in rows for form in row.variants)
    return replace(first, allow=tuple(allowed), forbid=tuple(forbidden), variants=tuple(variants))


def _items(cell: str) -> tuple[str, ...]:
    items = tuple(item.strip() for item in _DIVIDER.split(cell))
    if "" in items:
        raise ValueError("nothing on one side of a `|`: remove it or write what is missing")
    return items


def _year(cell: str) -> int:
    if not (cell.isascii() and cell.isdigit() and len(cell) <= 4):
        raise ValueError(f"{cell!r} is no year: write it as in 2016")
    return int(cell)


def _status(cell: str) -> Status:
    if cell not in _STATUSES:
        raise ValueError(f"{cell!r} is none of {', '.join(_STATUSES)}")
    return _STATUSES[cell]


def _truth(cell: str) -> bool:
    # Spreadsheets write TRUE.
    if cell.lower() not in ("true", "false"):
        raise ValueError(f"{cell!r} is neither true nor false")
    return cell.lower() == "true"


COLUMNS: dict[str, Callable[[str], object] | None] = {
    "zh": None,
    "en": None,
    "kind": None,
    "variants": _items,
    "allow": _items,
    "forbid": _items,
    "short_zh": None,
    "short_en": None,
    "members": _items,
    "note": None,
    "source": None,
    "status": _status,
    "since": _year,
    "until": _year,
    "free": _truth,
}
"""The columns: how a cell gives the value, None where it is the value. `short_zh` and `short_en` make up `short`."""
