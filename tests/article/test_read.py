import io
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from glossary.article import read
from glossary.errors import DataError, GlossaryError


def texts(path: Path | str, *, encoding: str | None = None) -> list[str]:
    return [block.text for block in read(path, encoding=encoding).blocks]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", "# 题", "# 题"),
        ("a.po.unknown", "# 题", "# 题"),
        ("README", "# 题", "# 题"),
        ("a.md", "# 题", "题"),
        ("A.MARKDOWN", "# 题", "题"),
        ("a.html", "<p>题", "题"),
        ("a.HTM", "<p>题", "题"),
        ("a.xhtml", "<p>题</p>", "题"),
    ],
)
def test_the_ending_of_the_name_picks_the_format(
    tmp_path: Path, name: str, content: str, expected: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert texts(tmp_path / name) == [expected]


def test_the_article_has_the_name_that_the_user_gave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "新闻").mkdir()
    (tmp_path / "新闻" / "a.txt").write_bytes("通知".encode("gb18030"))
    article = read("新闻/a.txt")
    assert (article.file, article.encoding) == ("新闻/a.txt", "gb18030")


def test_a_hyphen_is_standard_input_as_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("# 通知\n".encode("gb18030"))))
    article = read("-")
    assert (article.file, article.blocks[0].text) == ("-", "# 通知")


def test_the_encoding_is_passed_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("通知".encode("gb18030"))
    assert texts(tmp_path / "a.txt", encoding="gbk") == ["通知"]
    with pytest.raises(DataError, match=r"a\.txt:1: "):
        read(tmp_path / "a.txt", encoding="ascii")
    with pytest.raises(GlossaryError, match="'klingon' is no text encoding"):
        read(tmp_path / "a.txt", encoding="klingon")


def test_a_missing_file_a_folder_and_an_impossible_name_are_errors(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"b\.txt: no such file"):
        read(tmp_path / "b.txt")
    with pytest.raises(DataError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(DataError, match="is no file name"):
        read("a\0b")
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    with pytest.raises(DataError, match="cannot be read"):
        read(tmp_path / "a.txt" / "c.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden here")
def test_a_file_without_permission_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(DataError, match="permissions"):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t\n", "\ufeff\u3000\n".encode(), "\ufeff \n".encode("utf-16-le")]
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx"])
def test_a_file_without_text_is_an_error(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DataError):
        read(tmp_path / name)


@pytest.mark.parametrize("content", ["```\n代码\n```\n", "<!-- 无 -->\n"])
def test_a_document_in_which_nothing_is_text_is_an_error(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.md").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match="no text in the file"):
        read(tmp_path / "a.md")


def test_a_docx_under_another_name_is_told_apart_from_other_archives(tmp_path: Path) -> None:
    import docx

    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        docx.Document().save(file)
    with pytest.raises(DataError, match=r"a DOCX file: give its name the ending \.docx"):
        read(path)


def test_reading_text_imports_no_parser(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("通知", encoding="utf-8")
    heavy = ["lxml", "docx", "markdown_it", "charset_normalizer", "jieba", "pypinyin"]
    code = (
        "import sys; from glossary.article import read; read(sys.argv[1]);"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.txt")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"
