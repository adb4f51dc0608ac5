"""Entries that cannot be used: fields that are missing, unknown, empty or of the wrong type."""

from collections.abc import Iterable

from glossary.checks.model import Finding, Severity
from glossary.lint.model import Rule, Run, broken


def _check(run: Run) -> Iterable[Finding]:
    return broken(RULE, run)


RULE = Rule(
    name="entry-malformed",
    summary="An entry cannot be used as it is written.",
    reason=(
        "A field that the format does not know, a rendering that is missing, empty or has white space around it,"
        " an invisible character, a brace that is not closed: other commands stop at the first of these, and lint"
        " names them all. The finding says what to do."
    ),
    severity=Severity.ERROR,
    good=('["河长制"]\nen = "river chief system"\nkind = "term"\nallow = ["river chiefs"]\n',),
    bad=(
        '["河长制"]\nen = "river chief system"\nkind = "term"\nallows = ["river chiefs"]\n',
        '["河长制"]\nkind = "term"\n',
        '["河长制"]\nen = " river chief system"\nkind = "River Term"\n',
        "zh\ten\tkind\n河长制\triver chief system\n",
    ),
    check=_check,
)
