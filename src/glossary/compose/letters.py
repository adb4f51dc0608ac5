"""Countries by one character before a post or body of the state: 俄总统, 美前国务卿, 驻美大使."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec.structs import replace

from glossary import tables
from glossary.compose.areas import Area, country
from glossary.compose.openings import begins_in_a_word
from glossary.compose.vocabulary import POSTED, BodyForm, PostForm, bodies, demonyms, posts, prefixes
from glossary.han import is_han

_NUMERALS = frozenset("0123456789零〇一二三四五六七八九十百千万")
"""Before 日 they make a date of it."""
_CLAUSE = "clause"
"""In the table, of a character that is read only where a clause begins."""
_PARLIAMENT = "国会"
_MINISTRY = "..{1,3}[部省](?![分门队级位件落下份])"
"""What a field of work and the word for a ministry may look like."""


def letter_openings(key: str) -> Iterator[tuple[int, tuple[int, Area]]]:
    """Where a character stands for a country: start, and (end, the country)."""
    mentions: dict[str, tuple[int, int]] = {}
    for match in _pattern().finditer(key):
        start = match.start()
        place = _country(key, start, mentions) if _stands_alone(key, start) else None
        if place:
            yield start, (start + 1, place)


def _stands_alone(key: str, start: int) -> bool:
    """Whether a character belongs to no word, date or row of countries that begins before it."""
    before = key[start - 1 : start]
    if before == POSTED:
        return True
    if _envoys().match(key, start + 1) or before in _NUMERALS or before in _letters():
        return False
    return not begins_in_a_word(key, start)


def _country(key: str, start: int, mentions: dict[str, tuple[int, int]]) -> Area | None:
    """The country that the character at `start` stands for; None where that cannot be told."""
    rows = [row for row in _letters()[key[start]] if row["en"]]
    if len(rows) == 1 and not rows[0]["named"]:
        return _short(rows[0]["en"])
    last, found = -1, next((row["en"] for row in rows if not row["named"]), "")
    for row in rows:
        at = _mention(key, row["name"], start, mentions)
        if at > last and not (row["named"] == _CLAUSE and is_han(key[start - 1 : start])):
            last, found = at, row["en"]
    return _short(found) if found else None


def _mention(key: str, name: str, end: int, mentions: dict[str, tuple[int, int]]) -> int:
    """Where a name stands last before `end`, -1 where it does not.

    Args:
        key: The match key.
        name: The name.
        end: Not before that of the call before: each stretch is looked at once, however long the text.
        mentions: By name where it was found last, and up to where it has been looked for.
    """
    last, done = mentions.get(name, (-1, 0))
    last = max(last, key.rfind(name, max(0, done - len(name)), end))
    mentions[name] = last, end
    return last


@cache
def _short(en: str) -> Area:
    return replace(country(en), explicit=False)


@cache
def _letters() -> Mapping[str, list[Mapping[str, str]]]:
    """The rows of the table by character."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for row in tables.rows("country_letters"):
        found.setdefault(row["zh"], []).append(row)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """A character for a country, before what only states have."""
    offices = [zh for zh in posts().strings() if all(map(_is_of_a_state, posts().get(zh)))]
    index = bodies()[""]
    # 美国|会 is not 美|国会.
    known = [zh for zh in index.strings() if zh != _PARLIAMENT and all(map(_is_of_a_state, index.get(zh)))]
    behind = (*offices, *known, *tables.column("envoys"), POSTED)
    before = prefixes().strings()
    first = re.escape("".join({text[0] for text in (*behind, *before)}))
    office = f"(?:{'|'.join(map(re.escape, before))})*(?:{'|'.join(map(re.escape, behind))})"
    # The first character alone rules most out: most letters stand in words and before all sorts of them.
    return re.compile(f"[{''.join(_letters())}](?=(?=[{first}]){office}|{_MINISTRY})")


@cache
def _envoys() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(tables.column("envoys")))))


def _is_of_a_state(form: BodyForm | PostForm) -> bool:
    """Whether a form is one of countries, or of one of them, and of no other place or body."""
    return form.under <= _states()


@cache
def _states() -> frozenset[str]:
    return frozenset({"country"}).union(*(country(name).tokens for name in demonyms()))
