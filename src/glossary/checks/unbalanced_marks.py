"""Brackets and quotation marks that do not pair in a translation though they do in its source."""

import re
from collections.abc import Iterable, Iterator

from glossary.addresses import blanked
from glossary.checks.model import Example, Finding, Message, Rule, Run, Scope, Severity, finding
from glossary.excerpt import excerpt

_FOLD = str.maketrans("（）［］｛｝【】〔〕「」『』＂〝〞„", '()[]{}[][]“”“”"“”“')
_CLOSING = {")": "(", "]": "[", "}": "{", "”": "“"}
# Of single quotation marks only the opening one is sure: the closing one is also the apostrophe.
_MARK = re.compile(r'[()\[\]{}“”"]')
# a) 1) iv) begin an item, and :) is none either.
_NO_BRACKET = re.compile(r"(?:^|[\s;,:])(?:[0-9]{1,3}|[A-Za-z]|[ivx]{1,4}|[:;]-?)\)$")


def _check(run: Run) -> Iterable[Finding]:
    for message in run.judged:
        for text in message.entry.translations:
            odd = list(_odd(text))
            if odd and not any(True for _ in _odd(message.entry.msgid)):
                yield _finding(message, text, odd[0])


def _odd(text: str) -> Iterator[int]:
    """Where the marks stand that have no partner."""
    marked = blanked(text).translate(_FOLD)
    waiting: list[int] = []
    straight: list[int] = []
    for match in _MARK.finditer(marked):
        mark, at = match[0], match.start()
        if mark == '"':
            straight.append(at)
        elif mark not in _CLOSING:
            waiting.append(at)
        elif waiting and marked[waiting[-1]] == _CLOSING[mark]:
            waiting.pop()
        elif not _NO_BRACKET.search(marked[max(0, at - 5) : at + 1]):
            yield at
    yield from waiting
    # One behind a figure may be for inches: 24".
    if len(straight) % 2 and not any(marked[at - 1 : at].isdecimal() for at in straight):
        yield straight[-1]


def _finding(message: Message, text: str, at: int) -> Finding:
    mark = text[at]
    return finding(
        RULE,
        message,
        f"{mark} has no partner in the translation, but all marks of the source have theirs",
        found=mark,
        excerpt=excerpt(text, at, at + 1),
    )


RULE = Rule(
    name="unbalanced-marks",
    summary="A bracket or quotation mark of the translation has no partner.",
    reason=(
        "A quotation that never ends is read on to the end of the page, and a lost bracket breaks links and markup."
        " Only translations of sources whose own marks pair are judged: a quotation may run over several entries."
        " Apostrophes, inches, and list marks such as a) are no brackets or quotation marks."
    ),
    severity=Severity.WARNING,
    scope=Scope.ENTRY,
    good=(
        Example("他说：“这是第一步。”", "“It’s a first step,” he said."),
        Example("要做到：（1）创新；（2）协调。", "What is needed: 1) innovation; 2) co-ordination."),
        Example("屏幕为24英寸。", 'The screen measures 24".'),
        Example("他说：“第一，要创新。", "He said, “First, innovate."),
    ),
    bad=(
        Example("他说：“这是第一步。”", "“It’s a first step, he said."),
        Example("国内生产总值（GDP）增长。", "Gross domestic product (GDP grew."),
    ),
    check=_check,
)
