"""What checks are given and what they find."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from glossary.english import EnglishText, prepare
from glossary.model import Annotation
from glossary.po import Entry

if TYPE_CHECKING:
    from glossary.checks.assign import Assigned


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    """The translation is wrong."""
    WARNING = "warning"
    """The translation is probably wrong, or will be misread."""
    NOTE = "note"
    """Nothing is wrong, but something is left to do."""


class Scope(StrEnum):
    """What a rule looks at to judge a message; what lies outside may change without a new judgement."""

    ENTRY = "entry"
    """The message alone."""
    FILE = "file"
    """All messages of its file, in their order."""
    ALL = "all"
    """The messages of all files that are checked together."""


class Message(msgspec.Struct, frozen=True, gc=False):
    """An entry of a PO file with what the source says in it."""

    file: str
    """The PO file, as the user named it."""
    entry: Entry
    annotations: tuple[Annotation, ...]
    """What `annotate` finds in the msgid, with offsets in it."""
    rivals: tuple[Annotation, ...] = ()
    """Readings that overlap an annotation without being inside it: other ways to divide the source."""

    @property
    def line(self) -> int:
        """The line of the PO file on which the entry's msgid stands."""
        return self.entry.line

    @property
    def text(self) -> str:
        """The translation; of a message with plural forms, all of them, a line each."""
        entry = self.entry
        return "\n".join(entry.translations) if entry.msgstr_plural else entry.msgstr  # as nearly always

    @property
    def judged(self) -> bool:
        """Whether there is a translation to judge: not empty, not fuzzy, not obsolete."""
        return bool(self.text) and not self.entry.fuzzy and not self.entry.obsolete

    @property
    def english(self) -> EnglishText:
        """The translation, ready to look renderings up in; the latest few are kept."""
        return _prepared(self.text)


# Ready for look-up, a translation takes twenty times its room: a hundred thousand of them do not fit.
_prepared = lru_cache(maxsize=64)(prepare)


@dataclass(frozen=True)
class Run:
    """Everything that is checked together: the messages of all files, file by file, in the order of each file.

    No slots: what several rules need is worked out once and kept.
    """

    messages: tuple[Message, ...]
    parts: tuple["Run", ...] = ()
    """Runs of a file or more each that it consists of, where there are such: what they have worked out is taken over."""

    @cached_property
    def judged(self) -> tuple[Message, ...]:
        """The messages that have a translation to judge."""
        if self.parts:
            return tuple(chain.from_iterable(part.judged for part in self.parts))
        return tuple(message for message in self.messages if message.judged)

    @cached_property
    def assigned(self) -> tuple["Assigned", ...]:
        """The judged messages, each with where its terms are rendered."""
        from glossary.checks.assign import assign

        if self.parts:
            return tuple(chain.from_iterable(part.assigned for part in self.parts))
        return tuple(assign(self.judged))


class Finding(msgspec.Struct, frozen=True, gc=False):
    """One thing that a check found."""

    rule: str
    severity: Severity
    file: str
    line: int
    """The line of the entry in the PO file."""
    message: str
    """What is wrong and what to do, in one sentence."""
    msgid: str = ""
    term: str = ""
    """The Chinese term, as it stands in the glossary where it has an entry there."""
    expected: tuple[str, ...] = ()
    """What would have been right, best first."""
    found: str = ""
    """What stands there instead, or the excerpt that is at fault; empty where something is missing."""
    excerpt: str = ""
    """The translation around what is at fault."""


class Edit(NamedTuple):
    """A stretch of a message's text, and what is to stand there."""

    start: int
    end: int
    text: str


class Repair(msgspec.Struct, frozen=True):
    """What a rule makes of one of its findings: edits, or why a person has to decide."""

    edits: tuple[Edit, ...] = ()
    declined: str = ""
    """Empty where there are edits."""


class Example(msgspec.Struct, frozen=True):
    """A message that shows a rule; all examples run as tests."""

    zh: str
    en: str
    glossary: str = ""
    """Glossary entries that the example needs besides none, as TSV lines under
    `zh<TAB>en<TAB>kind<TAB>allow<TAB>forbid`, of which the last may be left out."""
    beside: tuple[tuple[str, str], ...] = ()
    """Messages before this one in the same file, as (zh, en), where a rule compares messages."""
    fuzzy: bool = False
    """Whether the entry is marked as fuzzy."""
    comment: str = ""
    """The translator's comment."""
    extracted: tuple[str, ...] = ()
    """The extracted comments, as an earlier `annotate` left them."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A check: what it says, why, and how it is done. Each module in this package has one, named `RULE`."""

    name: str
    """Kebab-case, as the module in snake_case."""
    summary: str
    """One line."""
    reason: str
    """Why it matters, for the person who meets the finding; a paragraph."""
    severity: Severity
    default: bool = True
    """Whether it is on without being selected."""
    scope: Scope = Scope.ALL
    """What it looks at to judge a message."""
    good: tuple[Example, ...]
    """Translations it is silent about."""
    bad: tuple[Example, ...]
    """Translations it finds fault with."""
    check: Callable[[Run], Iterable[Finding]]
    repair: Callable[[Message, Finding], Repair] | None = None
    """Mends what the rule has found in a message, only where there is exactly one right way to."""


def finding(
    rule: Rule,
    message: Message,
    cause: str,
    *,
    term: str = "",
    expected: tuple[str, ...] = (),
    found: str = "",
    excerpt: str = "",
) -> Finding:
    """What a rule says of a message; the arguments behind it are the fields of `Finding`."""
    return Finding(
        rule=rule.name,
        severity=rule.severity,
        file=message.file,
        line=message.line,
        message=cause,
        msgid=message.entry.msgid,
        term=term,
        expected=expected,
        found=found,
        excerpt=excerpt,
    )
