"""`glossary tm`: finished PO files in, one translation memory out."""

from typing import TYPE_CHECKING

import typer

from glossary import __version__
from glossary.commands._console import put, reading, refuse_inputs, say
from glossary.commands._options import Output
from glossary.commands._po_files import Paths, or_locale
from glossary.errors import DataError
from glossary.plural import plural

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from collections.abc import Sequence
    from pathlib import Path

    from glossary.memory import Joined
    from glossary.po import Catalogue, Entry

_CONFLICTS_SHOWN = 20


def tm(
    paths: Paths = None,
    output: Output = "-",
) -> None:
    """Make one translation memory (TMX) of finished PO files.

    Every finished entry is a unit, with the places that it is from; what is fuzzy, untranslated or obsolete stays out.
    Sentences with several translations keep them all, and are named on standard error. Where a file cannot be used,
    nothing is written.
    """
    from glossary import config
    from glossary.bilingual import tmx
    from glossary.checks.messages import po_files
    from glossary.memory import join

    settings = config.load()
    names, errors = po_files(or_locale(paths, settings, work="collect"))
    refuse_inputs(output, names)
    files, faults = _read(names)
    for error in (*errors, *faults):
        say(str(error))
    if errors or faults:
        say("no memory was written, as not every file could be read")
        raise typer.Exit(2)
    joined = join(files, generator=f"zh-glossary {__version__}")
    data = tmx.serialise(joined.catalogue, annotations={})
    put(data, output)
    _report(joined, len(files), output)


def _read(names: "Sequence[Path]") -> "tuple[list[tuple[str, Catalogue]], list[DataError]]":
    """The files that can be used, by name, and what is wrong with the others."""
    from glossary import po

    files = []
    faults = []
    for name in reading(names, total=len(names)):
        try:
            files.append((name.as_posix(), po.read(name)))
        except DataError as error:
            faults.append(error)
    return files, faults


def _report(joined: "Joined", files: int, output: str) -> None:
    for entries in joined.conflicts[:_CONFLICTS_SHOWN]:
        say(_conflict(entries))
    if (more := len(joined.conflicts) - _CONFLICTS_SHOWN) > 0:
        say(f"{plural(more, 'more sentence')} with several translations")
    parts = [f"{plural(len(joined.catalogue.entries), 'unit')} from {plural(files, 'file')}"]
    if joined.merged:
        parts.append(f"{plural(joined.merged, 'duplicate')} merged")
    if joined.conflicts:
        parts.append(f"{plural(len(joined.conflicts), 'sentence')} with several translations")
    say(f"{', '.join(parts)}{'' if output == '-' else f' -> {output}'}")


def _conflict(entries: "Sequence[Entry]") -> str:
    """One line: where the sentence stands first, and where its translations are."""
    (file, line), *_ = entries[0].references
    others = ", ".join(
        f"{place.file}:{place.line}" for entry in entries[1:] for place in entry.references[:1]
    )
    return (
        f"{file}:{line}: {len(entries)} translations of {' '.join(entries[0].msgid.split())} (also {others})"
    )
