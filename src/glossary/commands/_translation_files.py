"""What `glossary annotate` writes for translators: PO files."""

import pickle
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, NamedTuple

import typer

from glossary import __version__
from glossary.atomic import in_temporary_files, looking_at
from glossary.atomic import refuse as refuse_target
from glossary.commands._console import say
from glossary.commands._run import NO_DOCUMENTS, Run, report
from glossary.errors import GlossaryError

if TYPE_CHECKING:
    from glossary.corpus.tally import Tally
    from glossary.memory import Recall
    from glossary.model import Document
    from glossary.po import Catalogue

_GENERATOR = f"zh-glossary {__version__}"
_IN_MEMORY = 1 << 23
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
    from glossary.corpus.work import pickled
    from glossary.po.draft import pickled as drafted

    for target in dict.fromkeys(filter(None, targets.values())):
        _refuse(target, locale)
    broken = found = 0
    with SpooledTemporaryFile(_IN_MEMORY) as documents, SpooledTemporaryFile(_IN_MEMORY) as tallies:
        for part in run.parts(run.chunks(), pickled if recall else drafted):
            with in_temporary_files():
                documents.write(part.output)
                pickle.dump(part.tallies, tallies)
            broken += len(part.broken)
            found += len(part.tallies)
        if not found:
            say(NO_DOCUMENTS)
        if locale and locale in {target.parent for target in targets.values() if target}:
            locale.mkdir(parents=True, exist_ok=True)
        articles = _articles(documents, tallies)
        [shared, *others] = dict.fromkeys(targets.values())
        if shared is None or (len(targets) > 1 and not others):
            _write_together(articles, shared, recall)
        else:
            by_name = {article.name(source): target for source, target in targets.items()}
            for each in articles:
                report(each.tally, _write_one(each, by_name[each.tally.file] or Path(), recall))
    return broken


def _refuse(target: Path, locale: Path | None) -> None:
    """Refuses a target that cannot be written or merged with, before there is work to lose.

    Raises:
        DataError: It is such a one.
    """
    from glossary import po

    with looking_at(target):
        if target.parent == locale and not locale.exists():
            return  # it will be made
        refuse_target(target)
        if target.is_file():
            po.read(target)


class _Article(NamedTuple):
    """An article that has been annotated."""

    tally: "Tally"
    pieces: Iterator[Any]
    """Its drafts; or documents, where a memory is asked, which wants to know what sentences name. To be taken before
    the next article.
    """


def _articles(documents: IO[bytes], tallies: IO[bytes]) -> Iterator[_Article]:
    """The articles of a run, from all of its documents and tallies."""
    from msgspec import structs

    from glossary.corpus.tally import by_file

    found = by_file(_loaded(tallies))
    grouped = groupby(_loaded(documents), key=lambda document: document.file)
    for tally, (_, pieces) in zip(found, grouped, strict=True):
        yield _Article(structs.replace(tally, documents=1), pieces)


def _loaded(spool: IO[bytes]) -> Iterator[Any]:
    with in_temporary_files():
        spool.seek(0)
    while True:
        try:
            yield from pickle.load(spool)
        except EOFError:
            return


def _write_together(articles: Iterator[_Article], target: Path | None, recall: "Recall | None") -> None:
    """Writes all articles as one PO file, to standard output where it has no name."""
    from glossary import po

    existing = catalogue = _existing(target) if target else None
    said = []
    for each in articles:
        catalogue, filled = _merged(each, catalogue, recall)
        said.append((each.tally, filled))
    if not catalogue or not said:
        return
    where = ""
    if target:
        where = _outcome(target, changed=po.write(catalogue, target), existed=existing is not None)
    else:
        typer.echo(po.render(catalogue), nl=False)
    for found, filled in said:
        report(found, filled + where)


def _write_one(article: _Article, target: Path, recall: "Recall | None") -> str:
    """Writes one article; what was done, in words."""
    from glossary import po

    existing = _existing(target)
    if existing is None and recall is None:
        po.write_fresh(article.pieces, target, generator=_GENERATOR)
        return _outcome(target, changed=True, existed=False)
    catalogue, filled = _merged(article, existing, recall)
    return filled + _outcome(target, changed=po.write(catalogue, target), existed=existing is not None)


def _merged(
    article: _Article, existing: "Catalogue | None", recall: "Recall | None"
) -> "tuple[Catalogue, str]":
    """A PO file with an article in it, and in words what a memory gave."""
    from glossary import memory, po

    if recall is None:
        return po.merge_drafts(article.pieces, existing, generator=_GENERATOR), ""
    filled = memory.merge(_whole(article.pieces), existing, recall, generator=_GENERATOR)
    return filled.catalogue, filled.summary


def _whole(pieces: "Iterator[Document]") -> "Document":
    """One document with the segments of all pieces."""
    from msgspec.structs import replace

    first, *rest = pieces
    return replace(first, segments=tuple(each for piece in (first, *rest) for each in piece.segments))


def _existing(target: Path) -> "Catalogue | None":
    """What a PO file holds; None where there is none."""
    from glossary import po

    with looking_at(target):
        exists = target.exists()
    return po.read(target) if exists else None


def _outcome(target: Path, *, changed: bool, existed: bool) -> str:
    """What became of a PO file, in words."""
    return f" -> {target} ({'unchanged' if not changed else 'updated' if existed else 'new'})"
