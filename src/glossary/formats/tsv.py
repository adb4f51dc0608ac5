"""TSV: long flat lists, one rendering a row.

The first row names the columns. `zh` and `en` are required, the others may be left out, in any order, and
cells may be empty. Lines above it that start with `#` are comments; blank lines do not count. Cells are taken
as they stand, without the white space around them: quotation marks and backslashes have no meaning. The
items of a list (`allow`, `forbid`, `variants`, `members`) have `|` between them. A row without a kind has the
kind `term`.

Rows whose `zh` is the same, in either script, are one concept: the first row's rendering is preferred, the
others are allowed. The first row's source, status and note stay; the other columns may not contradict it.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from glossary.concept import (
    CONTRADICTION,
    MALFORMED,
    SHARED_FORM,
    UNKNOWN_SLOT,
    Breach,
    Report,
    faults,
    owners,
    refuse,
)
from glossary.errors import DataError
from glossary.formats import decode, nearest
from glossary.model import Short, Status, Term
from glossary.template import keys

SUFFIXES = (".tsv",)

_STATUSES = {status.value: status for status in Status}
_DEFAULTS = {"zh": "", "en": "", "kind": "term"}


def parse(data: bytes, *, path: str) -> list[Term]:
    """The concepts of a TSV file, in order of their first rows; a term's line is that of its first row.

    Raises:
        DataError: A row is malformed, repeats another, or breaks a rule of the glossary.
    """
    return survey(data, path=path, report=refuse)


def survey(data: bytes, *, path: str, report: Report) -> list[Term]:
    """As `parse`, with each fault of a row given to `report`; rows that cannot be used are left out.

    Raises:
        DataError: The file is no text, or its header is at fault.
    """
    lines = decode(data, path=path).split("\n")
    start, columns = _header(lines, path)
    rows = list(_rows(lines, start, columns, path, report))
    concepts: dict[str, Term] = {}
    later: dict[str, list[Term]] = {}
    for concept, row in zip(keys([row.zh for row in rows]), rows, strict=True):
        first = concepts.setdefault(concept, row)
        if first is not row:
            values = _values(lines[row.line - 1], columns, path, row.line)
            for breach in _disagreement(first, row, values):
                report(breach)
            later.setdefault(concept, []).append(row)
    for concept, others in later.items():
        concepts[concept] = _merged(concepts[concept], others, report)
    terms = list(concepts.values())
    if not {"variants", "short_zh"}.isdisjoint(columns):
        owners(terms, report)
    return terms


def _rows(lines: list[str], start: int, columns: list[str], path: str, report: Report) -> Iterator[Term]:
    """The rows below the header that can be used, each as a concept of its own."""
    for number, line in enumerate(lines[start:], start + 1):
        if not line or line.isspace():
            continue
        try:
            values = _DEFAULTS | _values(line, columns, path, number)
        except DataError as error:
            report(Breach(MALFORMED, path, number, "", error.cause))
            continue
        row = Term(**values, path=path, line=number)
        sound = True
        for found in faults(row):
            report(Breach(found.rule, path, number, row.zh, found.cause))
            sound = sound and found.rule not in (MALFORMED, UNKNOWN_SLOT)
        if sound:
            yield row


def _header(lines: list[str], path: str) -> tuple[int, list[str]]:
    """The number of lines up to the header row, itself included, and the names of the columns."""
    rows = ((n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#"))
    number, header = next(rows, (0, ""))
    if not header:
        raise DataError(path, None, "no header row: name the columns in the first line, at least zh and en")
    columns = [name.strip() for name in header.split("\t")]
    missing = [name for name in ("zh", "en") if name not in columns]
    if missing:
        cause = f"no column {' and '.join(missing)}: the first row names the columns, with a tab between"
        raise DataError(path, number, cause)
    for index, name in enumerate(columns):
        if name not in _COLUMNS:
            raise DataError(path, number, f"unknown column `{name}`: {nearest(name, tuple(_COLUMNS))}")
        if name in columns[:index]:
            raise DataError(path, number, f"the column `{name}` stands twice: remove one")
    return number, columns


def _values(line: str, columns: list[str], path: str, number: int) -> dict[str, Any]:
    """The values of a row, by field of `Term`; empty cells give none."""
    cells = line.split("\t")
    if len(cells) != len(columns):
        cause = f"{len(cells)} columns where the header has {len(columns)}: add or remove tabs"
        raise DataError(path, number, cause)
    values: dict[str, Any] = {}
    for name, cell in zip(columns, cells, strict=True):
        if text := cell.strip():
            convert = _COLUMNS[name]
            try:
                values[name] = convert(text) if convert else text
            except ValueError as error:
                raise DataError(path, number, f"`{name}`: {error}") from error
    if "short_zh" in values or "short_en" in values:
        values["short"] = Short(values.pop("short_zh", ""), values.pop("short_en", ""))
    return values


def _disagreement(first: Term, row: Term, values: dict[str, Any]) -> Iterator[Breach]:
    """How a row contradicts the first one of its concept, or only repeats it."""
    if row.zh == first.zh and row.en == first.en:
        cause = f"{row.zh} with this rendering is already on line {first.line}: remove one of the two"
        yield Breach(SHARED_FORM, row.path, row.line, row.zh, cause)
    for field in ("kind", "since", "until", "free", "members", "short"):
        if field in values and values[field] != getattr(first, field):
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
    items = tuple(item.strip() for item in cell.split("|"))
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
    if cell not in ("true", "false"):
        raise ValueError(f"{cell!r} is neither true nor false")
    return cell == "true"


_COLUMNS: dict[str, Callable[[str], object] | None] = {
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
