"""Source text into what a translator reads (the clean text) and what names are looked up in (the match key).

The input is one string: the blocks of a document, joined by line feeds. No step adds or removes a line feed,
nor takes what stands on both sides of one together.
"""

import re
from collections.abc import Callable, Iterable

import msgspec

from glossary.normalise.aligned import AlignedText, Edit
from glossary.normalise.composed import composed
from glossary.normalise.damage import Damage, damage
from glossary.normalise.glosses import glosses
from glossary.normalise.invisible import invisible
from glossary.normalise.matching import fold, match_key
from glossary.normalise.script import script
from glossary.normalise.spaces import spaces

__all__ = [
    "STEPS",
    "UNTIDY",
    "AlignedText",
    "Cleaned",
    "Damage",
    "Edit",
    "clean",
    "fold",
    "match_key",
    "script",
]

STEPS: tuple[Callable[[str], Iterable[Edit]], ...] = (
    invisible,  # first: they hide inside all that follows
    composed,  # before glosses: tone marks may be characters of their own
    spaces,  # before glosses: these may be set off by any white space
    glosses,
)
"""The steps to the clean text, in order. Each is given the text that the one before it left."""

UNTIDY = re.compile("[^\n -~°±·×\u2010-\u2027℃Ⅰ-ⅿ①-⓿〇〈-】〔-〗、。\u3400-\u9fff！-～]")
"""What is none of these characters some step or the search for damage may be about. Two blanks are untidy too."""


class Cleaned(msgspec.Struct, frozen=True):
    """A text as a translator should read it."""

    aligned: AlignedText
    """The clean text, mapping to the input; script and punctuation are the input's."""
    damage: tuple[Damage, ...]
    """Runs of the input that could not be cleaned and stay as they are, in order."""


def clean(text: str) -> Cleaned:
    """The clean text of a document."""
    aligned = AlignedText(text)
    if not UNTIDY.search(text) and "  " not in text:  # as mostly in news: only glosses are in question
        return Cleaned(aligned.apply(glosses(text)), ())
    for step in STEPS:
        aligned = aligned.apply(step(aligned.text))
    return Cleaned(aligned, damage(aligned))
