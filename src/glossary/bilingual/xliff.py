"""XLIFF 2.1 (OASIS Standard, 2018): what CAT programs exchange. Read are 2.x, and 1.x as far as they say the same.

A unit is an entry: its sentence, its translation, and notes with the translator's comment (`comment`), the extracted
one (`extracted`) and the references (`location`). A message with plural forms is a group of units, one a form. The
metadata module has what XLIFF has no place for, in a group `po`: flags, msgctxt, the previous message, that an entry is
obsolete, and the header as PO writes it. So a PO file comes back as it was.

A segment is `translated` where its entry is, and `initial` otherwise; a fuzzy one is `initial`, has a target, and the
subState `po:fuzzy`. Whoever confirms it in a CAT program takes the flag away.

Annotations are terms marked in the source, and entries of the glossary module that refer to them.
"""

from glossary.bilingual import Annotations, _xliff_read, _xliff_write
from glossary.po.model import Catalogue

SUFFIXES = (".xlf", ".xliff")
ANNOTATED = True


def parse(data: bytes, *, path: str) -> Catalogue:
    """The sentences of an XLIFF file with their translations, each unit as one entry.

    Inline codes are what they stand for, or nothing; marks are the text that they mark. A file that no PO file was
    made into has a new header; a sentence that it has twice has the unit's name as msgctxt the second time.

    Raises:
        DataError: It is no XLIFF.
    """
    return _xliff_read.read(data, path=path)


def serialise(catalogue: Catalogue, *, annotations: Annotations) -> bytes:
    """An XLIFF 2.1 file that says what the catalogue says, the same bytes for the same catalogue.

    Raises:
        GlossaryError: The catalogue has no entries, or a comment has a character that XML cannot hold.
    """
    return _xliff_write.write(catalogue, annotations)
