"""TBX 3: TermBase eXchange, ISO 30042:2019, in the dialect TBX-Basic and the style DCA (categories as attributes).

A `Term` is a concept entry. Chinese forms stand in a section of their script, zh-Hans or zh-Hant; the section of the
preferred form comes first, the English one second, and the other script last, because many readers take the
first two languages of an entry. Of each language one term is preferred; others are admitted, and what `forbid` lists
is deprecated. The short form has a termType of its own. `kind` is the subject field, `note` the note of the
concept, `source` that of the preferred English term. TBX-Basic has no category for the other fields: they stand as
notes of the preferred terms, one a value, such as `status: official` or `member: 着力完善规划目标`.

Files in either style are read, and those of TBX 2 (martif), whichever program wrote them: see `glossary.formats._tbx_read`.
The style DCT (categories as tags) is written by `glossary.formats.tbx_dct`.
"""

from collections.abc import Sequence

from glossary.formats import ALL_FIELDS
from glossary.model import Term

SUFFIXES = (".tbx",)

FIELDS = ALL_FIELDS


def parse(data: bytes, *, path: str) -> list[Term]:
    """The concepts that have both a Chinese and an English term, in order.

    Raises:
        DataError: It is no TBX, or breaks a rule of the glossary.
    """
    from glossary.formats import _tbx_read

    return _tbx_read.read(data, path=path)


def serialise(terms: Sequence[Term], *, title: str) -> bytes:
    """A TBX 3 file with these concepts.

    Raises:
        GlossaryError: There are none, or a text has a character that XML cannot hold.
    """
    from glossary.formats import _tbx_names, _tbx_write

    return _tbx_write.write(terms, title=title, names=_tbx_names.TBX_3)


def losses(terms: Sequence[Term]) -> list[str]:
    """What of these concepts is read back otherwise, one line a field."""
    from glossary.formats import _tbx_losses

    return _tbx_losses.losses(terms)
