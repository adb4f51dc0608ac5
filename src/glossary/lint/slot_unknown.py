"""Slots that nothing fills, or that a rendering and its Chinese form do not share."""

from collections.abc import Iterable

from glossary.checks.model import Finding, Severity
from glossary.lint.model import Rule, Run, broken


def _check(run: Run) -> Iterable[Finding]:
    return broken(RULE, run)


RULE = Rule(
    name="slot-unknown",
    summary="A slot of a template is filled by no kind of term, or is not the same in Chinese and English.",
    reason=(
        "A slot is named by a component of the kinds that may stand in it: `{city}` takes what is `place.city`. A"
        " misspelt slot never matches, and a rendering with another slot than its Chinese form cannot be filled."
    ),
    severity=Severity.ERROR,
    good=(
        '["{city}园林局"]\nen = "{city} Parks Bureau"\nkind = "institution"\n'
        '["松城"]\nen = "Songcheng"\nkind = "place.city"\n',
    ),
    bad=(
        '["{citi}园林局"]\nen = "{citi} Parks Bureau"\nkind = "institution"\n'
        '["松城"]\nen = "Songcheng"\nkind = "place.city"\n',
        '["{city}园林局"]\nen = "Parks Bureau"\nkind = "institution"\n'
        '["松城"]\nen = "Songcheng"\nkind = "place.city"\n',
    ),
    check=_check,
)
