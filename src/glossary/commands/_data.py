"""What `glossary annotate` writes as data: JSON lines and Parquet, part by part."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from hashlib import blake2b
from pathlib import Path
from typing import IO, TYPE_CHECKING

import typer

from glossary.atomic import looking_at
from glossary.commands._console import say
from glossary.commands._run import NO_DOCUMENTS, Run, report
from glossary.errors import DataError, GlossaryError

if TYPE_CHECKING:
    from glossary.corpus.journal import Setting
    from glossary.corpus.tally import Tally
    from glossary.corpus.unfinished import Finish, Unfinished
    from glossary.corpus.work import Encode


def refuse_memories(memories: Sequence[Path]) -> None:
    """Refuses translation memories, as data holds no translations.

    Raises:
        GlossaryError: There are some.
    """
    if memories:
        raise GlossaryError("--tm is for PO files, whose empty entries it fills: leave it out, or --format")


def write(run: Run, format_: str, output: str | None, *, resume: bool) -> int:
    """Annotates a corpus into a file or standard output; how many documents could not be read.

    Raises:
        GlossaryError: The input, a glossary or the output cannot be used.
    """
    encode, finish = _maker(format_)
    stream = output in (None, "-") or _is_stream(Path(output or ""))
    if stream and finish:
        raise GlossaryError("a Parquet file cannot be written to a stream: name a file with -o")
    if stream and resume:
        raise GlossaryError("--resume needs a file to go on with: name it with -o")
    if stream:
        return _to_stream(run, encode, output)
    from glossary.corpus.beside import part_of
    from glossary.corpus.unfinished import unfinished

    if output and output.endswith(("/", "\\")):  # `Path` would make a file of that name
        raise DataError(output, None, "is a folder; name a file in it")
    target = Path(output or "")
    try:
        with unfinished(target, _setting(run, format_), resume=resume) as unready:
            _say_by_file(_tallies(run, encode, finish, unready))
    except KeyboardInterrupt:
        if part_of(target).exists():
            say(f"{part_of(target).name}: holds what has been done: the same command with --resume goes on")
        raise
    return unready.broken


def _maker(format_: str) -> "tuple[Encode, Finish | None]":
    """What makes the output of documents, and what makes the file of all output, if it needs making."""
    if format_ == "parquet":
        from glossary import parquet

        parquet.pyarrow()
        return parquet.encode, parquet.finish
    from glossary import jsonl

    return jsonl.encode, None


def _is_stream(path: Path) -> bool:
    with looking_at(path):
        return path.exists() and not path.is_file() and not path.is_dir()


def _opened(output: str | None) -> AbstractContextManager[IO[bytes]]:
    if output in (None, "-"):
        return nullcontext(typer.get_binary_stream("stdout"))
    with looking_at(output or ""):
        return Path(output or "").open("wb")


def _to_stream(run: Run, encode: "Encode", output: str | None) -> int:
    """Writes to what cannot be taken back: standard output, a pipe, a device."""
    broken = 0

    def tallies(stream: IO[bytes]) -> "Iterator[Tally]":
        nonlocal broken
        for part in run.parts(run.chunks(), encode):
            stream.write(part.output)
            stream.flush()
            broken += len(part.broken)
            yield from part.tallies

    with _opened(output) as stream:
        _say_by_file(tallies(stream))
    return broken


def _tallies(run: Run, encode: "Encode", finish: "Finish | None", unready: "Unfinished") -> "Iterator[Tally]":
    """What has been found, in order, while the output is written; at the end it is in its place."""
    yield from unready.earlier()
    for part in run.parts(unready.remaining(run.chunks()), encode):
        unready.add(part)
        yield from part.tallies
    unready.finish(finish)


def _say_by_file(tallies: "Iterable[Tally]") -> None:
    from glossary.corpus.tally import by_file

    tally = None
    for tally in by_file(tallies):
        report(tally)
    if tally is None:
        say(NO_DOCUMENTS)


def _setting(run: Run, format_: str) -> "Setting":
    """What the run is asked to do, so far as the output depends on it."""
    from glossary import __version__
    from glossary.batch import annotator
    from glossary.corpus.journal import Setting

    compiled = annotator(run.task.glossaries, run.task.builtin).lexicon.dump()
    options = {
        "--format": format_,
        "--segment": run.task.unit.value,
        "--encoding": run.task.encoding or "",
        "--field": run.reading.text,
        "--keep": " ".join(run.reading.keep),
    }
    return Setting(__version__, blake2b(compiled, digest_size=16).hexdigest(), options)
