"""`glossary init`: a new project for translators, with settings, a glossary, an example and its CI."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from glossary.commands._console import say


def init(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="Where; the current folder by default. It is made if absent."),
    ] = Path(),
) -> None:
    """Start a project of your own: settings, a glossary, an example article, CI, and a README for translators.

    What is made is listed on standard output. Nothing is made where one of these files is there already.
    """
    from glossary.project import create

    for path in create(folder):
        typer.echo(path.as_posix())
    say("\nNext:")
    if folder.resolve() != Path.cwd():
        say(f"  cd {quote(str(folder))}")
    say(
        "  glossary annotate articles/example.txt    # writes locale/en/example.po, for translators to fill in"
    )
    say("  glossary check                            # what is wrong in translations; nothing so far")
    say("  glossary lint                             # what is wrong in glossaries/terms.toml")
