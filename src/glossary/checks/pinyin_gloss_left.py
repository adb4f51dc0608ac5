"""Pinyin glosses, as in 國(guó)務(wù)院, left in a source or carried into a translation."""

import re
from collections.abc import Iterable
from unicodedata import combining, normalize

from glossary.checks.model import Edit, Example, Finding, Message, Repair, Rule, Run, Scope, Severity, finding
from glossary.excerpt import excerpt
from glossary.han import is_han
from glossary.normalise.glosses import glosses

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_LAST_WORD = re.compile(r"\w+$")
_QUOTES = "\"'”’"
_VOWELS = f"[aeiouü{_TONED}]{{1,3}}"
_SYLLABLE = re.compile(
    rf"[(（]\s?(?=[a-zü]*[{_TONED}])(?:[zcs]h|[b-df-hj-np-tw-z])?{_VOWELS}(?:ng?)?r?\s?[)）]"
)


def _check(run: Run) -> Iterable[Finding]:
    for message in run.messages:
        if message.entry.obsolete:
            continue
        spans = _spans(message.entry.msgid)
        if spans:
            yield _finding(message, message.entry.msgid, spans, "source")
        spans = _spans(message.text) if message.judged else []
        if spans:
            yield _finding(message, message.text, spans, "translation")


def _spans(text: str) -> list[tuple[int, int]]:
    if "(" not in text and "（" not in text:
        return []
    spans = {(edit.start, edit.end) for edit in glosses(text)}
    stray = (match.span() for match in _SYLLABLE.finditer(text))
    return sorted(
        spans | {(a, b) for a, b in stray if not any(a < end and start < b for start, end in spans)}
    )


def _repair(message: Message, finding: Finding) -> Repair:
    """The translation without its glosses."""
    text = message.text
    spans = _spans(text) if message.judged else []
    if finding.found != _shown(text, spans):
        return Repair(declined="it is in the source")
    if any(map(is_han, text)):
        return Repair(declined="Chinese is cited there, and may want its pinyin")
    if any(_is_meant(text, start, end) for start, end in spans):
        return Repair(declined="it seems to be meant: it says how the word before it is read")
    return Repair(tuple(_without(text, start, end) for start, end in spans))


def _is_meant(text: str, start: int, end: int) -> bool:
    """Whether a gloss stands behind its own syllable, as in `fu (fú)`, or behind something quoted."""
    before = text[:start].rstrip()
    word = _LAST_WORD.search(before)
    return before[-1:] in _QUOTES or (word is not None and _toneless(word[0]) == _toneless(text[start:end]))


def _toneless(text: str) -> str:
    return "".join(c for c in normalize("NFD", text.lower()) if c.isalpha() and not combining(c))


def _without(text: str, start: int, end: int) -> Edit:
    """Takes a stretch out, with the blank before it; words that it stood between keep one."""
    start = len(text[:start].rstrip(" "))
    beside = text[start - 1 : start], text[end : end + 1]
    return Edit(start, end, " " if all(map(str.isalnum, beside)) else "")


def _shown(text: str, spans: Iterable[tuple[int, int]]) -> str:
    return " ".join(text[start:end].strip() for start, end in spans)


def _finding(message: Message, text: str, spans: list[tuple[int, int]], side: str) -> Finding:
    """One finding for a side: a page with glosses has one behind every other character."""
    start, end = spans[0]
    more = f" and {len(spans) - 1} more" if len(spans) > 1 else ""
    remedy = "run `glossary annotate` on the article again" if side == "source" else "take it out"
    return finding(
        RULE,
        message,
        f"a pinyin gloss is left in the {side}: {text[start:end].strip()}{more}; {remedy}",
        found=_shown(text, spans),
        excerpt=excerpt(text, start, end),
    )


RULE = Rule(
    name="pinyin-gloss-left",
    summary="A pinyin gloss is left in the source or the translation.",
    reason=(
        "Web pages put pinyin in brackets behind rare characters, as in 國(guó)務(wù)院. In a source a gloss hides the"
        " term from every look-up, and in English it says nothing. Acronyms and units in brackets are no glosses."
    ),
    severity=Severity.WARNING,
    scope=Scope.ENTRY,
    good=(
        Example("国内生产总值(GDP)增长。", "Gross domestic product (GDP) grew."),
        Example("国务院开会。", "The State Council (Guówùyuàn) met."),
    ),
    bad=(
        Example("國(guó)務(wù)院開會。", "The State Council met."),
        Example("国务院开会。", "The State Council (guó) met."),
    ),
    check=_check,
    repair=_repair,
)
