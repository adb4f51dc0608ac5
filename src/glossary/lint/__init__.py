"""Lint: rules on the glossary files themselves. One file each; all modules here that have a rule are used."""

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from glossary.bulk import uncollected
from glossary.checks.model import Finding
from glossary.errors import GlossaryError
from glossary.formats import nearest
from glossary.lint.model import Rule, Run


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of the modules in this package, in order of their names."""
    modules = (import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    found = [module.RULE for module in modules if hasattr(module, "RULE")]
    return tuple(sorted(found, key=lambda rule: rule.name))


def selected(*, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules to apply: those of `select`, or without any those that are on by default, less those of `ignore`.

    Raises:
        GlossaryError: There is no such rule; the message names the nearest.
    """
    known = {rule.name: rule for rule in rules()}
    for name in (*select, *ignore):
        if name not in known:
            raise GlossaryError(f"there is no rule {name}: {nearest(name, tuple(known))}")
    return tuple(
        rule
        for rule in rules()
        if (rule.name in select if select else rule.default) and rule.name not in ignore
    )


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
