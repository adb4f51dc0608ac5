"""Terms of the source whose agreed rendering is not in the translation."""

from collections.abc import Iterable

from glossary.checks.assign import Mention, Way
from glossary.checks.demand import renderings
from glossary.checks.model import Example, Finding, Message, Rule, Run, Scope, Severity, finding
from glossary.excerpt import excerpt

_SHOWN = 3
"""How many accepted renderings a finding names."""


def _check(run: Run) -> Iterable[Finding]:
    for assigned in run.assigned:
        for mention in assigned.mentions:
            if mention.way is Way.MISSING:
                yield _finding(assigned.message, mention)


def _finding(message: Message, mention: Mention) -> Finding:
    expected = tuple(dict.fromkeys(renderings(mention.annotation)))[:_SHOWN]
    found = message.text[slice(*mention.span)]
    instead = f"; “{' '.join(found.split())}” stands there" if found else ""
    return finding(
        RULE,
        message,
        f"{mention.term} is not rendered: use {' or '.join(f'“{text}”' for text in expected)}{instead}",
        term=mention.term,
        expected=expected,
        found=found,
        excerpt=excerpt(message.text, *mention.span) if found else "",
    )


RULE = Rule(
    name="term-missing",
    summary="A term of the source is not rendered as the glossary has it.",
    reason=(
        "Readers know an institution, a document or a slogan by one English name; another name is another thing to"
        " them. Each entry has to render each of its terms once, in any inflection and either spelling; after a"
        " full mention earlier in the file the short form, an acronym that was introduced, or a person's surname"
        " will do. What the glossary marks as free is not demanded, nor are readings that are uncertain."
    ),
    severity=Severity.ERROR,
    scope=Scope.FILE,
    good=(
        Example("国务院昨日开会。", "The State Council met yesterday.", "国务院\tState Council\tinstitution"),
        Example(
            "四个着力是重点，四个着力不能放松。",
            "The four focuses are the priority, and they must not slacken.",
            "四个着力\tfour focuses\tslogan",
        ),
        Example(
            "田树槐说，项目已开工。",
            "Work has begun, Tian said.",
            "田树槐\tTian Shuhuai\tperson",
            beside=(("市长田树槐到会。", "Mayor Tian Shuhuai attended."),),
        ),
        Example("他研究生命科学。", "He studies the life sciences.", "研究生\tgraduate student\tterm"),
    ),
    bad=(
        Example("国务院昨日开会。", "The Cabinet met yesterday.", "国务院\tState Council\tinstitution"),
        Example(
            "提出四个着力的要求。",
            "Four strengths were called for.",
            "四个着力\tfour focuses\tslogan\t\tfour strengths",
        ),
        Example(
            "本溪市人民政府印发通知。",
            "The Benxi Municipal Government issued a notice.",
            "本溪市人民政府\tBenxi Municipal People's Government\tinstitution",
        ),
    ),
    check=_check,
)
