"""`glossary fix`: what it shows, writes and answers."""

from pathlib import Path

import pytest
from afresh import afresh
from shell import Run

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
TERMS = '["国务院"]\nen = "State Council"\nforbid = ["State Department"]\nkind = "institution"\n'
WRONG = (
    '\n# My word.\n#.  left as it is\n#: a.txt:1\n#: b.txt:2\n#, no-wrap\nmsgid ""\n"国务院"\n"开会。"\n'
    'msgstr "The State Department met."\n'
)
COMMA = '\nmsgid "下雨，下雪。"\nmsgstr "It rained，and it snowed."\n'
RIGHT = '\nmsgid "国务院散会。"\nmsgstr "The State Council rose."\n'
DOUBTFUL = '\nmsgid "国务院的会。"\nmsgstr "The State Department\'s meeting."\n'


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return afresh(capsys, monkeypatch)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("glossary.toml").write_text('glossaries = ["terms.toml"]\nlocale = "po"\nbuiltin = false\n')
    Path("terms.toml").write_text(TERMS, encoding="utf-8")
    Path("po").mkdir()
    return tmp_path


def write(*texts: str, name: str = "po/a.po", newline: str = "\n") -> None:
    Path(name).write_bytes((HEADER + "".join(texts)).replace("\n", newline).encode())


def text(name: str = "po/a.po") -> str:
    return Path(name).read_bytes().decode()


def test_repairs_are_shown_as_a_diff_with_status_1_and_nothing_is_written(run: Run) -> None:
    write(RIGHT, WRONG)
    before = text()
    status, out, err = run("fix")
    assert status == 1
    assert out.startswith("--- po/a.po\n+++ po/a.po\n@@ ")
    assert '\n-msgstr "The State Department met."\n+msgstr "The State Council met."\n' in out
    assert err == "1 finding in 1 file to be mended with --write\n"
    assert text() == before


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_with_write_only_the_translations_change_and_check_is_content(run: Run, newline: str) -> None:
    write(RIGHT, WRONG, COMMA, newline=newline)
    before = text()
    assert run("check").status == 1
    status, out, err = run("fix", "--write")
    assert (status, err) == (0, "2 findings in 1 file mended\n")
    assert out.startswith("--- po/a.po\n")
    assert text() == before.replace("State Department", "State Council").replace("，and", ", and")
    assert run("check").status == 0
    assert run("fix") == (0, "", "nothing to mend\n")


def test_the_diff_shows_all_that_writing_would_change(run: Run) -> None:
    write("\n", COMMA)  # one blank line too many
    out = run("fix").out
    assert "\n-\n" in out
    run("fix", "--write")
    assert text() == HEADER + COMMA.replace("，and", ", and")


def test_what_is_left_is_said_with_its_place_and_reason(run: Run) -> None:
    write(DOUBTFUL)
    before = text()
    status, out, err = run("fix", "--write")
    assert (status, out) == (0, "")
    assert err.splitlines() == [
        "po/a.po:4  term-forbidden  国务院: left to you: it stands there inflected, or with other capitals",
        "nothing to mend; 1 finding left to you",
    ]
    assert text() == before


def test_rules_are_selected_and_ignored_on_the_command_line_and_in_the_settings(run: Run) -> None:
    write(WRONG, COMMA)
    assert '+msgstr "It' not in run("fix", "--select", "term-forbidden").out
    assert '+msgstr "It' not in run("fix", "--ignore", "fullwidth-punctuation").out
    with Path("glossary.toml").open("a") as settings:
        settings.write('[check]\nignore = ["term-forbidden"]\n')
    assert "+msgstr" in run("fix").out
    assert "State Council" not in run("fix").out


def test_a_rule_that_mends_nothing_is_bad_usage_and_those_that_do_are_named(run: Run) -> None:
    status, _, err = run("fix", "--select", "term-missing")
    assert status == 2
    assert "term-missing" in err
    assert "term-forbidden" in err


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_mended(run: Run) -> None:
    write(WRONG)
    Path("po/b.po").write_text('msgid "', encoding="utf-8")
    status, _, err = run("fix", "--write")
    assert status == 2
    assert "po/b.po:1: " in err
    assert "State Council met" in text()
    assert text("po/b.po") == 'msgid "'


def test_standard_input_is_refused(run: Run) -> None:
    assert run("fix", "-", given=HEADER).status == 2


def test_a_rule_that_can_mend_says_so_in_its_explanation(run: Run) -> None:
    out = run("explain", "term-forbidden").out
    assert "`glossary fix`" in out
    assert "    fix: The State Council met.\n" in out
    assert "fix" not in run("explain", "term-missing").out
