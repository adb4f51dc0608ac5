"""What the versions and styles of TBX call things."""

from typing import NamedTuple

import msgspec


class Names(msgspec.Struct, frozen=True):
    """What a version of TBX calls its elements."""

    root: str
    header: str
    entry: str
    language: str
    section: str
    style: str = ""
    """How data categories are written: `dca`, as attributes, or `dct`, as tags; before version 3 only as attributes."""
    namespace: str = ""
    constraints: str = ""
    """The file that says which data categories the dialect has; since version 3 the dialect's name tells."""


class Category(NamedTuple):
    """Where a data category of TBX-Basic belongs."""

    element: str
    """The element that carries it as an attribute."""
    module: str
    """The prefix of the module that defines it, which is a namespace in the style DCT."""


_VERSION_3 = ("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec")
_ISO_30042 = "urn:iso:std:iso:30042:ed-2"
"""The second edition, of 2019, is the one that describes version 3."""

TBX_3 = Names(*_VERSION_3, style="dca", namespace=_ISO_30042)
TBX_3_DCT = Names(*_VERSION_3, style="dct", namespace=_ISO_30042)
TBX_2 = Names(
    *("martif", "martifHeader", "termEntry", "langSet", "tig"),
    constraints="TBXBasicXCSV02.xcs",
)

MODULES = {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}
"""The namespaces of the modules that TBX-Basic is made of, by prefix."""
CATEGORIES = {
    "administrativeStatus": Category("termNote", "min"),
    "source": Category("admin", "basic"),
    "subjectField": Category("descrip", "min"),
    "termType": Category("termNote", "basic"),
}
"""The data categories that are written."""
