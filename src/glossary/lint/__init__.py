"""Lint: rules on the glossary files themselves. One file each; all modules here that have a rule are used."""

from collections.abc import Sequence
from functools import cache

from glossary import rulebook
from glossary.bulk import uncollected
from glossary.checks.model import Finding
from glossary.lint.model import Rule, Run


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of the modules in this package, in order of their names."""
    return tuple(rulebook.found(__name__))


def selected(*, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules to apply; see `rulebook.selected`.

    Raises:
        GlossaryError: There is no such rule; the message names the nearest.
    """
    return rulebook.selected(rules(), select=select, ignore=ignore)


@uncollected()
def lint(run: Run, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> list[Finding]:
    """What the rules find in glossary files, in order of file, line and rule.

    Args:
        run: The files.
        select: Names of the rules to apply; without any, those that are on by default.
        ignore: Names of rules not to apply.

    Raises:
        GlossaryError: There is no such rule; the message names the nearest.
    """
    chosen = selected(select=select, ignore=ignore)
    findings = {finding: None for rule in chosen for finding in rule.check(run)}
    return sorted(findings, key=lambda found: (found.file, found.line, found.rule, found.term, found.message))
