"""What a worker does: a chunk in, its part of the output out."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import msgspec

from glossary.batch import Task, annotator
from glossary.bulk import uncollected
from glossary.corpus.journal import seal
from glossary.corpus.model import Chunk, Reading
from glossary.corpus.tally import Tally, by_file, tally
from glossary.errors import DataError, GlossaryError
from glossary.jsonl import Record
from glossary.model import Document
from glossary.pipeline import Annotator
from glossary.select import nothing

Encode = Callable[[Iterable[tuple[Document, Record]]], bytes]
"""Makes the output of documents; a function of a module, so that it can go to another process."""


class Part(msgspec.Struct, frozen=True):
    """What comes of a chunk."""

    output: bytes
    tallies: tuple[Tally, ...]
    """What was found, a tally a file, in order."""
    broken: tuple[DataError, ...]
    """Documents that could not be read, in order."""
    size: int
    """How much of the corpus it is, in bytes."""
    seal: bytes
    """A digest of the chunk."""


@uncollected()
def perform(chunk: Chunk, *, annotator: Annotator, task: Task, encode: Encode) -> Part:
    """A chunk's part of the output.

    Raises:
        GlossaryError: What was asked for makes no sense, such as an encoding that there is not.
    """
    items = list(chunk.items())
    parts = None if task.parts else nothing
    annotated = [
        (annotator.annotate(item.article, unit=task.unit, parts=parts), item.record)
        for item in items
        if not isinstance(item, DataError)
    ]
    return Part(
        output=encode(annotated),
        tallies=tuple(by_file(tally(document, record) for document, record in annotated)),
        broken=tuple(item for item in items if isinstance(item, DataError)),
        size=chunk.size,
        seal=seal(chunk),
    )


def perform_here(chunk: Chunk, *, task: Task, encode: Encode) -> Part:
    """As `perform`, with the annotator that this process has for the task."""
    found = annotator(task.glossaries, task.builtin)
    return perform(chunk, annotator=found, task=task, encode=encode)


def parts(
    chunks: Iterable[Chunk], task: Task, encode: Encode, *, jobs: int = 1, scheduler: str | None = None
) -> Iterator[Part]:
    """The parts of the output in the order of the chunks, as they become ready.

    Args:
        chunks: The corpus.
        task: How it is to be annotated.
        encode: Makes the output of documents.
        jobs: How many processes work.
        scheduler: The address of a Dask scheduler whose workers work, or `local`.

    Raises:
        GlossaryError: A glossary cannot be used, or dask is asked for and not installed, or as the work itself.
    """
    annotator(task.glossaries, task.builtin)  # compiled once, and shared with processes that are forked
    if scheduler is not None:
        try:
            from glossary.corpus.cluster import on_cluster
        except ImportError:
            raise GlossaryError("--scheduler needs dask: run pip install 'zh-glossary[dask]'") from None
        return on_cluster(chunks, task, encode, scheduler=scheduler, jobs=jobs)
    work = partial(perform_here, task=task, encode=encode)
    if jobs == 1:
        return map(work, chunks)
    from glossary.corpus.processes import in_processes

    return in_processes(work, chunks, jobs=jobs)


def documents(sources: Sequence[str], task: Task, *, jobs: int = 1) -> Iterator[Document]:
    """The documents of a corpus of articles, in order, as they become ready; see `glossary.corpus.chunks`.

    Raises:
        GlossaryError: An article or a glossary cannot be used.
    """
    from glossary.corpus import chunks

    for part in parts(chunks(sources, Reading(encoding=task.encoding)), task, pickled, jobs=jobs):
        if part.broken:
            raise part.broken[0]
        yield from pickle.loads(part.output)


def pickled(annotated: Iterable[tuple[Document, Record]]) -> bytes:
    """Documents as they are, for another process or a file of this one."""
    return pickle.dumps([document for document, _ in annotated], protocol=pickle.HIGHEST_PROTOCOL)
