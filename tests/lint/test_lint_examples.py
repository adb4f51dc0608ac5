"""The examples of every lint rule, and what must hold of the rules."""

import re
from collections.abc import Iterator

import pytest

from glossary import checks
from glossary.lint import rules
from glossary.lint.example import findings
from glossary.lint.model import Rule


def _examples(kind: str) -> Iterator[object]:
    for rule in rules():
        for number, example in enumerate(getattr(rule, kind), 1):
            yield pytest.param(rule, example, id=f"{rule.name}-{number}")


@pytest.mark.parametrize(("rule", "example"), list(_examples("good")))
def test_a_rule_is_silent_about_its_good_examples(rule: Rule, example: str) -> None:
    assert findings(rule, example) == []


@pytest.mark.parametrize(("rule", "example"), list(_examples("bad")))
def test_a_rule_finds_fault_with_its_bad_examples(rule: Rule, example: str) -> None:
    found = findings(rule, example)
    assert found
    for finding in found:
        assert (finding.rule, finding.severity) == (rule.name, rule.severity)
        assert finding.file.startswith("example.")
        assert 1 <= finding.line <= example.count("\n")
        assert finding.message
        assert not finding.message.endswith(".")
        assert "\n" not in finding.message


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_good_examples_are_good_by_all_rules(rule: Rule) -> None:
    default = [each for each in rules() if each.default]
    assert [found for text in rule.good for each in default for found in findings(each, text)] == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_says_what_it_is_about(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.summary.endswith(".")
    assert len(rule.reason) > len(rule.summary)
    assert rule.good
    assert rule.bad


def test_rules_have_names_of_their_own_also_among_those_of_check() -> None:
    names = [rule.name for rule in rules()]
    assert names == sorted(set(names))
    assert not {rule.name for rule in checks.rules()} & set(names)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_the_module_of_a_rule_has_its_name(rule: Rule) -> None:
    module = __import__(f"glossary.lint.{rule.name.replace('-', '_')}", fromlist=["RULE"])
    assert module.RULE is rule
