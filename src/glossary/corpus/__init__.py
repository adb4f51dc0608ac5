"""A corpus of any size, annotated in the memory that a piece of it takes: files, huge texts, records.

```
sources ─ chunks ─ work ─ one process, several, or a cluster ─ parts, in order ─ output with its journal
```

A chunk is what one worker does at a time. Chunks are cut by what they contain alone, so the result is the same
whoever does the work.
"""

from collections.abc import Iterator, Sequence

from glossary import article
from glossary.corpus import articles, lines, pieces, rows
from glossary.corpus.model import Chunk, Item, Reading
from glossary.errors import GlossaryError

__all__ = ["Chunk", "Item", "Reading", "chunks"]


def chunks(sources: Sequence[str], reading: Reading) -> Iterator[Chunk]:
    """The corpus in chunks, in order, each read when it is asked for. Faults of the input are items of chunks.

    Parquet files and files of JSON lines (by their suffix, or all others where `reading` names a field) hold records,
    each a document. A plain text of more than a megabyte is cut between paragraphs into pieces of about that size,
    each a document. Every other file is a document, and small ones share a chunk.

    Raises:
        GlossaryError: Parquet is to be read and pyarrow is not installed; or an encoding is given for records.
    """
    _refuse_encoding(sources, reading)
    small = articles.Gathering(reading.encoding)
    for source in sources:
        large: Iterator[Chunk] | None = None
        if rows.holds(source):
            large = rows.chunks(source, reading)
        elif lines.holds(source, reading):
            large = lines.chunks(source, reading)
        elif article.is_plain(source):
            large = pieces.chunks(source, reading.encoding)
        if large is None:
            yield from small.add(source)
        else:
            yield from small.rest()
            yield from large
    yield from small.rest()


def _refuse_encoding(sources: Sequence[str], reading: Reading) -> None:
    if reading.encoding is None or reading.encoding.lower().replace("_", "-") in ("utf-8", "utf8"):
        return
    for source in sources:
        if rows.holds(source) or lines.holds(source, reading):
            raise GlossaryError(
                f"--encoding {reading.encoding} is for articles, and {source} holds records, which are UTF-8: "
                "leave it out, or annotate articles and records in two runs"
            )
