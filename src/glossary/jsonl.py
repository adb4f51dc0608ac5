"""Annotated segments as JSON lines, for scripts: the shape is a contract, and fields are only ever added.

`{"file", "line", "text", "annotations": [{"start", "end", "text", "kind", "rendering", "alternatives", "status",
"uncertain", "parts"}]}`; offsets are half-open code points in `text`, parts have the shape of annotations.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from glossary.model import Annotation, Document


def lines(document: Document) -> Iterator[str]:
    """One JSON object a segment, in document order, each ending in a line feed."""
    encode = msgspec.json.Encoder().encode
    for segment in document.segments:
        shape = {
            "file": segment.file,
            "line": segment.line,
            "text": segment.text,
            "annotations": [_shape(annotation) for annotation in segment.annotations],
        }
        yield encode(shape).decode() + "\n"


def _shape(annotation: Annotation) -> dict[str, Any]:
    return {
        "start": annotation.start,
        "end": annotation.end,
        "text": annotation.text,
        "kind": annotation.kind,
        "rendering": annotation.rendering,
        "alternatives": annotation.alternatives,
        "status": annotation.status,
        "uncertain": annotation.uncertain,
        "parts": [_shape(part) for part in annotation.parts],
    }
