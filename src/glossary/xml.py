"""XML in and out, safely: no entities but XML's own, nothing fetched, nothing that unpacks to more than it is."""

import re
from typing import Any

from glossary.errors import DataError

Element = Any
"""An lxml element; lxml publishes no types."""

_DECLARATION = re.compile(rb"<!ENTITY\b")
_UNHOLDABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no `Char` (XML 1.0, section 2.2)."""
_PLACE = re.compile(r", line \d+, column \d+$")


def root(data: bytes, *, path: str) -> Element:
    """The root element of an XML file; comments and processing instructions are left out.

    A document type may be named, as TMX and TBX 2 files name theirs; it is not read. One that declares entities is
    refused, whether they stand in the file or elsewhere, and so is a reference to an entity that XML does not have.
    Text of more than ten million characters in one piece and elements nested more than 256 deep are refused too.

    Args:
        data: The file, in the encoding that it declares, or UTF-8, or UTF-16 with a byte order mark.
        path: What errors call it.

    Raises:
        DataError: It is not well-formed XML, or needs what is refused.
    """
    from lxml import etree

    from glossary.article.signature import not_text

    if not data.strip():
        raise DataError(path, None, "the file is empty: check the path")
    if meaning := not_text(data):
        raise DataError(path, None, f"is {meaning}")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        found = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code in (etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_ENTITY_LOOP):
            _refuse_declaration(data, path)
        cause = _PLACE.sub("", error.msg or "broken")
        raise DataError(path, error.lineno or None, f"is not well-formed XML ({cause}): mend it") from None
    subset = found.getroottree().docinfo.internalDTD
    if subset is not None and any(True for _ in subset.iterentities()):
        _refuse_declaration(data, path)
    for entry in parser.error_log:  # what may be declared in a document type that is not read
        if entry.type == etree.ErrorTypes.WAR_UNDECLARED_ENTITY:
            cause = f"{entry.message}: write the character itself"
            raise DataError(path, entry.line, cause)
    return found


def _refuse_declaration(data: bytes, path: str) -> None:
    plain = data.replace(b"\0", b"")  # UTF-16 with the ASCII in it made visible
    if declared := _DECLARATION.search(plain):
        line = plain.count(b"\n", 0, declared.start()) + 1
        raise DataError(path, line, "declares entities in its DOCTYPE, which are not read: remove them")


def unholdable(text: str) -> str | None:
    """The first character of a text that no XML file can hold, such as a control character; None where all can be."""
    found = _UNHOLDABLE.search(text)
    return found[0] if found else None
