import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from glossary.errors import DataError, GlossaryError
from glossary.formats import xlsx
from glossary.model import Term


def workbook(**sheets: Sequence[Sequence[Any]]) -> bytes:
    """A workbook with these sheets, each given by its rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def terms(data: bytes) -> list[Term]:
    return xlsx.parse(data, path="g.xlsx")


def fault(data: bytes) -> str:
    with pytest.raises(DataError) as caught:
        terms(data)
    assert "\n" not in caught.value.cause
    return str(caught.value)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A workbook with one of its parts exchanged, or a part more."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return file.getvalue()


PLAIN = workbook(S=[["zh", "en"], ["甲", "A"]])


def test_numbers_and_truths_are_read_as_what_they_show() -> None:
    data = workbook(S=[["zh", "en", "since", "free", "note"], ["甲", "A", 2016, True, 1.5]])
    assert terms(data) == [Term("甲", "A", "term", since=2016, free=True, note="1.5", path="g.xlsx", line=2)]


def test_the_line_of_a_term_is_its_row() -> None:
    (term,) = terms(workbook(Names=[["# names"], [], ["zh", "en"], [], ["甲", "A"]]))
    assert (term.path, term.line) == ("g.xlsx", 5)


def test_every_sheet_with_the_columns_is_read_and_no_other() -> None:
    data = workbook(
        A=[["zh", "en"], ["甲", "A"]], Plan=[["who", "=1+1"]], B=[["en", "zh"], ["B", "乙"]], Nothing=[]
    )
    assert [term.zh for term in terms(data)] == ["甲", "乙"]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1", "#N/A", "1949", "3-5", "TRUE", "00012"])
def test_whatever_it_looks_like_text_stays_text(text: str) -> None:
    data = xlsx.serialise([Term("甲", text, "term")], title="")
    cell = openpyxl.load_workbook(io.BytesIO(data)).active["B2"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert terms(data)[0].en == text


def test_the_header_is_frozen_and_cells_are_wrapped_and_wide() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.serialise([Term("甲", "A", "x")], title="Names"))).active
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == ["zh", "en", "kind"]
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet["B2"].alignment.wrap_text
    assert sheet.column_dimensions["B"].width == 40


def test_the_title_is_that_of_the_workbook() -> None:
    assert openpyxl.load_workbook(io.BytesIO(xlsx.serialise([], title="Names"))).properties.title == "Names"


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([["zh", "en"], ["甲", "=1+1"]], "g.xlsx:2: sheet S: a formula in column B: format the cell as text"),
        ([["zh", "en"], ["甲", date(2020, 3, 5)]], "g.xlsx:2: sheet S: a date in column B"),
        ([["zh", "en"], ["甲", "#N/A"]], "g.xlsx:2: sheet S: the error #N/A in column B"),
        (
            [["zh", "en"], ["甲", "A"], [], ["乙", "B", "x"]],
            "g.xlsx:4: sheet S: 3 columns where the header has 2",
        ),
        ([["zh", "en", "since"], ["甲", "A", "soon"]], "g.xlsx:2: sheet S: `since`: 'soon' is no year"),
        ([["zh", "english"]], "g.xlsx:1: sheet S: no column en"),
        ([["中文", "English"]], "g.xlsx: no sheet names the columns zh and en"),
        ([], "g.xlsx: no sheet names the columns zh and en"),
    ],
)
def test_a_fault_is_named_with_its_row(rows: list[list[Any]], place: str) -> None:
    assert place in fault(workbook(S=rows))


def test_a_term_in_two_sheets_is_refused() -> None:
    data = workbook(A=[["zh", "en"], ["国务院", "A"]], B=[["zh", "en"], [], ["國務院", "B"]])
    found = fault(data)
    assert found.startswith(
        "g.xlsx:3: 國務院 is already at g.xlsx:2 in the entry 国务院: merge the two entries"
    )
    assert found.endswith("; the sheets of a workbook are one glossary")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_a_document_type_is_refused(encoding: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'.encode(encoding)
    assert "declares XML entities" in fault(with_part(PLAIN, "xl/sharedStrings.xml", bomb))


def test_what_unpacks_to_too_much_is_refused() -> None:
    assert "unpacks to 201 MB, too much" in fault(with_part(PLAIN, "xl/media/a.bin", bytes(201 << 20)))


def test_a_cell_far_away_costs_nothing() -> None:
    rows = b'<row r="1"><c r="A1" t="inlineStr"><is><t>zh</t></is></c><c r="B1" t="inlineStr"><is><t>en</t></is></c></row>'
    far = b'<row r="2"><c r="XFD2"><v>1</v></c></row>'
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    data = with_part(PLAIN, "xl/worksheets/sheet1.xml", head + rows + far + b"</sheetData></worksheet>")
    assert terms(data) == []


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "is no workbook or is damaged"),
        (b"zh,en\n", "is no workbook or is damaged"),
        (PLAIN[:-40], "is no workbook or is damaged"),
        (with_part(PLAIN, "xl/workbook.xml", b"<x"), "without a sound workbook"),
        (with_part(PLAIN, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"), "sound workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is no workbook but an old Office file"),
        (b"%PDF-1.7", "is no workbook but a PDF file"),
    ],
)
def test_what_is_no_workbook_is_said_to_be_none(data: bytes, cause: str) -> None:
    assert cause in fault(data)


def test_a_text_too_long_for_a_cell_is_refused_with_its_place() -> None:
    with pytest.raises(DataError, match=r"g\.toml:3: 甲 has a text longer than 32,767 characters"):
        xlsx.serialise([Term("甲", "A", "term", note="x" * 40_000, path="g.toml", line=3)], title="")


def test_without_openpyxl_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    for use in (lambda: terms(PLAIN), lambda: xlsx.serialise([], title="")):
        with pytest.raises(GlossaryError, match=r"pip install 'zh-glossary\[xlsx\]'"):
            use()


def test_libreoffice_keeps_what_is_written(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    written = [
        Term("四个着力", "=four focuses", "slogan", allow=("a", "b"), note="one\ntwo, “three”", free=True),
        Term("三个推进", "3-5", "slogan", since=2017, source="007", short=None, members=("x", "y")),
    ]
    (tmp_path / "in.xlsx").write_bytes(xlsx.serialise(written, title=""))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx"]
    command += ["--outdir", str(tmp_path / "out"), str(tmp_path / "in.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    back = xlsx.parse((tmp_path / "out" / "in.xlsx").read_bytes(), path="x")
    assert back == xlsx.parse((tmp_path / "in.xlsx").read_bytes(), path="x")
