import shutil
import subprocess
from pathlib import Path

import pytest

from glossary.errors import DataError
from glossary.formats import csv
from glossary.model import Term

ACTIVE = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1", "''@x"]


def terms(text: str | bytes) -> list[Term]:
    return csv.parse(text if isinstance(text, bytes) else text.encode(), path="g.csv")


def fault(text: str) -> str:
    with pytest.raises(DataError) as caught:
        terms(text)
    return str(caught.value)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_whatever_delimiter_a_spreadsheet_writes_is_read(delimiter: str) -> None:
    text = "zh,en,note\n甲,A,n\n".replace(",", delimiter)
    assert terms(text) == [Term("甲", "A", "term", note="n", path="g.csv", line=2)]


def test_a_line_that_names_the_delimiter_is_heeded() -> None:
    assert terms("sep=;\nzh;en\n甲;A, B\n") == [Term("甲", "A, B", "term", path="g.csv", line=3)]


def test_a_byte_order_mark_and_any_line_ends_are_read() -> None:
    for end in ("\n", "\r\n", "\r"):
        (term,) = terms(b"\xef\xbb\xbf" + f"zh,en{end}甲,A{end}".encode())
        assert (term.zh, term.en) == ("甲", "A")


def test_a_cell_goes_on_over_lines_and_the_next_row_keeps_its_line() -> None:
    first, second = terms('zh,en,note\n甲,A,"one\r\ntwo ""quoted"""\n乙,B,\n')
    assert first.note == 'one\ntwo "quoted"'
    assert (first.line, second.line) == (2, 4)


def test_items_of_a_list_may_stand_on_lines_of_their_own() -> None:
    (term,) = terms('zh,en,allow\n甲,A,"a\nb|c"\n')
    assert term.allow == ("a", "b", "c")


def test_empty_cells_at_the_end_may_be_there_or_not() -> None:
    assert [term.zh for term in terms("zh,en,note,,\n甲,A\n乙,B,n,,,\n,,\n")] == ["甲", "乙"]


def test_a_truth_is_read_as_spreadsheets_write_it() -> None:
    assert [term.free for term in terms("zh,en,free\n甲,A,TRUE\n乙,B,False\n")] == [True, False]


@pytest.mark.parametrize("text", ACTIVE)
def test_what_a_spreadsheet_would_compute_is_made_inert_and_comes_back(text: str) -> None:
    data = csv.serialise([Term("甲", text, "term", note=text)], title="")
    cell = data.decode("utf-8-sig").split("\r\n")[1].split(",")[1]
    assert cell == f"'{text}"
    (term,) = terms(data)
    assert (term.en, term.note) == (text, text)


@pytest.mark.parametrize("text", ["'tis", "a=b", "1-2", "“=”"])
def test_other_cells_stand_as_they_are(text: str) -> None:
    data = csv.serialise([Term("甲", text, "term")], title="")
    assert f"甲,{text}\r\n" in data.decode()
    assert terms(data)[0].en == text


def test_excel_is_told_the_encoding_by_a_byte_order_mark() -> None:
    assert csv.serialise([Term("甲", "A", "term")], title="") == "\ufeffzh,en\r\n甲,A\r\n".encode()


def test_only_columns_that_are_used_are_written() -> None:
    text = csv.serialise([Term("甲", "A", "x", forbid=("b",))], title="").decode("utf-8-sig")
    assert text.partition("\r\n")[0] == "zh,en,kind,forbid"


def test_what_divides_items_cannot_stand_in_one() -> None:
    term = Term("甲", "A", "term", allow=("a|b", "c"), path="g.toml", line=3)
    assert csv.losses([term]) == ["allow: items with a `|` are left out in 1 entry, first 甲 (g.toml:3)"]
    assert terms(csv.serialise([term], title=""))[0].allow == ("c",)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("zh,en\n甲,A,B\n", "g.csv:2: 3 columns where the header has 2: put cells"),
        ('zh,en\n甲,A\n乙,"B\n', "g.csv:3: not CSV"),
        ('zh,en\n乙,"B"x\n', "g.csv:2: not CSV"),
        ("zh,english\n甲,A\n", "g.csv:1: no column en"),
        ("zh,en,notes\n", "g.csv:1: unknown column `notes`: did you mean `note`?"),
        ('zh,en,note\n甲,A,"a\nb"\n乙,B,c\n甲,A,\n', "g.csv:5: 甲 with this rendering is already on line 2"),
        ("\ufeff", "no header row"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, place: str) -> None:
    assert place in fault(text)


def test_libreoffice_keeps_what_is_written(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    written = [
        Term("四个着力", "=four focuses", "slogan", allow=("a", "b"), note="one\ntwo, “three”", free=True),
        Term("三个推进", "three advances", "slogan", since=2017, source='"quoted"'),
    ]
    (tmp_path / "in.csv").write_bytes(csv.serialise(written, title=""))
    table = "Text - txt - csv (StarCalc):44,34,76,1"  # comma, quotation mark, UTF-8, first line
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", f"--infilter={table}", "--convert-to", f"csv:{table}"]
    command += ["--outdir", str(tmp_path / "out"), str(tmp_path / "in.csv")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    data = (tmp_path / "out" / "in.csv").read_bytes()
    assert csv.parse(data, path="x") == csv.parse((tmp_path / "in.csv").read_bytes(), path="x")
