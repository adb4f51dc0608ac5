"""Entries that say what templates and rules say without them."""

from collections.abc import Iterable

from glossary.checks.model import Finding, Severity
from glossary.lint.model import Rule, Run, finding
from glossary.lint.trial import Tried
from glossary.model import Status, Term


def _check(run: Run) -> Iterable[Finding]:
    entries = [entry for entry in run.entries if _says_only_its_rendering(entry)]
    tried = run.trial.stretches([("", entry.zh, "") for entry in entries])
    for entry, outcome in zip(entries, tried, strict=True):
        if _is_composed(entry, outcome):
            message = (
                f"“{entry.en}” is composed without this entry: leave it out, or say in a note why it stays"
            )
            yield finding(RULE, entry, message, found=entry.en)


def _says_only_its_rendering(entry: Term) -> bool:
    return not (
        "{" in entry.zh
        or entry.forbid
        or entry.short
        or entry.variants
        or entry.note
        or entry.members
        or entry.status is not Status.HOUSE
    )


def _is_composed(entry: Term, tried: Tried) -> bool:
    for reading in tried.composed:
        own = reading.term is not None and reading.term.zh == entry.zh
        if not own and reading.rendering == entry.en:
            return set(entry.allow) <= set(reading.alternatives)
    return False


RULE = Rule(
    name="needless-entry",
    summary="Templates and rules give the same rendering without the entry.",
    reason=(
        "An entry for each city's bureau is a list that nobody keeps up; the template says it once. Reported are"
        " entries of status house with nothing but a rendering, and accepted ones that are composed too. Off unless"
        " selected: an entry may be there because it was looked up."
    ),
    severity=Severity.NOTE,
    default=False,
    good=(
        '["{city}园林局"]\nen = "{city} Parks Bureau"\nkind = "institution"\n'
        '["松城"]\nen = "Songcheng"\nkind = "place.city"\n'
        '["松城园林局"]\nen = "Parks Authority of Songcheng"\nkind = "institution"\n',
    ),
    bad=(
        '["{city}园林局"]\nen = "{city} Parks Bureau"\nkind = "institution"\n'
        '["松城"]\nen = "Songcheng"\nkind = "place.city"\n'
        '["松城园林局"]\nen = "Songcheng Parks Bureau"\nkind = "institution"\n',
    ),
    check=_check,
)
