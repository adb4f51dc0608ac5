"""Capitals that do not suit what is named."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from glossary.checks.model import Finding, Severity
from glossary.concept import renderings
from glossary.lint.model import Rule, Run, finding
from glossary.lint.wording import content_words
from glossary.model import Term

_SPELT = frozenset({"person", "city", "county", "district", "prefecture", "province"})
"""Kinds whose renderings begin with a name whatever they are."""


def _check(run: Run) -> Iterable[Finding]:
    small, names = _words(run.terms)
    for entry in run.entries:
        for rendering in (entry.en, *entry.allow):
            if cause := _fault(entry, rendering, small - names):
                yield finding(RULE, entry, f"“{rendering}” {cause}", found=rendering)


def _fault(entry: Term, rendering: str, common: frozenset[str]) -> str | None:
    """What is wrong with the capitals of a rendering; `common` are words that are no names."""
    components = set(entry.kind.split("."))
    if components & _SPELT and rendering[0].islower() and rendering == entry.en:
        return "is a name and starts with a small letter"
    first, *others = [*content_words(rendering)] or [""]
    if not others or any(map(str.isdigit, rendering)) or not rendering.startswith(first):
        return None
    capital = first[0].isupper() and not first.isupper()  # an acronym has them always
    if capital and first.casefold() in common and all(map(str.islower, others)):
        return "has a capital at its start only: in a name all words have one, elsewhere none has"
    return None


def _words(terms: Iterable[Term]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that are written small somewhere, and those with a capital behind a small word, which are names."""
    small: set[str] = set()
    names: set[str] = set()
    for words in map(list, _all_words(terms)):
        small.update(word for word in words if word.islower())
        names.update(word.casefold() for before, word in pairwise(words) if _is_name(before, word))
    return frozenset(small), frozenset(names)


def _all_words(terms: Iterable[Term]) -> Iterator[Iterator[str]]:
    for term in terms:
        yield from map(content_words, (*renderings(term), *term.forbid))


def _is_name(before: str, word: str) -> bool:
    return before.islower() and word[0].isupper()


RULE = Rule(
    name="capitals",
    summary="A rendering has capitals that no name and no phrase has.",
    reason=(
        "Translators copy capitals. A name has them on all words but the small ones; a phrase, or a word for many"
        " such bodies, has none. A capital on the first word alone is a sentence's. Which words are names, and keep"
        " their capitals anywhere, is taken from the glossary itself; renderings with figures are left alone. Names"
        " of people and of divisions begin with a capital."
    ),
    severity=Severity.WARNING,
    good=(
        '["园林会"]\nen = "meeting on parks"\nkind = "event"\n["园林局"]\nen = "Parks Bureau"\nkind = "institution"\n',
        '["一行"]\nen = "party"\nkind = "term"\n["党员"]\nen = "Party members"\nkind = "term"\n'
        '["党组"]\nen = "leading Party group"\nkind = "institution"\n',
        '["园林局总部"]\nen = "headquarters of the Parks and Trees Bureau"\nkind = "institution"\n',
        '["打虎拍蝇"]\nen = "swat flies"\nkind = "phrase"\n["特警"]\nen = "SWAT officer"\nkind = "title"\n',
        '["松国"]\nen = "the United Pines"\nkind = "institution"\n["松树"]\nen = "united pines"\nkind = "term"\n',
    ),
    bad=(
        '["植树"]\nen = "Plant trees"\nkind = "phrase"\n["种植"]\nen = "plant"\nkind = "phrase"\n',
        '["园林局"]\nen = "Bureau of parks"\nkind = "institution"\n["园林处"]\nen = "bureau"\nkind = "institution"\n',
        '["马越红"]\nen = "ma Yuehong"\nkind = "person"\n',
    ),
    check=_check,
)
