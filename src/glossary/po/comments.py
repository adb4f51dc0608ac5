"""What annotations say in a PO file: one extracted comment a term."""

from collections.abc import Iterable
from functools import lru_cache

from glossary.model import Annotation

_ALTERNATIVES = 3
"""How many a comment names: a translator reads the line at a glance, and JSON lines have the rest."""


def annotation_comment(annotation: Annotation) -> str:
    """One line: `四个着力 → four focuses  [slogan; also: four priorities; not: four strengths]`.

    Several renderings stand with a slash between them. `? ` in front marks an uncertain reading, `free` a
    rendering that is offered but not demanded. A name whose rendering nobody knows reads
    `? 奥巴马 → ?  [person; rendering unknown]`.
    """
    return _comment(
        annotation.text,
        annotation.kind,
        annotation.rendering,
        annotation.alternatives,
        annotation.forbidden,
        annotation.uncertain,
        annotation.free,
    )


# Articles name the same things again and again.
@lru_cache(maxsize=4096)
def _comment(
    text: str,
    kind: str,
    rendering: str,
    alternatives: tuple[str, ...],
    forbidden: tuple[str, ...],
    uncertain: bool,
    free: bool,
) -> str:
    notes = [kind]
    if not rendering:
        notes.append("rendering unknown")
    if free:
        notes.append("free")
    if alternatives:
        more = " / ..." if len(alternatives) > _ALTERNATIVES else ""
        notes.append(f"also: {' / '.join(alternatives[:_ALTERNATIVES])}{more}")
    if forbidden:
        notes.append(f"not: {' / '.join(forbidden)}")
    doubt = "? " if uncertain else ""
    return f"{doubt}{_one_line(text)} → {_one_line(rendering) or '?'}  [{_one_line('; '.join(notes))}]"


def extracted_comments(annotations: Iterable[Annotation]) -> tuple[str, ...]:
    """The comments of a segment, in order of appearance, each term once with each of its renderings.

    Of two readings with the same rendering the certain one counts.
    """
    shown: dict[tuple[str, str], Annotation] = {}
    for annotation in annotations:
        known = shown.setdefault((annotation.text, annotation.rendering), annotation)
        if known.uncertain and not annotation.uncertain:
            shown[annotation.text, annotation.rendering] = annotation
    return tuple(dict.fromkeys(map(annotation_comment, shown.values())))


def _one_line(text: str) -> str:
    return " ".join(text.split())
