"""TBX 3 in the style DCT: data categories as tags, in the namespaces of their modules (ISO 30042:2019).

It says what `glossary.formats.tbx` says, for programs that know no other style. The suffix is the same, and a file tells
by itself which style it is in: this format has to be named where it is to be written.
"""

from collections.abc import Sequence

from glossary.formats import tbx
from glossary.model import Term

SUFFIXES = ()

FIELDS = tbx.FIELDS

parse = tbx.parse
losses = tbx.losses


def serialise(terms: Sequence[Term], *, title: str) -> bytes:
    """A TBX 3 file in the style DCT with these concepts.

    Raises:
        GlossaryError: There are none, or a text has a character that XML cannot hold.
    """
    from glossary.formats import _tbx_names, _tbx_write

    return _tbx_write.write(terms, title=title, names=_tbx_names.TBX_3_DCT)
