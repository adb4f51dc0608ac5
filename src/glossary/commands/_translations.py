"""What becomes of translations that are written in another format."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from glossary.errors import DataError
from glossary.plural import plural
from glossary.po import Catalogue, Entry

_SAID: dict[str, Callable[[Entry], object]] = {
    "contexts": lambda entry: entry.msgctxt,
    "translators' comments": lambda entry: entry.comment.strip(),
    "extracted comments": lambda entry: entry.extracted,
    "references": lambda entry: entry.references,
    "flags": lambda entry: frozenset(entry.flags) - {"fuzzy"},
    "previous messages": lambda entry: entry.previous,
    "plural forms": lambda entry: entry.msgid_plural,
}
"""What is said about a sentence, by what people call it."""


def losses(before: Catalogue, after: Catalogue, *, source: Path, target: Path) -> list[str]:
    """What of the translations did not come back, one line for each sort of it.

    Args:
        before: What was to be written.
        after: What reading it back gave.
        source: The file that it came from.
        target: The file that it is to be written to.

    Raises:
        DataError: A finished translation did not come back as it was, or one came that had not been finished.
    """
    finished = {_pair(entry) for entry in before.entries if _finished(entry)}
    returned = {_pair(entry): entry for entry in after.entries if _finished(entry)}
    for pair in (*(finished - returned.keys()), *(returned.keys() - finished)):
        what = f"the translation of “{pair[0]}”"
        raise DataError(target, None, f"what would be written changes {what}: nothing is written, report it")
    twins = {_identity(entry): entry for entry in after.entries}
    found: dict[str, list[Entry]] = {}
    for entry in before.entries:
        for sort in _lost(entry, twins.get(_identity(entry), returned.get(_pair(entry)))):
            found.setdefault(sort, []).append(entry)
    return [_line(sort, entries, source) for sort, entries in found.items()]


def _lost(entry: Entry, twin: Entry | None) -> Iterator[str]:
    """What of an entry is not in the one that came back for it."""
    if twin is None:
        yield (
            "obsolete entries"
            if entry.obsolete
            else "fuzzy entries"
            if entry.fuzzy
            else "untranslated entries"
        )
        return
    for sort, said in _SAID.items():
        if said(entry) and said(entry) != said(twin):
            yield sort


def _line(sort: str, entries: Sequence[Entry], source: Path) -> str:
    first = entries[0]
    return f"{sort}: of {plural(len(entries), 'entry')}, first {first.msgid[:20]} ({source}:{first.line})"


def _finished(entry: Entry) -> bool:
    """Whether the entry has a translation that counts; of plural forms formats say too different things."""
    return bool(entry.translations) and not (entry.fuzzy or entry.obsolete or entry.msgid_plural)


def _pair(entry: Entry) -> tuple[str, tuple[str, ...]]:
    return entry.msgid, entry.translations


def _identity(entry: Entry) -> tuple[str | None, str, tuple[str, ...], bool]:
    return entry.msgctxt, *_pair(entry), entry.obsolete
