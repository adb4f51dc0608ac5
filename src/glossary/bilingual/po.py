"""PO, as gettext, Poedit and Weblate have it: the format that translators edit here."""

from glossary import po
from glossary.bilingual import Annotations
from glossary.po.model import Catalogue

SUFFIXES = (".po",)


def parse(data: bytes, *, path: str) -> Catalogue:
    """The sentences of a PO file with their translations.

    Raises:
        DataError: It is not PO.
    """
    return po.parse(data, path=path)


def serialise(catalogue: Catalogue, *, annotations: Annotations) -> bytes:  # noqa: ARG001  # they are in its comments
    """The PO file that says what the catalogue says."""
    return po.render(catalogue).encode()
