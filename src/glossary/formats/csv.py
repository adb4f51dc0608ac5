"""CSV as spreadsheets write and read it, with the columns of `_table`.

RFC 4180, in UTF-8 with a byte order mark, without which Excel takes another encoding. On reading, the delimiter may
be a comma, a semicolon or a tab, as the header shows or as Excel's line `sep=;` says, and a cell may go on over
several lines.

A cell that begins with what makes a spreadsheet take it for a formula gets an apostrophe in front, as OWASP's page
on CSV injection advises; the apostrophe is taken away on reading.
"""

import re
from collections.abc import Iterator, Sequence

from glossary.concept import Report, refuse
from glossary.errors import DataError
from glossary.formats import ALL_FIELDS, _cells, _table, decode
from glossary.model import Term

SUFFIXES = (".csv",)

FIELDS = ALL_FIELDS

_DELIMITERS = (",", ";", "\t")
_ACTIVE = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""The beginning of a cell that a spreadsheet would compute, or that has been kept from it by apostrophes."""
_HINT = re.compile(r'"?sep=([,;|\t])"?\s*\Z')


def parse(data: bytes, *, path: str) -> list[Term]:
    """The concepts of a CSV file, in order of their first rows; a term's line is the first one of its first row.

    Raises:
        DataError: The file is no CSV, or a row is malformed, repeats another, or breaks a rule of the glossary.
    """
    return survey(data, path=path, report=refuse)


def survey(data: bytes, *, path: str, report: Report) -> list[Term]:
    """As `parse`, with each fault of a row given to `report`; rows that cannot be used are left out.

    Raises:
        DataError: The file is no CSV, or its header is at fault.
    """
    rows = _rows(decode(data, path=path), path)
    misfit = "put cells that hold the delimiter in quotation marks"
    return _table.survey(rows, path=path, report=report, misfit=misfit, ragged=True)


def serialise(terms: Sequence[Term], *, title: str) -> bytes:  # noqa: ARG001  # there is no place for it
    """The concepts as CSV, a row each, in order, under the columns that they use."""
    import csv
    import io

    columns, rows = _cells.table(terms, text=str.strip)
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def losses(terms: Sequence[Term]) -> list[str]:
    """What CSV cannot say of these concepts."""
    return _cells.losses(terms, text=str.strip, what="white space around it goes")


def _rows(text: str, path: str) -> Iterator[tuple[int, list[str]]]:
    import csv
    import io

    delimiter, skipped = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    end = 0
    while True:
        start = end + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            cause = f"not CSV ({error}): check the quotation marks of the row that starts here"
            raise DataError(path, start, cause) from None
        if cells is None:
            return
        end = reader.line_num
        if start > skipped:
            yield start, [_restored(cell) for cell in cells]


def _delimiter(text: str) -> tuple[str, int]:
    """What stands between cells, and how many lines there are above the table."""
    lines = text.splitlines()
    if hint := _HINT.match(lines[0] if lines else ""):
        return hint[1], 1
    header = next((line for line in lines if line.strip() and line[0] != "#"), "")
    return max(_DELIMITERS, key=header.count), 0


def _inert(cell: str) -> str:
    return f"'{cell}" if _ACTIVE.match(cell) else cell


def _restored(cell: str) -> str:
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return cell[1:] if cell[:1] == "'" and _ACTIVE.match(cell) else cell
