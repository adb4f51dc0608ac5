"""`glossary mine`: articles in, candidates for the glossary out; from translations, their renderings too."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.commands._console import progress, put, reading, refuse_inputs, say
from glossary.commands._options import Encoding, Glossaries, Jobs, NoBuiltin, Output, task
from glossary.plural import plural

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from glossary.batch import Task
    from glossary.mine.model import Options, Result


class Format(StrEnum):
    """What is written."""

    TOML = "toml"
    JSON = "json"


def mine(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Articles (.txt .md .html .docx), folders of them, or - for standard input.",
        ),
    ],
    finished: Annotated[
        bool,
        typer.Option(
            "--from",
            help="The sources are finished translations: PO files, or folders of them; learn from them.",
        ),
    ] = False,
    output: Output = "-",
    glossary: Glossaries = None,
    no_builtin: NoBuiltin = False,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Candidates of each kind.")] = 100,
    min_count: Annotated[
        int, typer.Option(min=1, metavar="N", help="How often a candidate has to stand.")
    ] = 2,
    composed: Annotated[
        bool,
        typer.Option(
            "--composed", help="List recurring bodies and posts too that rules name with certainty."
        ),
    ] = False,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TOML,  # noqa: A002  # the option's name
    encoding: Encoding = None,
    jobs: Jobs = 1,
) -> None:
    """List names and terms that the glossary lacks, ready for a curator's review.

    Numbered slogans, bodies, posts, 《documents》, quoted phrases and terms that recur, with counts and contexts. In
    the TOML that is written, every entry is commented out until somebody lets it in.
    """
    from glossary import config
    from glossary.mine.model import Options

    settings = config.load()
    used = task(settings, glossary, no_builtin=no_builtin, encoding=encoding)
    refuse_inputs(output, (*sources, *(glossary or ())))
    options = Options(limit=limit, minimum=min_count, composed=composed)
    result = (
        _from_translations(sources, used, options, jobs)
        if finished
        else _from_articles(sources, used, options, jobs)
    )
    _write(result, format, output)
    said = f"{plural(len(result.candidates), 'candidate')} in {plural(result.files, 'file')}"
    if finished:
        said += f"; {plural(len(result.learnt), 'term')} rendered otherwise"
    say(said if result.candidates or result.learnt else f"no candidates in {plural(result.files, 'file')}")


def _from_articles(sources: list[str], task: "Task", options: "Options", jobs: int) -> "Result":
    from glossary.corpus.work import documents
    from glossary.mine import mine as candidates
    from glossary.mine.model import Result
    from glossary.mine.sources import expand

    files = expand(sources)
    mined = progress(documents(files, task, jobs=jobs), total=len(files), label="Mining")
    found = candidates(((each.file, each.segments) for each in mined), options)
    return Result(candidates=found, files=len(files))


def _from_translations(sources: list[str], task: "Task", options: "Options", jobs: int) -> "Result":
    from glossary.checks.messages import messages
    from glossary.mine.translations import learn

    read = messages(map(Path, sources), task, jobs=jobs, watch=reading)
    if read.errors:
        raise read.errors[0]
    return learn(read.run, task, options, files=len(read.files))


def _write(result: "Result", format_: Format, output: str) -> None:
    from glossary.mine.review import review
    from glossary.mine.shape import to_json

    put(to_json(result) if format_ is Format.JSON else review(result), output)
