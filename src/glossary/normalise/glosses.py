"""Inline pinyin: a bracket after a Han character that says how it is read, as in 國(guó)務(wù)院."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from glossary.han import is_han
from glossary.normalise.aligned import Edit
from glossary.normalise.folding import fold_table, folded_alike

# As found in the wild: tone marks or none, full-width letters, script a and g; u: for ü, a tone digit.
_LETTERS = "A-Za-z\u00c0-\u024f\u0251\u0261\u0300-\u030c\u1e3e\u1e3f\uff21-\uff3a\uff41-\uff5a"
_BRACKET = re.compile(f"[(] ?((?:[{_LETTERS}]:?){{1,14}}[0-5]?) ?[)）]")

_SYLLABLE = re.compile("(?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouv]{1,3}(?:ng?)?r?|h?m|h?ng?|r")
# Grave, acute, macron, caron; circumflex for ê, and breve, which many type for the caron.
_TONES = dict.fromkeys((0x300, 0x301, 0x304, 0x30C, 0x302, 0x306))
_PLAIN = str.maketrans({"\u0251": "a", "\u0261": "g"})


def glosses(text: str) -> Iterable[Edit]:
    """Removes each gloss, with the white space before it, that is a reading of the Han character before it.

    Tones do not count: 不(bú) and 一(yí) are spoken so. A second gloss directly after the first belongs
    to the same character. What is no reading of one character stays: 毫米(mm), 北京(Beijing),
    国务院(guó wù yuàn); so does a capital without a tone mark, as in initials and names: 甲(A), 李(Li).
    """
    character, end = "", -1
    # What begins with one certain character is found in a tenth of the time that one of two takes.
    for match in _BRACKET.finditer(text.replace("（", "(")):
        start = match.start()
        if text[start - 1 : start] == " ":
            start -= 1
        if start != end:
            character = text[start - 1 : start]
        if is_han(character) and _glosses(match[1], character):
            end = match.end()
            yield Edit(start, end)


@lru_cache(maxsize=1 << 14)
def _glosses(bracketed: str, character: str) -> bool:
    syllable = _toneless(bracketed)
    return syllable is not None and _reads(character, syllable)


def _toneless(gloss: str) -> str | None:
    """The syllable in the letters a-z, ü as v; None where the gloss is no pinyin syllable."""
    marked = unicodedata.normalize("NFKD", gloss)
    syllable = marked.translate(_TONES)
    if syllable[:1].isupper() and syllable == marked:
        return None
    syllable = syllable[:1].lower() + syllable[1:]
    syllable = syllable.translate(_PLAIN).rstrip("012345").replace("u\u0308", "v").replace("u:", "v")
    return syllable if _SYLLABLE.fullmatch(syllable) else None


def _reads(character: str, syllable: str) -> bool:
    """Whether the character, or one that script conversion may have put it in the place of, is read so."""
    if syllable in _spellings(character):
        return True
    kin = chr(fold_table().get(ord(character), ord(character)))
    return any(syllable in _spellings(other) for other in kin + folded_alike().get(kin, ""))


@cache
def _spellings(character: str) -> frozenset[str]:
    """How a character's readings may be spelt: ü as v or u, with or without the r of erhua."""
    from glossary.romanise import readings

    plain = {reading.replace("ü", "v") for reading in readings(character)}
    plain |= {reading.replace("v", "u") for reading in plain}
    return frozenset(plain | {f"{reading}r" for reading in plain} | ({"r"} if "er" in plain else set()))
