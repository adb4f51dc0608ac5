"""`glossary explain`: every rule of `check` and of `lint` is listed and explained."""

from collections.abc import Sequence

import pytest

from glossary import cli, lint
from glossary.checks import rules
from glossary.checks.model import Rule
from glossary.example import findings
from glossary.lint.example import findings as lint_findings
from glossary.lint.model import Rule as LintRule


def explain(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["glossary", "explain", *arguments])
    with pytest.raises(SystemExit) as exit_:
        cli.main()
    return exit_.value.code if isinstance(exit_.value.code, int) else 0


def test_all_rules_are_listed_a_line_each_by_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain(monkeypatch) == 0
    of_check, of_lint = capsys.readouterr().out.split("\n\n")
    assert_lists(of_check, "check", rules())
    assert_lists(of_lint, "lint", lint.rules())


def assert_lists(part: str, command: str, listed: Sequence[Rule | LintRule]) -> None:
    title, *lines = part.splitlines()
    assert title.startswith(f"glossary {command}, ")
    assert [line.split()[0] for line in lines] == [rule.name for rule in listed]
    for line, rule in zip(lines, listed, strict=True):
        assert line.split()[1:3] == [rule.severity, "on" if rule.default else "off"]
        assert line.endswith(rule.summary)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_is_explained_with_what_its_bad_examples_report(
    rule: Rule, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain(monkeypatch, rule.name) == 0
    out = capsys.readouterr().out
    assert rule.summary in out
    assert " ".join(rule.reason.split()) in " ".join(out.split())
    for example in rule.bad:
        assert example.zh in out
        assert all(finding.message in out for finding in findings(rule, example))
    assert f"    {rule.severity}: " in out


@pytest.mark.parametrize("rule", lint.rules(), ids=lambda rule: rule.name)
def test_a_lint_rule_is_explained_with_what_its_bad_examples_report(
    rule: LintRule, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain(monkeypatch, rule.name) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{rule.name} (glossary lint, {rule.severity}, ")
    assert " ".join(rule.reason.split()) in " ".join(out.split())
    for example in rule.bad:
        assert all(line in out for line in example.splitlines())
        assert all(finding.message in out for finding in lint_findings(rule, example))


def test_an_unknown_rule_is_an_error_that_names_the_nearest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain(monkeypatch, "han-lift") == 2
    assert "han-left" in capsys.readouterr().err
