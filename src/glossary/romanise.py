"""Chinese into Hanyu Pinyin: the readings of a character, and the spelling of a person's name."""

import re
from collections.abc import Sequence
from functools import cache

from glossary import tables
from glossary.han import is_han
from glossary.syllables import syllables

EXAMPLES = {
    "马越红": "Ma Yuehong",
    "馬越紅": "Ma Yuehong",
    "欧阳文": "Ouyang Wen",
    "诸葛亮": "Zhuge Liang",
    "王西安": "Wang Xi'an",
    "吕一": "Lü Yi",
    "曾庆": "Zeng Qing",
    "单长江": "Shan Changjiang",
    "郑李淑芳": "Zheng-Li Shufang",
    "乔 石": "Qiao Shi",
    "奥巴马": None,
    "白玛赤林": None,
    "巴沙尔": None,
    "王": None,
}


def readings(character: str) -> frozenset[str]:
    """All toneless lower-case syllables of one character, of every heteronym; empty where none is known.

    Syllables with ü are given in both spellings: 吕 is read `lü` and `lv`.
    """
    spelt = syllables(character)
    return frozenset(spelt) | {syllable.replace("ü", "v") for syllable in spelt}


def usual_reading(character: str) -> str:
    """The toneless syllable that dictionaries put first for one character, with ü; empty where none is known."""
    return next(iter(syllables(character)), "")


def person_name(hanzi: str) -> str | None:
    """The spelling of a Chinese personal name, in either script, by GB/T 28039-2011; None where it declines.

    The surname comes first, the given name is one word, two surnames are joined with a hyphen; an apostrophe
    stands before a, o, e inside a word. White space in `hanzi` is ignored. It declines what is not a known
    surname with a given name of one or two characters, names from other languages, and characters whose
    reading is not known.
    """
    name = "".join(hanzi.split())
    parts = split_name(name)
    if parts is None:
        return None
    surnames, given = parts
    syllables = _given_syllables(given)
    if not all(syllables):
        return None
    family = "-".join(_surnames()[surname] for surname in surnames)
    return f"{family} {word(syllables)}"


def surname(hanzi: str) -> str | None:
    """The spelling of a surname, in either script; None where it is not a known one."""
    return _surnames().get("".join(hanzi.split()))


def split_name(name: str) -> tuple[tuple[str, ...], str] | None:
    """The surnames (two for 郑李淑芳) and the given name of a personal name, or None where it is not one."""
    if not 2 <= len(name) <= 4 or not all(map(is_han, name)) or _is_foreign(name):
        return None
    known = _surnames()
    if name in known:
        return None
    if name[:2] in known:
        return (name[:2],), name[2:]
    if name[0] not in known:
        return None
    if len(name) < 4:
        return (name[0],), name[1:]
    return ((name[0], name[1]), name[2:]) if name[1] in known else None


def word(syllables: Sequence[str]) -> str:
    """Syllables as one capitalised word, with an apostrophe before a, o, e inside it: Xi'an."""
    rest = ("'" + syllable if syllable[0] in "aoe" else syllable for syllable in syllables[1:])
    return (syllables[0] + "".join(rest)).capitalize()


@cache
def _surnames() -> dict[str, str]:
    """Surname, in every script it is written in, to its spelling."""
    return _spelt("surnames")


@cache
def _given_names() -> dict[str, str]:
    return _spelt("given_names")


def _spelt(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in tables.rows(table):
        for form in (row["zh"], *row["traditional"].split()):
            found.setdefault(form, row["reading"])
    return found


@cache
def _foreign_beginnings() -> re.Pattern[str]:
    """Beginnings of names from other languages, in either script."""
    forms = tables.column("not_mandarin") | tables.column("not_mandarin", "traditional")
    return re.compile("|".join(map(re.escape, sorted(forms))))


def _is_foreign(name: str) -> bool:
    """Whether a name comes from another language: by its beginning, or as all its characters spell sounds."""
    sounds = tables.column("transliteration") | tables.column("transliteration", "traditional")
    return (len(name) > 2 and sounds.issuperset(name)) or _foreign_beginnings().match(name) is not None


def _given_syllables(given: str) -> list[str]:
    """How a given name is read, a syllable a character; empty ones where no reading is known."""
    known = _given_names()
    if given in known:
        return known[given].split()
    return [known.get(character) or next(iter(syllables(character)), "") for character in given]
