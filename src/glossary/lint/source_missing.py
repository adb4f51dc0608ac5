"""Renderings that are called official or standard without saying by whom."""

from collections.abc import Iterable

from glossary.checks.model import Finding, Severity
from glossary.lint.model import Rule, Run, broken


def _check(run: Run) -> Iterable[Finding]:
    return broken(RULE, run)


RULE = Rule(
    name="source-missing",
    summary="A rendering is called official or standard and has no source.",
    reason=(
        "Whoever is asked “says who?” needs an answer. `official` is the body's or the state's own English and"
        " `standard` a published rule: name the document, its issuer and year. Where nobody has seen one, the"
        " rendering is this glossary's choice, and its status `house`."
    ),
    severity=Severity.ERROR,
    good=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\n',
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nstatus = "official"\nsource = "parks.example.cn, 2021"\n',
    ),
    bad=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nstatus = "official"\n',
        "zh\ten\tstatus\n园林局\tParks Bureau\tstandard\n",
    ),
    check=_check,
)
