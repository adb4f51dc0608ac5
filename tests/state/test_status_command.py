"""`glossary status`: how far translations are, and what they have to catch up with."""

import json
from pathlib import Path
from typing import Any

import pytest
from afresh import afresh
from shell import Run

ARTICLE = "国务院昨天开会。\n河水上涨了。\n市长到会讲话。\n"
TERMS = '["国务院"]\nen = "State Council"\nkind = "institution"\n["市长"]\nen = "mayor"\nkind = "title"\n'


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return afresh(capsys, monkeypatch)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """A project of one article, annotated, of whose three sentences one is translated."""
    monkeypatch.chdir(tmp_path)
    Path("glossary.toml").write_text('glossaries = ["terms.toml"]\nlocale = "po"\nbuiltin = false\n')
    Path("terms.toml").write_text(TERMS, encoding="utf-8")
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    assert run("annotate", "a.txt").status == 0
    translate("国务院昨天开会。", "The State Council met yesterday.")
    return tmp_path


def translate(msgid: str, msgstr: str, *, flag: str = "", name: str = "po/a.po") -> None:
    path = Path(name)
    text = path.read_text(encoding="utf-8")
    old = f'msgid "{msgid}"\nmsgstr ""'
    assert old in text
    path.write_text(text.replace(old, f'{flag}msgid "{msgid}"\nmsgstr "{msgstr}"'), encoding="utf-8")


def state(run: Run, *arguments: str) -> Any:
    return json.loads(run("status", "--format", "json", *arguments).out)


def test_segments_are_counted_and_weighed_by_their_han_characters(run: Run) -> None:
    translate("河水上涨了。", "The river has risen.", flag="#, fuzzy\n")
    (file,) = state(run)["files"]
    assert file["file"] == "po/a.po"
    assert (file["segments"], file["translated"], file["fuzzy"], file["untranslated"]) == (3, 1, 1, 1)
    assert (file["percent"], file["percent_of_characters"]) == (33, 100 * 7 // 18)
    assert (file["stale"], file["obsolete"]) == (0, 0)


def test_a_message_with_an_empty_plural_form_is_untranslated_and_an_obsolete_one_no_segment(run: Run) -> None:
    with Path("po/a.po").open("a", encoding="utf-8") as file:
        file.write(
            '\nmsgid "人"\nmsgid_plural "人"\nmsgstr[0] "person"\nmsgstr[1] ""\n\n#~ msgid "旧"\n#~ msgstr "old"\n'
        )
    (found,) = state(run)["files"]
    assert (found["segments"], found["untranslated"], found["obsolete"]) == (4, 3, 1)


def test_all_is_well_with_what_was_just_annotated(run: Run) -> None:
    status, out, err = run("status")
    assert (status, err) == (0, "")
    head, line = out.splitlines()
    assert head.split()[:4] == ["file", "segments", "translated", "fuzzy"]
    assert line.split() == ["po/a.po", "3", "1", "0", "2", "0", "33%", "38%", "0", "current"]


def test_a_changed_rendering_is_named_with_the_translations_that_have_the_old_and_the_new(run: Run) -> None:
    translate("市长到会讲话。", "The mayor spoke.")
    Path("terms.toml").write_text(
        TERMS.replace("State Council", "Cabinet").replace("mayor", "Mayor"), encoding="utf-8"
    )
    outcome = run("status")
    assert (
        "  国务院: State Council → Cabinet  [1 entry; translated as before in 1, as now in 0]" in outcome.out
    )
    assert "2 entries with comments of before: `glossary refresh`" in outcome.err
    # Of a title the capital is no difference.
    assert {change["term"]: (change["with_old"], change["with_new"]) for change in state(run)["changes"]} == {
        "国务院": (1, 0),
        "市长": (0, 1),
    }


def test_a_new_term_and_one_that_went_are_changes_too(run: Run) -> None:
    Path("terms.toml").write_text('["河水"]\nen = "river water"\nkind = "term"\n', encoding="utf-8")
    changes = {change["term"]: (change["old"], change["new"]) for change in state(run)["changes"]}
    assert changes == {"国务院": ("State Council", ""), "市长": ("mayor", ""), "河水": ("", "river water")}


def test_an_alternative_more_is_stale_and_no_change_of_the_rendering(run: Run) -> None:
    Path("terms.toml").write_text(TERMS + 'allow = ["city mayor"]\n', encoding="utf-8")
    found = state(run)
    assert found["files"][0]["stale"] == 1
    assert found["changes"] == []


def test_a_sentence_that_the_po_file_lacks_is_shown_with_its_line(run: Run) -> None:
    Path("a.txt").write_text(ARTICLE.replace("河水上涨了", "湖水退了"), encoding="utf-8")
    outcome = run("status")
    assert "a.txt:2: not in po/a.po: 湖水退了。\n" in outcome.out
    assert "a.txt: 1 entry of po/a.po not in the article any more\n" in outcome.out
    assert outcome.err == "1 article changed: run `glossary annotate` on a.txt\n"


def test_an_article_that_was_annotated_by_paragraphs_has_not_changed(run: Run) -> None:
    Path("b.txt").write_text("雨停了。鸟叫了。\n", encoding="utf-8")
    run("annotate", "b.txt", "--segment", "paragraph", "-o", "b.po")
    (article,) = state(run, "b.po")["files"][0]["articles"]
    assert article == {"file": "b.txt", "state": "current", "new": [], "gone": 0, "fault": ""}


def test_articles_are_found_from_a_folder_inside_the_project(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "po")
    (article,) = state(run)["files"][0]["articles"]
    assert article["state"] == "current"


def test_an_article_that_is_gone_or_broken_says_so_and_is_no_error(run: Run) -> None:
    Path("a.txt").write_bytes(b"")
    assert run("status").status == 0
    assert "a.txt: the file is empty" in run("status").out
    Path("a.txt").unlink()
    assert "a.txt: named in po/a.po, and not found" in run("status").out


def test_references_to_what_is_no_article_are_passed_over(run: Run) -> None:
    Path("c.po").write_text('#: src/main.c:3\nmsgid "好"\nmsgstr "good"\n', encoding="utf-8")
    (file,) = state(run, "c.po")["files"]
    assert (file["articles"], file["stale"]) == ([], 0)


def test_a_file_that_annotate_did_not_write_is_never_stale(run: Run) -> None:
    Path("c.po").write_text('msgid "国务院开会"\nmsgstr "It met"\n', encoding="utf-8")
    assert state(run, "c.po")["files"][0]["stale"] == 0


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_shown(run: Run) -> None:
    Path("po/b.po").write_text('msgid "', encoding="utf-8")
    status, out, err = run("status", "po", "nowhere.po")
    assert status == 2
    assert "po/a.po" in out
    assert [line.split(":")[0] for line in err.splitlines()] == ["nowhere.po", "po/b.po"]


def test_several_files_have_a_line_for_all(run: Run) -> None:
    Path("po/b.po").write_text('msgid "好"\nmsgstr "good"\n', encoding="utf-8")
    last = run("status").out.splitlines()[-1]
    assert last.split()[:6] == ["all", "4", "2", "0", "2", "0"]


def test_without_files_and_locale_there_is_nothing_to_show(run: Run) -> None:
    Path("glossary.toml").write_text("builtin = false\n")
    status, _, err = run("status")
    assert (status, err.count("\n")) == (2, 1)
    assert "locale" in err


def test_no_file_is_touched(run: Run) -> None:
    Path("terms.toml").write_text(TERMS.replace("mayor", "head"), encoding="utf-8")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    assert run("status").status == 0
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before
