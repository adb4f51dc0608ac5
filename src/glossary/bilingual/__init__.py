"""Files of sentences with their translations, one format a module: PO, and what other programs exchange.

A format is a module here with `SUFFIXES`, the file suffixes it stands for in lower case,
`parse(data: bytes, *, path: str) -> Catalogue`, and `serialise(catalogue: Catalogue, *, annotations) -> bytes`.
A format that carries annotations beside the sentence says so with `ANNOTATED = True`; others are given them in vain.
Modules are found by walking the package; those whose name starts with an underscore are no formats. Heavy
libraries are imported inside the functions that need them, because naming the known suffixes imports every format.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from glossary import modules
from glossary.errors import DataError
from glossary.model import Annotation
from glossary.po.model import Catalogue

Annotations = Mapping[str, Sequence[Annotation]]
"""The annotations of each `msgid`, for formats that can carry them beside the sentence."""


class Format(Protocol):
    """What a module in this package gives."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the module
        """File suffixes, with the dot, in lower case."""
        ...

    def parse(self, data: bytes, *, path: str) -> Catalogue:
        """The sentences of a file with their translations, in order; `path` is what errors say.

        Raises:
            DataError: The file breaks a rule of the format.
        """
        ...

    def serialise(self, catalogue: Catalogue, *, annotations: Annotations) -> bytes:
        """The file that says what the catalogue says, as far as the format can."""
        ...


@cache
def known() -> dict[str, Format]:
    """The formats, by suffix, in order of suffix."""
    formats = cast(dict[str, Format], modules.found(__name__, "SUFFIXES")).values()
    return dict(sorted((suffix, chosen) for chosen in formats for suffix in chosen.SUFFIXES))


def of(path: Path) -> Format:
    """The format that a file's suffix stands for.

    Raises:
        DataError: It stands for none.
    """
    chosen = known().get(path.suffix.lower())
    if chosen is None:
        raise DataError(path, None, f"no file of translations has this suffix: use {', '.join(known())}")
    return chosen
