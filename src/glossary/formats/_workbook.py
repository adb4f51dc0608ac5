"""What stands in the sheets of a workbook, as text, with nothing computed. The only openpyxl import but for writing."""

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from glossary.errors import DataError, GlossaryError

if TYPE_CHECKING:
    from glossary.office import Sort

Row = tuple[int, Sequence[Any]]
"""The number of a row in its sheet, counted from 1, and its cells, as openpyxl has them."""

_WIDEST = 64
"""Columns that are looked at: more than a glossary has."""
_ADVICE = "save it again as .xlsx in Excel, WPS or LibreOffice"


def openpyxl() -> Any:
    """The library.

    Raises:
        GlossaryError: It is not installed.
    """
    try:
        import openpyxl
    except ImportError:
        raise GlossaryError("workbooks need openpyxl: pip install 'zh-glossary[xlsx]'") from None
    return openpyxl


def sheets(data: bytes, *, path: str) -> Iterator[tuple[str, Iterator[Row]]]:
    """The sheets of a workbook by name, each with its rows, to be read before the next sheet.

    Raises:
        DataError: The data is no workbook, unpacks to more than is sensible, or declares XML entities.
        GlossaryError: openpyxl is not installed.
    """
    library = openpyxl()
    _refuse(data, path)
    with _damage_named(path):
        workbook = library.load_workbook(io.BytesIO(data), read_only=True)
    for sheet in workbook.worksheets:
        # What a file says of its size may be wrong, and rows would be missing.
        sheet.reset_dimensions()
        yield sheet.title, _rows(sheet.iter_rows(max_col=_WIDEST), path)


def texts(rows: Iterator[Row], *, path: str) -> Iterator[tuple[int, list[str]]]:
    """These rows with what stands in their cells, as text.

    Raises:
        DataError: A cell holds no text but a formula, a date or an error.
    """
    return ((number, [_text(cell, path, number) for cell in cells]) for number, cells in rows)


def _refuse(data: bytes, path: str) -> None:
    """Raises for what must not be unpacked or parsed."""
    from glossary import office
    from glossary.article.signature import not_zip

    if meaning := not_zip(data):
        raise DataError(path, None, f"is no workbook but {meaning.partition(':')[0]}: {_ADVICE}")
    office.refuse(data, _sort(), path=path)


def _sort() -> "Sort":
    from glossary import office

    return office.Sort(
        name="workbook", holds="workbook", again=_ADVICE, smaller="a glossary: save it as .csv"
    )


def _rows(cells: Iterator[Sequence[Any]], path: str) -> Iterator[Row]:
    number = 0
    while True:
        number += 1
        with _damage_named(path):
            row = next(cells, None)
        if row is None:
            return
        yield number, row


def _text(cell: Any, path: str, number: int) -> str:
    """What stands in a cell."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if cell.data_type == "s":
        return str(value).replace("\r\n", "\n")
    if cell.data_type == "n":
        return str(int(value)) if float(value).is_integer() else str(value)
    what = {"f": "a formula", "d": "a date", "e": f"the error {value}"}.get(cell.data_type, "no text")
    cause = f"{what} in column {cell.column_letter}: format the cell as text and write what is meant"
    raise DataError(path, number, cause)


@contextmanager
def _damage_named(path: str) -> Iterator[None]:
    """Makes a `DataError` of what openpyxl lets through where a part is missing or is not what it should be."""
    from glossary import office

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with office.sound(_sort(), path=path):
            yield
