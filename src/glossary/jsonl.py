"""Annotated segments as JSON lines, for scripts: the shape is a contract, and fields are only ever added.

`{"file", "line", "text", "annotations": [{"start", "end", "text", "kind", "rendering", "alternatives", "status",
"uncertain", "parts"}]}`; offsets are half-open code points in `text`, parts have the shape of annotations. Where fields
of the record that a segment comes from are kept, they are an object `record`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from glossary.model import Annotation, Document, Segment

Record = Mapping[str, Any] | None
"""The fields that are kept of the record that a document comes from."""


def encode(annotated: Iterable[tuple[Document, Record]]) -> bytes:
    """One JSON object a segment, in document order, each ending in a line feed."""
    encoder = msgspec.json.Encoder(enc_hook=str)
    return encoder.encode_lines(shape for document, record in annotated for shape in shapes(document, record))


def shapes(document: Document, record: Record = None) -> Iterator[dict[str, Any]]:
    """The objects of a document's segments."""
    for segment in document.segments:
        yield to_dict(segment) if record is None else {**to_dict(segment), "record": record}


def to_dict(segment: Segment) -> dict[str, Any]:
    """A segment as JSON lines have it, of dicts, lists, strings, integers and booleans."""
    return {
        "file": segment.file,
        "line": segment.line,
        "text": segment.text,
        "annotations": [_shape(annotation) for annotation in segment.annotations],
    }


def _shape(annotation: Annotation) -> dict[str, Any]:
    return {
        "start": annotation.start,
        "end": annotation.end,
        "text": annotation.text,
        "kind": annotation.kind,
        "rendering": annotation.rendering,
        "alternatives": list(annotation.alternatives),
        "status": annotation.status.value,
        "uncertain": annotation.uncertain,
        "parts": [_shape(part) for part in annotation.parts],
    }
