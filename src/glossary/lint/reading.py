"""Glossary files into what the rules are given."""

from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec

from glossary import curated, formats
from glossary.bulk import uncollected
from glossary.concept import Breach
from glossary.errors import DataError
from glossary.formats import toml, tsv
from glossary.lint.model import Run
from glossary.model import Term


class Loaded(msgspec.Struct, frozen=True):
    """What came of reading glossary files."""

    run: Run
    files: tuple[str, ...]
    """The files that were linted, as findings name them."""
    errors: tuple[DataError, ...] = ()
    """One for each file that could not be read at all; the others are linted without it."""


@uncollected()
def read(groups: Sequence[Sequence[Path]], linted: Collection[Path]) -> Loaded:
    """The glossary that these files are together, and what is to be said of some of them.

    Args:
        groups: Files that were given together, the groups in the order in which they override each other.
        linted: Those of the files that are linted; the others are only used with them.
    """
    breaches: list[Breach] = []
    errors: list[DataError] = []
    read_groups: list[list[Term]] = []
    for group in groups:
        terms: list[Term] = []
        for path in group:
            try:
                terms += formats.survey(path, breaches.append)
            except DataError as error:
                errors.append(error)
        read_groups.append(terms)
    in_force = curated.combine(read_groups, breaches.append)
    names = {str(path) for path in linted}
    failed = {str(error.path) for error in errors}
    run = Run(
        entries=tuple(term for terms in read_groups for term in terms if term.path in names),
        terms=tuple(in_force),
        breaches=tuple(breach for breach in breaches if breach.path in names),
    )
    files = tuple(str(path) for path in linted if str(path) not in failed)
    return Loaded(run, files, tuple(errors))


def run_of(text: str) -> Run:
    """A single glossary file, given as its text: TSV where its first line has tabs, else TOML.

    Raises:
        DataError: It is neither.
    """
    chosen = tsv if "\t" in text.partition("\n")[0] else toml
    breaches: list[Breach] = []
    terms = chosen.survey(text.encode(), path=f"example{chosen.SUFFIXES[0]}", report=breaches.append)
    in_force = curated.combine([terms], breaches.append)
    return Run(entries=tuple(terms), terms=tuple(in_force), breaches=tuple(breaches))
