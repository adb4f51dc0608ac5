"""Empty entries of a PO file, filled from a translation memory."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec

from glossary import po
from glossary.article.model import Article, Block, BlockKind
from glossary.memory.carry import Sentence, applied, carried
from glossary.memory.comments import near_comments, same_comments
from glossary.memory.find import Match, matches
from glossary.memory.keys import cleaned
from glossary.memory.model import Memory
from glossary.model import Document
from glossary.pipeline import Annotator
from glossary.po.comments import standing
from glossary.po.model import Catalogue, Entry, Previous
from glossary.segment import Unit


class Recall(msgspec.Struct, frozen=True):
    """A memory, and how it is used."""

    memory: Memory
    threshold: int
    """Per cent to which a sentence must be the same to be offered."""
    annotator: Annotator
    """Tells what sentences name."""


class Filled(msgspec.Struct, frozen=True):
    """A PO file, and what it owes to a memory."""

    catalogue: Catalogue
    same: int = 0
    """Entries filled with the translation of the same sentence."""
    near: int = 0
    """Entries filled with that of a near one, as fuzzy."""

    @property
    def summary(self) -> str:
        """`, 5 from memory (3 the same, 2 fuzzy)`; empty where nothing was filled."""
        parts = [
            f"{count:,} {name}" for count, name in ((self.same, "the same"), (self.near, "fuzzy")) if count
        ]
        return f", {self.same + self.near:,} from memory ({', '.join(parts)})" if parts else ""


def merge(document: Document, existing: Catalogue | None, recall: Recall, *, generator: str) -> Filled:
    """An article's PO file: what `po.merge` makes of it, with what a memory has for its empty entries."""
    return fill(po.merge(document, existing, generator=generator), document, recall)


def fill(catalogue: Catalogue, document: Document, recall: Recall) -> Filled:
    """An article's PO file with what a memory has for its empty entries.

    The same sentence gives its translation, a near one gives it as fuzzy, with itself in `#|`. Comments say where it
    comes from. What a translator has touched stays: entries with a translation, fuzzy ones, and those that were filled
    before and are empty again.

    Args:
        catalogue: The merged PO file of the article.
        document: The article.
        recall: The memory.
    """
    sentences = {segment.text: Sentence(segment.text, segment.annotations) for segment in document.segments}
    seats = [
        seat for seat, entry in enumerate(catalogue.entries) if entry.msgid in sentences and _is_open(entry)
    ]
    texts = [catalogue.entries[seat].msgid for seat in seats]
    found = {
        seat: match
        for seat, match in zip(seats, matches(recall.memory, texts, threshold=recall.threshold), strict=True)
        if match is not None
    }
    olds = _annotated([match for match in found.values() if not match.exact], recall.annotator)
    entries = list(catalogue.entries)
    for seat, match in found.items():
        entry = entries[seat]
        entries[seat] = (
            _same(entry, match) if match.exact else _near(entry, match, olds, sentences[entry.msgid])
        )
    same = sum(match.exact for match in found.values())
    return Filled(replace(catalogue, entries=tuple(entries)), same, len(found) - same)


def _is_open(entry: Entry) -> bool:
    touched = entry.obsolete or entry.fuzzy or entry.translations or entry.msgid_plural
    return not touched and not standing(entry.extracted, approved=False)


def _annotated(found: Sequence[Match], annotator: Annotator) -> dict[str, Sentence]:
    """The near sentences of a memory with what they name, by their source."""
    sources = list(dict.fromkeys(match.unit.source for match in found))
    if not sources:
        return {}
    texts = cleaned(sources)
    blocks = (Block(text, BlockKind.PARAGRAPH, ((0, at),)) for at, text in enumerate(texts))
    segments = annotator.segments(Article("", tuple(blocks), ""), unit=Unit.PARAGRAPH)
    notes = {segment.line: segment.annotations for segment in segments}
    return {
        source: Sentence(text, notes.get(at, ()))
        for at, (source, text) in enumerate(zip(sources, texts, strict=True))
    }


def _same(entry: Entry, match: Match) -> Entry:
    return _with(entry, match.unit.target, same_comments(match), previous=None)


def _near(entry: Entry, match: Match, olds: Mapping[str, Sentence], new: Sentence) -> Entry:
    old = olds[match.unit.source]
    edits = carried(old, new, match.unit.target)
    filled = _with(
        entry,
        applied(edits, match.unit.target),
        near_comments(match, old, new, edits),
        previous=Previous(match.unit.source),
    )
    return replace(filled, flags=("fuzzy", *entry.flags))


def _with(entry: Entry, msgstr: str, comments: Iterable[str], *, previous: Previous | None) -> Entry:
    return replace(entry, msgstr=msgstr, extracted=(*entry.extracted, *comments), previous=previous, raw="")
