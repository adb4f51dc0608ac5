"""Titles of laws, notices and plans that no list holds: 《关于……的通知》.

Of a title in 《》 that ends in a word for a document, the ending is rendered and what it is about as far as its words
are known; what is not known stands in square brackets in Chinese. Other titles are left alone: books and broadcasts
have no English by rule.
"""

import re
from collections.abc import Iterator
from functools import cache

from glossary import tables
from glossary.recognise import amounts, sessions
from glossary.recognise.document_subject import STATE, between, issuer, of_a_place, reading_of, subject
from glossary.recognise.model import Context, Reading, starting_at

EXAMPLES = {
    "《关于加强节水甲乙的通知》": {"《关于加强节水甲乙的通知》": "Notice on Strengthening [节水甲乙]"},
    "《甲乙管理办法(试行)》": {
        "《甲乙管理办法(试行)》": "Measures for the Administration of [甲乙] (for Trial Implementation)"
    },
    "《条例》实施": {"《条例》": "the Regulations"},
    "《新闻》《甲乙兵法》《红楼梦》": {},
}

_LONGEST = 90
"""Characters of a title; what is longer is no title but a mark that was not closed."""
_BRACKETS = re.compile(r"\(([^()]+)\)$")
_YEARS = re.compile(r"([0-9]{4})[-~至]([0-9]{4})年?")
_ABOUT = re.compile("(?P<issuer>.*?)关于(?P<topic>.+)的(?P<head>.+)")
_PLAN = re.compile('"(?P<n>[一二三四五六七八九十]{1,2})五"')
_PREPOSITION = re.compile(r" (?=(?:for|on) )| (?=of \{\})")
"""Before it stands whose the document is."""


def recognise(context: Context) -> Iterator[Reading]:
    """The titles of documents, in order. All but the plainest are uncertain."""
    key = context.key
    start = key.find("《")
    listed = _listed(context) if start >= 0 else frozenset()
    while start >= 0:
        end = key.find("》", start, start + _LONGEST)
        whole = end > start and "\n" not in key[start:end] and "《" not in key[start + 1 : end]
        known = (start, end + 1) in listed or (start + 1, end) in listed
        if whole and not known and (read := _title(context, start + 1, end)):
            rendering, sure = read
            yield Reading(start, end + 1, "document", rendering, uncertain=not sure)
        start = key.find("《", start + 1)


def _listed(context: Context) -> frozenset[tuple[int, int]]:
    """Where entries of the glossary stand that begin with 《 or behind it."""
    starts = {start for match in re.finditer("《", context.key) for start in (match.start(), match.end())}
    return frozenset(
        [
            (reading.start, reading.end)
            for start in starts
            for reading in starting_at(context.readings, start)
            if reading.term
        ]
    )


def _title(context: Context, start: int, end: int) -> tuple[str, bool] | None:
    """A title's rendering, and whether it is beyond doubt."""
    key = context.key
    state = _BRACKETS.search(key[start:end])
    note = _state(state[1]) if state else ""
    if state and not note:
        return None
    stop = start + state.start() if state else end
    about = _ABOUT.fullmatch(key, start, stop)
    if about:
        head = _heads().get(about["head"])
        if head is None:
            return None
        whose = issuer(context, start, about.end("issuer")) if about["issuer"] else ""
        return _about(head, whose, subject(context, *about.span("topic"))) + note, False
    size = next(
        (size for size in range(min(6, stop - start), 0, -1) if key[stop - size : stop] in _heads()), 0
    )
    return _named(context, start, stop - size, _heads()[key[stop - size : stop]], note) if size else None


def _named(
    context: Context, start: int, end: int, head: dict[str, str], note: str
) -> tuple[str, bool] | None:
    """A title without 关于: what it is about, and its ending."""
    key = context.key
    if start == end:
        return f"the {head['alone']}{note}", True
    if head["zh"] == "规划" and (plan := _five_years(context, start, end)):
        return plan + note, False
    if head["place"] and (place := reading_of(context, start, end, "place")):
        return head["place"].replace("{}", place.rendering.partition(",")[0]) + note, not place.uncertain
    if head["zh"] == "法" and not key.startswith(STATE, start):
        return None
    if parties := between(context, start, end):
        return f"{head['alone']} {parties}{note}", False
    return _about(head, *of_a_place(context, start, end)) + note, False


def _five_years(context: Context, start: int, end: int) -> str:
    """A plan for the years of a five-year plan, which is said first or last; empty where it is another plan."""
    plan = _PLAN.search(context.key, start, end)
    if plan is None or (plan.start() != start and plan.end() != end):
        return ""
    name = f"{amounts.ordinal(sessions.value(plan['n']))} Five-Year Plan"
    if plan.start() == start and plan.end() == end:
        return f"the {name}"
    first, last = (plan.end(), end) if plan.start() == start else (start, plan.start())
    return f"{name} for {subject(context, first, last)}"


def _about(head: dict[str, str], whose: str, about: str) -> str:
    """The name of a document, whose it is (where that is said), and what it is about."""
    name, rest = _PREPOSITION.split(head["en"], maxsplit=1)
    return f"{name}{whose and f' {whose}'} {rest}".replace("{}", about)


@cache
def _heads() -> dict[str, dict[str, str]]:
    return {row["zh"]: dict(row) for row in tables.rows("document_heads")}


def _state(text: str) -> str:
    """What is said in brackets behind a title; empty where it is not known."""
    years = _YEARS.fullmatch(text)
    said = f"{years[1]}-{years[2]}" if years else tables.by_zh("document_states", "en").get(text)
    return f" ({said})" if said else ""
