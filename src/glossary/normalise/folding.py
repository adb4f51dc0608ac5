"""The table that makes match keys: every character that is not its own key, and what stands for it.

Made from the data files of this folder and Unicode's compatibility mappings. One character becomes one
character, and what it becomes stays as it is: folding twice is folding once.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

from glossary.normalise.beyond import beyond_gb2312, is_in_gb2312
from glossary.normalise.spaces import ODD_SPACES

# Looking up a character that a dict lacks raises and catches an error inside str.translate: slower by half.
_COMMON = range(0x20, 0x7F), range(0x3000, 0x3020), range(0x4E00, 0x9FA6)
_COMPATIBILITY = range(0x2F00, 0x2FD6), range(0xF900, 0xFB00), range(0xFE10, 0xFE70), range(0xFF01, 0xFFEF)
_COMPATIBILITY_SUPPLEMENT = range(0x2F800, 0x2FA20)
_CASED = range(0x41, 0x250), range(0x370, 0x530), range(0x1E00, 0x1F00)


@cache
def fold_table() -> dict[int, int]:
    """Code point to code point, for `str.translate`; common characters that stay are in it too."""
    folds = _folds()
    table = {code: code for codes in _COMMON for code in codes}
    return table | str.maketrans("".join(folds), "".join(folds.values()))


def folded(text: str) -> str:
    """A text with what stands for each character in its place, found by how few characters of a text change."""
    beyond = beyond_gb2312(text)
    if beyond is None:
        return text.translate(fold_table())
    folds = _folds()
    for character in beyond & folds.keys():
        text = text.replace(character, folds[character])
    position = 0
    while found := _changing().search(text, position):
        character, position = found[0], found.end()
        text = text.replace(character, folds[character])
    return text


def fold_fingerprint() -> bytes:
    """Stands for the data that the table is made from: another table, another fingerprint."""
    digest = blake2b(unicodedata.unidata_version.encode(), digest_size=16)
    for path in sorted(Path(__file__).parent.glob("*.tsv")):
        digest.update(path.read_bytes())
    return digest.digest()


@cache
def folded_alike() -> dict[str, str]:
    """For each representative, the characters that are folded to it."""
    classes: dict[str, str] = {}
    for source, target in _folds().items():
        classes[target] = classes.get(target, "") + source
    return classes


@cache
def _changing() -> re.Pattern[str]:
    """The characters of GB 2312 that change."""
    return re.compile(f"[{re.escape(''.join(filter(is_in_gb2312, _folds())))}]")


@cache
def _folds() -> dict[str, str]:
    """The characters that change, each with its representative."""
    folds = dict(_lower_case())
    folds |= dict.fromkeys(ODD_SPACES, " ")
    folds |= pairs("script") | pairs("radicals") | _classes("variants") | _classes("punctuation")
    folds |= {source: target for source, target in _compatible() if source not in folds}
    return {source: folds.get(target, target) for source, target in folds.items()}


def _lower_case() -> Iterable[tuple[str, str]]:
    for character in (chr(code) for codes in _CASED for code in codes):
        lower = character.lower()
        if lower != character and len(lower) == 1:
            yield character, lower


def _compatible() -> Iterable[tuple[str, str]]:
    """Full width, half width, small and vertical forms, compatibility ideographs and radicals."""
    for code in (code for codes in (*_COMPATIBILITY, _COMPATIBILITY_SUPPLEMENT) for code in codes):
        character = chr(code)
        ordinary = unicodedata.normalize("NFKC", character)
        if ordinary != character and len(ordinary) == 1:
            yield character, ordinary


def pairs(name: str) -> dict[str, str]:
    """The two-column table `name`: the second character for the first."""
    cells = "\n".join(_rows(name)).split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


def _classes(name: str) -> dict[str, str]:
    """The table `name` of classes: the representative for each variant."""
    folds: dict[str, str] = {}
    for row in _rows(name):
        representative, variants, _comment = row.split("\t")
        folds.update((_character(cell), representative) for cell in variants.split(" "))
    return folds


def _character(cell: str) -> str:
    return chr(int(cell[2:], 16)) if cell.startswith("U+") else cell


def _rows(name: str) -> list[str]:
    """The rows of a data file, without comments and the header row."""
    lines = Path(__file__).with_name(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")][1:]
