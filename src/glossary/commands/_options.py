"""Options that several commands have."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from glossary.batch import Task
    from glossary.config import Config

Glossaries = Annotated[
    list[Path] | None,
    typer.Option("--glossary", metavar="PATH", help="Glossary file or folder; later ones win. Repeatable."),
]
NoBuiltin = Annotated[bool, typer.Option("--no-builtin", help="Leave the bundled glossary out.")]
Jobs = Annotated[int, typer.Option(min=1, metavar="N", help="How many processes to use.")]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE|-", help="Where to write; - for standard output.")
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="Encoding of the articles, where detection is wrong.")
]


def task(
    settings: "Config", glossary: Sequence[Path] | None, *, no_builtin: bool, encoding: str | None = None
) -> "Task":
    """What is worked with: the project's glossaries and those that were named, and the encoding of articles."""
    from glossary.batch import Task

    return Task(
        glossaries=settings.sources(glossary or ()),
        builtin=settings.builtin and not no_builtin,
        encoding=encoding,
    )
