"""Findings in each output format."""

import json
import re
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.checks import rules
from glossary.checks.model import Finding, Severity
from glossary.errors import DataError, GlossaryError
from glossary.report import formats, render
from glossary.report.model import Report

MISSING = Finding(
    rule="term-missing",
    severity=Severity.ERROR,
    file="locale/中文 a.po",
    line=12,
    message="四个着力 is not rendered",
    msgid="落实四个着力。",
    term="四个着力",
    expected=("four focuses", "four priorities"),
    found="four strengths",
    excerpt="...on the four strengths of 市...",
)
LEFT = Finding(
    rule="han-left",
    severity=Severity.WARNING,
    file="locale/中文 a.po",
    line=3,
    message="Chinese is left: 管委会",
    msgid="管委会。",
    found="管委会",
    excerpt="本溪 管委会 met",
)
FUZZY = Finding(rule="fuzzy", severity=Severity.NOTE, file="b.po", line=1, message="look at it, 100%:\nnow")
REPORT = Report(findings=[LEFT, MISSING, FUZZY], files=("b.po", "c.po", "locale/中文 a.po"), entries=1234)
BROKEN = Report(
    findings=[],
    files=("c.po",),
    unusable=[DataError("x/a.po", 7, "a & b: close it"), DataError("y.po", None, "empty")],
)
EMPTY = Report(findings=[], files=("c.po",), entries=1)

finding = st.builds(
    Finding,
    rule=st.sampled_from(["term-missing", "fuzzy", "of-nobody"]),
    severity=st.sampled_from(Severity),
    file=st.text(st.characters(codec="utf-8"), min_size=1, max_size=9),
    line=st.integers(min_value=0, max_value=99),
    message=st.text(st.characters(codec="utf-8")),
    msgid=st.text(st.characters(codec="utf-8")),
    term=st.text(st.characters(codec="utf-8"), max_size=5),
    expected=st.tuples(st.text(st.characters(codec="utf-8"), max_size=5)),
    found=st.text(st.characters(codec="utf-8"), max_size=5),
    excerpt=st.text(st.characters(codec="utf-8"), max_size=9),
)


def sarif(report: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render("sarif", report))
    return log


def test_the_formats_are_those_of_the_command_line_contract() -> None:
    assert formats() == ("text", "github", "json", "junit", "sarif")


def test_an_unknown_format_is_an_error_that_names_the_others() -> None:
    with pytest.raises(GlossaryError, match="text, github, json, junit, sarif"):
        render("xml", EMPTY)


def test_text_has_place_severity_rule_and_term_and_counts_at_the_end() -> None:
    text = render("text", REPORT)
    assert re.search(r"^locale/中文 a\.po:12  error    term-missing  四个着力$", text, re.MULTILINE)
    assert text.endswith("\n1 error, 1 warning, 1 note in 2 files; 1,234 entries checked\n")


def test_text_says_what_was_expected_and_marks_the_fault_under_it() -> None:
    lines = render("text", REPORT).splitlines()
    assert "    expected  four focuses; four priorities" in lines
    at = next(number for number, line in enumerate(lines) if "four strengths of" in line)
    assert lines[at + 1].index("^") == lines[at].index("four strengths")
    assert lines[at + 1].count("^") == len("four strengths")


def test_text_counts_two_columns_for_a_han_character() -> None:
    lines = render("text", REPORT).splitlines()
    at = next(number for number, line in enumerate(lines) if "本溪 管委会 met" in line)
    assert lines[at + 1] == " " * (lines[at].index("管委会") + len("本溪")) + "^" * 6


def test_text_has_colours_only_where_asked() -> None:
    assert "\x1b" not in render("text", REPORT)
    coloured = render("text", Report(findings=REPORT.findings, entries=1234, colour=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render("text", REPORT)


def test_text_of_nothing_is_empty() -> None:
    assert render("text", EMPTY) == ""


def test_json_is_the_contract() -> None:
    content = json.loads(render("json", REPORT))
    assert content["findings"][1] == {
        "rule": "term-missing",
        "severity": "error",
        "file": "locale/中文 a.po",
        "line": 12,
        "msgid": "落实四个着力。",
        "term": "四个着力",
        "expected": ["four focuses", "four priorities"],
        "found": "four strengths",
        "message": "四个着力 is not rendered",
    }
    assert content["unusable"] == []
    assert content["summary"] == {
        "errors": 1,
        "warnings": 1,
        "notes": 1,
        "files": 3,
        "files_with_findings": 2,
        "entries": 1234,
    }


def test_formats_for_machines_name_the_files_that_could_not_be_checked() -> None:
    content = json.loads(render("json", BROKEN))
    assert content["unusable"] == [
        {"file": "x/a.po", "line": 7, "message": "a & b: close it"},
        {"file": "y.po", "line": 0, "message": "empty"},
    ]
    assert render("github", BROKEN).splitlines()[0] == (
        "::error file=x/a.po,line=7,title=file not checked::a & b: close it"
    )
    root = ElementTree.fromstring(render("junit", BROKEN))
    assert (root.attrib["tests"], root.attrib["errors"], root.attrib["failures"]) == ("3", "2", "0")
    assert [error.text for error in root.findall(".//error")] == ["x/a.po:7: a & b: close it", "y.po: empty"]
    [run] = sarif(BROKEN)["runs"]
    [invocation] = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert [note["message"]["text"] for note in invocation["toolExecutionNotifications"]] == [
        "a & b: close it",
        "empty",
    ]


def test_where_all_files_could_be_checked_no_format_says_otherwise() -> None:
    assert sarif(REPORT)["runs"][0]["invocations"][0]["executionSuccessful"]
    assert ElementTree.fromstring(render("junit", REPORT)).attrib["errors"] == "0"


def test_github_escapes_what_ends_a_message_or_a_property() -> None:
    lines = render("github", REPORT).splitlines()
    assert lines[1] == (
        "::error file=locale/中文 a.po,line=12,title=term-missing%3A 四个着力::四个着力 is not rendered"
    )
    assert lines[2] == "::notice file=b.po,line=1,title=fuzzy::look at it, 100%25:%0Anow"


def test_junit_has_a_suite_a_file_and_counts_that_add_up() -> None:
    root = ElementTree.fromstring(render("junit", REPORT))
    suites = {suite.attrib["name"]: suite for suite in root}
    assert set(suites) == set(REPORT.files)
    assert (root.attrib["tests"], root.attrib["failures"], root.attrib["skipped"]) == ("4", "2", "1")
    assert sum(int(suite.attrib["tests"]) for suite in root) == len(root.findall(".//testcase"))
    assert len(suites["c.po"].findall("testcase")) == 1
    assert suites["c.po"].find(".//failure") is None
    assert suites["b.po"].find(".//skipped") is not None


def test_sarif_names_version_tool_and_all_rules_with_help() -> None:
    log = sarif(REPORT)
    assert log["version"] == "2.1.0"
    assert log["$schema"].startswith("https://")
    [run] = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "zh-glossary"
    assert [rule["id"] for rule in driver["rules"]] == [rule.name for rule in rules()]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
        assert re.fullmatch("[A-Z][A-Za-z]+", rule["name"])


def test_sarif_results_point_at_their_rule_and_place() -> None:
    [run] = sarif(REPORT)["runs"]
    result = run["results"][1]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "term-missing"
    assert result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 12}
    assert place["artifactLocation"]["uri"] == "locale/%E4%B8%AD%E6%96%87%20a.po"
    assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"


@pytest.mark.parametrize(
    ("file", "uri", "relative"),
    [
        ("./a.po", "a.po", True),
        ("locale\\a.po", "locale/a.po", True),
        ("a:b.po", "a%3Ab.po", True),
        ("/tmp/a b.po", "file:///tmp/a%20b.po", False),
        ("C:\\a b.po", "file:///C:/a%20b.po", False),
    ],
)
def test_sarif_uris_are_relative_to_the_checkout_where_they_can_be(
    file: str, uri: str, relative: bool
) -> None:
    found = Finding(rule="fuzzy", severity=Severity.NOTE, file=file, line=1, message="m")
    [result] = sarif(Report(findings=[found]))["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (location["uri"], "uriBaseId" in location) == (uri, relative)


def test_sarif_fingerprints_stay_when_lines_move() -> None:
    first, second = (
        Finding(rule="fuzzy", severity=Severity.NOTE, file="a.po", line=line, message="m", msgid="好")
        for line in (1, 9)
    )
    results = sarif(Report(findings=[first, second]))["runs"][0]["results"]
    assert results[0]["partialFingerprints"] == results[1]["partialFingerprints"]


def test_sarif_fingerprints_tell_two_findings_in_one_entry_apart() -> None:
    first, second = (
        Finding(rule="han-left", severity=Severity.WARNING, file="a.po", line=1, message="m", found=found)
        for found in ("市长", "县长")
    )
    results = sarif(Report(findings=[first, second]))["runs"][0]["results"]
    assert results[0]["partialFingerprints"] != results[1]["partialFingerprints"]


@given(st.lists(finding, max_size=4))
def test_machine_formats_are_well_formed_whatever_the_texts(findings: list[Finding]) -> None:
    report = Report(findings=findings, files=sorted({each.file for each in findings}))
    assert len(json.loads(render("json", report))["findings"]) == len(findings)
    cases = ElementTree.fromstring(render("junit", report)).findall(".//testcase")
    assert len(cases) == len(findings)
    results = sarif(report)["runs"][0]["results"]
    for each, result in zip(findings, results, strict=True):
        location = result["locations"][0]["physicalLocation"]
        assert re.fullmatch("[!-~]+", location["artifactLocation"]["uri"])
        assert location.get("region", {"startLine": 1})["startLine"] >= 1
        assert unquote(location["artifactLocation"]["uri"]).endswith(each.file[-1].replace("\\", "/"))
    assert render("github", report).count("\n") == len(findings)


@given(finding)
def test_text_never_steers_the_terminal(each: Finding) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", render("text", Report(findings=[each])))
