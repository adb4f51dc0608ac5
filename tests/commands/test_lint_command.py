"""`glossary lint`: which files it lints, what it prints where, and its exit status."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from shell import Outcome, Run, shell

from glossary import curated, lint

pytestmark = pytest.mark.usefixtures("bare_project")

CLEAN = '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\n'
CURLY = '["水务局"]\nen = "Workers’ Water Bureau"\nkind = "institution"\n'


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return shell(capsys, monkeypatch, "lint")


@pytest.fixture
def bundled(bare_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that stands for the bundled glossaries, which the settings use; it has a fault."""
    folder = bare_project / "theirs"
    folder.mkdir()
    monkeypatch.setattr(curated, "bundled", lambda: folder)
    write("glossary.toml", "")
    write("theirs/places.tsv", "zh\ten\tkind\n松城\tSongcheng\tplace.city\n")
    write("theirs/water.toml", CURLY)


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def files(outcome: Outcome) -> list[str]:
    return [found["file"] for found in json.loads(outcome.out)["findings"]]


def test_nothing_found_is_a_friendly_line_and_status_0(run: Run) -> None:
    write("a.toml", CLEAN)
    assert run("a.toml") == (0, "", "nothing found: 1 entry checked in 1 file\n")


def test_findings_go_to_standard_output_and_status_is_1(run: Run) -> None:
    write("a.toml", CLEAN + CURLY)
    status, out, err = run("a.toml", "--ignore", "unsorted")
    assert (status, err) == (1, "")
    assert out.startswith("a.toml:4  error    punctuation  水务局\n")
    assert out.endswith("\n1 error, 0 warnings in 1 file; 2 entries checked\n")


def test_all_faults_of_all_files_are_found_where_other_commands_stop_at_the_first(run: Run) -> None:
    fault = 'status = "official"\nsince = 2016\nuntil = 2015\n'
    write("a.toml", CLEAN + fault + '["水务局"]\nkind = "institution"\n')
    write("b.tsv", "zh\ten\tkind\n丙\tC\n丁\t\tterm\n")
    status, out, _ = run("a.toml", "b.tsv", "--format", "json")
    assert status == 1
    assert [(found["rule"], found["file"], found["line"]) for found in json.loads(out)["findings"]] == [
        ("source-missing", "a.toml", 4),
        ("years-out-of-order", "a.toml", 5),
        ("entry-malformed", "a.toml", 7),
        ("entry-malformed", "b.tsv", 2),
        ("entry-malformed", "b.tsv", 3),
    ]


def test_a_file_that_does_not_parse_is_one_line_and_the_others_are_linted(run: Run) -> None:
    write("a.toml", CURLY)
    write("b.toml", '["园林局"\n')
    status, out, err = run("a.toml", "b.toml")
    assert status == 2
    assert "punctuation" in out
    assert err.startswith("b.toml:1: ")
    assert err.splitlines()[0].count("b.toml") == 1


@pytest.mark.parametrize("path", ["nowhere.toml", "n" * 5000, "folder", "a.doc"])
def test_a_path_without_a_glossary_is_bad_input(run: Run, path: str) -> None:
    Path("folder").mkdir()
    Path("a.doc").touch()
    status, out, err = run(path)
    assert (status, out) == (2, "")
    assert path in err
    assert err.count("\n") == 1


def test_files_of_one_folder_may_not_share_a_form_but_two_paths_may(run: Run) -> None:
    write("house/a.toml", CLEAN)
    write("house/b.toml", CLEAN.replace("园林局", "園林局"))
    assert "not-unique" in run("house").out
    assert run("house/a.toml", "house/b.toml").status == 0


@pytest.mark.usefixtures("bundled")
def test_without_paths_the_glossaries_of_the_project_are_linted(run: Run) -> None:
    write("glossary.toml", 'glossaries = ["house"]\n')
    write("house/a.toml", CURLY)
    assert files(run("--format", "json")) == ["house/a.toml"]


@pytest.mark.usefixtures("bundled")
def test_without_paths_and_glossaries_of_its_own_the_bundled_ones_are(run: Run) -> None:
    assert files(run("--format", "json")) == ["theirs/water.toml"]


def test_without_anything_to_lint_it_says_so(run: Run) -> None:
    status, _, err = run()
    assert status == 2
    assert "nothing to lint" in err


@pytest.mark.usefixtures("bundled")
def test_only_what_is_named_is_reported_and_everything_in_force_counts(run: Run) -> None:
    write("a.toml", '["{city}园林局"]\nen = "{city} Parks Bureau"\nkind = "institution"\n')
    assert run("a.toml").status == 0
    assert run("theirs/places.tsv").status == 0
    assert files(run("theirs/water.toml", "--format", "json")) == ["theirs/water.toml"]
    assert "slot-unknown" in run("a.toml", "--no-builtin").out


def test_rules_are_selected_and_ignored(run: Run) -> None:
    write("a.toml", CURLY)
    assert run("a.toml", "--select", "punctuation").status == 1
    assert run("a.toml", "--select", "capitals").status == 0
    assert run("a.toml", "--ignore", "punctuation").status == 0
    assert run("a.toml", "--select", "punctuation", "--ignore", "punctuation").status == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_bad_usage_and_the_nearest_is_named(run: Run, option: str) -> None:
    write("a.toml", CLEAN)
    status, _, err = run("a.toml", option, "punctuations")
    assert status == 2
    assert "did you mean `punctuation`" in err


def test_an_unknown_format_is_bad_usage(run: Run) -> None:
    write("a.toml", CLEAN)
    assert run("a.toml", "--format", "yaml").status == 2


def test_output_goes_to_a_file_and_never_over_a_glossary(run: Run) -> None:
    write("a.toml", CURLY)
    status, out, err = run("a.toml", "--format", "junit", "-o", "report.xml")
    assert (status, out, err) == (1, "", "1 error, 0 warnings in 1 file; 1 entry checked\n")
    suites = ElementTree.fromstring(Path("report.xml").read_text(encoding="utf-8"))
    assert suites.attrib["name"] == "glossary lint"
    assert run("a.toml", "-o", "a.toml").status == 2
    assert Path("a.toml").read_text(encoding="utf-8") == CURLY


def test_sarif_names_the_rules_of_lint_and_points_to_the_entry(run: Run) -> None:
    write("a.toml", "\n" + CURLY)
    [log] = json.loads(run("a.toml", "--format", "sarif").out)["runs"]
    assert [rule["id"] for rule in log["tool"]["driver"]["rules"]] == [rule.name for rule in lint.rules()]
    [result] = log["results"]
    assert log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "punctuation"
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 2}


def test_json_has_the_same_fields_as_the_findings_of_check(run: Run) -> None:
    write("a.toml", CURLY)
    [found] = json.loads(run("a.toml", "--format", "json").out)["findings"]
    assert list(found) == [
        *("rule", "severity", "file", "line", "msgid", "term", "expected", "found", "message"),
    ]
    assert (found["term"], found["found"], found["msgid"]) == ("水务局", "Workers’ Water Bureau", "")
