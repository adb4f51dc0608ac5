"""`glossary annotate`: articles and corpora in, PO files or data with the renderings to use out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from glossary.commands._console import refuse_inputs
from glossary.commands._options import Encoding, Glossaries, Jobs, NoBuiltin, task
from glossary.segment import Unit


class Format(StrEnum):
    """What is written."""

    PO = "po"
    JSONL = "jsonl"
    PARQUET = "parquet"


def annotate(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...", help="Articles: .txt .md .html .docx; records: .jsonl .parquet; - for input."
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE|DIR|-", help="Where to write; - for standard output."),
    ] = None,
    glossary: Glossaries = None,
    no_builtin: NoBuiltin = False,
    segment: Annotated[Unit, typer.Option(help="How large a segment is.")] = Unit.SENTENCE,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.PO,  # noqa: A002  # the option's name
    tm: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="PATH", help="Translation memory: PO, TMX, or a folder; first wins. Repeatable."
        ),
    ] = None,
    tm_threshold: Annotated[
        int, typer.Option(min=60, max=100, metavar="PERCENT", help="How near a sentence of a memory must be.")
    ] = 75,
    field: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Field of a record that holds its text [default: text]."),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Field of a record that its segments carry. Repeatable."),
    ] = None,
    encoding: Encoding = None,
    jobs: Jobs = 1,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS|local", help="Dask scheduler whose workers do the work."),
    ] = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Leave out what cannot be read, and say so.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where a run into the same file was stopped.")
    ] = False,
) -> None:
    """Write PO files: a segment an entry, with the renderings to use above it; or the same as data.

    What translators have written in an existing PO file is kept; what is empty is filled from translation memories,
    as fuzzy where the sentence is not the same. Without -o, a PO file goes to the project's
    `locale` folder (as its settings have it) or beside its article, and JSON lines go to standard output.
    """
    from msgspec.structs import replace

    from glossary import article, config
    from glossary.batch import recalled
    from glossary.commands import _data, _translation_files
    from glossary.commands._run import Run
    from glossary.corpus.model import Reading
    from glossary.errors import GlossaryError

    if "" in (field, *(keep or ())):
        raise GlossaryError("--field and --keep need the name of a field")
    settings = config.load()
    how = replace(
        task(settings, glossary, no_builtin=no_builtin, encoding=encoding),
        unit=segment,
        parts=format is not Format.PO,
    )
    run = Run(
        sources=tuple(dict.fromkeys(map(article.name, sources))),
        task=how,
        reading=Reading(field=field, keep=tuple(dict.fromkeys(keep or ())), encoding=encoding),
        jobs=jobs,
        scheduler=scheduler,
        keep_going=keep_going,
    )
    refuse_inputs(output, (*run.sources, *(glossary or ())))
    if format is Format.PO:
        _translation_files.refuse(resume=resume, keep=run.reading.keep)
        locale = settings.path(settings.locale) if settings.locale else None
        targets = _translation_files.targets(run.sources, output, locale)
        recall = recalled(settings.memories(tm or ()), tm_threshold, how)
        broken = _translation_files.write(run, targets, recall, locale)
    else:
        _data.refuse_memories(tm or ())
        broken = _data.write(run, format.value, output, resume=resume)
    if broken:
        raise typer.Exit(2)
