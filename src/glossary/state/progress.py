"""How much of a PO file is translated."""

from collections.abc import Iterable

import msgspec

from glossary.han import is_han
from glossary.po import Entry


class Progress(msgspec.Struct, frozen=True):
    """Entries, by what is left to do with them; obsolete ones are no segments."""

    translated: int = 0
    """Wholly, and not fuzzy."""
    fuzzy: int = 0
    untranslated: int = 0
    """Not at all, or not in all plural forms."""
    obsolete: int = 0
    characters: int = 0
    """Han characters of all segments."""
    characters_translated: int = 0
    """Those of translated segments."""

    @property
    def segments(self) -> int:
        """All that is to be translated."""
        return self.translated + self.fuzzy + self.untranslated

    @property
    def percent(self) -> int:
        """Translated segments in a hundred; 100 only where all are."""
        return _percent(self.translated, self.segments)

    @property
    def percent_of_characters(self) -> int:
        """Translated Han characters in a hundred; 100 only where all are."""
        return _percent(self.characters_translated, self.characters)

    def __add__(self, other: "Progress") -> "Progress":
        """The progress of two files together."""
        return Progress(
            self.translated + other.translated,
            self.fuzzy + other.fuzzy,
            self.untranslated + other.untranslated,
            self.obsolete + other.obsolete,
            self.characters + other.characters,
            self.characters_translated + other.characters_translated,
        )


def progress(entries: Iterable[Entry]) -> Progress:
    """The progress of these entries."""
    return sum(map(_of, entries), Progress())


def _of(entry: Entry) -> Progress:
    if entry.obsolete:
        return Progress(obsolete=1)
    if not entry.msgid.strip():
        return Progress()
    size = sum(map(is_han, entry.msgid))
    if entry.fuzzy:
        return Progress(fuzzy=1, characters=size)
    if all(entry.msgstr_plural or (entry.msgstr,)):
        return Progress(translated=1, characters=size, characters_translated=size)
    return Progress(untranslated=1, characters=size)


def _percent(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 100
