"""What a recogniser finds in a line of text, for the tests of recognisers."""

from collections.abc import Iterable

from glossary.model import Term
from glossary.normalise import fold
from glossary.recognise.model import Context, Reading, Recogniser


def found(recogniser: Recogniser, text: str, known: Iterable[tuple[str, str, str]] = ()) -> list[Reading]:
    """The readings in a text that is folded first; `known` are (Chinese, kind, rendering) of terms in it."""
    key = fold(text)
    terms = [
        Reading(
            key.index(fold(zh)),
            key.index(fold(zh)) + len(fold(zh)),
            kind,
            en,
            term=Term(zh=zh, en=en, kind=kind),
        )
        for zh, kind, en in known
    ]
    terms.sort(key=lambda reading: reading.start)
    return list(recogniser(Context(key=key, readings=terms, clean=lambda start, end: key[start:end])))


def spelt(recogniser: Recogniser, text: str, known: Iterable[tuple[str, str, str]] = ()) -> dict[str, str]:
    """The renderings of what stands for something alone, by its key."""
    key = fold(text)
    readings = found(recogniser, text, known)
    return {key[r.start : r.end]: r.rendering for r in readings if "bound" not in r.kind}


def folded(renderings: dict[str, str]) -> dict[str, str]:
    """The same with keys as a match key has them."""
    return {fold(zh): en for zh, en in renderings.items()}
