"""Names of Chinese places in English, by rule: the proper name spelt, the word for the level translated.

Proper names follow the Chinese Phonetic Alphabet Spelling Rules for Chinese Place Names (1984): one word, an
apostrophe before a, o, e inside it, and a name of one syllable keeps the word for its level (乾县 Qianxian
County). Names from other languages, and characters read otherwise than usual, stand in tables.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import msgspec

from glossary import tables
from glossary.han import is_han
from glossary.normalise import fold
from glossary.romanise import usual_reading, word

EXAMPLES = {
    "本溪市": "Benxi",
    "浑南区": "Hunnan District",
    "康平县": "Kangping County",
    "乾县": "Qianxian County",
    "清新区": "Qingxin District",
    "浦东新区": "Pudong New Area",
    "井陉矿区": "Jingxing Mining District",
    "本溪满族自治县": "Benxi Manchu Autonomous County",
    "恩施土家族苗族自治州": "Enshi Tujia and Miao Autonomous Prefecture",
    "博尔塔拉蒙古自治州": "Bortala Mongolian Autonomous Prefecture",
    "東鄉族自治縣": "Dongxiang Autonomous County",
    "六安市": "Lu'an",
    "科尔沁右翼前旗": "Horqin Right Front Banner",
    "双井子镇": "Shuangjingzi Town",
    "A区": None,
}


class PlaceName(msgspec.Struct, frozen=True):
    """A name of a place in English."""

    en: str
    also: tuple[str, ...] = ()
    """Other spellings in use, best first."""
    basis: str = "han"
    """What the spelling rests on, as in the table `place_readings`."""
    doubtful: bool = False
    """A character may be read otherwise in this name, or the name comes from another language."""


class Parts(msgspec.Struct, frozen=True):
    """A name taken apart: 本溪|满族|自治县."""

    proper: str
    groups: tuple[str, ...]
    """Ethnic groups that an autonomous place is named for, in order."""
    level: str
    """The word for the level; empty where there is none."""

    @property
    def level_in_english(self) -> str:
        """The word for the level in English; empty for 市, which English leaves out."""
        level = "民族乡" if self.groups and self.level == "乡" else self.level
        return _levels()[level]["en"] if level else ""


def place_name(name: str) -> PlaceName | None:
    """A place's name in English; None where a character has no known reading.

    Args:
        name: The name in either script, with or without the word for its level.
    """
    name = fold(name)
    parts = divide(name)
    spelt = _known().get(parts.proper) or _spelt(parts.proper)
    if spelt is None:
        return None
    en, *also = dict.fromkeys(
        " ".join(filter(None, (proper, groups, parts.level_in_english)))
        for groups in _groups_in_english(parts.groups)
        for proper in _propers(parts, spelt)
    )
    return PlaceName(en, tuple(also), spelt.basis, spelt.doubtful)


@lru_cache(maxsize=4096)
def is_by_rule(name: str, en: str) -> bool:
    """Whether a place's English is what the rules give: those of places abroad, in Hong Kong and Taiwan are not."""
    spelt = place_name(name)
    if spelt is None:
        return False
    whole = _spelt(name)  # 景德镇 and 新乡 are cities, whose names end as those of towns do
    return en.startswith(spelt.en) or (whole is not None and en == whole.en)


def divide(name: str) -> Parts:
    """The parts of a name in Simplified script; without a level all of it is the proper name."""
    if name in _known():
        return Parts(name, (), "")
    for length in range(min(len(name) - 1, _longest_level()), 0, -1):
        row = _levels().get(name[-length:])
        if row and len(name) - length >= int(row["least"]):
            return Parts(*_without_groups(name[:-length]), row["zh"])
    return Parts(name, (), "")


def _without_groups(name: str) -> tuple[str, tuple[str, ...]]:
    """The name without the ethnic groups at its end: 本溪满族 is 本溪 and 满族."""
    found = None if name in _known() else _groups_at_end().search(name)
    if not found or found.start() == 0:
        return name, ()
    return name[: found.start()], tuple(_one_group().findall(found[0]))


def _propers(parts: Parts, spelt: PlaceName) -> list[str]:
    """The proper name in its spellings; one of one syllable with the syllables of its level first."""
    spellings = [spelt.en, *spelt.also]
    pinyin = _levels()[parts.level]["pinyin"] if parts.level else ""
    if len(parts.proper) == 1 and pinyin and spelt.basis == "han":
        return [word([spelt.en.lower(), pinyin]), *spellings]
    return spellings


def _groups_in_english(groups: tuple[str, ...]) -> list[str]:
    """`Tujia and Miao`, and the same with other names of the groups; one empty string where there are none."""
    rows = [_groups()[group.removesuffix("族")] for group in groups]
    usual, other = [row["en"] for row in rows], [row["also"].split("|")[0] or row["en"] for row in rows]
    return [_joined(names) for names in (usual, other)]


def _joined(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _spelt(proper: str) -> PlaceName | None:
    """A proper name spelt character by character."""
    syllables, doubtful = [], False
    for character in proper:
        row = _characters().get(character)
        syllable = row["reading"] if row else usual_reading(character)
        if not syllable or not is_han(character):
            return None
        syllables.append(syllable)
        doubtful = doubtful or bool(row and row["doubtful"])
    if not syllables:
        return None
    sounds = sum(character in tables.column("transliteration") for character in proper)
    foreign = len(proper) > 2 and 3 * sounds >= 2 * len(proper)
    return PlaceName(word(syllables), doubtful=doubtful or foreign)


@cache
def _known() -> dict[str, PlaceName]:
    return {
        zh: PlaceName(row["reading"], tuple(filter(None, row["also"].split("|"))), row["basis"])
        for zh, row in _folded("place_readings").items()
    }


@cache
def _characters() -> dict[str, Mapping[str, str]]:
    return _folded("place_characters")


def _folded(table: str) -> dict[str, Mapping[str, str]]:
    """The rows of a table by the match key of what they are about."""
    rows = tables.rows(table)
    # Folding keeps line feeds, and one long text is folded much faster than many short ones.
    return dict(zip(fold("\n".join(row["zh"] for row in rows)).split("\n"), rows, strict=True))


@cache
def _levels() -> dict[str, Mapping[str, str]]:
    return {row["zh"]: row for row in tables.rows("place_levels")}


@cache
def _longest_level() -> int:
    return max(map(len, _levels()))


@cache
def _groups() -> dict[str, Mapping[str, str]]:
    """The ethnic groups, by their names without 族."""
    return {row["zh"].removesuffix("族"): row for row in tables.rows("ethnic_groups")}


@cache
def _one_group() -> re.Pattern[str]:
    """An ethnic group; 族 is left out in 自治州 named before the 1950s' rule, but never after one character."""
    names = sorted(_groups(), key=len, reverse=True)
    return re.compile("|".join(name + ("族" if len(name) == 1 else "族?") for name in names))


@cache
def _groups_at_end() -> re.Pattern[str]:
    return re.compile(f"(?:{_one_group().pattern})+$")
