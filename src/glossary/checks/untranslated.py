"""Entries without a translation."""

from collections.abc import Iterable

from glossary.checks.model import Example, Finding, Rule, Run, Scope, Severity, finding


def _check(run: Run) -> Iterable[Finding]:
    for message in run.messages:
        entry = message.entry
        forms = entry.msgstr_plural or (entry.msgstr,)
        if entry.obsolete or entry.fuzzy or all(forms):
            continue
        yield finding(
            RULE,
            message,
            "a plural form is not translated yet" if any(forms) else "not translated yet",
        )


RULE = Rule(
    name="untranslated",
    summary="An entry has no translation yet.",
    reason=(
        "It is a list of what is left to do, not of faults, and in a new file it names every entry: so it is off"
        " unless selected. Select it before a release."
    ),
    severity=Severity.NOTE,
    default=False,
    scope=Scope.ENTRY,
    good=(Example("会议昨日召开。", "The meeting was held yesterday."),),
    bad=(Example("会议昨日召开。", ""),),
    check=_check,
)
