"""Annotated segments as a Parquet file: a row a segment. The only module that imports pyarrow.

The columns are the fields of JSON lines (`glossary.jsonl`). What has no fixed shape is JSON in a string: `record`, which
holds the fields kept of the record that a segment comes from, and the `parts` of an annotation.

A Parquet file cannot be gone on with. So segments are first written as frames, each an Arrow stream that is complete in
itself, and at the end the Parquet file is made of them.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from glossary import jsonl
from glossary.errors import GlossaryError
from glossary.model import Document

if TYPE_CHECKING:
    import pyarrow as arrow

_ROWS = 1 << 16
"""Rows of a row group, about."""


def pyarrow() -> Any:
    """The library that reads and writes Parquet.

    Raises:
        GlossaryError: It is not installed.
    """
    try:
        import pyarrow as arrow
        import pyarrow.parquet
    except ImportError:
        raise GlossaryError("Parquet needs pyarrow: run pip install 'zh-glossary[parquet]'") from None
    return arrow


@cache
def _schema() -> "arrow.Schema":
    arrow = pyarrow()
    string, integer = arrow.string(), arrow.int64()
    annotation = arrow.struct(
        [
            ("start", integer),
            ("end", integer),
            ("text", string),
            ("kind", string),
            ("rendering", string),
            ("alternatives", arrow.list_(string)),
            ("status", string),
            ("uncertain", arrow.bool_()),
            ("parts", string),
        ]
    )
    fields = {"file": string, "line": integer, "text": string, "annotations": arrow.list_(annotation)}
    return arrow.schema({**fields, "record": string})


def encode(annotated: Iterable[tuple[Document, jsonl.Record]]) -> bytes:
    """The segments of some documents as a frame; nothing where there are none."""
    arrow = pyarrow()
    rows = [_row(shape) for document, record in annotated for shape in jsonl.shapes(document, record)]
    if not rows:
        return b""
    sink = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(sink, _schema()) as writer:
        writer.write_batch(arrow.RecordBatch.from_pylist(rows, schema=_schema()))
    return bytes(sink.getvalue())


def _row(shape: dict[str, Any]) -> dict[str, Any]:
    annotations = [{**note, "parts": _json(note["parts"])} for note in shape["annotations"]]
    record = _json(shape["record"]) if "record" in shape else None
    return {**shape, "annotations": annotations, "record": record}


def _json(value: object) -> str:
    return msgspec.json.encode(value, enc_hook=str).decode()


def finish(frames: BinaryIO, path: Path) -> None:
    """Writes the Parquet file that the frames make, at a path where nothing is yet.

    Raises:
        OSError: It cannot be written.
    """
    arrow = pyarrow()
    with arrow.parquet.ParquetWriter(path, _schema(), compression="zstd") as writer:
        for table in _tables(frames):
            writer.write_table(table)


def _tables(frames: BinaryIO) -> Iterator["arrow.Table"]:
    """The frames' rows, joined to tables as large as a row group."""
    arrow = pyarrow()
    gathered, rows = [], 0
    while frames.peek(1):  # type: ignore[attr-defined]  # a buffered file
        table = arrow.ipc.open_stream(frames).read_all()
        gathered.append(table)
        rows += table.num_rows
        if rows >= _ROWS:
            yield arrow.concat_tables(gathered)
            gathered, rows = [], 0
    if gathered:
        yield arrow.concat_tables(gathered)
