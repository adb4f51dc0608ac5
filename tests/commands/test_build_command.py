"""`glossary build`: what it writes where, and what it refuses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from shell import Run, shell

TERMS = '[meta]\nkind = "institution"\n["国务院"]\nen = "State Council"\n["国务院办公厅"]\nen = "General Office"\n'
OWN = '[meta]\nkind = "institution"\n["國務院"]\nen = "State Council of China"\n'


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command in a folder with two glossaries and no settings."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms.toml").write_text(TERMS, encoding="utf-8")
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "glossary.toml").write_text("builtin = false\n", encoding="utf-8")
    return shell(capsys, monkeypatch, "build")


def data(document: str) -> Any:
    found = re.search(r'id="data">(.*?)</script', document, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_page_is_one_file_in_a_folder_that_is_made_for_it(run: Run, tmp_path: Path) -> None:
    done = run("--glossary", "terms.toml", "-o", "public/glossary")
    assert (done.status, done.out) == (0, "")
    assert done.err.startswith("public/glossary/index.html: 2 entries from 1 file, ")
    assert [path.name for path in (tmp_path / "public" / "glossary").iterdir()] == ["index.html"]


def test_the_same_glossary_gives_the_same_page(run: Run, tmp_path: Path) -> None:
    run("--glossary", "terms.toml", "-o", "a")
    run("--glossary", str(tmp_path / "terms.toml"), "-o", "b")
    assert Path("a/index.html").read_bytes() == Path("b/index.html").read_bytes()


def test_later_glossaries_override_as_they_do_for_articles(run: Run) -> None:
    found = data(run("--glossary", "terms.toml", "--glossary", "own.toml", "-o", "-").out)
    assert [(entry["zh"], entry["en"]) for entry in found["entries"]] == [
        ("國務院", "State Council of China"),
        ("国务院办公厅", "General Office"),
    ]
    assert found["files"] == ["own.toml", "terms.toml"]


def test_the_projects_own_glossaries_are_in_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "glossary.toml").write_text('builtin = false\nglossaries = ["own.toml"]\n', encoding="utf-8")
    assert [entry["en"] for entry in data(run("-o", "-").out)["entries"]] == ["State Council of China"]


def test_the_bundled_glossary_shows_no_folder_of_this_machine(run: Run, tmp_path: Path) -> None:
    (tmp_path / "glossary.toml").unlink()
    document = run("--glossary", "own.toml", "-o", "-").out
    files = data(document)["files"]
    assert "own.toml" in files
    assert all(file.startswith("bundled/") for file in files if file != "own.toml")
    assert str(tmp_path) not in document


def test_a_page_is_written_anew_and_what_stands_beside_it_stays(run: Run, tmp_path: Path) -> None:
    run("--glossary", "terms.toml", "-o", "site")
    (tmp_path / "site" / "CNAME").write_text("example.org", encoding="utf-8")
    assert run("--glossary", "own.toml", "-o", "site").err.startswith("site/index.html: 1 entry from 1 file")
    assert (tmp_path / "site" / "CNAME").read_text(encoding="utf-8") == "example.org"


def test_somebody_elses_page_is_not_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<title>Ours</title>", encoding="utf-8")
    done = run("--glossary", "terms.toml", "-o", ".")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "index.html: is no page that `glossary build` made; remove it, or name another folder with -o\n"
    )
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "<title>Ours</title>"


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        (("-o", "terms.toml"), "terms.toml: is a file; name a folder for the page with -o"),
        (("--glossary", "own.toml", "-o", "terms.toml/site"), "terms.toml/site: cannot be "),
        (("--glossary", "missing.toml"), "missing.toml: no such file or folder"),
        (("--no-builtin",), "glossary: no entries to show: name a glossary with --glossary"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_nothing(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], cause: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(cause)
    assert done.err.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before
