"""Runs that an encoding accident has damaged beyond repair, which a person must look up and retype."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from glossary.normalise.aligned import AlignedText

_HAN = "\u3400-\u9fff"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_GLOSS = f"[a-zü]{{0,3}}[{_TONED}][a-z]{{0,3}}"

# A byte was lost before a gloss, and its opening bracket with it: 切?shí)鍨_(shī). The bytes that follow
# then pair up wrongly, up to the first that is a character of its own (`_` here).
_CUT_GLOSS = rf"[?？\ufffd]+{_GLOSS}[)）]"
_MISPAIRED = rf"[{_HAN}]{{0,12}}[<@-~](?![@-~])\??(?:[(（]{_GLOSS}[)）])?"
_STRAY_BYTE = rf"[@-~](?<=[{_HAN}].)[(（]{_GLOSS}[)）]"

# Replacement characters stand for lost bytes; private-use characters have no agreed meaning.
_LOST = "[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]"
# A third of the time of `+`: a class in front is looked for at once.
_LOST_RUN = re.compile(f"{_LOST}{_LOST}*")


class Damage(msgspec.Struct, frozen=True):
    """A damaged run."""

    offset: int
    """Where it starts in the input."""
    text: str
    """The run as it stands in the clean text, with the Han character before it, which may be wrong too."""


def damage(aligned: AlignedText) -> tuple[Damage, ...]:
    """The damaged runs of a clean text, in order; healthy text has none."""
    found: list[Damage] = []
    position = 0
    for start, end in sorted([*_broken_glosses(aligned.text), *_lost(aligned.text)]):
        if start >= position:
            found.append(Damage(aligned.original(start, end)[0], aligned.text[start:end]))
        position = max(position, end)
    return tuple(found)


def _broken_glosses(text: str) -> Iterable[tuple[int, int]]:
    if not any(letter in text for letter in _TONED):
        return
    for match in _broken_gloss().finditer(text):
        start, end = match.span()
        yield start - (start > 0 and bool(re.match(f"[{_HAN}]", text[start - 1]))), end


@cache
def _broken_gloss() -> re.Pattern[str]:
    return re.compile(f"(?:{_CUT_GLOSS})+(?:{_MISPAIRED})?|{_STRAY_BYTE}")


def _lost(text: str) -> Iterable[tuple[int, int]]:
    return (match.span() for match in _LOST_RUN.finditer(text))
