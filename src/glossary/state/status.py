"""All that `glossary status` tells of a PO file."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from glossary.pipeline import Annotator
from glossary.state.articles import ArticleState, articles
from glossary.state.changes import Change, changes
from glossary.state.files import File
from glossary.state.progress import Progress, progress
from glossary.state.refresh import stale


class Status(msgspec.Struct, frozen=True):
    """How far a PO file is, and what it has to catch up with."""

    file: str
    """As the user named it."""
    progress: Progress
    stale: int
    """How many entries have comments that `annotate` would write otherwise today."""
    articles: tuple[ArticleState, ...]
    changes: tuple[Change, ...]
    """Terms that are rendered otherwise today than the comments say."""


def status(file: File, annotate: Annotator, folders: Iterable[Path]) -> Status:
    """The state of a PO file.

    Args:
        file: The file.
        annotate: The glossary that it was annotated with.
        folders: Where the references of its entries may start from, besides its own folder.
    """
    entries = file.catalogue.entries
    out_of_date = stale(file)
    return Status(
        file.path.as_posix(),
        progress(entries),
        len(out_of_date),
        tuple(articles(entries, (*folders, file.path.parent), annotate)),
        tuple(changes(file.run, out_of_date)),
    )
