"""What a PO file needs of an article: its distinct texts, with where they stand and what is to be said of them.

Drafts are made where the article is annotated, which may be in another process.
"""

import pickle
from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from glossary.jsonl import Record
from glossary.model import Document
from glossary.po.comments import Remark, remarks, united


class Text(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A text of an article, and what is known of it."""

    text: str
    lines: tuple[int, ...]
    """Where it stands in the article, in order."""
    remarks: tuple[Remark, ...]


class Draft(msgspec.Struct, frozen=True):
    """An article, or a piece of one."""

    file: str
    language: str
    """As `Document.language`."""
    texts: tuple[Text, ...]
    """Each once, in the order in which they are first seen."""


def draft(document: Document) -> Draft:
    """The draft of an article. Empty texts are left out: their msgid would be that of the header."""
    texts = (
        Text(segment.text, (segment.line,), remarks(segment.annotations))
        for segment in document.segments
        if segment.text
    )
    return Draft(document.file, document.language, tuple(joined(texts)))


def joined(texts: Iterable[Text]) -> list[Text]:
    """Each text once, in the order in which they are first seen, with all its lines and remarks."""
    found: dict[str, list[Text]] = {}
    for text in texts:
        found.setdefault(text.text, []).append(text)
    return [same[0] if len(same) == 1 else _one(same) for same in found.values()]


def _one(same: list[Text]) -> Text:
    lines = dict.fromkeys(line for text in same for line in text.lines)
    return Text(same[0].text, tuple(lines), united(remark for text in same for remark in text.remarks))


def opened(article: Iterable[Draft]) -> tuple[Draft, Iterator[Text]]:
    """What the first piece of an article says of it, and the texts of all; the pieces are taken one by one.

    Args:
        article: The article in pieces, one at least, which all name its file.
    """
    pieces = iter(article)
    first = next(pieces)
    return first, chain(first.texts, chain.from_iterable(piece.texts for piece in pieces))


def pickled(annotated: Iterable[tuple[Document, Record]]) -> bytes:
    """The drafts of documents, for another process or a file of this one."""
    return pickle.dumps([draft(document) for document, _ in annotated], protocol=pickle.HIGHEST_PROTOCOL)
