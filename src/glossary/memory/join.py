"""One memory out of many PO files."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec

from glossary.memory.keys import cleaned, keys
from glossary.po.header import fields, new_header
from glossary.po.model import Catalogue, Entry, Reference


class Joined(msgspec.Struct, frozen=True):
    """The finished translations of several files."""

    catalogue: Catalogue
    """Each pair of sentence and translation once, in order of appearance; its references are the places it is from."""
    merged: int
    """How many entries said what an earlier one had said."""
    conflicts: tuple[tuple[Entry, ...], ...]
    """For each sentence that has several translations, in whatever script, one entry of each."""


def join(files: Sequence[tuple[str, Catalogue]], *, generator: str) -> Joined:
    """The finished translations of files, each with its name: no fuzzy, untranslated, obsolete or plural ones.

    Args:
        files: The files' names and what they hold, in order.
        generator: Name and version of the program.
    """
    found: dict[tuple[str, str], Entry] = {}
    count = 0
    for name, catalogue in files:
        for entry in catalogue.entries:
            if entry.finished:
                count += 1
                place = Reference(name, entry.line)
                known = found.setdefault((entry.msgid, entry.msgstr), Entry(entry.msgid, entry.msgstr))
                found[entry.msgid, entry.msgstr] = replace(known, references=(*known.references, place))
    entries = tuple(found.values())
    header = new_header(
        project="memory",
        source_language=_language(catalogue for _, catalogue in files),
        generator=generator,
    )
    return Joined(Catalogue(entries, header), count - len(entries), _conflicts(entries))


def _language(catalogues: Iterable[Catalogue]) -> str:
    """The source language that all files name, or Chinese in whatever script."""
    named = {fields(catalogue.header).get("X-Source-Language", "zh") for catalogue in catalogues}
    return named.pop() if len(named) == 1 else "zh"


def _conflicts(entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """The entries of one sentence, in whatever script, that differ in their translation."""
    found: dict[str, list[Entry]] = {}
    for key, entry in zip(keys(cleaned([entry.msgid for entry in entries])), entries, strict=True):
        group = found.setdefault(key, [])
        if all(entry.msgstr != other.msgstr for other in group):
            group.append(entry)
    return tuple(tuple(group) for group in found.values() if len(group) > 1)
