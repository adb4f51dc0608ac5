"""Where names of people may stand: stretches that begin with a surname and are not plainly words."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from glossary import tables
from glossary.dictionary import frequent_words
from glossary.recognise.person_context import (
    BEST,
    address_beginnings,
    introductions,
    is_addressed,
    left,
    right,
    spaced,
)
from glossary.recognise.person_odds import PLAIN, bounds, odds, surname_classes
from glossary.recognise.person_page import Page
from glossary.recognise.person_shape import shape

_PROMISING = -4.0
"""Log odds from which on a stretch may still turn out to be a name: the rest of the document can add some more."""


class Candidate(NamedTuple):
    """A stretch of the match key that may be a name, with the evidence for it as log odds."""

    start: int
    end: int
    spelling: float
    """What its characters say."""
    left: float
    """What stands before it says."""
    right: float
    """What stands behind it says."""


def scan(page: Page) -> list[Candidate]:
    """The candidates of a document in no promised order; they may overlap."""
    known, key = surname_classes(), page.key
    found = list(_surnames_alone(page))
    for start in _starts(page):
        if key[start : start + 2] in known:
            found += _candidates(page, start, start + 2)
        if key[start] in known:
            found += _candidates(page, start, start + 1)
    return found


def _starts(page: Page) -> list[int]:
    """Where names may start: not in known terms, nor in frequent words but for those that a title introduces."""
    key, inside, frequent = page.key, page.inside, frequent_words()
    titles, before = page.title_ends, introductions()
    return [
        start
        for match in _beginnings().finditer(key)
        if not inside[start := match.start()]
        and (
            not (key[start : start + 2] in frequent or key[start - 1 : start + 1] in frequent)
            or start in titles
            or key[start - 2 : start] in before
        )
    ]


def _candidates(page: Page, start: int, given: int) -> Iterable[Candidate]:
    """The candidates from `start` on with a surname that ends, and a given name that starts, at `given`."""
    short, full = bounds(page.key, start, given)
    if short < PLAIN and full < PLAIN:
        return ()
    before = left(page, start)
    if max(short, full) + before + BEST < _PROMISING:
        return ()
    ends = {}
    for end, bound in ((given + 1, short), (given + 2, full)):
        if bound > PLAIN:
            after = right(page, end)
            if bound + before + after > _PROMISING and not page.is_taken(start, end):
                ends[end] = after
    if not ends:
        return ()
    found = _weighed(page, start, page.key[start:given], before, ends)
    return [*found, *_with_two_surnames(page, start, before)] if given + 2 in ends else found


def _weighed(page: Page, start: int, surname: str, before: float, ends: dict[int, float]) -> list[Candidate]:
    """The promising ones among the candidates with these ends and what stands behind them."""
    given = start + len(surname)
    spellings = odds(page, start, (surname,), {end: end - given for end in ends})
    return [
        Candidate(
            start,
            end,
            spelling + shape(page, start, given, end),
            spaced(page, start, before),
            spaced(page, end, ends[end]),
        )
        for end, spelling in spellings.items()
        if spelling + before + ends[end] > _PROMISING
    ]


def _with_two_surnames(page: Page, start: int, before: float) -> Iterator[Candidate]:
    """A married woman's name with her husband's surname before her own, where one may start: 郑李淑芳."""
    key, end = page.key, start + 4
    surnames = (key[start], key[start + 1])
    if (
        all(surname in _frequent() for surname in surnames)
        and page.han(end - 1)
        and not page.is_taken(start, end)
    ):
        spelling = odds(page, start, surnames, {end: 2})[end]
        after = right(page, end)
        if spelling + before + after > _PROMISING:
            yield Candidate(start, end, spelling, before, after)


def _surnames_alone(page: Page) -> Iterator[Candidate]:
    """Surnames before a title or a form of address, without a given name: 张书记, 王先生."""
    sounds, frequent = tables.column("transliteration"), frequent_words()
    for match in _addressed().finditer(page.key):
        start, end = match.span()
        if page.key[end : end + 2] not in address_beginnings() and end not in page.title_starts:
            continue
        if page.inside[start] or page.key[start - 1 : end] in frequent or page.is_taken(start, end):
            continue
        if is_addressed(page, end) and not sounds.issuperset(page.key[max(0, start - 2) : start] or "-"):
            before, after = left(page, start), right(page, end)
            spelling = odds(page, start, (match[0],), {end: 0})[end]
            if spelling + before + after > _PROMISING:
                yield Candidate(start, end, spelling, before, after)


@cache
def _frequent() -> frozenset[str]:
    """The hundred most frequent surnames."""
    return frozenset(
        row["zh"] for row in tables.rows("surnames") if row["share"] and row["class"] == "common"
    )


@cache
def _addressed() -> re.Pattern[str]:
    """A surname before a character that forms of address begin with."""
    surnames = [row["zh"] for row in tables.rows("surnames") if row["class"] in ("common", "compound")]
    single = _set(surname for surname in surnames if len(surname) == 1)
    compound = [surname for surname in surnames if len(surname) == 2]
    second = "|".join(f"(?<={surname[0]}){surname[1]}" for surname in compound)
    titles = _set(row["zh"][0] for row in tables.rows("person_roles") if row["class"] in ("post", "address"))
    return re.compile(
        f"{_set(surname[0] for surname in surnames)}"
        f"(?:(?={_set(surname[1] for surname in compound)})(?:{second})|(?<={single}))(?={titles})"
    )


@cache
def _beginnings() -> re.Pattern[str]:
    """The first character of a surname, before characters that names may have.

    The less a character is a surname, the more must speak for one.
    """
    by_class: dict[str, list[str]] = {"common": [], "word": [], "": [], "compound": []}
    for row in tables.rows("surnames"):
        by_class["common" if row["share"] and len(row["zh"]) == 1 else row["class"]].append(row["zh"])
    compound = by_class["compound"]
    given = tables.rows("given_characters")
    no = _set(row["zh"] for row in given if row["class"] in ("hardly", "never"))
    yes = _set(row["zh"] for row in given if row["class"] not in ("hardly", "never"))
    titles = _set(row["zh"][-1] for row in tables.rows("person_roles"))
    han = "[\u3400-\u9fff]"
    return re.compile(
        f"{_set(surname[0] for surname in chain.from_iterable(by_class.values()))}"
        f"(?:(?<={_set(by_class['common'])})(?={han})(?!{no}(?!{yes})(?s:.))|(?<={_set(by_class[''])})(?={yes})"
        f"|(?<={_set(by_class['word'])})(?:(?<!{han}.)|(?<={titles}.))(?={yes}{{2}})"
        f"|(?<={_set(surname[0] for surname in compound)})(?={_set(surname[1] for surname in compound)}))"
    )


def _set(characters: Iterable[str]) -> str:
    """A pattern for one of some characters. Where one begins with such a set, the engine skips to them."""
    return f"[{''.join(sorted(set(characters)))}]"
