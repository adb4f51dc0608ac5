"""Which terms of a message a check may demand, and under which name."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import normalize

from glossary.han import is_han
from glossary.model import Annotation, Status
from glossary.normalise import fold
from glossary.words import frequency

_NAMES = frozenset({"person", "place", "institution", "document"})
"""Kinds whose renderings are names and keep their capitals."""
_EVERYDAY = 3000
"""From this frequency on (see `words.frequency`) a word is everyday Chinese: the 1,500 most frequent ones."""
_SHORT = 2


def demanded(annotations: Iterable[Annotation]) -> dict[str, Annotation]:
    """The first occurrence of each term that the translation has to render, by its `identity`, in order.

    Demanded are glossary entries and the names of people. Dates and numbers are not: they can be written in
    many ways, and have rules of their own. Nor is what is uncertain or offered freely, or an everyday word.
    Of a list of posts each is demanded, as English puts some of them before a name and others behind it.
    """
    found: dict[str, Annotation] = {}
    for annotation in annotations:
        # Anything else that no entry has, a number for instance, is not demanded.
        if annotation.concept or annotation.kind == "person":
            name = identity(annotation)
            if name not in found and is_demanded(annotation):
                found[name] = annotation
        elif annotation.kind == "title":
            for post in filter(is_demanded, _posts(annotation)):
                found.setdefault(identity(post), post)
    return found


def _posts(annotation: Annotation) -> Sequence[Annotation]:
    """The posts in a list of them that no entry has as a whole; none of anything else."""
    parts = annotation.parts
    if len(parts) < 2 or (parts[0].start, parts[-1].end) != (annotation.start, annotation.end):
        return ()
    return parts if all(part.kind == "title" for part in parts) else ()


def is_demanded(annotation: Annotation) -> bool:
    """Whether the translation has to render this occurrence, as far as it alone can tell."""
    if annotation.free or annotation.uncertain or not annotation.rendering:
        return False
    if not annotation.concept:
        return annotation.kind == "person"
    if annotation.kind != "term" or annotation.status is not Status.HOUSE:
        return True
    if len(annotation.concept) > _SHORT or not _everyday(annotation.concept):
        return True
    return not all(map(str.islower, renderings(annotation)))


def identity(annotation: Annotation) -> str:
    """What occurrences of one term have in common: its entry, or what a template or a rule has named."""
    return annotation.text if "{" in annotation.concept else annotation.concept or annotation.text


def term(annotation: Annotation) -> str:
    """The term as a finding names it: as the glossary has it, with the widths and spaces of the text.

    What no entry but a template or a rule has named stands as the text has it.
    """
    name = identity(annotation)
    return annotation.text if name != annotation.text and _bare(name) == _bare(annotation.text) else name


def is_proper(annotation: Annotation) -> bool:
    """Whether its renderings are names, which keep their capitals."""
    return annotation.kind in _NAMES


def renderings(annotation: Annotation) -> tuple[str, ...]:
    """The accepted renderings, best first."""
    return (annotation.rendering, *annotation.alternatives)


@lru_cache(maxsize=1 << 14)
def _everyday(concept: str) -> bool:
    """Whether such a short one is one of those words whose rendering varies with the sentence, whatever a list says: 影响, 开放."""
    return all(map(is_han, concept)) and frequency(fold(concept)) >= _EVERYDAY


@lru_cache(maxsize=1 << 14)
def _bare(text: str) -> str:
    return "".join(normalize("NFKC", text).split())
