"""A Word document as a package of parts."""

import io
from collections.abc import Mapping

from glossary.article.wordprocessing import W
from glossary.xml import Element

_ENGLISH = "en-US"


def speak_english(styles: Element) -> None:
    """Makes English the language of text that names none."""
    for language in styles.iterfind(f"{W}docDefaults//{W}lang"):
        if not language.get(f"{W}val", "").startswith("en"):
            language.set(f"{W}val", _ENGLISH)


def package(data: bytes, changed: Mapping[str, Element]) -> bytes:
    """The package with these parts, named `/word/document.xml` and so on, in the place of its own."""
    import zipfile

    from lxml import etree

    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            root = changed.get(f"/{entry.filename}")
            content = (
                old.read(entry)
                if root is None
                else etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            )
            new.writestr(entry, content, compress_type=entry.compress_type)
    return buffer.getvalue()
