"""Han characters left in a translation."""

import re
from collections.abc import Iterable
from functools import cache

from glossary.addresses import blanked
from glossary.checks.model import Example, Finding, Message, Rule, Run, Scope, Severity, finding
from glossary.excerpt import excerpt

_HAN = "〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FIRST = "〇"
"""No Han character comes before it: most translations have none, and a pattern for Han takes long to compile."""


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{_HAN}](?:[{_HAN}·、，。《》“”「」0-9 ]*[{_HAN}])?")


@cache
def _cited() -> re.Pattern[str]:
    """`Tian Shuhuai (田树槐)`: the original behind its English, and before a gloss: `“四个着力” (four focuses)`."""
    return re.compile(
        rf"(?<=[A-Za-z0-9”\"’'》.])\s?[(（\[][^()（）\[\]{_HAN}]{{0,60}}[{_HAN}][^()（）\[\]]{{0,60}}[)）\]]"
        rf"|(?<![{_HAN}])[{_HAN}·]+[”\"’'》」]?\s?[(（][^()（）A-Za-z]{{0,60}}[A-Za-z][^()（）]{{0,200}}[)）]"
    )


def _check(run: Run) -> Iterable[Finding]:
    for message in run.judged:
        if max(message.text) < _FIRST:
            continue
        text = _cited().sub(lambda match: " " * len(match[0]), blanked(message.text))
        for left in _run().finditer(text):
            yield _finding(message, *left.span())


def _finding(message: Message, start: int, end: int) -> Finding:
    found = message.text[start:end]
    return finding(
        RULE,
        message,
        f"Chinese is left in the translation: {found}; translate it, or cite it in brackets",
        found=found,
        excerpt=excerpt(message.text, start, end),
    )


RULE = Rule(
    name="han-left",
    summary="Chinese characters are left in the translation.",
    reason=(
        "Most often it is a word that was to be looked up later. Names and terms may be cited: in brackets behind"
        " their English, as in Tian Shuhuai (田树槐), or before a gloss in brackets, as in 四个着力 (four focuses)."
        " Addresses and link targets do not count."
    ),
    severity=Severity.WARNING,
    scope=Scope.ENTRY,
    good=(
        Example("田树槐到会。", "Tian Shuhuai (田树槐) attended."),
        Example("“四个着力”要落实。", "The “四个着力” (four focuses) must be carried out."),
        Example("见网页。", "See [the page](https://example.org/中文.html)."),
    ),
    bad=(
        Example("本溪市高新区管委会发布通知。", "The 管委会 of the Benxi High-tech Zone issued a notice."),
        Example("田树槐到会。", "田树槐 attended."),
    ),
    check=_check,
)
