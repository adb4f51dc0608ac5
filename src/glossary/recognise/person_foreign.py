"""Names of people from other languages: marked, so that nobody takes pinyin for their spelling.

Foreign names, those of people from Hong Kong, Macao and Taiwan, and those of Tibetans, Uyghurs and Mongolians have
spellings of their own, which belong in a glossary.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Container, Iterator
from functools import cache
from math import log

from glossary import tables
from glossary.dictionary import frequent_words
from glossary.recognise.person_context import TITLE, is_beside_foreign_title, left, right
from glossary.recognise.person_odds import spelling
from glossary.recognise.person_page import DOT, Page

_LONGEST = 8
"""Characters of a part of a foreign name."""
_REACH = 18
"""How many characters before a name its country may stand: 新西兰总理, 越南共产党中央委员会总书记."""
_SOUND = log(1 / 80)
"""How often a character of a transliterated name is a certain one of those that are used for that."""
_FIRST_SOUND = log(1 / 100)
_FIRST_OTHER = log(1 / 1500)
"""How often such a name begins with a certain character of those, and with a certain other surname."""
_FOREIGN = log(0.5)
"""How many foreign names three characters long there are in official news for each Chinese one."""
_TITLES = 3
"""How many titles that one person has, one after the other, are looked at: 越南共产党中央政治局委员、外交部长."""
_LISTS = "、和与"


def is_foreign(page: Page, start: int, end: int) -> bool:
    """Whether what looks like a Chinese name is rather one from another language, or spelt otherwise."""
    name = page.key[start:end]
    if is_beside_foreign_title(page, start, end) or _sounds_foreign(name):
        return True
    setting = _setting(page, start)
    sounds = tables.column("transliteration")
    return setting == "abroad" or (setting == "mixed" and not sounds.isdisjoint(name[1:]))


def is_of_any_nation(page: Page, start: int) -> bool:
    """Whether a name stands behind a title that people of any nation have: 世界银行行长, 外籍院士."""
    return _setting(page, start) == "mixed"


def follows_foreigner(page: Page, start: int, ends: Container[int]) -> bool:
    """Whether a name with its title stands in a list behind a foreign one, which ends at one of these offsets."""
    if left(page, start) < TITLE:
        return False
    first = _phrase(page, start)
    listed = page.key[first - 1 : first] in tuple(_LISTS) and first - 1 in ends
    return listed and not any(home in page.key[first:start] for home in tables.column("home"))


def _sounds_foreign(name: str) -> bool:
    """Whether the characters of a name are more usual in transliterations than in Chinese names: 桑切斯."""
    sounds = tables.column("transliteration")
    if len(name) != 3 or not sounds.issuperset(name[1:]):
        return False
    foreign = _FOREIGN + (_FIRST_SOUND if name[0] in sounds else _FIRST_OTHER) + 2 * _SOUND
    return foreign > spelling((name[0],), name[1:])


def _setting(page: Page, start: int) -> str:
    """Whose people the title before a name is for: `abroad`, `mixed` for those of any nation, empty where nothing tells.

    Of several titles in a row, the first that tells counts.
    """
    if left(page, start) < TITLE:
        return ""
    for _ in range(_TITLES):
        first = _phrase(page, start)
        phrase = page.key[first:start].partition("驻")[0]  # before 驻 stands who sends an ambassador
        for place, setting in tables.by_zh("spelt_otherwise", "class").items():
            if place in phrase:
                return setting
        if any(home in phrase for home in tables.column("home")):
            return ""
        index = bisect_right(page.lands, first + len(phrase)) - 1
        if index >= 0 and page.lands[index] > first:
            return "abroad"
        start = first - 1
        if page.key[start : start + 1] != "、" or start not in page.title_ends:
            return ""
    return ""


def _phrase(page: Page, start: int) -> int:
    """Where the title before `start` begins, with what names its country or body."""
    first = max(0, start - _REACH)
    return first + max((match.end() for match in _break().finditer(page.key[first:start])), default=0)


@cache
def _break() -> re.Pattern[str]:
    """What parts a title from what is before it; 和 inside a foreign name does not: 诺和诺德."""
    sounds = "".join(sorted(tables.column("transliteration")))
    return re.compile(rf"[^\u3400-\u9fff]|[的与同]|和(?![{sounds}])|(?<![{sounds}])和")


def foreign_names(page: Page) -> dict[int, int]:
    """Where names stand that could not be Chinese ones: start to end.

    They are found beside titles, and then wherever they stand.
    """
    found = {start: end for start in page.title_ends if (end := _end(page, start))}
    names = {page.key[start:end] for start, end in found.items() if end - start > 2}
    for start, end in _occurrences(names, page.key):
        if not page.is_taken(start, end):
            found[start] = max(end, found.get(start, 0))
    return found


def _occurrences(names: Collection[str], key: str) -> Iterator[tuple[int, int]]:
    """Where names stand in a match key, overlapping ones too: they are too few for an automaton to pay."""
    sizes: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        sizes[name[0]].add(len(name))
    for first, lengths in sizes.items():
        start = key.find(first)
        while start >= 0:
            for length in lengths:
                if key[start : start + length] in names:
                    yield start, start + length
            start = key.find(first, start + 1)


@cache
def _beginning() -> re.Pattern[str]:
    """How foreign names begin: parts joined by dots, characters that spell sounds, a known beginning."""
    part = rf"[\u3400-\u9fff]{{1,{_LONGEST}}}"
    sounds = "".join(sorted(tables.column("transliteration")))
    known = "|".join(map(re.escape, sorted(tables.column("not_mandarin"))))
    return re.compile(
        rf"(?P<first>{part})(?:{DOT}{part})*?{DOT}[{sounds}]|[{sounds}]{{3,}}|(?P<known>{known})"
    )


def _end(page: Page, start: int) -> int | None:
    """Where the name from another language ends that begins at `start`; None where that is not clear."""
    beginning = _beginning().match(page.key, start)
    if beginning is None or start in page.people or page.is_taken(start, beginning.end()):
        return None
    sounds = tables.column("transliteration")
    first = beginning["first"]
    if first and 2 * sum(character in sounds for character in first) < len(first):
        return None
    for end in range(beginning.end() - 1, beginning.end() + _LONGEST):
        if not page.han(end) or right(page, end) > 0 or page.key[end : end + 2] in frequent_words():
            return end if page.key[end - 1] in sounds or beginning["known"] else None
    return None
