"""Findings that a translator has looked at and wants to hear no more of.

A translator comment `glossary: ignore[term-missing] reason` on an entry covers the findings of that rule there. Several
rules stand with commas between; `ignore[term-missing: 国务院]` covers one term only.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from glossary.checks.model import Finding, Message, Run, Severity
from glossary.formats import nearest
from glossary.normalise import fold

NAME = "unused-ignore"
SEVERITY = Severity.WARNING

_COMMENT = re.compile(r"\bglossary:\s*ignore\b(?:\s*\[([^\]\n]*)\])?", re.IGNORECASE)
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")


class Ignore(msgspec.Struct, frozen=True):
    """What one item of a comment covers."""

    message: Message
    rule: str
    term: str = ""
    """Empty where it covers every finding of the rule."""

    def covers(self, finding: Finding) -> bool:
        """Whether a finding on its message is one that it covers."""
        return finding.rule == self.rule and (not self.term or fold(finding.term) == fold(self.term))

    def __str__(self) -> str:
        return f"{self.rule}: {self.term}" if self.term else self.rule


def apply(findings: Sequence[Finding], run: Run, selected: Sequence[str]) -> list[Finding]:
    """The findings that no comment covers, and one for each comment that covers none.

    Args:
        findings: What the rules found.
        run: The messages, with their comments.
        selected: Names of the rules that were applied. A comment on another rule may still be of use and is not
            reported; none is unless `unused-ignore` is among them.
    """
    ignores = [ignore for message in run.messages for ignore in written(message)]
    if not ignores:
        return list(findings)
    by_place: dict[tuple[str, int], list[Ignore]] = {}
    for ignore in ignores:
        by_place.setdefault((ignore.message.file, ignore.message.line), []).append(ignore)
    used: set[int] = set()
    kept: list[Finding] = []
    for finding in findings:
        covering = [one for one in by_place.get((finding.file, finding.line), ()) if one.covers(finding)]
        used.update(map(id, covering))
        if not covering:
            kept.append(finding)
    if NAME in selected:
        unused = (one for one in ignores if id(one) not in used and one.message.judged)
        kept += filter(None, (_unused(one, selected) for one in unused))
    return kept


def written(message: Message) -> Iterator[Ignore]:
    """What the comments on a message ignore."""
    if "glossary:" not in message.entry.comment.casefold():
        return
    for comment in _COMMENT.finditer(message.entry.comment):
        rule = ""
        for item in re.split(r"\s*[,，、]\s*", (comment[1] or "").strip()):
            name, _, term = (part.strip() for part in item.replace("：", ":").partition(":"))
            if _NAME.fullmatch(name) or not rule:
                rule = name
                yield Ignore(message, rule, term)
            else:  # one more term of the rule before
                yield Ignore(message, rule, item)


def _unused(ignore: Ignore, selected: Sequence[str]) -> Finding | None:
    """What is wrong with a comment that covered nothing; None where its rule was not applied."""
    from glossary.checks import rules

    known = tuple(rule.name for rule in rules())
    if not ignore.rule:
        cause = "the comment names no rule to ignore: write it as ignore[term-missing] or ignore[term-missing: 国务院]"
    elif ignore.rule not in known:
        cause = f"there is no rule {ignore.rule} to ignore: {nearest(ignore.rule, known)}"
    elif ignore.rule in selected:
        cause = f"nothing is left for ignore[{ignore}] to ignore: remove it from the comment"
    else:
        return None
    return Finding(
        rule=NAME,
        severity=SEVERITY,
        file=ignore.message.file,
        line=ignore.message.line,
        message=cause,
        msgid=ignore.message.entry.msgid,
        term=ignore.term,
        found=f"ignore[{ignore}]",
    )
