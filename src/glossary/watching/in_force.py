"""The glossary in force, made again where its files changed."""

from pathlib import Path
from typing import NamedTuple

from glossary import curated, formats
from glossary.batch import Task, compiled
from glossary.bulk import uncollected
from glossary.lexicon import compile_terms
from glossary.model import Term
from glossary.pipeline import Annotator
from glossary.watching.po_files import Stamp, stamp


class Origin(NamedTuple):
    """What a glossary is made from."""

    task: Task
    stamps: dict[Path, Stamp | None]
    """Its files, as they were then."""


class Glossary(NamedTuple):
    """A glossary, with what spares reading all of it again."""

    origin: Origin
    terms: dict[Path, list[Term]]
    """The concepts of each file."""
    annotate: Annotator


def origin(task: Task) -> Origin:
    """What the glossary of a task is made from now.

    Raises:
        GlossaryError: As `curated.sources`.
    """
    files = curated.sources(task.glossaries, builtin=task.builtin)
    return Origin(task, {path: stamp(path) for path in files})


@uncollected()
def made(of: Origin, old: Glossary | None = None) -> Glossary:
    """The glossary; what stands in files that are as they were for the old one is not read again.

    Raises:
        GlossaryError: As `curated.load`.
    """
    groups = curated.grouped(of.task.glossaries, builtin=of.task.builtin)
    known = _unchanged(old, of) if old else {}
    if of.task.builtin and known.keys().isdisjoint(groups[0]):
        known |= _bundled()
    terms = {path: known.get(path) or formats.parse(path) for group in groups for path in group}
    combined = curated.combine([[term for path in group for term in terms[path]] for group in groups])
    return Glossary(of, terms, Annotator(compile_terms(combined)))


def _unchanged(old: Glossary, of: Origin) -> dict[Path, list[Term]]:
    """The concepts of the files that are as they were."""
    before = old.origin.stamps
    same = (path for path, now in of.stamps.items() if now is not None and now == before.get(path))
    return {path: old.terms[path] for path in same if path in old.terms}


def _bundled() -> dict[Path, list[Term]]:
    """The concepts of the bundled files, from the cache, where they are read faster."""
    terms: dict[Path, list[Term]] = {}
    for term in compiled().terms():
        terms.setdefault(Path(term.path), []).append(term)
    return terms
