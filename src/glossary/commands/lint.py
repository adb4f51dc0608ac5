"""`glossary lint`: glossary files in, what is wrong with them out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.commands._console import refuse_inputs, say
from glossary.commands._findings import Format, Ignore, Select, give, has_colour, refuse_format
from glossary.commands._options import NoBuiltin, Output
from glossary.errors import GlossaryError

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from glossary.config import Config


def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...",
            help="Glossary files or folders; without any, the project's, or the bundled ones where it has none.",
        ),
    ] = None,
    no_builtin: NoBuiltin = False,
    select: Select = None,
    ignore: Ignore = None,
    format: Format = "text",  # noqa: A002  # the option's name
    output: Output = "-",
) -> None:
    """Check glossary files by the rules that `glossary explain` lists.

    Exit status: 0 where nothing is found, 1 where something is, 2 where a file cannot be used.
    """
    from glossary import config
    from glossary.lint import lint as find
    from glossary.lint import reading, selected
    from glossary.report.model import Report

    refuse_format(format)
    rules = [rule.name for rule in selected(select=select or (), ignore=ignore or ())]
    groups, linted = _files(paths or (), config.load(), no_builtin=no_builtin)
    refuse_inputs(output, linted)
    loaded = reading.read(groups, linted)
    for error in loaded.errors:
        say(str(error))
    report = Report(
        findings=find(loaded.run, select=rules) if rules else (),
        command="lint",
        files=loaded.files,
        unusable=loaded.errors,
        entries=len(loaded.run.entries),
        colour=has_colour(output),
    )
    give(report, format, output)
    if loaded.errors or report.findings:
        raise typer.Exit(2 if loaded.errors else 1)


def _files(
    paths: Sequence[Path], settings: "Config", *, no_builtin: bool
) -> tuple[list[list[Path]], list[Path]]:
    """The files that are used, as groups, and those of them that are linted."""
    from glossary import curated

    builtin = settings.builtin and not no_builtin
    used = [_from_here(group) for group in curated.grouped(settings.sources(), builtin=builtin)]
    if not paths:
        own = used[1:] if builtin else used
        linted = [file for group in own or used for file in group]
        if not linted:
            raise GlossaryError("nothing to lint: name files, or set `glossaries` in [tool.glossary]")
        return used, linted
    known = {file.resolve(): file for group in used for file in group}
    linted = []
    for group in map(_from_here, curated.grouped(paths, builtin=False)):
        # Files that are used anyway keep their place among those that they are used with.
        new = [file for file in group if file.resolve() not in known]
        linted += [known.get(file.resolve(), file) for file in group]
        known |= {file.resolve(): file for file in new}
        used.append(new)
    return used, list(dict.fromkeys(linted))


def _from_here(files: Sequence[Path]) -> list[Path]:
    """The files as seen from the current folder, where they are in it or below: so CI shows them in the checkout."""
    here = Path.cwd()
    return [
        file.relative_to(here) if file.is_absolute() and file.is_relative_to(here) else file for file in files
    ]
