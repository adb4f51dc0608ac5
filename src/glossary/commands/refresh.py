"""`glossary refresh`: the comments of PO files, brought up to a changed glossary without the articles."""

from typing import TYPE_CHECKING, Annotated

import typer

from glossary.commands._console import say
from glossary.commands._options import Glossaries, NoBuiltin, task
from glossary.commands._po_files import Paths, opened, or_locale, refuse_standard_input
from glossary.errors import DataError
from glossary.plural import plural

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from glossary.state import Change, File


def refresh(
    paths: Paths = None,
    glossary: Glossaries = None,
    no_builtin: NoBuiltin = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")
    ] = False,
) -> None:
    """Bring the comments of PO files up to a changed glossary, and name the entries that want a translator's eye.

    These are listed on standard output, with the line where each stands. Translations and all else stay as they are.

    Exit status: 0, or 2 where a file cannot be used; the others are brought up to date all the same.
    """
    from glossary import config

    settings = config.load()
    chosen = or_locale(paths, settings, work="refresh")
    refuse_standard_input(chosen)
    errors: list[DataError] = []
    for file in opened(chosen, task(settings, glossary, no_builtin=no_builtin), errors):
        try:
            _refresh(file, dry_run=dry_run)
        except DataError as error:
            errors.append(error)
    for fault in errors:
        say(str(fault))
    if errors:
        raise typer.Exit(2)


def _refresh(file: "File", *, dry_run: bool) -> None:
    """Brings one file up to date.

    Raises:
        DataError: It cannot be written.
    """
    from glossary import state

    if not file.is_annotated:
        say(f"{file.path}: not written by `glossary annotate`: left as it is")
        return
    stale = state.stale(file)
    if not stale:
        say(f"{file.path}: up to date")
        return
    if not dry_run:
        state.write(file, state.refreshed(file))
    changes = [change for change in state.changes(file.run, stale) if change.for_translator]
    lines = {} if dry_run else _lines(file)
    stream = typer.get_text_stream("stdout", encoding="utf-8")
    for change in changes:
        stream.write(_said(file, change, lines))
    done = "would be brought" if dry_run else "brought"
    eyes = len({change.message.line for change in changes})
    wanted = f"; {plural(eyes, 'entry')} for a translator to look at" if eyes else ""
    say(f"{file.path}: {plural(len(stale), 'entry')} {done} up to date{wanted}")


def _lines(file: "File") -> dict[int, int]:
    """Where the entries stand now that stood on a line before: comments take lines."""
    from glossary import po

    entries = po.read(file.path).entries
    return {old.line: new.line for old, new in zip(file.catalogue.entries, entries, strict=True)}


def _said(file: "File", change: "Change", lines: dict[int, int]) -> str:
    line = lines.get(change.message.line, change.message.line)
    old = change.old or "(nothing)"
    new = change.new or "(nothing)"
    return f"{file.path.as_posix()}:{line}  {change.term}: {old} → {new}\n"
