"""Which PO files a command works on, and with which glossary, where its arguments leave that to the project."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.errors import GlossaryError

if TYPE_CHECKING:
    from glossary.batch import Task
    from glossary.config import Config

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


def task(settings: "Config", glossary: Sequence[Path] | None, *, no_builtin: bool) -> "Task":
    """The glossaries in force: the project's, and those that were named."""
    from glossary.batch import Task

    return Task(
        glossaries=settings.sources(glossary or ()),
        builtin=settings.builtin and not no_builtin,
    )
