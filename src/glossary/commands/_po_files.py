"""The PO files that a command works on."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.commands._console import reading
from glossary.errors import DataError, GlossaryError

if TYPE_CHECKING:
    from glossary.batch import Task
    from glossary.config import Config
    from glossary.state import File

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PO|DIR...", help="PO files, or folders of them; without any, the project's `locale`."
    ),
]


def or_locale(paths: Sequence[Path] | None, settings: "Config", *, work: str) -> list[Path]:
    """The paths that were named, or the project's `locale`; `work` is what is to be done with them.

    Raises:
        GlossaryError: Neither is there.
    """
    if paths:
        return list(paths)
    if settings.locale is None:
        raise GlossaryError(
            f"nothing to {work}: name PO files or folders, or set `locale` in [tool.glossary]"
        )
    return [settings.path(settings.locale)]


def refuse_standard_input(paths: Sequence[Path]) -> None:
    """Refuses `-` where files are changed in their place.

    Raises:
        GlossaryError: It is among the paths.
    """
    if Path("-") in paths:
        raise GlossaryError("standard input cannot be changed in its place: name PO files")


def opened(paths: Sequence[Path], task: "Task", errors: "list[DataError]") -> "Iterator[File]":
    """The PO files that these paths stand for, annotated, one by one as they are read.

    Args:
        paths: Files, and folders of them.
        task: Which glossaries.
        errors: Takes up why others cannot be used.

    Raises:
        GlossaryError: A glossary cannot be used.
    """
    from glossary import state
    from glossary.batch import annotator
    from glossary.checks.messages import po_files

    files, missing = po_files(paths)
    errors += missing
    annotate = annotator(task.glossaries, task.builtin)
    for path in reading(files, total=len(files)):
        try:
            yield state.read(path, annotate)
        except DataError as error:
            errors.append(error)
