"""What `check` and its kin have in common: how findings are asked for, and how they are given."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from glossary import report as reports
from glossary.commands._console import put, say
from glossary.errors import GlossaryError
from glossary.plural import plural

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from glossary.config import Config
    from glossary.report.model import Report

Select = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Apply this rule and no others. Repeatable.")
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="RULE", help="Do not apply this rule. Repeatable.")]
Format = Annotated[str, typer.Option(metavar="|".join(reports.formats()), help="What to write.")]


def rules(settings: "Config", select: Sequence[str] | None, ignore: Sequence[str] | None) -> list[str]:
    """The rules of `check` to apply: what the command line selects counts instead of the settings.

    Raises:
        GlossaryError: There is no such rule; the message names the nearest.
    """
    from glossary import checks

    left_out = (*(ignore or ()), *(() if select else settings.check.ignore))
    chosen = checks.selected(select=select or settings.check.select, ignore=left_out)
    return [rule.name for rule in chosen]


def refuse_format(name: str) -> None:
    """Refuses a format before anything is read.

    Raises:
        GlossaryError: There is no such format.
    """
    if name not in reports.formats():
        raise GlossaryError(f"there is no format {name}: use one of {', '.join(reports.formats())}")


def has_colour(output: str) -> bool:
    """Whether what is written to `output` is read on a terminal that shows colours."""
    return output == "-" and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def give(report: "Report", format_name: str, output: str) -> None:
    """Writes findings where they were asked for, and says what they come to."""
    from glossary.report.text import summary

    on_screen = output == "-"
    put(reports.render(format_name, report), output)
    if not report.findings and report.files:
        say(
            f"nothing found: {plural(report.entries, 'entry')} checked in {plural(len(report.files), 'file')}"
        )
    elif report.findings and not (on_screen and format_name == "text"):
        say(summary(report))
