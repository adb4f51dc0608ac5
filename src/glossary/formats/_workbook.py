"""What stands in the sheets of a workbook, as text, with nothing computed. The only openpyxl import but for writing."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

from glossary.errors import DataError, GlossaryError

Row = tuple[int, Sequence[Any]]
"""The number of a row in its sheet, counted from 1, and its cells, as openpyxl has them."""

_LARGEST = 200 * 1024 * 1024
_LARGE, _DENSEST = 20 * 1024 * 1024, 100
"""A workbook of more bytes than the first may not unpack to more than that many times its size."""
_DECLARATIONS = tuple(
    text.encode(code) for text in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_CHUNK = 1 << 20
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
    from glossary.article.signature import not_zip

    if data[:4] != b"PK\x03\x04" and (meaning := not_zip(data)):
        raise DataError(path, None, f"is no workbook but {meaning.partition(':')[0]}: {_ADVICE}")
    with _damage_named(path), zipfile.ZipFile(io.BytesIO(data)) as package:
        size = sum(part.file_size for part in package.infolist())
        if size > _LARGEST or (size > _LARGE and size > _DENSEST * len(data)):
            raise DataError(
                path, None, f"unpacks to {size >> 20} MB, too much for a glossary: save it as .csv"
            )
        for part in package.infolist():
            with package.open(part) as stream:
                _refuse_declarations(stream, path)


def _refuse_declarations(stream: IO[bytes], path: str) -> None:
    """Raises where a part declares a document type, as no spreadsheet does: entities can grow without bounds."""
    before = b""
    while chunk := stream.read(_CHUNK):
        if any(mark in before + chunk for mark in _DECLARATIONS):
            raise DataError(path, None, f"declares XML entities, which no spreadsheet does: {_ADVICE}")
        before = chunk[-32:]


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
    import zlib
    from xml.etree.ElementTree import ParseError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise DataError(path, None, f"is no workbook or is damaged ({error}): {_ADVICE}") from None
    except (
        ParseError,
        SyntaxError,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        OverflowError,
    ) as error:
        cause = f"is a ZIP archive without a sound workbook ({error}): {_ADVICE}"
        raise DataError(path, None, cause) from None
