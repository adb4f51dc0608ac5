"""Which references of a PO file name an article."""

import re
from collections.abc import Iterable, Sequence, Set
from posixpath import normpath

import msgspec

from glossary.po.model import Entry, Reference

# What would end a reference line, or the isolation of a name with blanks.
_UNNAMEABLE = re.compile("[\x00-\x08\x0a-\x1f\u2028\u2029\x85\u2068\u2069\ud800-\udfff]")


class Source(msgspec.Struct, frozen=True):
    """An article, as the references of one PO file name it."""

    name: str
    """What new references say."""
    spellings: frozenset[str]
    """What old references to it say."""

    def names(self, reference: Reference) -> bool:
        """Whether a reference points into this article."""
        return reference.file in self.spellings

    def owns(self, entry: Entry) -> bool:
        """Whether an entry is this article's to change: one that names it, or no source at all."""
        return not entry.references or any(map(self.names, entry.references))

    def shares(self, entry: Entry) -> bool:
        """Whether an entry names other sources."""
        return not all(map(self.names, entry.references))

    def replaced(self, old: tuple[Reference, ...], new: tuple[Reference, ...]) -> tuple[Reference, ...]:
        """References with those to this article exchanged, in the place of its first one."""
        first = next((at for at, reference in enumerate(old) if self.names(reference)), len(old))
        return (*old[:first], *new, *(reference for reference in old[first:] if not self.names(reference)))


def name_of(file: str) -> str:
    """What new references call an article."""
    return _UNNAMEABLE.sub("_", file)


def source_of(name: str, texts: Set[str], entries: Sequence[Entry]) -> Source:
    """An article of this name and with these sentences among those that a PO file names.

    `./a/b.txt` is `a/b.txt`. Where no reference says just that, a source that is the same path seen from another
    folder (`b.txt`, `/home/me/a/b.txt`, `../a/b.txt`) and has at least half of its sentences in common with the
    article is the article too: people call the program from wherever they stand.
    """
    living = [entry for entry in entries if not entry.obsolete]
    spelled = {reference.file for entry in living for reference in entry.references}
    same = {other for other in spelled if _plain(other) == _plain(name)}
    if not same:
        same = {
            other for other in spelled if _seen_from_elsewhere(other, name) and _half_in(texts, other, living)
        }
    return Source(name, frozenset({name, *same}))


def _half_in(texts: Set[str], file: str, entries: Iterable[Entry]) -> bool:
    there = [
        entry.msgid in texts for entry in entries if any(place.file == file for place in entry.references)
    ]
    return 2 * sum(there) >= len(there)


def _plain(file: str) -> str:
    return normpath(file.replace("\\", "/"))


def _seen_from_elsewhere(one: str, other: str) -> bool:
    parts, others = (
        [part for part in _plain(file).split("/") if part not in ("", "..")] for file in (one, other)
    )
    length = min(len(parts), len(others))
    return length > 0 and parts[-length:] == others[-length:]
