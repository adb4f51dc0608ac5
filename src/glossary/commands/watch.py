"""`glossary watch`: PO files checked each time one of them, or the glossary, is saved."""

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from glossary.commands._findings import Ignore, Select, has_colour, rules
from glossary.commands._options import Glossaries, NoBuiltin, task
from glossary.commands._po_files import Paths, or_locale, refuse_standard_input

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from glossary.watching import Plan


def watch(
    paths: Paths = None,
    glossary: Glossaries = None,
    no_builtin: NoBuiltin = False,
    select: Select = None,
    ignore: Ignore = None,
) -> None:
    """Check PO files while they are being translated: on each save, show what is new and what is mended.

    Glossary files and settings are followed too. Ctrl-C ends it.
    """
    from glossary.watching import wait

    wait.refuse_missing()
    plan = partial(
        _plan, tuple(paths or ()), tuple(glossary or ()), no_builtin, tuple(select or ()), tuple(ignore or ())
    )
    try:
        _watch(plan)
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


def _watch(plan: "partial[Plan]") -> None:
    from glossary.watching import Session, text, wait

    session = Session(plan)
    colour = has_colour("-")
    _show(text.beginning(session.look(), _clock(), colour=colour))
    for _ in wait.ticks(session.folders):
        update = session.look()
        if update:
            _show(text.later(update, _clock(), colour=colour))


def _plan(
    paths: Sequence[Path],
    glossary: Sequence[Path],
    no_builtin: bool,
    select: Sequence[str],
    ignore: Sequence[str],
) -> "Plan":
    """What is to be checked, by the settings as they are now and the command line.

    Raises:
        GlossaryError: The settings cannot be used, or there is no such rule.
    """
    from glossary import config
    from glossary.watching import Plan

    settings = config.load()
    refuse_standard_input(paths)
    return Plan(
        paths=tuple(or_locale(paths, settings, work="watch")),
        task=task(settings, glossary, no_builtin=no_builtin),
        rules=tuple(rules(settings, select, ignore)),
        baseline=settings.path(settings.check.baseline) if settings.check.baseline else None,
        root=settings.root,
    )


def _clock() -> str:
    return time.strftime("%H:%M:%S")


def _show(shown: str) -> None:
    stream = typer.get_text_stream("stdout", encoding="utf-8")
    stream.write(shown)
    stream.flush()
