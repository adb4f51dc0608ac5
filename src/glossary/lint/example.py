"""The examples of the rules, linted: what a rule finds in them is what its manual page shows."""

from glossary.checks.model import Finding
from glossary.lint.model import Rule
from glossary.lint.reading import run_of


def findings(rule: Rule, example: str) -> list[Finding]:
    """What a rule finds in an example, with no other glossary."""
    return list(rule.check(run_of(example)))
