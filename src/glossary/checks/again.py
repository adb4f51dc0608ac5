"""Files checked again and again, where only what changed is judged anew."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from glossary.bulk import uncollected
from glossary.checks import settled
from glossary.checks.model import Finding, Message, Rule, Run, Scope

Messages = tuple[Message, ...]


class _File(NamedTuple):
    """What is known of a file."""

    messages: Messages
    run: Run
    by_message: dict[Message, list[Finding]]
    """What the rules found that judge a message by itself; the line may be an older one."""
    found: list[Finding]
    """What all rules found that look at this file only."""


class Checker:
    """Rules, and what they found the last time."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._files: dict[str, _File] = {}

    @uncollected()
    def check(self, files: Mapping[str, Messages]) -> list[Finding]:
        """What `checks.check` would find in these files, in the same order.

        Args:
            files: The messages of each, in order. Where these are the very ones of the last time, the file
                is not looked at again.
        """
        self._files = {name: self._file(name, messages) for name, messages in files.items()}
        known = self._files.values()
        run = Run(
            tuple(message for file in known for message in file.messages), tuple(file.run for file in known)
        )
        across = [finding for rule in self._scoped(Scope.ALL) for finding in rule.check(run)]
        return settled([*(finding for file in known for finding in file.found), *across], run, self._rules)

    def _scoped(self, scope: Scope) -> list[Rule]:
        return [rule for rule in self._rules if rule.scope is scope]

    def _file(self, name: str, messages: Messages) -> _File:
        before = self._files.get(name)
        if before is not None and before.messages is messages:
            return before
        run = Run(messages)
        by_message = self._by_message(messages, before.by_message if before else {})
        found = [finding for rule in self._scoped(Scope.FILE) for finding in rule.check(run)]
        for message in messages:
            found += (replace(finding, line=message.line) for finding in by_message[message])
        return _File(messages, run, by_message, found)

    def _by_message(
        self, messages: Messages, known: Mapping[Message, list[Finding]]
    ) -> dict[Message, list[Finding]]:
        """What rules say of each message by itself; only those that are not known are looked at."""
        new = tuple(message for message in messages if message not in known)
        by_line: dict[int, list[Finding]] = {message.line: [] for message in new}
        for rule in self._scoped(Scope.ENTRY):
            for finding in rule.check(Run(new)):
                by_line[finding.line].append(finding)
        fresh = {message: by_line[message.line] for message in new}
        return {message: fresh[message] if message in fresh else known[message] for message in messages}
