"""`glossary convert`: glossaries and translations from one exchange format into another."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from glossary.atomic import looking_at, read_bytes, write_bytes
from glossary.commands._console import say
from glossary.commands._options import Glossaries, NoBuiltin, task
from glossary.errors import DataError, GlossaryError
from glossary.plural import plural

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from collections.abc import Sequence

    from glossary import bilingual, formats
    from glossary.batch import Task
    from glossary.bilingual import Annotations
    from glossary.model import Term
    from glossary.po import Catalogue


class _Side(NamedTuple):
    """What one of the two files can be taken for."""

    path: Path
    glossary: "formats.Format | None"
    translations: "bilingual.Format | None"


def convert(
    source: Annotated[
        Path, typer.Argument(metavar="IN", help="The file to convert; or a folder of glossaries.")
    ],
    target: Annotated[
        Path, typer.Argument(metavar="OUT", help="The file to write; an existing one is replaced.")
    ],
    read_as: Annotated[
        str | None,
        typer.Option("--from", metavar="FORMAT", help="What IN is, where its suffix does not say."),
    ] = None,
    write_as: Annotated[
        str | None,
        typer.Option("--to", metavar="FORMAT", help="What OUT is to be, where its suffix does not say."),
    ] = None,
    glossary: Glossaries = None,
    no_builtin: NoBuiltin = False,
) -> None:
    """Convert a glossary, or translations, into another format; what that cannot say is listed.

    Formats go by suffix: .toml .tsv .csv .xlsx .tbx .utx .utf8 (OmegaT) .po (Weblate) for glossaries, .po .xlf .tmx for
    translations. PO is a glossary where the other side is one; --to tbx-dct writes TBX in the style DCT. The glossaries
    in force matter only where renderings can stand beside translations.
    """
    from glossary import config

    _refuse_same(source, target)
    before, after = _side(source, read_as, "--from"), _side(target, write_as, "--to")
    glossaries = before.glossary and after.glossary
    translations = before.translations and after.translations
    if bool(glossaries) == bool(translations):
        raise GlossaryError(_mismatch(before, after))
    if before.translations and after.translations and not glossaries:
        used = task(config.load(), glossary, no_builtin=no_builtin)
        lines = _convert_translations(source, target, before.translations, after.translations, used)
    else:
        lines = _convert_glossary(before, after)
    for line in lines:
        say(f"{target}: {line}")


def _refuse_same(source: Path, target: Path) -> None:
    """Refuses to write over what is read, by whatever names the two go, or a file that would be read with it."""
    from glossary import formats

    with looking_at(target):
        counts = target.suffix.lower() in formats.in_folders()
        inside = counts and source.is_dir() and source.resolve() == target.resolve().parent
        if source.exists() and target.exists() and source.samefile(target):
            raise DataError(target, None, "would be written over what is read from it: name another file")
    if inside:
        raise DataError(target, None, f"is in the folder {source} that is read: name a file outside it")


def _side(path: Path, name: str | None, option: str) -> _Side:
    """What a file can be taken for, by its suffix or by the name of a format.

    Raises:
        GlossaryError: There is no such format.
    """
    from glossary import bilingual, formats

    with looking_at(path):
        if name is None and path.is_dir():
            return _Side(path, formats.of(Path("folder.toml")), None)
    suffix = path.suffix.lower() if name is None else f".{name.lower().lstrip('.')}"
    named = formats.known().get(suffix) or formats.named().get(suffix[1:])
    translations = bilingual.known().get(suffix)
    if named is None and translations is None:
        known = ", ".join(dict.fromkeys((*formats.known(), *bilingual.known())))
        if name is not None:
            names = ", ".join(formats.named())
            raise GlossaryError(
                f"{option} {name}: no such format: use a name ({names}) or a suffix ({known})"
            )
        advice = f"use one of {known}, or name the format with {option}"
        raise DataError(path, None, f"its suffix is not that of a format: {advice}")
    return _Side(path, named, translations)


def _mismatch(before: _Side, after: _Side) -> str:
    """Why two files cannot be one another's conversion, and what to do."""
    from glossary import bilingual, formats

    if before.glossary and before.translations:
        return f"{before.path} and {after.path} are both PO: there is nothing to convert"
    if before.glossary:
        others = [suffix for suffix in formats.known() if suffix not in bilingual.known()]
        return f"{before.path} is a glossary and {after.path} would be translations: use one of {', '.join(others)}"
    return f"{before.path} holds translations and {after.path} would be a glossary: use one of {', '.join(bilingual.known())}"


def _convert_glossary(before: _Side, after: _Side) -> list[str]:
    """Writes a glossary; what was written and what was lost, in lines."""
    from typing import cast

    from glossary import formats

    if not hasattr(after.glossary, "serialise"):
        raise DataError(after.path, None, "this format is only read: name a file with another suffix")
    terms, asides = _terms(before)
    chosen = cast("formats.Writable", after.glossary)
    lost = formats.write(terms, after.path, chosen, title=before.path.resolve().stem)
    return [f"{plural(len(terms), 'entry')} written", *(f"not kept: {line}" for line in (*asides, *lost))]


def _terms(side: _Side) -> "tuple[Sequence[Term], list[str]]":
    """The concepts of a file or a folder, and what is said there besides."""
    from glossary import curated, formats
    from glossary.concept import owners

    path, chosen = side.path, side.glossary
    if chosen is None or path.is_dir():
        terms = [term for file in curated.sources([path], builtin=False) for term in formats.parse(file)]
        owners(terms)
        return terms, []
    data = read_bytes(path)
    terms = chosen.parse(data, path=str(path))
    return terms, chosen.asides(data, path=str(path)) if hasattr(chosen, "asides") else []


def _convert_translations(
    source: Path,
    target: Path,
    reader: "bilingual.Format",
    writer: "bilingual.Format",
    task: "Task",
) -> list[str]:
    """Writes translations; what was written and what was lost, in lines."""
    from glossary.commands import _translations

    catalogue = reader.parse(read_bytes(source), path=str(source))
    noted = _annotations(source, catalogue, task) if getattr(writer, "ANNOTATED", False) else {}
    lines: list[str] = []

    def check(data: bytes) -> None:
        back = writer.parse(data, path=str(target))
        lines.extend(_translations.losses(catalogue, back, source=source, target=target))

    write_bytes(target, writer.serialise(catalogue, annotations=noted), check=check)
    return [f"{plural(len(catalogue.entries), 'entry')} converted", *(f"not kept: {line}" for line in lines)]


def _annotations(path: Path, catalogue: "Catalogue", task: "Task") -> "Annotations":
    """The renderings to use for each sentence, with the glossaries in force."""
    from glossary.batch import annotator
    from glossary.checks.messages import annotated

    found = annotated(path.as_posix(), catalogue.entries, annotator(task.glossaries, task.builtin))
    return {message.entry.msgid: message.annotations for message in found}
