"""What `glossary annotate` writes for translators: PO files."""

import pickle
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

import typer

from glossary import __version__
from glossary.atomic import looking_at
from glossary.commands._console import say
from glossary.commands._run import NO_DOCUMENTS, Run, report
from glossary.errors import GlossaryError

if TYPE_CHECKING:
    from glossary.memory import Recall
    from glossary.model import Document
    from glossary.po import Catalogue

_GENERATOR = f"zh-glossary {__version__}"
_IN_MEMORY = 1 << 25
"""Bytes of documents that wait in memory until all are read; more wait on the disk."""

Targets = dict[str, Path | None]
"""The PO file of each source; None for standard output."""


def refuse(*, resume: bool, keep: Sequence[str]) -> None:
    """Refuses what PO files cannot have: to be gone on with, and fields of records.

    Raises:
        GlossaryError: One of these was asked for.
    """
    if keep:
        raise GlossaryError("--keep is for --format jsonl and parquet: a PO file has no place for fields")
    if resume:
        raise GlossaryError(
            "--resume is for --format jsonl and parquet: PO files are written when all is read"
        )


def targets(sources: Sequence[str], output: str | None, locale: Path | None) -> Targets:
    """The PO file of each source.

    Raises:
        GlossaryError: A source has none of its own.
    """
    if output == "-" or (output is None and list(sources) == ["-"]):
        return dict.fromkeys(sources)
    if "-" in sources and (output is None or _is_folder(output)):
        raise GlossaryError("standard input has no name for its PO file; give one with -o FILE")
    if output is not None and not _is_folder(output):
        return dict.fromkeys(sources, Path(output))
    folder = Path(output) if output is not None else locale
    found: Targets = {
        source: (folder or Path(source).parent) / f"{Path(source).stem}.po" for source in sources
    }
    for target, count in Counter(found.values()).items():
        if count > 1:
            raise GlossaryError(
                f"{target}: {count} articles would be written there; annotate them one by one with -o"
            )
    return found


def _is_folder(output: str) -> bool:
    with looking_at(output):
        return output.endswith(("/", "\\")) or Path(output).is_dir()


def write(run: Run, targets: Targets, recall: "Recall | None", locale: Path | None) -> int:
    """Annotates a corpus into PO files, when all of it has been read; how many documents could not be.

    Raises:
        GlossaryError: The input, a glossary or an output cannot be used.
    """
    from glossary import article
    from glossary.corpus.tally import tally
    from glossary.corpus.work import pickled

    broken = found = 0
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
        for part in run.parts(run.chunks(), pickled):
            spool.write(part.output)
            broken += len(part.broken)
            found += len(part.tallies)
        if not found:
            say(NO_DOCUMENTS)
        spool.seek(0)
        if locale and locale in {target.parent for target in targets.values() if target}:
            locale.mkdir(parents=True, exist_ok=True)
        if None in targets.values():
            _show(_joined(spool), recall)
        else:
            by_name = {article.name(source): target for source, target in targets.items()}
            for document in _joined(spool):
                result = _write_one(document, by_name[document.file] or Path(), recall)
                report(tally(document), result)
    return broken


def _joined(spool: IO[bytes]) -> "Iterator[Document]":
    """The documents of a spool, those of one file as one."""
    from dataclasses import replace

    for _, group in groupby(_documents(spool), key=lambda document: document.file):
        first, *rest = group
        pieces = (first, *rest)
        yield (
            replace(
                first,
                segments=tuple(each for piece in pieces for each in piece.segments),
                notices=tuple(each for piece in pieces for each in piece.notices),
                set_aside=tuple(each for piece in pieces for each in piece.set_aside),
                candidates=tuple(each for piece in pieces for each in piece.candidates),
            )
            if rest
            else first
        )


def _documents(spool: IO[bytes]) -> "Iterator[Document]":
    while True:
        try:
            yield from pickle.load(spool)
        except EOFError:
            return


def _show(documents: "Iterator[Document]", recall: "Recall | None") -> None:
    """Writes all documents to standard output, as one PO file."""
    from glossary import memory, po
    from glossary.corpus.tally import tally

    catalogue: Catalogue | None = None
    said = []
    for document in documents:
        filled = memory.merge(document, catalogue, recall, generator=_GENERATOR)
        catalogue = filled.catalogue
        said.append((tally(document), filled.summary))
    if catalogue:
        typer.echo(po.render(catalogue), nl=False)
    for found, summary in said:
        report(found, summary)


def _write_one(document: "Document", target: Path, recall: "Recall | None") -> str:
    """Writes one document; what was done, in words."""
    from glossary import memory, po

    with looking_at(target):
        exists = target.exists()
    existing = po.read(target) if exists else None
    filled = memory.merge(document, existing, recall, generator=_GENERATOR)
    changed = po.write(filled.catalogue, target)
    state = "unchanged" if not changed else "new" if existing is None else "updated"
    return f"{filled.summary} -> {target} ({state})"
