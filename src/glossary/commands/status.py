"""`glossary status`: how far translations are, and whether they have kept up with glossary and articles."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.commands._console import put, say
from glossary.commands._findings import has_colour
from glossary.commands._options import Glossaries, NoBuiltin, task
from glossary.commands._po_files import Paths, opened, or_locale
from glossary.errors import DataError
from glossary.plural import plural

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
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
    from glossary import config, state
    from glossary.batch import annotator
    from glossary.state import shape, text

    settings = config.load()
    used = task(settings, glossary, no_builtin=no_builtin)
    errors: list[DataError] = []
    folders = (Path(), settings.root)
    statuses = [
        state.status(file, annotator(used.glossaries, used.builtin), folders)
        for file in opened(or_locale(paths, settings, work="show"), used, errors)
    ]
    if format is Format.JSON:
        shown = shape.to_json(statuses)
    else:
        shown = text.render(statuses, colour=has_colour("-")) if statuses else ""
    put(shown, "-")
    for error in errors:
        say(str(error))
    _advise(statuses)
    if errors:
        raise typer.Exit(2)


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
