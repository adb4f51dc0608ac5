"""Checks: each finds one sort of fault in translations. One file each; all modules here that have a rule are used."""

from collections.abc import Iterable, Sequence
from functools import cache

from glossary import rulebook
from glossary.bulk import uncollected
from glossary.checks import ignore as ignores
from glossary.checks.model import Finding, Rule, Run

_SAYS_MORE = {"term-missing": ("name-mismatch", "term-forbidden")}
"""Rules that say less about the same fault than others do."""


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
def check(run: Run, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> list[Finding]:
    """What the rules find in a run and no comment in a PO file ignores, in order of file, line and term.

    Args:
        run: The messages.
        select: Names of the rules to apply; without any, those that are on by default.
        ignore: Names of rules not to apply.

    Raises:
        GlossaryError: There is no such rule; the message names the nearest.
    """
    chosen = selected(select=select, ignore=ignore)
    return settled([finding for rule in chosen for finding in rule.check(run)], run, chosen)


def settled(findings: Iterable[Finding], run: Run, chosen: Sequence[Rule]) -> list[Finding]:
    """What these rules found in a run, less what another says better and what comments ignore, in order."""
    findings = _without_repetitions(findings)
    findings = ignores.apply(findings, run, [rule.name for rule in chosen])
    return sorted(findings, key=lambda found: (found.file, found.line, found.term, found.rule, found.found))


def _without_repetitions(findings: Iterable[Finding]) -> list[Finding]:
    """The findings less those that another rule has about the same term of the same entry, and says more."""
    findings = list(findings)
    said = {(found.rule, found.file, found.line, found.term) for found in findings}
    return [
        found
        for found in findings
        if not any(
            (rule, found.file, found.line, found.term) in said for rule in _SAYS_MORE.get(found.rule, ())
        )
    ]
