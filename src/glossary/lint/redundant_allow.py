"""Accepted renderings that are accepted already."""

from collections.abc import Iterable, Iterator

from glossary.checks.demand import is_proper
from glossary.checks.model import Finding, Severity
from glossary.english import compile_rendering, find, prepare
from glossary.lint.model import Rule, Run, finding
from glossary.lint.trial import alone
from glossary.lint.wording import bare, filled
from glossary.model import Term


def _check(run: Run) -> Iterable[Finding]:
    for entry in run.entries:
        if entry.allow:
            yield from _redundant(entry)


def _redundant(entry: Term) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for rendering in (entry.en, *entry.allow):
        earlier = first.setdefault(bare(rendering), rendering)
        if earlier is not rendering and _is_accepted(rendering, earlier, entry):
            yield finding(
                RULE, entry, f"“{rendering}” is accepted where “{earlier}” is: leave it out", found=rendering
            )


def _is_accepted(rendering: str, earlier: str, entry: Term) -> bool:
    """Whether the check takes a rendering for an earlier one; articles do not matter to it."""
    pattern = compile_rendering(filled(earlier), proper=is_proper(alone(entry)))
    text = filled(rendering)
    return any(bare(text[slice(*span)]) == bare(text) for span in find(pattern, prepare(text)))


RULE = Rule(
    name="redundant-allow",
    summary="An accepted rendering differs from an earlier one of the entry by capitals or articles only.",
    reason=(
        "`check` finds a rendering with and without articles, inflected, in British or American spelling, and"
        " with other capitals except in names. What is accepted already only makes the list longer that"
        " translators read. In a name, small letters are another rendering, and may be listed."
    ),
    severity=Severity.WARNING,
    good=(
        '["园林会"]\nen = "parks meeting"\nkind = "event"\nallow = ["meeting on parks"]\n',
        '["松江"]\nen = "Song River"\nkind = "place.water"\nallow = ["Song river"]\n',
    ),
    bad=(
        '["园林会"]\nen = "parks meeting"\nkind = "event"\nallow = ["Parks Meeting"]\n',
        '["松国"]\nen = "Netherwoods"\nkind = "place.country"\nallow = ["the Netherwoods"]\n',
        "zh\ten\tallow\n园林会\tparks meeting\tparks conference|the parks conference\n",
    ),
    check=_check,
)
