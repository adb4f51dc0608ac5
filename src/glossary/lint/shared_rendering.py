"""Concepts that English does not tell apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from glossary.checks.model import Finding, Severity
from glossary.concept import forms
from glossary.lint.model import Rule, Run, finding
from glossary.lint.wording import bare
from glossary.model import Term
from glossary.recognise.model import BOUND

_NOT_COMPARED = frozenset({"person", "place", "title"})
"""Kinds whose renderings agree without a fault: names by their sound, and posts, as 局长 and 处长 are both Director."""
_SHOWN = 3


def _check(run: Run) -> Iterable[Finding]:
    linted = {(entry.path, entry.zh) for entry in run.entries}
    groups: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in run.terms:
        kind, *narrower = term.kind.split(".")
        if not (term.free or kind in _NOT_COMPARED or BOUND in narrower):
            groups[kind, bare(term.en)].append(term)
    for group in groups.values():
        if len(group) > 1:
            yield from (
                _finding(entry, others)
                for entry, others in _undeclared(group)
                if (entry.path, entry.zh) in linted
            )


def _undeclared(group: Sequence[Term]) -> Iterator[tuple[Term, list[Term]]]:
    """The concepts that neither name another one of the group in their note nor are named in one, with those others.

    The first one may stand unless others have been declared: it is what the second is compared with.
    """
    found = []
    for entry in group:
        # Two entries with one key are one concept, which is another rule's business.
        others = [other for other in group if other.zh != entry.zh and _overlap(entry, other)]
        if others and not any(_named(entry, other) or _named(other, entry) for other in others):
            found.append((entry, others))
    yield from found[1:] if len(found) == len(group) else found


def _overlap(one: Term, other: Term) -> bool:
    """Whether there is a year in which both renderings hold."""
    start = max(one.since or 0, other.since or 0)
    return start <= min(one.until or 9999, other.until or 9999)


def _named(one: Term, other: Term) -> bool:
    """Whether the note of one concept names the other."""
    return bool(one.note) and any(form in one.note for form in forms(other))


def _finding(entry: Term, others: Sequence[Term]) -> Finding:
    names = ", ".join(other.zh for other in others[:_SHOWN])
    more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
    message = f"{names}{more} has the rendering “{entry.en}” too: merge them, tell them apart, or name one in the note"
    return finding(RULE, entry, message, found=entry.en)


RULE = Rule(
    name="shared-rendering",
    summary="Two concepts of one sort have the same preferred rendering, and neither note says so.",
    reason=(
        "Either the two are one concept, and belong in one entry with both Chinese forms; or a reader of English"
        " cannot tell apart what the source tells apart, and one of them needs another rendering; or it is on"
        " purpose. Then the note of one names the other (`As → 园林局.`). Capitals and articles do not count, nor do"
        " digits of slots. Names of people and places, whose spelling follows the sound, are not compared, nor are"
        " posts, what is `free`, and concepts whose years do not overlap."
    ),
    severity=Severity.WARNING,
    good=(
        '["园林处"]\nen = "Parks Bureau"\nkind = "institution"\nnote = "Of a district; also → 园林局."\n'
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\n',
        '["厅长"]\nen = "Director"\nkind = "title"\n["局长"]\nen = "Director"\nkind = "title"\n',
        '["园林处"]\nen = "Parks Bureau"\nkind = "institution"\nuntil = 2009\n'
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nsince = 2010\n',
        "zh\ten\tkind\n松城\tSongcheng\tplace.city\n淞城\tSongcheng\tplace.city\n",
    ),
    bad=(
        '["园林处"]\nen = "Parks Bureau"\nkind = "institution"\n'
        '["园林局"]\nen = "the Parks bureau"\nkind = "institution"\n',
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nsince = 2009\n'
        '["园林处"]\nen = "Parks Bureau"\nkind = "institution"\nuntil = 2012\n',
        '["{city}市园林局"]\nen = "{city} Parks Bureau"\nkind = "institution"\n'
        '["{city}市公园局"]\nen = "{city} Parks Bureau"\nkind = "institution"\n'
        '["松城"]\nen = "Songcheng"\nkind = "place.city"\n',
    ),
    check=_check,
)
