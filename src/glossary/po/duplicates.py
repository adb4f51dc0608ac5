"""PO files that hold a message twice, which gettext refuses."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from glossary.po.model import Entry
from glossary.po.render import escaped


def without_duplicates(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, each message once; what translators wrote in the others goes to the one that stays.

    The first living one stays, or the first. A second translation that says something else becomes a comment.
    """
    counts = Counter((entry.msgctxt, entry.msgid) for entry in entries)
    if len(counts) == len(entries):
        return tuple(entries)
    merged: dict[tuple[str | None, str], Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.obsolete):
        key = (entry.msgctxt, entry.msgid)
        merged[key] = _absorb(merged[key], entry) if key in merged else entry
    result = []
    for entry in entries:
        key = (entry.msgctxt, entry.msgid)
        if key in merged and merged[key].obsolete == entry.obsolete:
            result.append(merged.pop(key))
    return tuple(result)


def _absorb(entry: Entry, other: Entry) -> Entry:
    comment = entry.comment
    if other.comment.strip() and other.comment not in comment:
        comment = f"{comment}\n{other.comment}" if comment else other.comment
    if other.translations and not entry.translations:
        entry = replace(
            entry,
            msgstr=other.msgstr,
            msgid_plural=other.msgid_plural,
            msgstr_plural=other.msgstr_plural,
            flags=other.flags,
            previous=other.previous,
        )
    for text in other.translations:
        note = f' Another translation: "{escaped(text)}"'
        if text not in entry.translations and note not in comment:
            comment = f"{comment}\n{note}" if comment else note
    references = tuple(dict.fromkeys((*entry.references, *other.references)))
    return replace(entry, comment=comment, references=references, raw="")
