"""Where the English of a sentence renders a part of it."""

import re
from collections.abc import Iterable, Sequence

from glossary.article.model import Name

Place = tuple[int, int]
"""Start and end of a stretch, in characters."""

_NUMBER = re.compile(r"[^\d\s]?(\d[\d.,]*%?)[^\d\s]{0,2}")
_BOUND = r"(?<![A-Za-z0-9])(?<!\d[.,])", r"(?![A-Za-z0-9]|[.,]\d)"
_AROUND = "《》〈〉“”‘’「」『』（）()【】〔〕[] \u3000，。、；：！？"
_COVERED = 0.6
"""The share of a part's characters that must be in terms if their renderings together stand for it."""
_SPARE = 20
"""How many characters more than the renderings of its terms the English of a part may have."""


def place(
    part: Place, english: str, text: str, names: Sequence[Name], taken: Iterable[Place]
) -> Place | None:
    """Where the English renders a part of a sentence; None where that is not found.

    Args:
        part: Offsets of the part in the text.
        english: The sentence's English.
        text: The text of the block that the sentence is from.
        names: The terms in the sentence, in order.
        taken: Places in the English that render other parts.
    """
    start, end = part
    words = text[start:end].strip(_AROUND)
    if not words:
        return None
    for literal in filter(None, (words, _number(words))):
        if found := _literal(literal, english, taken):
            return found
    start += text[start:end].index(words)
    inside = [name for name in names if start <= name.start and name.end <= start + len(words)]
    if sum(name.end - name.start for name in inside) < _COVERED * len(words):
        around = [name for name in names if name.start <= start and start + len(words) <= name.end]
        inside = [each for each in around if len(words) >= _COVERED * (each.end - each.start)]
    return _hull(inside, english, taken)


def _number(words: str) -> str | None:
    """The number that the words are, with a measure word: 3座, 第128期."""
    match = _NUMBER.fullmatch(words)
    return match[1] if match else None


def _literal(words: str, english: str, taken: Iterable[Place]) -> Place | None:
    """Where the English has these very words."""
    for match in re.finditer(_BOUND[0] + re.escape(words) + _BOUND[1], english):
        if _is_free(match.span(), taken):
            return match.span()
    return None


def _hull(names: Sequence[Name], english: str, taken: Iterable[Place]) -> Place | None:
    """The English from the first to the last of the renderings of these terms, if it holds little else."""
    places: list[Place] = []
    for name in names:
        place = _rendered(name, english, (*taken, *places))
        if place is None:
            return None
        places.append(place)
    if not places:
        return None
    hull = min(start for start, _ in places), max(end for _, end in places)
    spare = hull[1] - hull[0] - sum(end - start for start, end in places)
    return hull if spare <= _SPARE and _is_free(hull, taken) else None


def _rendered(name: Name, english: str, taken: Iterable[Place]) -> Place | None:
    from glossary.english import compile_rendering, find, prepare

    prepared = prepare(english)
    taken = tuple(taken)
    for rendering in name.renderings:
        for place in find(compile_rendering(rendering, proper=False), prepared):
            if _is_free(place, taken):
                return place
    return None


def _is_free(place: Place, taken: Iterable[Place]) -> bool:
    return all(place[1] <= start or end <= place[0] for start, end in taken)
