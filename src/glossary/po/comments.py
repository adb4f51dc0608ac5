"""What extracted comments say: one line a term; and where a translation out of a memory comes from."""

import re
from collections.abc import Iterable
from functools import lru_cache
from sys import intern
from typing import NamedTuple

import msgspec

from glossary.excerpt import one_line
from glossary.model import Annotation

_ALTERNATIVES = 3
"""How many a comment names: a translator reads the line at a glance, and JSON lines have the rest."""
_UNKNOWN = "?"
_WRITTEN = re.compile(r"(?:\? )?(\S.*?) → (\S.*)  \[.+\]")


class Noted(NamedTuple):
    """What the comment of an annotation says, read back."""

    text: str
    """The term, as the source has it."""
    rendering: str
    """Empty where nobody knew it."""


SAME, NEAR = "= ", "~ "
"""What a line begins with that tells of a translation out of a memory: of the same sentence, or of one near it."""


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
    return f"{doubt}{one_line(text)} → {one_line(rendering) or _UNKNOWN}  [{one_line('; '.join(notes))}]"


def extracted_comments(annotations: Iterable[Annotation]) -> tuple[str, ...]:
    """The comments of a segment, in order of appearance, each term once with each of its renderings."""
    return lines_of(remarks(annotations))


class Remark(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a comment is made of."""

    term: str
    rendering: str
    uncertain: bool
    line: str


def remarks(annotations: Iterable[Annotation]) -> tuple[Remark, ...]:
    """The remarks on annotations, as `united`."""
    return united(
        Remark(note.text, note.rendering, note.uncertain, annotation_comment(note)) for note in annotations
    )


def united(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Each term once with each of its renderings, in order of appearance.

    Of two readings with the same rendering the certain one counts.
    """
    shown: dict[tuple[str, str], Remark] = {}
    for remark in remarks:
        known = shown.setdefault((remark.term, remark.rendering), remark)
        if known.uncertain and not remark.uncertain:
            shown[remark.term, remark.rendering] = remark
    return tuple(shown.values())


def lines_of(remarks: Iterable[Remark]) -> tuple[str, ...]:
    """The lines of a comment. Those of different entries are kept once where they are the same."""
    return tuple(dict.fromkeys(intern(remark.line) for remark in remarks))


def noted(comment: str) -> Noted | None:
    """What an extracted comment says of a term; None where `annotate` did not write it."""
    match = _WRITTEN.fullmatch(comment)
    return Noted(match[1], "" if match[2] == _UNKNOWN else match[2]) if match else None


def refreshed(written: tuple[str, ...], annotations: Iterable[Annotation]) -> tuple[str, ...]:
    """Extracted comments with those of annotations made anew, in their place; what others wrote stays."""
    first = next((at for at, line in enumerate(written) if noted(line)), len(written))
    others = (line for line in written[first:] if not noted(line))
    return (*written[:first], *extracted_comments(annotations), *others)


def standing(extracted: Iterable[str], *, approved: bool) -> tuple[str, ...]:
    """The comments on what came out of a memory, as far as they stand.

    They say what was there when the entry was filled, and so are kept, not made anew. On an entry that is empty again
    they say that a translator did not want it.

    Args:
        extracted: The lines of an entry's extracted comment.
        approved: Whether it has a translation that counts. Then what a near sentence gave is the translator's own.
    """
    kept = SAME if approved else (SAME, NEAR)
    return tuple(line for line in extracted if line.startswith(kept))
