"""`glossary explain`: what the rules of `glossary check` mean."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.errors import GlossaryError

if TYPE_CHECKING:
    from glossary.checks.model import Example, Rule

_WIDTH = 96


def explain(
    rule: Annotated[
        str | None, typer.Argument(metavar="RULE", help="A rule; without one, all are listed.")
    ] = None,
) -> None:
    """Explain a rule of `glossary check`: why it matters, with good and bad examples."""
    from glossary.checks import rules
    from glossary.formats import nearest

    if rule is None:
        _list(rules())
        return
    known = {each.name: each for each in rules()}
    if rule not in known:
        raise GlossaryError(f"there is no rule {rule}: {nearest(rule, tuple(known))}")
    typer.echo("\n".join(_page(known[rule])))


def _list(rules: tuple["Rule", ...]) -> None:
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        state = "on" if rule.default else "off"
        typer.echo(f"{rule.name:<{width}}  {rule.severity:<7}  {state:<3}  {rule.summary}")


def _page(rule: "Rule") -> Iterator[str]:
    state = "on by default" if rule.default else "off unless selected"
    yield f"{rule.name} ({rule.severity}, {state})"
    yield ""
    yield rule.summary
    yield ""
    yield from textwrap.wrap(rule.reason, _WIDTH)
    for title, examples in (("Good:", rule.good), ("Bad:", rule.bad)):
        for example in examples:
            yield ""
            yield from _example(title, rule, example)


def _example(title: str, rule: "Rule", example: "Example") -> Iterator[str]:
    """An example as it would stand in a PO file, and what is reported on it."""
    from glossary.example import findings

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
