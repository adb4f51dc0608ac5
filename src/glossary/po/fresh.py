"""The PO file of an article that has none yet. With nothing to merge, entries are written as they come."""

from collections.abc import Iterable
from pathlib import Path

from glossary.po.distinct import distinct
from glossary.po.draft import Draft, opened
from glossary.po.header import header_for
from glossary.po.sources import name_of
from glossary.po.write import write_new


def write_fresh(article: Iterable[Draft], path: Path, *, generator: str) -> None:
    """Writes where no file is what `merge` and `write` would, in the memory of a piece of the article.

    Args:
        article: The article in pieces, one at least, which all name its file.
        path: Where no file is.
        generator: What X-Generator says: name and version of the program.

    Raises:
        DataError: The target cannot be written.
        GlossaryError: The article holds what no PO file can.
    """
    first, texts = opened(article)
    entries = distinct(texts, name_of(first.file))
    write_new(header_for(first, generator=generator), entries, path)
