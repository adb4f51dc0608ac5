"""Renderings that are ruled out and right at the same time."""

from collections.abc import Iterable, Iterator

from glossary.checks import term_forbidden
from glossary.checks.demand import is_proper, renderings
from glossary.checks.model import Finding, Message, Severity
from glossary.checks.model import Run as CheckRun
from glossary.english import compile_rendering, find
from glossary.lint.model import Rule, Run, broken, finding
from glossary.lint.trial import alone
from glossary.lint.wording import bare
from glossary.model import Annotation, Term
from glossary.po import Entry


def _check(run: Run) -> Iterable[Finding]:
    yield from broken(RULE, run)
    for entry in run.entries:
        if entry.forbid:
            yield from _contradictions(entry)


def _contradictions(entry: Term) -> Iterator[Finding]:
    """What `check` would report of the accepted renderings where the entry is part of a longer term."""
    inner = alone(entry)
    outer = Annotation(0, inner.end, inner.text, inner.kind, "", concept="", parts=(inner,))
    for accepted in renderings(inner):
        message = Message("", Entry(inner.text, accepted, line=1), (outer,))
        if any(True for _ in term_forbidden.RULE.check(CheckRun((message,)))):
            yield from _findings(entry, inner, message, accepted)


def _findings(entry: Term, inner: Annotation, message: Message, accepted: str) -> Iterator[Finding]:
    for rendering in entry.forbid:
        if "{" in rendering or rendering in renderings(inner):
            continue  # no check looks for the first; the second is known from reading the file
        pattern = compile_rendering(rendering, proper=is_proper(inner))
        for start, end in find(pattern, message.english):
            how = "is taken for" if bare(accepted[start:end]) == bare(accepted) else "stands inside"
            cause = f"the forbidden “{rendering}” {how} the accepted “{accepted}”: keep one of the two"
            yield finding(RULE, entry, cause, found=rendering)


RULE = Rule(
    name="forbidden-and-allowed",
    summary="A rendering is ruled out that is accepted too, or stands inside one that is.",
    reason=(
        "`check` looks for a forbidden rendering as English writes it: inflected, with or without articles, and"
        " with other capitals except in names. Where it finds it in an accepted rendering of the same entry, it"
        " would report a right translation. The rule asks `check` itself."
    ),
    severity=Severity.ERROR,
    good=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nforbid = ["Garden Bureau"]\n',
        '["三项清单"]\nen = "three checklists"\nkind = "slogan"\nforbid = ["three check"]\n',
    ),
    bad=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nforbid = ["Parks Bureau"]\n',
        '["三项清单"]\nen = "three checklists"\nkind = "slogan"\nforbid = ["Three Checklist"]\n',
        '["三项清单"]\nen = "three checklists"\nkind = "slogan"\nallow = ["three lists"]\nforbid = ["lists"]\n',
        "zh\ten\tforbid\n园林会\tparks meeting\t\n园林会\tparks conference\tparks meeting\n",
    ),
    check=_check,
)
