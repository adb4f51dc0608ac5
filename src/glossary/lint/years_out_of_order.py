"""Years in which a rendering holds, and that cannot be."""

from collections.abc import Iterable

from glossary.checks.model import Finding, Severity
from glossary.lint.model import Rule, Run, broken


def _check(run: Run) -> Iterable[Finding]:
    return broken(RULE, run)


RULE = Rule(
    name="years-out-of-order",
    summary="A rendering holds since a year later than the one until which it holds, or since no year at all.",
    reason=(
        "`since` is the first year in which a rendering holds and `until` the last. A name that a body had and"
        " the name that it has now are two entries, with the year of the change in both."
    ),
    severity=Severity.ERROR,
    good=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nsince = 2009\nuntil = 2018\n'
        '["园林绿化局"]\nen = "Parks and Greening Bureau"\nkind = "institution"\nsince = 2018\n',
    ),
    bad=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nsince = 2018\nuntil = 2009\n',
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nsince = 20180\n',
    ),
    check=_check,
)
