"""Dates of the source that the translation lacks, or gives otherwise."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from glossary.checks.model import Example, Finding, Message, Rule, Run, Scope, Severity, finding
from glossary.excerpt import excerpt
from glossary.model import Annotation
from glossary.numbers import Date, dates

_Part = tuple[str, int, int]
"""Something that a date says: `("year", 2017, 0)`, `("month", 9, 0)`, `("day", 9, 25)`."""

_DIGIT_APART = re.compile(r"[0-9] [0-9](?![0-9])")


def _check(run: Run) -> Iterable[Finding]:
    for message in run.judged:
        notes = [note for note in message.annotations if note.kind == "date" and not note.uncertain]
        # Some documents set 1 2 月 for 12月.
        notes = [
            note for note in notes if not _DIGIT_APART.match(message.entry.msgid, max(0, note.start - 2))
        ]
        if notes:
            yield from _findings(message, notes)


def _findings(message: Message, notes: Iterable[Annotation]) -> Iterator[Finding]:
    said = [
        (note, Counter(part for date in dates(note.rendering) for part in _parts(date))) for note in notes
    ]
    source: Counter[_Part] = sum((parts for _, parts in said), Counter())
    given = [(date, _parts(date)) for date in dates(message.text)]
    english = Counter(part for _, parts in given for part in parts)
    lacking, foreign = source - english, english - source
    for note, parts in said:
        kinds = [(part, _instead(part, given, foreign)) for part in parts & lacking]
        part, instead = next((kind for kind in kinds if kind[1]), kinds[0] if kinds else (None, None))
        # What is said twice may be given once, unless another date took its place.
        if part and (instead or (part not in english and not _understood(message, note, part))):
            lacking -= parts
            foreign -= Counter(_parts(instead)) if instead else Counter()
            yield _finding(message, note, instead)


def _instead(part: _Part, given: Iterable[tuple[Date, list[_Part]]], foreign: Counter[_Part]) -> Date | None:
    """The date of the translation that says something else of the same sort."""
    kin = {other for other in foreign if other[0] == part[0]}
    return next((date for date, its in given if not kin.isdisjoint(its)), None)


def _parts(date: Date) -> list[_Part]:
    parts = [("year", date.year, 0)] if date.year else []
    if date.month:
        parts.append(("month", date.month, 0))
    if date.month and date.day:
        parts.append(("day", date.month, date.day))
    return parts


def _understood(message: Message, note: Annotation, part: _Part) -> bool:
    """Whether a year may be left out: beside its month, or where the sentence says *this year*, *year-end*."""
    return part[0] == "year" and (note.rendering != str(part[1]) or "year" in message.text)


def _finding(message: Message, note: Annotation, instead: Date | None) -> Finding:
    found = message.text[instead.start : instead.end] if instead else ""
    return finding(
        RULE,
        message,
        f"the translation does not give {note.text} ({note.rendering})"
        + (f"; it gives {found}, which the source does not" if found else ""),
        term=note.text,
        expected=(note.rendering, *note.alternatives),
        found=found,
        excerpt=excerpt(message.text, instead.start, instead.end) if instead else "",
    )


RULE = Rule(
    name="date-mismatch",
    summary="A date of the source is not in the translation.",
    reason=(
        "A wrong day, month or year is easily typed and hardly ever noticed, because the English reads well all the"
        " same. Any spelling of the date will do: September 25, 25 September, Sept. 25, the 25th of September,"
        " 2017-09-25, 25/9/2017. A year may be left out beside its month, or where the sentence speaks of *the"
        " year*. Dates without a month, such as 本月3日, are not compared."
    ),
    severity=Severity.ERROR,
    scope=Scope.ENTRY,
    good=(
        Example("会议于2017年9月25日举行。", "The meeting was held on September 25, 2017."),
        Example("会议于2017年9月25日举行。", "The meeting was held on the 25th of September 2017."),
        Example("展览9月25日至27日开放。", "The exhibition is open from 25 to 27 September."),
        Example("二〇一六年三月开工，2018年竣工。", "Work began in March 2016 and was completed in 2018."),
        Example("2019年底，用户达到三百万。", "At the end of the year there were three million users."),
    ),
    bad=(
        Example("会议于2017年9月25日举行。", "The meeting was held on September 26, 2017."),
        Example("会议于2017年9月25日举行。", "The meeting was held on 25 November 2017."),
        Example("工程2016年开工，2018年竣工。", "Work began in 2016 and was completed in 2019."),
        Example("展览9月25日开幕。", "The exhibition opens soon."),
    ),
    check=_check,
)
