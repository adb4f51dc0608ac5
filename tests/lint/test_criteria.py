"""The criteria for curators name what lint enforces, rule by rule."""

import re

from glossary import curated
from glossary.lint import rules

CRITERIA = (curated.bundled() / "CRITERIA.md").read_text(encoding="utf-8")
ROWS = re.findall(
    r"^\| `([a-z-]+)`( \(off\))? \| .+ \|$", CRITERIA.split("## What lint enforces")[1], re.MULTILINE
)


def test_the_criteria_name_every_rule_of_lint_in_order_and_say_which_are_off() -> None:
    assert [(name, not off) for name, off in ROWS] == [(rule.name, rule.default) for rule in rules()]


def test_lines_of_the_criteria_are_short_enough_to_be_read_in_a_terminal() -> None:
    assert [line for line in CRITERIA.splitlines() if len(line) > 120 and not line.startswith("|")] == []
