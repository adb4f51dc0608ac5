"""`glossary explain`: every rule is listed and explained."""

import pytest

from glossary import cli
from glossary.checks import rules
from glossary.checks.model import Rule
from glossary.example import findings


def explain(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["glossary", "explain", *arguments])
    with pytest.raises(SystemExit) as exit_:
        cli.main()
    return exit_.value.code if isinstance(exit_.value.code, int) else 0


def test_all_rules_are_listed_a_line_each(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain(monkeypatch) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.name for rule in rules()]
    for line, rule in zip(lines, rules(), strict=True):
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


def test_an_unknown_rule_is_an_error_that_names_the_nearest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain(monkeypatch, "han-lift") == 2
    assert "han-left" in capsys.readouterr().err
