"""PO files into messages with annotations: what checks are given."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from pathlib import Path
from typing import NamedTuple, Protocol

from glossary import po
from glossary.article.model import Article, Block, BlockKind
from glossary.atomic import looking_at
from glossary.batch import Task, annotator
from glossary.bulk import uncollected
from glossary.checks.model import Message, Run
from glossary.errors import DataError
from glossary.pipeline import Annotator
from glossary.recognise.model import Reading
from glossary.segment import Unit


class Loaded(NamedTuple):
    """What came of reading one PO file."""

    messages: tuple[Message, ...] = ()
    error: DataError | None = None
    """Why it could not be used."""


class Read(NamedTuple):
    """What came of reading PO files."""

    run: Run
    """The messages of the files that could be used, with annotations."""
    files: tuple[str, ...]
    """These files, as messages name them."""
    errors: tuple[DataError, ...]
    """One for each file or folder that could not be used."""


class Watch(Protocol):
    """Passes on what comes, and may show how far it has come."""

    def __call__(self, items: Iterable[Loaded], *, total: int) -> Iterable[Loaded]:
        """The same items, of which there are `total`."""
        ...


def _unwatched(items: Iterable[Loaded], *, total: int) -> Iterable[Loaded]:  # noqa: ARG001  # `Watch` has it
    return items


def messages(paths: Iterable[Path], task: Task, *, jobs: int = 1, watch: Watch = _unwatched) -> Read:
    """The messages of these PO files; the ones that cannot be used hide no others.

    Args:
        paths: PO files, and folders, which stand for all `.po` files in and below them, by name; `-` is standard input.
        task: Which glossaries; its unit and encoding do not matter here.
        jobs: How many processes to use.
        watch: Is passed the files one by one as they are read.

    Raises:
        GlossaryError: A glossary cannot be used.
    """
    names, faults = po_files(paths)
    loaded = list(watch(load(names, task, jobs=jobs), total=len(names)))
    return Read(
        Run(tuple(message for each in loaded for message in each.messages)),
        tuple(name.as_posix() for name, each in zip(names, loaded, strict=True) if not each.error),
        (*faults, *(each.error for each in loaded if each.error)),
    )


def po_files(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[DataError, ...]]:
    """The PO files that paths stand for, each once, in order, and an error for each path that stands for none."""
    found: dict[Path, None] = {}
    errors: list[DataError] = []
    for path in paths:
        try:
            found.update(dict.fromkeys(_po_files(path)))
        except DataError as error:
            errors.append(error)
    return tuple(found), tuple(errors)


def _po_files(path: Path) -> list[Path]:
    if str(path) == po.STANDARD_INPUT:
        return [path]
    with looking_at(path):
        if path.is_dir():
            inside = sorted(file for file in path.rglob("*.po") if file.is_file())
            if not inside:
                raise DataError(path, None, "no .po files in or below this folder: check the path")
            return inside
        if path.exists():
            return [path]
    raise DataError(path, None, "no such file or folder: check the path")


def load(files: Sequence[Path], task: Task, *, jobs: int = 1) -> Iterator[Loaded]:
    """What each file holds, in the order given, as it becomes ready; a file at fault gives an error instead.

    Raises:
        GlossaryError: A glossary cannot be used.
    """
    annotator(task.glossaries, task.builtin)  # before there are processes: they find it made
    if jobs == 1 or len(files) < 2 or any(str(file) == po.STANDARD_INPUT for file in files):
        yield from map(_load, files, repeat(task))
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(files))) as pool:
        yield from pool.map(_load, files, repeat(task), chunksize=1)


def _load(file: Path, task: Task) -> Loaded:
    try:
        entries = po.read(file).entries
    except DataError as error:
        return Loaded(error=error)
    return Loaded(annotated(file.as_posix(), entries, annotator(task.glossaries, task.builtin)))


@uncollected()
def annotated(file: str, entries: Sequence[po.Entry], annotate: Annotator) -> tuple[Message, ...]:
    """The entries of one PO file as messages; names established in one entry count in all.

    Obsolete entries have no annotations: they are no part of the text any more.
    """
    living = [index for index, entry in enumerate(entries) if entry.msgid.strip() and not entry.obsolete]
    blocks = (Block(_one_line(entries[i].msgid), BlockKind.PARAGRAPH, ((0, i),)) for i in living)
    article = Article(file, tuple(blocks), "")
    found = annotate.segments(article, unit=Unit.PARAGRAPH, parts=_matters)
    noted = {segment.line: (segment.annotations, segment.rivals) for segment in found}
    return tuple(Message(file, entry, *noted.get(index, ((), ()))) for index, entry in enumerate(entries))


def _matters(reading: Reading) -> bool:
    """Whether a rule asks for a reading inside another: a person, a post in a list, what has wrong renderings."""
    term = reading.term
    return reading.kind == "person" or (term is not None and (reading.kind == "title" or bool(term.forbid)))


def _one_line(msgid: str) -> str:
    return msgid.replace("\n", " ")
