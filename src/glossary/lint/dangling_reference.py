"""References to entries that there are not."""

from collections.abc import Iterable

from glossary.checks.model import Finding, Severity
from glossary.lint.model import Rule, Run, finding
from glossary.lint.references import listed, references
from glossary.template import key


def _check(run: Run) -> Iterable[Finding]:
    for entry in run.entries:
        for name in references(entry):
            if not _exists(name, run):
                message = f"the note refers to {name}, which no entry has: add it or correct the name"
                yield finding(RULE, entry, message, found=name)
        for name in listed(entry):
            if not _exists(name, run):
                yield finding(RULE, entry, f"the member {name} {_ADVICE}", found=name)


def _exists(name: str, run: Run) -> bool:
    try:
        return key(name) in run.owners
    except ValueError:
        return False


_ADVICE = "is no entry: add one, or write its English behind it in brackets"

RULE = Rule(
    name="dangling-reference",
    summary="An entry refers to one that does not exist.",
    reason=(
        "A note refers to another entry as `→ 条目`, by any of its Chinese forms. What a number counts stands"
        " under `members`, each as an entry of its own, or with its English in brackets: `道路自信 (path)`. A"
        " reader who follows a reference has to find something."
    ),
    severity=Severity.ERROR,
    good=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nnote = "Not the bureau for water, → 水务局."\n'
        '["水务局"]\nen = "Water Bureau"\nkind = "institution"\n',
        '["两个清单"]\nen = "two lists"\nkind = "slogan"\nmembers = ["权力清单 (of powers)", "责任清单"]\n'
        '["责任清单"]\nen = "list of duties"\nkind = "term"\n',
    ),
    bad=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nnote = "Until 2018, then → 园林绿化局."\n',
        '["两个清单"]\nen = "two lists"\nkind = "slogan"\nmembers = ["权力清单", "责任清单 (of duties)"]\n',
    ),
    check=_check,
)
