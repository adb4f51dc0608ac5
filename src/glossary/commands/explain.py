"""`glossary explain`: what the rules of `glossary check` and `glossary lint` mean."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.errors import GlossaryError

if TYPE_CHECKING:
    from glossary.checks.model import Example
    from glossary.checks.model import Rule as CheckRule
    from glossary.lint.model import Rule as LintRule

    Rule = CheckRule | LintRule

_WIDTH = 96


def explain(
    rule: Annotated[
        str | None, typer.Argument(metavar="RULE", help="A rule; without one, all are listed.")
    ] = None,
) -> None:
    """Explain a rule of `glossary check` or `glossary lint`: why it matters, with good and bad examples."""
    from glossary import checks, lint
    from glossary.formats import nearest

    known: dict[str, Rule] = {each.name: each for each in checks.rules()}
    known |= {each.name: each for each in lint.rules()}
    if rule is None:
        width = max(map(len, known))
        typer.echo("glossary check, on translations:")
        _list(checks.rules(), width)
        typer.echo("\nglossary lint, on glossary files:")
        _list(lint.rules(), width)
        return
    if rule not in known:
        raise GlossaryError(f"there is no rule {rule}: {nearest(rule, tuple(known))}")
    typer.echo("\n".join(_page(known[rule])))


def _list(rules: "Sequence[Rule]", width: int) -> None:
    for rule in rules:
        state = "on" if rule.default else "off"
        typer.echo(f"  {rule.name:<{width}}  {rule.severity:<7}  {state:<3}  {rule.summary}")


def _page(rule: "Rule") -> Iterator[str]:
    from glossary.checks.model import Rule as CheckRule

    command = "check" if isinstance(rule, CheckRule) else "lint"
    state = "on by default" if rule.default else "off unless selected"
    yield f"{rule.name} (glossary {command}, {rule.severity}, {state})"
    yield ""
    yield rule.summary
    yield ""
    yield from textwrap.wrap(rule.reason, _WIDTH)
    if isinstance(rule, CheckRule) and rule.repair:
        yield ""
        yield "Where there is exactly one right repair, `glossary fix` makes it."
    yield from _of_check(rule) if isinstance(rule, CheckRule) else _of_lint(rule)


def _of_check(rule: "CheckRule") -> Iterator[str]:
    for title, examples in (("Good:", rule.good), ("Bad:", rule.bad)):
        for example in examples:
            yield ""
            yield from _example(title, rule, example)


def _of_lint(rule: "LintRule") -> Iterator[str]:
    """The examples as glossary files, and what is reported on them."""
    from glossary.lint.example import findings

    for title, examples in (("Good:", rule.good), ("Bad:", rule.bad)):
        for example in examples:
            yield ""
            yield title
            yield from (f"  {line}" for line in example.splitlines())
            yield from (
                f"    {found.severity}: line {found.line}: {found.message}"
                for found in findings(rule, example)
            )


def _example(title: str, rule: "CheckRule", example: "Example") -> Iterator[str]:
    """An example as it would stand in a PO file, and what is reported on it."""
    from glossary.example import findings, mended

    yield title
    for row in example.glossary.splitlines():
        yield f"  glossary: {' → '.join(row.split(chr(9))[:2])}"
    for zh, en in example.beside:
        yield f"  before:   {zh} → {en}"
    if example.comment:
        yield f"  #{example.comment}"
    yield from (f"  #. {line}" for line in example.extracted)
    if example.fuzzy:
        yield "  #, fuzzy"
    yield f"  {example.zh}"
    yield f"  {example.en or '(no translation)'}"
    yield from (f"    {finding.severity}: {finding.message}" for finding in findings(rule, example))
    if text := mended(rule, example):
        yield f"    fix: {text}"
