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
    standing = alone(entry)
    for accepted in renderings(standing):
        message = _inside_a_longer_term(standing, accepted)
        is_reported = any(True for _ in term_forbidden.RULE.check(CheckRun((message,))))
        for rendering in entry.forbid:
            if "{" in rendering or rendering in renderings(standing):
                continue  # no check looks for the first; the second is known from reading the file
            for start, end in find(compile_rendering(rendering, proper=is_proper(standing)), message.english):
                if bare(accepted[start:end]) == bare(accepted):
                    cause = f"the forbidden “{rendering}” is taken for the accepted “{accepted}”"
                elif is_reported:
                    cause = f"the forbidden “{rendering}” stands inside the accepted “{accepted}”"
                else:
                    continue
                yield finding(RULE, entry, f"{cause}: keep one of the two", found=rendering)


def _inside_a_longer_term(standing: Annotation, accepted: str) -> Message:
    """A translation that has the accepted rendering of an entry inside a term which is rendered freely."""
    outer = Annotation(0, standing.end, standing.text, standing.kind, "", parts=(standing,))
    return Message("", Entry(standing.text, accepted, line=1), (outer,))


RULE = Rule(
    name="forbidden-and-allowed",
    summary="A rendering is ruled out that is accepted too, or stands inside one that is.",
    reason=(
        "`check` looks for renderings as English writes them: inflected, with or without articles, with other"
        " capitals, as one word or two. So it cannot tell a forbidden rendering that differs no more than that from"
        " an accepted one. Where a forbidden rendering stands inside an accepted one, the rule asks `check` whether"
        " it would report a right translation."
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
