"""The segments of an article with what a PO file has for each."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from glossary.article import Article
from glossary.errors import DataError
from glossary.han import is_han
from glossary.model import Document, Segment
from glossary.pipeline import Annotator
from glossary.po import Catalogue, Entry
from glossary.segment import Unit
from glossary.select import nothing


class State(StrEnum):
    """How far the translation of a segment is."""

    DONE = "translated"
    """It is translated, or has no Chinese in it."""
    FUZZY = "fuzzy"
    """A person must look at its translation before it counts."""
    OPEN = "not translated"
    MISSING = "not in the PO file"


class Rendered(msgspec.Struct, frozen=True):
    """A segment with its translation."""

    segment: Segment
    state: State
    english: str = ""
    """The translation, on one line, also where it is fuzzy; empty where there is none, or it is the segment itself."""
    line: int = 0
    """The line of its entry in the PO file; 0 where there is none."""


class Match(msgspec.Struct, frozen=True):
    """An article with its translation."""

    article: Article
    document: Document
    segments: tuple[Rendered, ...]
    """All segments of the article, in order."""

    def of(self, state: State) -> tuple[Rendered, ...]:
        """The segments whose translation is so far."""
        return tuple(each for each in self.segments if each.state is state)

    @property
    def complete(self) -> float:
        """How much is translated and not fuzzy: percent of the segments, as PO tools count."""
        return 100 * len(self.of(State.DONE)) / len(self.segments)


def match(article: Article, catalogue: Catalogue, annotator: Annotator, *, po: str) -> Match:
    """The segments of an article, cut as those of the PO file were, with their translations.

    Args:
        article: The article.
        catalogue: Its PO file.
        annotator: The glossary: sentences do not end inside its terms.
        po: The name of the PO file, for messages.

    Raises:
        DataError: The PO file has no segment of the article.
    """
    entries: dict[str, list[Entry]] = {}
    for entry in catalogue.entries:
        if entry.msgid and not entry.obsolete:
            entries.setdefault(entry.msgid, []).append(entry)
    documents = []
    for unit in (Unit.SENTENCE, Unit.PARAGRAPH):
        document = annotator.annotate(article, unit=unit, parts=nothing)
        documents.append(document)
        if all(segment.text in entries for segment in document.segments):
            break
    document = max(documents, key=lambda each: _known(each, entries))
    if not _known(document, entries) and any(_needs_words(each.text) for each in document.segments):
        cause = f"has no segment of {article.file}: name the PO file that `glossary annotate` made of it"
        raise DataError(po, None, cause)
    return Match(
        article, document, tuple(_rendered(each, entries.get(each.text, ())) for each in document.segments)
    )


def _known(document: Document, entries: dict[str, list[Entry]]) -> int:
    """How many characters of the article are in segments that the PO file has."""
    return sum(len(segment.text) for segment in document.segments if segment.text in entries)


def _rendered(segment: Segment, entries: Sequence[Entry]) -> Rendered:
    if not entries:
        return Rendered(segment, State.MISSING if _needs_words(segment.text) else State.DONE)
    entry = max(entries, key=lambda each: _merit(each, segment))
    english = " ".join(entry.translations[0].split()) if entry.translations else ""
    if not english:
        state = State.OPEN if _needs_words(segment.text) else State.DONE
    else:
        state = State.FUZZY if entry.fuzzy else State.DONE
    return Rendered(segment, state, "" if english == segment.text else english, entry.line)


def _merit(entry: Entry, segment: Segment) -> tuple[bool, bool]:
    """Of entries for one text in several contexts, the one for this place comes first, and a finished one."""
    here = any(reference.line == segment.line for reference in entry.references)
    return here, bool(entry.translations) and not entry.fuzzy


def _needs_words(text: str) -> bool:
    """Whether there is something to translate: numbers, signs and names in Latin letters may stay."""
    return any(map(is_han, text))
