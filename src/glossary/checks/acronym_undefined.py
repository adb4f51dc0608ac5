"""Acronyms of a translation that a reader of the file has not been told the meaning of."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from glossary import tables
from glossary.addresses import blanked
from glossary.checks.model import Example, Finding, Message, Rule, Run, Scope, Severity, finding
from glossary.excerpt import excerpt

_ACRONYM = re.compile(r"(?<![\w&/.$-])([A-Z]{2,6})(?:s|’s|'s)?(?![\w&/$]|\.[A-Za-z])")
_IN_BRACKETS = re.compile(r"(?<=[\w”\"’'] )[(（]\s?[“\"]?([A-Z]{2,6})s?[”\"]?\s?[)）]")
_EXPLAINED = re.compile(r"\b([A-Z]{2,6})s?\s[(（](?=[^()（）]{0,40}[a-z] )[^()（）]{4,160}[)）]")
_ROMAN = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")
_CAPITAL = re.compile(r"\b[A-Z]")


def _check(run: Run) -> Iterable[Finding]:
    for _, messages in groupby(run.judged, key=lambda message: message.file):
        known = set(tables.column("acronyms", "en"))
        for message in messages:
            known.update(_defined(message))
            text = blanked(message.text)
            for match in _ACRONYM.finditer("" if text.isupper() else text):
                acronym = match[1]
                if (
                    acronym not in known
                    and acronym not in message.entry.msgid
                    and not _ROMAN.fullmatch(acronym)
                ):
                    yield _finding(message, match)
                # Once is enough, and the reader who looks it up knows it from then on.
                known.add(acronym)


def _defined(message: Message) -> Iterator[str]:
    """The acronyms that a translation defines: in brackets, before brackets, or by naming a term in full."""
    text = message.text
    for pattern in (_IN_BRACKETS, _EXPLAINED):
        yield from (match[1] for match in pattern.finditer(text))
    for note in message.annotations:
        for rendering in (note.rendering, *note.alternatives):
            initials = "".join(_CAPITAL.findall(rendering))
            if len(initials) > 1 and rendering in text:
                yield initials


def _finding(message: Message, match: re.Match[str]) -> Finding:
    return finding(
        RULE,
        message,
        f"{match[1]} stands here for the first time, and nothing says what it is short for",
        found=match[1],
        excerpt=excerpt(message.text, *match.span(1)),
    )


RULE = Rule(
    name="acronym-undefined",
    summary="An acronym is used before its full form has been given.",
    reason=(
        "Acronyms of Chinese bodies mean nothing to most readers. Give the full form first, with the acronym in"
        " brackets: Chinese Academy of Sciences (CAS). Acronyms that everybody knows and those that the source"
        " itself uses are fine; an acronym is reported once a file. Off unless selected: house styles differ."
    ),
    severity=Severity.WARNING,
    default=False,
    scope=Scope.FILE,
    good=(
        Example(
            "中国科学院与本溪市合作。", "The Chinese Academy of Sciences (CAS) works with Benxi. CAS helps."
        ),
        Example("国内生产总值增长。", "GDP grew."),
        Example("KTV行业协会成立。", "A KTV trade association was founded."),
    ),
    bad=(Example("中国科学院与本溪市合作。", "CAS works with Benxi."),),
    check=_check,
)
