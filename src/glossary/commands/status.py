"""`glossary status`: how far translations are, and whether they have kept up with glossary and articles."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.commands._console import reading, say
from glossary.commands._findings import has_colour
from glossary.commands._options import Glossaries, NoBuiltin
from glossary.commands._po_files import Paths, or_locale, task
from glossary.errors import DataError
from glossary.plural import plural

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from glossary.batch import Task
    from glossary.state import Status


class Format(StrEnum):
    """What is written."""

    TEXT = "text"
    JSON = "json"


def status(
    paths: Paths = None,
    glossary: Glossaries = None,
    no_builtin: NoBuiltin = False,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002  # the option's name
) -> None:
    """Show how much is translated, and what changed in glossary and articles since `annotate` ran.

    Exit status: 0, or 2 where a file cannot be used; the others are shown all the same.
    """
    from glossary import config
    from glossary.checks.messages import po_files
    from glossary.state import shape, text

    settings = config.load()
    files, missing = po_files(or_locale(paths, settings, work="show"))
    statuses, unreadable = _statuses(files, task(settings, glossary, no_builtin=no_builtin), settings.root)
    errors = (*missing, *unreadable)
    if format is Format.JSON:
        shown = shape.to_json(statuses)
    else:
        shown = text.render(statuses, colour=has_colour("-")) if statuses else ""
    typer.get_text_stream("stdout", encoding="utf-8").write(shown)
    for error in errors:
        say(str(error))
    _advise(statuses)
    if errors:
        raise typer.Exit(2)


def _statuses(files: Sequence[Path], task: "Task", root: Path) -> tuple[list["Status"], list[DataError]]:
    from glossary import state
    from glossary.batch import annotator

    annotate = annotator(task.glossaries, task.builtin)
    statuses: list[Status] = []
    errors: list[DataError] = []
    for file in reading(files, total=len(files)):
        try:
            statuses.append(state.status(state.read(file, annotate), annotate, (Path(), root)))
        except DataError as error:
            errors.append(error)
    return statuses, errors


def _advise(statuses: Sequence["Status"]) -> None:
    from glossary.state import Standing

    if stale := sum(each.stale for each in statuses):
        say(f"{plural(stale, 'entry')} with comments of before: `glossary refresh` brings them up to date")
    changed = [
        article.file for each in statuses for article in each.articles if article.standing is Standing.CHANGED
    ]
    if changed:
        say(
            f"{plural(len(changed), 'article')} changed: run `glossary annotate` on {', '.join(dict.fromkeys(changed))}"
        )
