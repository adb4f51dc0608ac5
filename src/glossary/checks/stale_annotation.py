"""Extracted comments that `annotate` would write differently today."""

from collections.abc import Iterable

from glossary.checks.model import Example, Finding, Rule, Run, Scope, Severity, finding
from glossary.po import extracted_comments, noted


def _check(run: Run) -> Iterable[Finding]:
    for message in run.messages:
        if message.entry.obsolete:
            continue
        written = [line for line in message.entry.extracted if noted(line)]
        if not written:
            continue
        today = extracted_comments(message.annotations)
        gone = [line for line in written if line not in today]
        new = [line for line in today if line not in written]
        if gone or new:
            yield finding(
                RULE,
                message,
                "the glossary says something else now: run `glossary refresh`",
                expected=tuple(new),
                found="\n".join(gone),
            )


_COUNCIL = "国务院\tState Council\tinstitution"

RULE = Rule(
    name="stale-annotation",
    summary="The comments on an entry are not what the glossary says today.",
    reason=(
        "Translators follow the comments above an entry. When the glossary changes, they are out of date until"
        " `glossary refresh` or `glossary annotate` is run. Entries without such comments are left alone. Off unless selected:"
        " a glossary may change without a fault in any translation."
    ),
    severity=Severity.NOTE,
    default=False,
    scope=Scope.ENTRY,
    good=(
        Example(
            "国务院开会。",
            "The State Council met.",
            _COUNCIL,
            extracted=("国务院 → State Council  [institution]", "Heading"),
        ),
        Example("国务院开会。", "The State Council met.", _COUNCIL, extracted=("Heading",)),
    ),
    bad=(
        Example(
            "国务院开会。",
            "The State Council met.",
            _COUNCIL,
            extracted=("国务院 → Council of State  [institution]",),
        ),
        Example("外交部开会。", "The ministry met.", extracted=("外交部 → Foreign Ministry  [institution]",)),
    ),
    check=_check,
)
