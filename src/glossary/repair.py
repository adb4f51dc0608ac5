"""Findings mended where there is exactly one right way to, and only where no other fault comes of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import msgspec
from msgspec import structs

from glossary import checks
from glossary.checks.model import Edit, Finding, Message, Run
from glossary.po import Entry

Place = tuple[str, int]
"""A message: its file and line."""


class Declined(NamedTuple):
    """A finding that is left to a person."""

    finding: Finding
    reason: str


class _Planned(NamedTuple):
    finding: Finding
    edits: tuple[Edit, ...]


class Repairs(msgspec.Struct, frozen=True):
    """What can be mended in a run."""

    texts: Mapping[Place, tuple[str, ...]]
    """The new translation of each message that changes: its msgstr, or all its plural forms."""
    mended: tuple[Finding, ...]
    declined: tuple[Declined, ...]


def repairable() -> tuple[str, ...]:
    """The rules that can mend what they find."""
    return tuple(rule.name for rule in checks.rules() if rule.repair)


def repairs(run: Run, *, rules: Sequence[str]) -> Repairs:
    """What these rules find and can mend; all rules that are on by default judge the outcome.

    A message is left as it is where its repairs do not take away what they should, or bring any other finding.
    Fuzzy, obsolete and untranslated messages have none, nor has what a comment ignores.
    """
    names = {*rules, *(rule.name for rule in checks.selected())}
    judges = [rule.name for rule in checks.rules() if rule.name in names]
    before = checks.check(run, select=judges)
    planned, declined = _plan(run, [finding for finding in before if finding.rule in rules])
    while planned:
        after = checks.check(_with(run, planned), select=judges)
        failed = _failed(planned, before, after)
        if not failed:
            break
        for at, reason in failed.items():
            declined += [Declined(plan.finding, reason) for plan in planned.pop(at)]
    return Repairs(
        texts={
            place(message): _edited(message.entry, planned[place(message)])
            for message in run.messages
            if place(message) in planned
        },
        mended=tuple(plan.finding for plans in planned.values() for plan in plans),
        declined=tuple(sorted(declined, key=lambda each: (each.finding.file, each.finding.line))),
    )


def place(message: Message) -> Place:
    """Where a message stands."""
    return message.file, message.line


def _plan(run: Run, findings: Iterable[Finding]) -> tuple[dict[Place, list[_Planned]], list[Declined]]:
    """What the rules would do about their findings, by message; and what they decline."""
    by_name = {rule.name: rule for rule in checks.rules()}
    messages = {place(message): message for message in run.judged}
    planned: dict[Place, list[_Planned]] = {}
    declined: list[Declined] = []
    for finding in findings:
        at = finding.file, finding.line
        mend = by_name[finding.rule].repair
        if mend is None or at not in messages:
            continue
        repair = mend(messages[at], finding)
        earlier = [edit for plan in planned.get(at, ()) for edit in plan.edits]
        if not repair.edits:
            declined.append(Declined(finding, repair.declined))
        elif any(_overlap(one, other) for one in repair.edits for other in earlier):
            declined.append(Declined(finding, "another repair changes the same words"))
        else:
            planned.setdefault(at, []).append(_Planned(finding, repair.edits))
    return planned, declined


def _overlap(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end


def _with(run: Run, planned: Mapping[Place, Sequence[_Planned]]) -> Run:
    """The messages as they are when all that is planned has been done."""
    return Run(tuple(_mended(message, planned.get(place(message), ())) for message in run.messages))


def _mended(message: Message, plans: Sequence[_Planned]) -> Message:
    if not plans:
        return message
    texts = _edited(message.entry, plans)
    changed = {"msgstr_plural": texts} if message.entry.msgstr_plural else {"msgstr": texts[0]}
    return structs.replace(message, entry=replace(message.entry, **changed))


def _edited(entry: Entry, plans: Sequence[_Planned]) -> tuple[str, ...]:
    """The translation with the edits done; they are in the text of a message, which joins plural forms."""
    edits = sorted((edit for plan in plans for edit in plan.edits), reverse=True)
    texts = []
    start = 0
    for form in entry.msgstr_plural or (entry.msgstr,):
        text, end = form, start + len(form)
        for edit in edits:
            if start <= edit.start and edit.end <= end:
                text = text[: edit.start - start] + edit.text + text[edit.end - start :]
        texts.append(text)
        if form:
            start = end + 1
    return tuple(texts)


def _failed(
    planned: Mapping[Place, Sequence[_Planned]], before: Sequence[Finding], after: Sequence[Finding]
) -> dict[Place, str]:
    """The messages whose repairs are not to be done, and why."""
    there, left = Counter(map(_key, before)), Counter(map(_key, after))
    failed: dict[Place, str] = {}
    for at, plans in planned.items():
        for key, aim in Counter(_key(plan.finding) for plan in plans).items():
            if left[key] > there[key] - aim:
                failed[at] = "that alone does not mend it"
    for finding in after:
        if left[_key(finding)] > there[_key(finding)]:
            reason = f"it would bring another finding: {finding.rule}"
            failed |= dict.fromkeys(_causes(finding, planned), reason)
    return failed


def _causes(finding: Finding, planned: Mapping[Place, Sequence[_Planned]]) -> Iterable[Place]:
    """The messages whose repairs may have brought a finding: its own, else those of the same text or term, else all."""
    if (finding.file, finding.line) in planned:
        return [(finding.file, finding.line)]
    related = [
        at
        for at, plans in planned.items()
        if plans[0].finding.msgid == finding.msgid or any(plan.finding.term == finding.term for plan in plans)
    ]
    return related or planned


def _key(finding: Finding) -> tuple[str, str, int, str]:
    return finding.rule, finding.file, finding.line, finding.term
