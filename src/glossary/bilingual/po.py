"""PO, as gettext, Poedit and Weblate have it: the format that translators edit here."""

from dataclasses import replace

from glossary import po
from glossary.bilingual import Annotations
from glossary.po.charset import charset
from glossary.po.header import with_field
from glossary.po.model import Catalogue, Entry

SUFFIXES = (".po",)


def parse(data: bytes, *, path: str) -> Catalogue:
    """The sentences of a PO file with their translations.

    Raises:
        DataError: It is not PO.
    """
    return po.parse(data, path=path)


def serialise(catalogue: Catalogue, *, annotations: Annotations) -> bytes:  # noqa: ARG001  # they are in its comments
    """The PO file that says what the catalogue says, in UTF-8, which its header then names."""
    if catalogue.header is not None and not _is_utf8(catalogue.header):
        header = with_field(catalogue.header, "Content-Type", "text/plain; charset=UTF-8")
        catalogue = replace(catalogue, header=header)
    return po.render(catalogue).replace("\n", catalogue.newline).encode()


def _is_utf8(header: Entry) -> bool:
    try:
        return charset(header.msgstr.encode("utf-8", "replace")) == "utf-8"
    except LookupError:
        return False
