"""One name of the source, rendered in two accepted ways."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from glossary.checks.assign import Mention, Way
from glossary.checks.model import Example, Finding, Message, Rule, Run, Severity, finding
from glossary.english import compile_rendering, find, prepare
from glossary.excerpt import excerpt
from glossary.normalise import fold

Uses = dict[str, list[tuple[Message, Mention]]]


def _check(run: Run) -> Iterable[Finding]:
    # By form: an abbreviation in the source may well be one in the translation.
    by_form: defaultdict[tuple[str, str], Uses] = defaultdict(dict)
    for assigned in run.assigned:
        for mention in assigned.mentions:
            if mention.way is Way.AS_LISTED:
                uses = by_form[mention.term, fold(mention.annotation.text)]
                same = next((known for known in uses if _alike(known, mention.rendering)), mention.rendering)
                uses.setdefault(same, []).append((assigned.message, mention))
    reported: set[str] = set()
    for (term, _), uses in by_form.items():
        if len(uses) > 1 and term not in reported:
            reported.add(term)
            yield _finding(term, uses)


@lru_cache(maxsize=1 << 12)
def _alike(one: str, other: str) -> bool:
    """Whether two renderings differ only in inflection, capitals, word order, or as an acronym from its words."""
    if one == other or any(text.isupper() and " " not in text for text in (one, other)):
        return True
    return any(
        find(compile_rendering(first, proper=False), prepare(second)) == [(0, len(second))]
        for first, second in ((one, other), (other, one))
    )


def _finding(term: str, uses: Uses) -> Finding:
    counts = Counter({rendering: len(places) for rendering, places in uses.items()})
    (usual, often), *_, (rare, _) = counts.most_common()
    message, mention = uses[rare][0]
    elsewhere = uses[usual][0][0]
    place = f"{elsewhere.file}:{elsewhere.line}" + (f" and {often - 1} more" if often > 1 else "")
    start, end = mention.span
    found = " ".join(message.text[start:end].split())
    return finding(
        RULE,
        message,
        f"{term} is “{found}” here and “{usual}” in {place}: use one of them",
        term=term,
        expected=(usual,),
        found=found,
        excerpt=excerpt(message.text, start, end),
    )


_FOCUSES = "四个着力\tfour focuses\tslogan\tfour priorities"

RULE = Rule(
    name="term-inconsistent",
    summary="One term is rendered in two accepted ways.",
    reason=(
        "A glossary may accept several renderings, and a reader who meets two of them looks for the difference."
        " Each term is reported once, at the first place of the rarer rendering. Inflection, capitals, acronyms and"
        " short forms are no differences. Off by default: variety that the glossary allows is often meant."
    ),
    severity=Severity.WARNING,
    default=False,
    good=(
        Example(
            "落实四个着力。", "Act on the four focuses.", _FOCUSES, beside=(("四个着力。", "Four focuses."),)
        ),
        Example(
            "国务院开会。",
            "The State Council met.",
            "国务院\tState Council\tinstitution\tChina's State Council",
            beside=(("中国国务院开会。", "China's State Council met."),),
        ),
    ),
    bad=(
        Example(
            "落实四个着力。",
            "Act on the four priorities.",
            _FOCUSES,
            beside=(("四个着力。", "Four focuses."),),
        ),
        Example(
            "发改委开会。",
            "The NDRC met. The planning commission agreed.",
            "发改委\tDevelopment and Reform Commission\tinstitution\tplanning commission",
            beside=(("发改委来函。", "The Development and Reform Commission wrote."),),
        ),
    ),
    check=_check,
)
