"""Whether an article still says what its PO file translates."""

from collections.abc import Iterable, Sequence, Set
from enum import StrEnum
from pathlib import Path, PurePosixPath

import msgspec

from glossary import article
from glossary.atomic import looking_at
from glossary.errors import DataError
from glossary.pipeline import Annotator
from glossary.po import Entry
from glossary.segment import Unit
from glossary.select import nothing


class Standing(StrEnum):
    """How an article stands to its PO file."""

    CURRENT = "current"
    CHANGED = "changed"
    MISSING = "missing"
    """Not found from the current folder, the project's or the PO file's."""
    UNREADABLE = "unreadable"


class ArticleState(msgspec.Struct, frozen=True):
    """An article that a PO file refers to."""

    file: str
    """Its path, as the references of the PO file have it."""
    standing: Standing
    new: tuple[tuple[int, str], ...] = ()
    """Line and text of each of its sentences that the PO file lacks."""
    gone: int = 0
    """How many entries refer to it and are no sentences of it any more."""
    fault: str = ""
    """Why it cannot be read."""


def articles(entries: Sequence[Entry], folders: Iterable[Path], annotate: Annotator) -> list[ArticleState]:
    """The state of each article that living entries refer to, in order of reference.

    Args:
        entries: Those of one PO file.
        folders: Where references may start from; the first that has the article counts.
        annotate: The glossary decides with what a sentence may not end.
    """
    folders = tuple(folders)
    texts: dict[str, set[str]] = {}
    for entry in entries:
        if not entry.obsolete:
            for reference in entry.references:
                texts.setdefault(reference.file, set()).add(entry.msgid)
    every = {entry.msgid for entry in entries if not entry.obsolete}
    return [
        _state(file, own, every, folders, annotate)
        for file, own in texts.items()
        if PurePosixPath(file).suffix.lower() in article.suffixes()
    ]


def _state(
    file: str, own: Set[str], every: Set[str], folders: Iterable[Path], annotate: Annotator
) -> ArticleState:
    try:
        found = _found(file, folders)
        if found is None:
            return ArticleState(file, Standing.MISSING)
        read = article.read(found)
    except DataError as error:
        return ArticleState(file, Standing.UNREADABLE, fault=error.cause)
    # Nothing says how large its segments were: those that fit better.
    by_sentence = _compared(file, read, Unit.SENTENCE, own, every, annotate)
    if by_sentence.standing is Standing.CURRENT:
        return by_sentence
    by_paragraph = _compared(file, read, Unit.PARAGRAPH, own, every, annotate)
    return min(by_sentence, by_paragraph, key=lambda state: len(state.new) + state.gone)


def _compared(
    file: str, read: article.Article, unit: Unit, own: Set[str], every: Set[str], annotate: Annotator
) -> ArticleState:
    """The state of an article that was annotated with segments of this size."""
    segments = annotate.annotate(read, unit=unit, parts=nothing).segments
    new = tuple({segment.text: segment.line for segment in segments if segment.text not in every}.items())
    gone = len(own - {segment.text for segment in segments})
    standing = Standing.CHANGED if new or gone else Standing.CURRENT
    return ArticleState(file, standing, tuple((line, text) for text, line in new), gone)


def _found(file: str, folders: Iterable[Path]) -> Path | None:
    """The article that a reference names, seen from the first folder that has it.

    Raises:
        DataError: A folder cannot be looked at.
    """
    with looking_at(file):
        return next((path for folder in folders if (path := folder / file).is_file()), None)
