"""XML in and out, safely: no entities but XML's own, nothing fetched, nothing that unpacks to more than it is."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from glossary.errors import DataError

Element = Any
"""An lxml element; lxml publishes no types."""

_DECLARATION = re.compile(rb"<!ENTITY\b")
XML = "{http://www.w3.org/XML/1998/namespace}"
"""The namespace of `xml:lang` and `xml:space`, as lxml writes it."""
UNHOLDABLE = re.compile("([^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff])")
"""A character that no XML file can hold: what is no `Char` (XML 1.0, section 2.2)."""
_PLACE = re.compile(r", line \d+, column \d+$")
_SAFE = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


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

    parser = etree.XMLParser(**_SAFE)
    with _reading(data, path):
        found = etree.fromstring(data, parser)
    _refuse_entities(found, data, path)
    _refuse_references(parser.error_log, path)
    return found


def elements(data: bytes, *tags: str, path: str) -> Iterator[Element]:
    """The elements with these tags, whatever their namespace, as they end; for files too large to keep as a tree.

    An element is emptied when the next one is asked for. What is refused is what `root` refuses; it may come to
    light when elements before it have been given.

    Raises:
        DataError: As for `root`.
    """
    from lxml import etree

    with _reading(data, path):
        events = etree.iterparse(BytesIO(data), tag=[f"{{*}}{tag}" for tag in tags], **_SAFE)
        for number, (_, element) in enumerate(events):
            if not number:
                _refuse_entities(element, data, path)
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
        _refuse_entities(events.root, data, path)
    _refuse_references(events.error_log, path)


@contextmanager
def _reading(data: bytes, path: str) -> Iterator[None]:
    """Looks at what is no XML at all, and makes a `DataError` of what the parser says."""
    from lxml import etree

    from glossary.article.signature import not_text

    if not data[:4096].strip() and not data.strip():
        raise DataError(path, None, "the file is empty: check the path")
    if meaning := not_text(data):
        raise DataError(path, None, f"is {meaning}")
    try:
        yield
    except etree.XMLSyntaxError as error:
        if error.code in (etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_ENTITY_LOOP):
            _refuse_declaration(data, path)
        cause = _PLACE.sub("", error.msg or "broken")
        raise DataError(path, error.lineno or None, f"is not well-formed XML ({cause}): mend it") from None


def _refuse_entities(element: Element, data: bytes, path: str) -> None:
    subset = element.getroottree().docinfo.internalDTD
    if subset is not None and any(True for _ in subset.iterentities()):
        _refuse_declaration(data, path)


def _refuse_references(log: Any, path: str) -> None:
    """Refuses references to entities that may be declared in a document type that is not read."""
    from lxml import etree

    for entry in log:
        if entry.type == etree.ErrorTypes.WAR_UNDECLARED_ENTITY:
            raise DataError(path, entry.line, f"{entry.message}: write the character itself")


def _refuse_declaration(data: bytes, path: str) -> None:
    plain = data.replace(b"\0", b"")  # UTF-16 with the ASCII in it made visible
    if declared := _DECLARATION.search(plain):
        line = plain.count(b"\n", 0, declared.start()) + 1
        raise DataError(path, line, "declares entities in its DOCTYPE, which are not read: remove them")


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def unholdable(text: str) -> str | None:
    """The first character of a text that no XML file can hold, such as a control character; None where all can be."""
    found = UNHOLDABLE.search(text)
    return found[0] if found else None
