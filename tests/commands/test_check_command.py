"""`glossary check`: what it prints where, and its exit status."""

import json
from pathlib import Path

import pytest
from shell import Run, shell

pytestmark = pytest.mark.usefixtures("bare_project")

CLEAN = 'msgid "会议昨日召开。"\nmsgstr "The meeting was held yesterday."\n'
LEFT = '\nmsgid "市长到会。"\nmsgstr "The 市长 attended."\n'
FUZZY = '\n#, fuzzy\nmsgid "好。"\nmsgstr "Fine."\n'
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return shell(capsys, monkeypatch)


def write(name: str, *texts: str) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEADER + "".join(texts), encoding="utf-8")


def test_nothing_found_is_a_friendly_line_and_status_0(run: Run) -> None:
    write("a.po", CLEAN)
    assert run("check", "a.po") == (0, "", "nothing found: 1 entry checked in 1 file\n")


def test_findings_go_to_standard_output_and_status_is_1(run: Run) -> None:
    write("a.po", CLEAN, LEFT)
    status, out, err = run("check", "a.po")
    assert (status, err) == (1, "")
    assert out.startswith("a.po:7  warning  han-left\n")


def test_a_rule_that_was_asked_for_fails_even_with_notes(run: Run) -> None:
    write("a.po", CLEAN, FUZZY)
    status, out, _ = run("check", "a.po", "--select", "fuzzy")
    assert status == 1
    assert "a.po:8  note     fuzzy" in out


def test_a_folder_stands_for_all_po_files_in_and_below_it(run: Run) -> None:
    write("locale/a.po", LEFT)
    Path("locale/deep").mkdir()
    write("locale/deep/b.po", LEFT)
    status, out, _ = run("check", "locale", "--format", "json")
    assert status == 1
    assert [found["file"] for found in json.loads(out)["findings"]] == ["locale/a.po", "locale/deep/b.po"]


def test_without_paths_the_locale_of_the_project_is_checked(run: Run) -> None:
    Path("glossary.toml").write_text('builtin = false\nlocale = "po"\n', encoding="utf-8")
    write("po/a.po", LEFT)
    assert run("check").status == 1


def test_without_paths_and_locale_there_is_nothing_to_check(run: Run) -> None:
    status, _, err = run("check")
    assert status == 2
    assert "locale" in err


def test_a_file_that_does_not_parse_is_one_line_and_the_others_are_checked(run: Run) -> None:
    write("a.po", LEFT)
    Path("b.po").write_text('msgid "a"\nmsgstr "b\n', encoding="utf-8")
    status, out, err = run("check", "a.po", "b.po")
    assert status == 2
    assert "han-left" in out
    assert err.startswith("b.po:2: ")
    assert err.count("\n") == 1


def test_a_dash_is_standard_input(run: Run) -> None:
    outcome = run("check", "-", "--jobs", "2", "--format", "json", given=HEADER + LEFT)
    [finding] = json.loads(outcome.out)["findings"]
    assert (outcome.status, finding["file"], finding["found"]) == (1, "-", "市长")


def test_a_path_that_does_not_exist_is_bad_input(run: Run) -> None:
    status, _, err = run("check", "nowhere.po")
    assert status == 2
    assert "nowhere.po" in err


def test_several_processes_find_the_same(run: Run) -> None:
    write("a.po", LEFT)
    write("b.po", CLEAN)
    assert run("check", "a.po", "b.po", "--jobs", "2") == run("check", "a.po", "b.po")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_bad_usage_and_the_nearest_is_named(run: Run, option: str) -> None:
    write("a.po", CLEAN)
    status, _, err = run("check", "a.po", option, "han-lift")
    assert status == 2
    assert "han-left" in err


def test_an_unknown_format_is_bad_usage(run: Run) -> None:
    write("a.po", CLEAN)
    assert run("check", "a.po", "--format", "yaml").status == 2


def test_rules_are_selected_and_ignored(run: Run) -> None:
    write("a.po", LEFT)
    assert run("check", "a.po", "--ignore", "han-left").status == 0
    assert run("check", "a.po", "--select", "unbalanced-marks").status == 0


def test_settings_select_ignore_and_name_the_baseline(run: Run) -> None:
    write("a.po", LEFT)
    Path("glossary.toml").write_text('builtin = false\n[check]\nignore = ["han-left"]\n', encoding="utf-8")
    assert run("check", "a.po").status == 0
    assert run("check", "a.po", "--select", "han-left").status == 1
    Path("glossary.toml").write_text('builtin = false\n[check]\nbaseline = "b.json"\n', encoding="utf-8")
    assert run("check", "a.po", "--update-baseline").status == 0
    assert run("check", "a.po").status == 0


def test_an_unknown_setting_is_an_error(run: Run) -> None:
    Path("glossary.toml").write_text("[check]\nselekt = []\n", encoding="utf-8")
    status, _, err = run("check", "a.po")
    assert status == 2
    assert "glossary.toml" in err


def test_output_goes_to_a_file_and_the_summary_to_standard_error(run: Run) -> None:
    write("a.po", LEFT)
    status, out, err = run("check", "a.po", "--format", "junit", "-o", "report.xml")
    assert (status, out) == (1, "")
    assert Path("report.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert err == "0 errors, 1 warning in 1 file; 1 entry checked\n"


def test_a_baseline_is_made_hides_and_shrinks(run: Run) -> None:
    write("a.po", LEFT)
    assert run("check", "a.po", "--baseline", "b.json").status == 2
    assert run("check", "a.po", "--baseline", "b.json", "--update-baseline").status == 0
    assert run("check", "a.po", "--baseline", "b.json").status == 0

    new = LEFT.replace("到会", "讲话")
    write("a.po", LEFT, new)
    before = Path("b.json").read_bytes()
    assert run("check", "a.po", "--baseline", "b.json", "--update-baseline").status == 1
    assert Path("b.json").read_bytes() == before

    write("a.po", CLEAN)
    assert "found no more" in run("check", "a.po", "--baseline", "b.json").err
    assert Path("b.json").read_bytes() == before
    run("check", "a.po", "--baseline", "b.json", "--update-baseline")
    assert json.loads(Path("b.json").read_bytes())["findings"] == []


def test_a_broken_baseline_is_bad_input(run: Run) -> None:
    write("a.po", CLEAN)
    Path("b.json").write_text("{", encoding="utf-8")
    status, _, err = run("check", "a.po", "--baseline", "b.json")
    assert status == 2
    assert err.startswith("b.json")


def test_updating_needs_a_baseline(run: Run) -> None:
    write("a.po", CLEAN)
    assert run("check", "a.po", "--update-baseline").status == 2


def test_a_glossary_of_the_user_counts(run: Run) -> None:
    Path("terms.tsv").write_text("zh\ten\tkind\n市长\tmayor\ttitle\n", encoding="utf-8")
    write("a.po", 'msgid "市长到会。"\nmsgstr "The governor attended."\n')
    assert run("check", "a.po").status == 0
    status, out, _ = run("check", "a.po", "--glossary", "terms.tsv", "--format", "json")
    assert status == 1
    [found] = json.loads(out)["findings"]
    assert (found["rule"], found["term"], found["expected"]) == ("term-missing", "市长", ["mayor"])


@pytest.mark.parametrize("bad", ["gone.po", "broken.po", "n" * 5000])
def test_a_baseline_is_neither_made_nor_changed_where_a_file_cannot_be_read(run: Run, bad: str) -> None:
    write("a.po", LEFT)
    Path("broken.po").write_text('msgid "', encoding="utf-8")
    status, out, err = run("check", "a.po", bad, "--baseline", "b.json", "--update-baseline")
    assert (status, "han-left" in out, "not written" in err) == (2, True, True)
    assert not Path("b.json").exists()

    assert run("check", "a.po", "--baseline", "b.json", "--update-baseline").status == 0
    before = Path("b.json").read_bytes()
    write("a.po", CLEAN)
    assert run("check", "a.po", bad, "--baseline", "b.json", "--update-baseline").status == 2
    assert Path("b.json").read_bytes() == before


def test_a_fault_that_takes_the_place_of_a_recorded_one_is_reported(run: Run) -> None:
    write("a.po", LEFT)
    run("check", "a.po", "--baseline", "b.json", "--update-baseline")
    write("a.po", LEFT.replace("The 市长 attended", "The mayor 到会"))
    status, out, _ = run("check", "a.po", "--baseline", "b.json")
    assert status == 1
    assert "到会" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("n" * 5000,),
        ("a.po", "--glossary", "n" * 5000),
        ("a.po", "--baseline", "n" * 5000),
        ("a.po", "-o", "n" * 5000),
    ],
    ids=["source", "glossary", "baseline", "output"],
)
def test_a_path_too_long_for_the_system_is_bad_input(run: Run, arguments: tuple[str, ...]) -> None:
    write("a.po", LEFT)
    status, _, err = run("check", *arguments)
    assert status == 2
    assert "nnn: cannot be" in err
