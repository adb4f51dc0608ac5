"""`glossary lint`: glossary files in, what is wrong with them out."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary import report as reports
from glossary.commands._console import plural, refuse_inputs, say
from glossary.commands._options import NoBuiltin
from glossary.errors import GlossaryError

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from glossary.config import Config
    from glossary.report.model import Report


def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...",
            help="Glossary files or folders; without any, the project's, or the bundled ones where it has none.",
        ),
    ] = None,
    no_builtin: NoBuiltin = False,
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Apply this rule and no others. Repeatable.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Do not apply this rule. Repeatable.")
    ] = None,
    format: Annotated[  # noqa: A002  # the option's name
        str, typer.Option(metavar="|".join(reports.formats()), help="How findings are written.")
    ] = "text",
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE|-", help="Where to write; - for standard output.")
    ] = "-",
) -> None:
    """Check glossary files by the rules that `glossary explain` lists.

    Exit status: 0 where nothing is found, 1 where something is, 2 where a file cannot be used.
    """
    from glossary import config
    from glossary.lint import lint as find
    from glossary.lint import reading, selected
    from glossary.report.model import Report

    if format not in reports.formats():
        raise GlossaryError(f"there is no format {format}: use one of {', '.join(reports.formats())}")
    rules = [rule.name for rule in selected(select=select or (), ignore=ignore or ())]
    groups, linted = _files(paths or (), config.load(), no_builtin=no_builtin)
    refuse_inputs(output, linted)
    loaded = reading.read(groups, linted)
    for error in loaded.errors:
        say(str(error))
    on_screen = output == "-"
    report = Report(
        findings=find(loaded.run, select=rules) if rules else (),
        command="lint",
        files=loaded.files,
        entries=len(loaded.run.entries),
        colour=on_screen and sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
    )
    _write(report, format, output)
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


def _write(report: "Report", format_name: str, output: str) -> None:
    from glossary.atomic import write_text
    from glossary.report.text import summary

    on_screen = output == "-"
    text = reports.render(format_name, report)
    if on_screen:
        typer.get_text_stream("stdout", encoding="utf-8").write(text)
    else:
        write_text(Path(output), text)
    if not report.findings and report.files:
        entries = "1 entry" if report.entries == 1 else f"{report.entries:,} entries"
        say(f"nothing found: {entries} checked in {plural(len(report.files), 'file')}")
    elif report.findings and not (on_screen and format_name == "text"):
        say(summary(report))
