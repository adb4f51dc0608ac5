"""The glossaries in force: which files, in which order, and what they come to together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from msgspec.structs import replace

from glossary import formats
from glossary.atomic import looking_at
from glossary.bulk import uncollected
from glossary.concept import UNKNOWN_SLOT, Breach, Report, forms, owners, refuse
from glossary.errors import DataError, GlossaryError
from glossary.model import Term
from glossary.template import key, keys, slots

RECOGNISED = frozenset({"person", "date", "number", "ordinal"})
"""Slot labels that no entry has to provide: recognisers find what fills them."""


def bundled() -> Path:
    """The folder of the glossaries that come with the package: its own, or the checkout's.

    Raises:
        GlossaryError: There is neither.
    """
    package = Path(__file__).parent
    for folder in (package / "glossaries", package.parents[1] / "glossaries"):
        if folder.is_dir():
            return folder
    raise GlossaryError(
        f"the bundled glossaries are missing from {package}: install the package again, or use --no-builtin"
    )


def sources(paths: Sequence[Path], *, builtin: bool = True) -> list[Path]:
    """The glossary files in force, in order: later ones override earlier ones.

    Args:
        paths: Files and folders. A folder stands for the files directly in it that are written by hand, TOML and TSV, by
            name; files of other formats count where they are named.
        builtin: Whether the bundled glossaries come first.

    Raises:
        DataError: A path is missing, a folder has no glossary files, or a file's suffix is unknown.
        GlossaryError: The bundled glossaries are missing.
    """
    return [file for group in grouped(paths, builtin=builtin) for file in group]


def grouped(paths: Sequence[Path], *, builtin: bool = True) -> list[list[Path]]:
    """The files of `sources`, those that were given together in one list: the bundled ones, then those of each path.

    Raises:
        DataError: As `sources`.
        GlossaryError: As `sources`.
    """
    return [_files(path) for path in ([bundled(), *paths] if builtin else paths)]


@uncollected()
def load(paths: Sequence[Path], *, builtin: bool = True) -> list[Term]:
    """The concepts in force; see `sources` for the arguments and `combine` for what overrides what.

    Raises:
        DataError: As `sources`, `formats.parse` and `combine`.
        GlossaryError: As `sources`.
    """
    groups = grouped(paths, builtin=builtin)
    return combine([[term for file in group for term in formats.parse(file)] for group in groups])


def combine(groups: Sequence[Sequence[Term]], report: Report = refuse) -> list[Term]:
    """The concepts of several groups as one glossary, in order.

    A group is what was given together: the bundled folder, or one path of the user's. A concept replaces the
    concept of an earlier group whose preferred form has the same key; any other form that it claims is taken
    away from the earlier concept, which keeps its remaining forms and goes only if it has none.

    Args:
        groups: The concepts of each group.
        report: What is done where two concepts of one group have a form in common, or a template has a slot
            that no kind of term provides; by default it raises `DataError`.
    """
    combined: list[Term] = []
    for group in groups:
        claimed = owners(group, report)
        combined = [*_remaining(combined, claimed), *group]
    _check_slots(combined, report)
    return combined


def _files(path: Path) -> list[Path]:
    with looking_at(path):
        if not path.is_dir():
            if not path.exists():
                raise DataError(path, None, "no such file or folder: check the path")
            formats.of(path)
            return [path]
        try:
            entries = sorted(path.iterdir())
        except OSError as error:
            raise DataError(
                path, None, f"the folder cannot be read ({error.strerror}): check its permissions"
            ) from error
        found = [
            entry
            for entry in entries
            if entry.suffix.lower() in formats.in_folders()
            and not entry.name.startswith(".")
            and entry.is_file()
        ]
    if not found:
        suffixes = " or ".join(formats.in_folders())
        raise DataError(
            path, None, f"no {suffixes} files in this folder: put some there, or name files of other formats"
        )
    return found


def _remaining(terms: Sequence[Term], claimed: Mapping[str, Term]) -> Iterator[Term]:
    """The concepts without the forms that later ones claim, as far as anything is left of them."""
    named = [tuple(forms(term)) for term in terms]
    found = iter(keys([form for those in named for form in those]))
    for term, those in zip(terms, named, strict=True):
        if claimed.keys().isdisjoint(list(islice(found, len(those)))):
            yield term
        elif kept := _unclaimed(term, claimed):
            yield kept


def _unclaimed(term: Term, claimed: Mapping[str, Term]) -> Term | None:
    """A concept without the forms that later ones claim; None where nothing is left of it."""
    successor = claimed.get(key(term.zh))
    if successor and key(successor.zh) == key(term.zh):
        return None
    variants = tuple(form for form in term.variants if key(form) not in claimed)
    short = term.short if term.short and key(term.short.zh) not in claimed else None
    if not successor:
        return replace(term, variants=variants, short=short)
    if variants:
        return replace(term, zh=variants[0], variants=variants[1:], short=short)
    if short:
        return replace(term, zh=short.zh, en=short.en, allow=(), variants=(), short=None)
    return None


def _check_slots(terms: Iterable[Term], report: Report) -> None:
    terms = list(terms)
    labels = RECOGNISED.union(*(kind.split(".") for kind in {term.kind for term in terms}))
    for term in terms:
        for form in forms(term):
            if "{" not in form:
                continue
            for slot in slots(form):
                if slot.label not in labels:
                    cause = _unknown_slot(form, slot.label, labels)
                    report(Breach(UNKNOWN_SLOT, term.path, term.line, term.zh, cause))


def _unknown_slot(form: str, label: str, labels: frozenset[str]) -> str:
    advice = formats.nearest(label, tuple(sorted(labels)))
    return f"no kind of term fills the slot {{{label}}} of {form}: {advice}"
