"""TBX 2: TermBase eXchange, ISO 30042:2008 (martif), in the dialect TBX-Basic.

It says what `glossary.formats.tbx` says, in the elements of the version before, for programs that know no other:
Translate Toolkit, Weblate, OmegaT. They expect the suffix `.tbx`; here it tells which version to write.
"""

from collections.abc import Sequence

from glossary.formats import tbx
from glossary.model import Term

SUFFIXES = (".tbx2",)

FIELDS = tbx.FIELDS

parse = tbx.parse
losses = tbx.losses


def serialise(terms: Sequence[Term], *, title: str) -> bytes:
    """A TBX 2 file with these concepts.

    Raises:
        GlossaryError: There are none, or a text has a character that XML cannot hold.
    """
    from glossary.formats import _tbx_names, _tbx_write

    return _tbx_write.write(terms, title=title, names=_tbx_names.TBX_2)
