"""How single characters are read in Hanyu Pinyin: the only module that reads pypinyin.

Of that package only the dictionary of characters is used, and that is compiled once: importing the package would read
its phrases, and making a mapping of all characters would take longer than annotating an article.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import msgspec

from glossary.cache import cached, name_for
from glossary.errors import GlossaryError
from glossary.installed import data_file

_DIAERESIS = "\u0308"
_FORMAT = 1
"""Raised whenever the compiled form changes, so that older ones are made again."""


class _Compiled(msgspec.Struct, array_like=True, gc=False):
    """What the cache keeps."""

    characters: str
    """In order of their code points."""
    readings: str
    """A line for each of them: its syllables, a blank between them."""


@lru_cache(maxsize=8192)
def syllables(character: str) -> tuple[str, ...]:
    """The distinct toneless syllables of one character, with ü, the most usual first; none where it is not known."""
    if len(character) != 1:
        return ()
    characters, readings = _loaded()
    at = bisect_left(characters, character)
    return tuple(readings[at].split()) if characters[at : at + 1] == character else ()


@cache
def _loaded() -> tuple[str, list[str]]:
    path = data_file("pypinyin", "pinyin_dict.py")
    data = cached(name_for(f"syllables {_FORMAT}", path), lambda: msgspec.msgpack.encode(_compile(path)))
    compiled = msgspec.msgpack.decode(data, type=_Compiled)
    return compiled.characters, compiled.readings.split("\n")


def _compile(path: Path) -> _Compiled:
    toneless = cache(_toneless)
    rows = sorted(_toned(path).items())
    read = (dict.fromkeys(filter(None, map(toneless, toned.split(",")))) for _, toned in rows)
    return _Compiled("".join(chr(code) for code, _ in rows), "\n".join(map(" ".join, read)))


def _toned(path: Path) -> Mapping[int, str]:
    """The readings with their tones, a comma between them, by code point.

    The module is run alone: a process that uses pypinyin itself must find it as it is.
    """
    spec = spec_from_file_location("glossary._pinyin_dict", path)
    if spec is None or spec.loader is None:
        raise GlossaryError(f"{path} cannot be run; install zh-glossary again")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    readings: Mapping[int, str] = module.pinyin_dict
    return readings


def _toneless(syllable: str) -> str:
    kept = (
        c for c in unicodedata.normalize("NFD", syllable) if c == _DIAERESIS or not unicodedata.combining(c)
    )
    return unicodedata.normalize("NFC", "".join(kept))
