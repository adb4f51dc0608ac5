"""What a PO file holds."""

from array import array
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec


class Reference(NamedTuple):
    """A place in a source file, as `#:` lines name it."""

    file: str
    line: int = 0
    """Counted from 1; 0 where the PO file names no line."""


class Previous(NamedTuple):
    """What a fuzzy translation was a translation of, as `#|` lines say it."""

    msgid: str | None
    msgctxt: str | None = None
    msgid_plural: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A message with its translation and all that is said about it."""

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    msgid_plural: str = ""
    msgstr_plural: tuple[str, ...] = ()
    """The translations of a message with plural forms, which has no `msgstr`."""
    comment: str = ""
    """The translator's comment: its lines without the `#`, but with the blank behind it."""
    extracted: tuple[str, ...] = ()
    """The lines of the extracted comment (`#.`)."""
    references: tuple[Reference, ...] = ()
    flags: tuple[str, ...] = ()
    previous: Previous | None = None
    obsolete: bool = False
    line: int = field(default=0, compare=False)
    """The line of its msgid in the PO file; 0 for an entry that is new."""
    raw: str = field(default="", compare=False, repr=False)
    """The entry's own text in the file it was read from; from the message on where its comments are new."""

    @property
    def fuzzy(self) -> bool:
        """Whether a person must look at the translation before it counts."""
        return "fuzzy" in self.flags

    @property
    def translations(self) -> tuple[str, ...]:
        """The translation, in all its plural forms; empty where there is none."""
        if not self.msgstr_plural:  # as nearly always
            return (self.msgstr,) if self.msgstr else ()
        return tuple(text for text in (self.msgstr, *self.msgstr_plural) if text)

    @property
    def finished(self) -> bool:
        """Whether it is a sentence, without plural forms, whose translation counts."""
        written = self.msgid.strip() and self.msgstr.strip() and not self.msgid_plural
        return bool(written) and not self.fuzzy and not self.obsolete

    @property
    def has_words(self) -> bool:
        """Whether a translator has written anything here."""
        return bool(self.translations or self.comment.strip())


class Origin(msgspec.Struct, frozen=True):
    """The file that a catalogue was read from, as far as is needed to recognise it."""

    digest: bytes
    prints: "array[int]"
    """A hash of each entry, the header's first; they compare within one process only."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A PO file. Two catalogues are equal when they say the same, however their lines are broken."""

    entries: tuple[Entry, ...] = ()
    """The entries in the order of the file, obsolete ones among them, the header not."""
    header: Entry | None = None
    """The entry with the empty msgid that holds the file's fields."""
    tail: str = ""
    """Comments after the last entry."""
    newline: str = field(default="\n", compare=False)
    """How its lines end: `\\n` or `\\r\\n`."""
    wrapped: bool = field(default=False, compare=False)
    """Whether long strings are continued over several lines, as gettext and Poedit do."""
    origin: Origin | None = field(default=None, compare=False, repr=False)
