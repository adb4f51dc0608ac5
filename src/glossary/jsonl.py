"""Annotated segments as JSON lines, for scripts: the shape is a contract, and fields are only ever added.

`{"file", "line", "text", "annotations": [{"start", "end", "text", "kind", "rendering", "alternatives", "status",
"uncertain", "parts"}]}`; offsets are half-open code points in `text`, parts have the shape of annotations.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from glossary.model import Annotation, Document, Segment


def lines(document: Document) -> Iterator[str]:
    """One JSON object a segment, in document order, each ending in a line feed."""
    encode = msgspec.json.Encoder().encode
    for segment in document.segments:
        yield encode(to_dict(segment)).decode() + "\n"


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
