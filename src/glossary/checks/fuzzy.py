"""Entries whose translation is marked as fuzzy."""

from collections.abc import Iterable

from glossary.checks.model import Example, Finding, Rule, Run, Scope, Severity, finding


def _check(run: Run) -> Iterable[Finding]:
    for message in run.messages:
        entry = message.entry
        if entry.fuzzy and not entry.obsolete:
            yield finding(
                RULE,
                message,
                "marked as fuzzy: compare it with the source, mend it, and take the mark off",
                found=message.text,
            )


RULE = Rule(
    name="fuzzy",
    summary="A translation is marked as fuzzy and has to be looked at.",
    reason=(
        "The source has changed since it was translated, or somebody was not sure. Such an entry is not published"
        " and no other rule judges it. Like untranslated this is work left to do rather than a fault: it is off"
        " unless selected."
    ),
    severity=Severity.NOTE,
    default=False,
    scope=Scope.ENTRY,
    good=(Example("会议昨日召开。", "The meeting was held yesterday."),),
    bad=(Example("会议昨日召开。", "The meeting was held today.", fuzzy=True),),
    check=_check,
)
