"""`glossary publish` as a user and a script meet it."""

from functools import partial
from pathlib import Path

import pytest
from shell import Run, shell

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "会议开始。"
msgstr "The meeting began."

#, fuzzy
msgid "天晴。"
msgstr "Rain."

msgid "散会"
msgstr ""
"""
ARTICLE = "会议开始。天晴。\n\n散会\n"
ENGLISH = "The meeting began. ⟦天晴。⟧\n\n⟦散会⟧\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `glossary publish` without the bundled glossary in a folder with an article and its PO file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "a.po").write_text(PO, encoding="utf-8")
    return partial(shell(capsys, monkeypatch, "publish"), "--no-builtin")


def test_the_document_goes_to_standard_output_and_words_to_standard_error(run: Run) -> None:
    done = run("a.txt", "a.po")
    assert (done.status, done.out) == (0, ENGLISH)
    assert done.err == "a.po:8: fuzzy: 天晴。\na.po:11: not translated: 散会\n"


def test_a_file_is_written_and_what_is_in_it_said(run: Run, tmp_path: Path) -> None:
    done = run("a.txt", "a.po", "-o", "out.txt")
    assert (done.status, done.out) == (0, "")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == ENGLISH
    assert done.err.endswith("a.txt: 3 segments, 1 translated, 1 fuzzy, 1 not translated -> out.txt\n")


def test_both_inputs_may_come_on_standard_input_but_one_at_a_time(run: Run) -> None:
    assert run("-", "a.po", given=ARTICLE).out == ENGLISH
    assert run("a.txt", "-", given=PO).out == ENGLISH
    both = run("-", "-")
    assert (both.status, both.out) == (2, "")
    assert "name one of them" in both.err


@pytest.mark.parametrize(("percent", "status"), [("33", 0), ("34", 2), ("100", 2), ("0", 0)])
def test_below_the_percentage_asked_for_nothing_is_written(
    run: Run, tmp_path: Path, percent: str, status: int
) -> None:
    done = run("a.txt", "a.po", "-o", "out.txt", "--complete", percent)
    assert done.status == status
    assert (tmp_path / "out.txt").exists() is (status == 0)
    assert ("33 % of the segments are translated, not" in done.err) is (status == 2)


def test_segments_that_the_po_file_lacks_are_said_with_their_lines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{ARTICLE}新的一段。\n", encoding="utf-8")
    done = run("a.txt", "a.po")
    assert done.status == 0
    assert "a.txt:4: not in the PO file: 新的一段。\n" in done.err
    assert "a.po: lacks 1 of 4 segments of a.txt: run `glossary annotate` on it again" in done.err


def test_a_po_file_of_another_article_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("别的文章。", encoding="utf-8")
    done = run("b.txt", "a.po", "-o", "out.txt")
    assert done.status == 2
    assert done.err.startswith("a.po: has no segment of b.txt: ")
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize("target", ["a.txt", "a.po", "./a.txt", "new.po", "a.docx", "a.html"])
def test_inputs_and_names_of_other_formats_are_not_written_to(run: Run, tmp_path: Path, target: str) -> None:
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    done = run("a.txt", "a.po", "-o", target)
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_link_to_the_source_is_the_source(run: Run, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert run("a.txt", "a.po", "-o", "link.txt").status == 2


def test_the_page_with_both_languages(run: Run, tmp_path: Path) -> None:
    done = run("a.txt", "a.po", "--format", "html", "-o", "page.html")
    assert done.status == 0
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "会议开始。" in text
    assert "The meeting began." in text
    assert run("a.txt", "a.po", "--format", "html", "-o", "page.txt").status == 2


def test_a_glossary_tells_where_emphasis_goes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "terms.toml").write_text(
        '["国务院"]\nen = "State Council"\nkind = "institution"\n', encoding="utf-8"
    )
    (tmp_path / "p.html").write_text("<p><b>国务院</b>开会。</p>", encoding="utf-8")
    entry = '\nmsgid "国务院开会。"\nmsgstr "A meeting of the State Council."\n'
    (tmp_path / "p.po").write_text(entry, encoding="utf-8")
    assert "of the <b>State Council</b>." in run("p.html", "p.po", "--glossary", "terms.toml").out
    without = run("p.html", "p.po")
    assert "<b>" not in without.out
    assert "p.html:1: emphasis left out, its English was not found: 国务院\n" in without.err


@pytest.mark.parametrize(("name", "content"), [("none.txt", None), ("empty.txt", ""), ("bad.docx", "PK")])
def test_an_article_that_cannot_be_read_is_one_line(
    run: Run, tmp_path: Path, name: str, content: str | None
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    done = run(name, "a.po")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{name}: ")
    assert done.err.count("\n") == 1
