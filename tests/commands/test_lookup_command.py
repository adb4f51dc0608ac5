"""`glossary lookup`: what it prints where, and its exit status."""

import json
from pathlib import Path

import pytest
from shell import Run, shell

TERMS = """
[meta]
kind = "institution"

["国务院"]
en = "State Council"
allow = ["Cabinet"]
forbid = ["State Department"]
note = "Spell out at first mention."
source = "Constitution, 2018"
status = "official"
since = 1954

["国务院办公厅"]
en = "General Office of the State Council"
status = "house"
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command in a folder with a glossary of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms.toml").write_text(TERMS, encoding="utf-8")
    return shell(capsys, monkeypatch, "lookup", "--no-builtin", "--glossary", "terms.toml")


def test_an_entry_is_shown_with_all_that_a_translator_needs(run: Run) -> None:
    outcome = run("國務院", "--limit", "1")
    assert outcome.out.splitlines() == [
        "国务院  State Council  [institution; official; 1954-]",
        "    also          Cabinet",
        "    not           State Department",
        "    note          Spell out at first mention.",
        "    source        Constitution, 2018",
        "    in            terms.toml:5",
    ]
    assert "the first 1 of 2 entries" in outcome.err


def test_json_has_every_field_and_how_the_entry_answers(run: Run) -> None:
    entries = json.loads(run("gwy", "--format", "json").out)["entries"]
    assert [(entry["zh"], entry["match"], entry["status"]) for entry in entries] == [
        ("国务院", "initials", "official")
    ]
    assert entries[0]["forbid"] == ["State Department"]


def test_words_need_no_quotation_marks(run: Run) -> None:
    assert run("state", "council", "--limit", "1").out.startswith("国务院  State Council")


def test_nothing_found_is_said_on_standard_error(run: Run) -> None:
    assert run("xyzzy") == (0, "", "nothing found for xyzzy\n")
    assert json.loads(run("xyzzy", "--format", "json").out) == {"entries": []}


def test_an_empty_query_is_bad_usage(run: Run) -> None:
    outcome = run(" ")
    assert (outcome.status, outcome.out) == (2, "")
    assert "nothing to look up" in outcome.err
