"""XLSX, the workbooks of Excel, WPS and LibreOffice, with the columns of `_table`.

Every sheet whose first row names the columns `zh` and `en` is read, hidden ones too; sheets without these are about
something else. A term's line is its row, and errors name the sheet too: `terms.xlsx:7: sheet Glossary: ...`.

All cells are written as text, so that a spreadsheet neither computes `=1+1` nor makes a date of `3-5`. Formulas are
not computed on reading but refused, and so is what a spreadsheet has made a date of.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

from glossary.concept import Breach, Report, owners, refuse
from glossary.errors import DataError
from glossary.formats import ALL_FIELDS, _cells, _table
from glossary.model import Term

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from glossary.formats._workbook import Row

SUFFIXES = (".xlsx",)

FIELDS = ALL_FIELDS

_SHEET = "Glossary"
_WIDTHS = {"zh": 24, "en": 40, "kind": 16, "status": 10, "since": 8, "until": 8, "free": 8}
_WIDE = 36
_ACTIVE = "=+-@"
"""Beginnings that a spreadsheet takes for those of a formula when the cell is edited."""
_LONGEST = 32_767
"""Characters in a cell: "Excel specifications and limits"."""


def parse(data: bytes, *, path: str) -> list[Term]:
    """The concepts of a workbook, in order of their first rows; a term's line is its row in the sheet.

    Raises:
        DataError: The file is no workbook, is too large, or a row is malformed or breaks a rule of the glossary.
        GlossaryError: openpyxl is not installed.
    """
    return survey(data, path=path, report=refuse)


def survey(data: bytes, *, path: str, report: Report) -> list[Term]:
    """As `parse`, with each fault of a row given to `report`; rows that cannot be used are left out.

    Raises:
        DataError: The file is no workbook, or the header of a sheet is at fault.
        GlossaryError: openpyxl is not installed.
    """
    from glossary.formats import _workbook

    tables: list[list[Term]] = []
    for name, rows in _workbook.sheets(data, path=path):
        found: list[Breach] = []
        with _sheet_named(name):
            if table := _table_of(rows):
                texts = _workbook.texts(table, path=path)
                misfit = "remove what stands to the right of the table"
                terms = _table.survey(texts, path=path, report=found.append, misfit=misfit, ragged=True)
                tables.append(terms)
        for breach in found:
            report(breach._replace(cause=_in_sheet(name, breach.cause)))
    if not tables:
        raise DataError(path, None, "no sheet names the columns zh and en in its first row: add them")
    terms = [term for table in tables for term in table]
    if len(tables) > 1:
        said = "the sheets of a workbook are one glossary"
        owners(terms, lambda breach: report(breach._replace(cause=f"{breach.cause}; {said}")))
    return terms


def serialise(terms: Sequence[Term], *, title: str) -> bytes:
    """A workbook with one sheet, the concepts as its rows, in order, under the columns that they use.

    Raises:
        DataError: A text is longer than a cell can be.
        GlossaryError: openpyxl is not installed.
    """
    import io

    from glossary.formats import _workbook

    columns, rows = _cells.table(terms, text=str.strip)
    for term, row in zip(terms, rows, strict=True):
        if max(map(len, row)) > _LONGEST:
            cause = (
                f"{term.zh} has a text longer than {_LONGEST:,} characters, which no cell holds: shorten it"
            )
            raise DataError(term.path, term.line, cause)
    workbook = _workbook.openpyxl().Workbook(write_only=True)
    workbook.properties.title = _cells.one_line(title)
    _fill(workbook.create_sheet(_SHEET), columns, rows)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def losses(terms: Sequence[Term]) -> list[str]:
    """What a sheet cannot say of these concepts."""
    return _cells.losses(terms, text=str.strip, what="white space around it goes")


def _in_sheet(name: str, cause: str) -> str:
    return f"sheet {name}: {cause}"


@contextmanager
def _sheet_named(name: str) -> Iterator[None]:
    """Adds the sheet to what an error says: a row alone is no place in a workbook."""
    try:
        yield
    except DataError as error:
        raise DataError(error.path, error.line, _in_sheet(name, error.cause)) from None


def _table_of(rows: "Iterator[Row]") -> "Iterator[Row] | None":
    """The rows of a sheet from its header on; None where it has none of a glossary."""
    for number, cells in rows:
        shown = [str(cell.value or "").strip() for cell in cells]
        if any(shown) and not shown[0].startswith("#"):
            return chain([(number, cells)], rows) if {"zh", "en"}.intersection(shown) else None
    return None


def _fill(sheet: "WriteOnlyWorksheet", columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for index, name in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].width = _WIDTHS.get(name, _WIDE)
    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")

    def text(value: str) -> Any:
        if not value:
            return None
        cell = WriteOnlyCell(sheet, value)
        # Whatever it looks like: a formula, an error, a date.
        cell.data_type, cell.number_format, cell.alignment = "s", "@", wrapped
        cell.quotePrefix = value[0] in _ACTIVE
        return cell

    header = [text(name) for name in columns]
    for cell in filter(None, header):
        cell.font = bold
    sheet.append(header)
    for row in rows:
        sheet.append([text(value) for value in row])
