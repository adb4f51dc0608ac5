"""Pinyin glosses, as in 國(guó)務(wù)院, left in a source or carried into a translation."""

import re
from collections.abc import Iterable

from glossary.checks.model import Example, Finding, Message, Rule, Run, Severity, finding
from glossary.excerpt import excerpt
from glossary.normalise.glosses import glosses

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
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


def _finding(message: Message, text: str, spans: list[tuple[int, int]], side: str) -> Finding:
    """One finding for a side: a page with glosses has one behind every other character."""
    start, end = spans[0]
    glosses_left = [text[start:end].strip() for start, end in spans]
    more = f" and {len(spans) - 1} more" if len(spans) > 1 else ""
    remedy = "run `glossary annotate` on the article again" if side == "source" else "take it out"
    return finding(
        RULE,
        message,
        f"a pinyin gloss is left in the {side}: {glosses_left[0]}{more}; {remedy}",
        found=" ".join(glosses_left),
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
    good=(
        Example("国内生产总值(GDP)增长。", "Gross domestic product (GDP) grew."),
        Example("国务院开会。", "The State Council (Guówùyuàn) met."),
    ),
    bad=(
        Example("國(guó)務(wù)院開會。", "The State Council met."),
        Example("国务院开会。", "The State Council (guó) met."),
    ),
    check=_check,
)
