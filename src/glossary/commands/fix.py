"""`glossary fix`: findings of `glossary check` that have exactly one right repair, mended."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.colour import styled
from glossary.commands._console import say
from glossary.commands._findings import Ignore, Select, has_colour, rules
from glossary.commands._options import Glossaries, NoBuiltin, task
from glossary.commands._po_files import Paths, opened, or_locale, refuse_standard_input
from glossary.errors import DataError, GlossaryError
from glossary.plural import plural

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from glossary.config import Config
    from glossary.po import Catalogue
    from glossary.repair import Repairs
    from glossary.state import File

_STYLES = {"+++": "1", "---": "1", "@@": "36", "+": "32", "-": "31"}


def fix(
    paths: Paths = None,
    write: Annotated[bool, typer.Option("--write", help="Write the repairs; without it, show them.")] = False,
    glossary: Glossaries = None,
    no_builtin: NoBuiltin = False,
    select: Select = None,
    ignore: Ignore = None,
) -> None:
    """Mend what has exactly one right repair, and say of the rest why it needs a person.

    The repairs are shown as a unified diff; nothing is written without --write.

    Exit status: 0 where nothing is to be mended or all was written, 1 where repairs were shown, 2 where a file
    cannot be used.
    """
    from glossary import config
    from glossary.checks.model import Run
    from glossary.repair import repairs

    settings = config.load()
    mending = _rules(settings, select or (), ignore or ())
    chosen = or_locale(paths, settings, work="mend")
    refuse_standard_input(chosen)
    errors: list[DataError] = []
    files = list(opened(chosen, task(settings, glossary, no_builtin=no_builtin), errors))
    found = repairs(Run(tuple(message for file in files for message in file.messages)), rules=mending)
    changed = [(file, new) for file in files if (new := _mended(file, found)) is not file.catalogue]
    colour = has_colour("-")
    stream = typer.get_text_stream("stdout", encoding="utf-8")
    for file, new in changed:
        stream.writelines(_diff(file, new, colour))
        if write:
            errors += _written(file, new)
    for finding, reason in found.declined:
        named = f"{finding.rule}  {finding.term}".rstrip()
        say(f"{finding.file}:{finding.line}  {named}: left to you: {reason}")
    for error in errors:
        say(str(error))
    _sum_up(found, len(changed), write=write)
    if errors or (changed and not write):
        raise typer.Exit(2 if errors else 1)


def _rules(settings: "Config", select: Sequence[str], ignore: Sequence[str]) -> list[str]:
    """The rules to mend by.

    Raises:
        GlossaryError: Rules were named of which none can mend anything.
    """
    from glossary.repair import repairable

    mending = [name for name in rules(settings, select, ignore) if name in repairable()]
    if select and not mending:
        raise GlossaryError(
            f"{' and '.join(select)} cannot be mended without a person; the rules that can: {', '.join(repairable())}"
        )
    return mending


def _mended(file: "File", found: "Repairs") -> "Catalogue":
    """The catalogue with its repairs; itself where it has none."""
    from dataclasses import replace

    from glossary import po
    from glossary.repair import place

    if not any(name == file.path.as_posix() for name, _ in found.texts):
        return file.catalogue
    wrapped = file.catalogue.wrapped
    entries = (
        po.with_translations(message.entry, texts, wrapped=wrapped)
        if (texts := found.texts.get(place(message)))
        else message.entry
        for message in file.messages
    )
    return replace(file.catalogue, entries=tuple(entries))


def _diff(file: "File", new: "Catalogue", colour: bool) -> Iterator[str]:
    """What changes in a file, as a unified diff."""
    from glossary import po
    from glossary.diff import unified
    from glossary.po.charset import decode

    # Against what stands on the disk: writing may set the blank lines between entries straight.
    present = decode(file.path.read_bytes(), path=file.path).replace("\r\n", "\n")
    before, after = (text.rstrip("\n").split("\n") for text in (present, po.render(new)))
    name = file.path.as_posix()
    for line in unified(before, after, name):
        style = next((style for start, style in _STYLES.items() if line.startswith(start)), "")
        yield f"{styled(line, style, colour)}\n"


def _written(file: "File", new: "Catalogue") -> list[DataError]:
    from glossary import state

    try:
        state.write(file, new)
    except DataError as error:
        return [error]
    return []


def _sum_up(found: "Repairs", files: int, *, write: bool) -> None:
    done = "mended" if write else "to be mended with --write"
    left = f"; {plural(len(found.declined), 'finding')} left to you" if found.declined else ""
    if found.mended:
        say(f"{plural(len(found.mended), 'finding')} in {plural(files, 'file')} {done}{left}")
    else:
        say(f"nothing to mend{left}")
