"""Chinese forms that stand more than once, in either script."""

from collections.abc import Iterable, Iterator

from glossary.checks.model import Finding, Severity
from glossary.lint.model import Rule, Run, broken, finding
from glossary.model import Term
from glossary.template import keys


def _check(run: Run) -> Iterable[Finding]:
    yield from broken(RULE, run)
    for entry in run.entries:
        if entry.variants:
            yield from _repeated(entry)


def _repeated(entry: Term) -> Iterator[Finding]:
    """The other forms of an entry that match nothing which an earlier one does not match."""
    seen: dict[str, str] = {}
    full = (entry.zh, *entry.variants)
    for key, form in zip(keys(full), full, strict=True):
        first = seen.setdefault(key, form)
        if first is not form:
            yield finding(RULE, entry, f"{form} matches what {first} matches: leave it out", found=form)


RULE = Rule(
    name="not-unique",
    summary="A Chinese form stands twice, in one entry or in two, in the same script or the other.",
    reason=(
        "A form belongs to one concept: if two entries have it, one of them can never be found. Traditional and"
        " Simplified forms, full-width and half-width ones are the same form, so the second one in an entry is"
        " not needed, and the second entry has to be merged with the first. A later glossary may override an"
        " earlier one; files that are given together may not."
    ),
    severity=Severity.ERROR,
    good=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nzh = ["园林管理局"]\n'
        '["水务局"]\nen = "Water Bureau"\nkind = "institution"\n',
        "zh\ten\n园林局\tParks Bureau\n园林局\tBureau of Parks\n",
    ),
    bad=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\n["園林局"]\nen = "Garden Bureau"\nkind = "institution"\n',
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\n["园林处"]\nen = "Parks"\nkind = "term"\nzh = ["園林局"]\n',
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nzh = ["園林局"]\n',
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nshort = { zh = "园林局", en = "PB" }\n',
        "zh\ten\n园林局\tParks Bureau\n园林局\tParks Bureau\n",
    ),
    check=_check,
)
