"""Titles of laws, notices and plans that no list holds: 《关于……的通知》.

Of a title in 《》 that ends in a word for a document, the ending is rendered and what it is about as far as its words
are known; what is not known stands in square brackets in Chinese. Other titles are left alone: books and broadcasts
have no English by rule.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from glossary import tables
from glossary.compose.fieldphrase import fields_at, known_words
from glossary.recognise import amounts, sessions
from glossary.recognise.model import Context, Reading

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
_STATE = re.compile(r"\(([^()]+)\)$")
_YEARS = re.compile(r"([0-9]{4})[-~至]([0-9]{4})年?")
_ABOUT = re.compile("(?P<issuer>.*?)关于(?P<topic>.+)的(?P<head>.+)")
_STATE_LAW = "中华人民共和国"
_PLAN = re.compile('"(?P<n>[一二三四五六七八九十]{1,2})五"$')


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
            for reading in context.readings
            if reading.start in starts and reading.term
        ]
    )


def _title(context: Context, start: int, end: int) -> tuple[str, bool] | None:
    """A title's rendering, and whether it is beyond doubt."""
    key = context.key
    state = _STATE.search(key[start:end])
    note = _state(state[1]) if state else ""
    if state and not note:
        return None
    stop = start + state.start() if state else end
    about = _ABOUT.fullmatch(key, start, stop)
    if about:
        head = _heads().get(about["head"])
        if head is None:
            return None
        subject = _subject(context, about.start("topic"), about.end("topic"))
        issuer = f" of {_issuer(context, start, about.end('issuer'))}" if about["issuer"] else ""
        name, _, preposition = head["en"].removesuffix(" {}").rpartition(" ")
        return f"{name}{issuer} {preposition} {subject}{note}", False
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
    if head["zh"] == "规划" and (plan := _PLAN.search(key[start:end])):
        number = amounts.ordinal(sessions.value(plan["n"]))
        return f"{number} Five-Year Plan for {_subject(context, start, start + plan.start())}{note}", False
    if head["place"] and (place := _reading(context, start, end, "place")):
        return head["place"].replace("{}", place.rendering.partition(",")[0]) + note, not place.uncertain
    if head["zh"] == "法":
        if not key.startswith(_STATE_LAW, start):
            return None
        start += len(_STATE_LAW)
        return f"Law of the People's Republic of China on {_subject(context, start, end)}{note}", False
    return head["en"].replace("{}", _subject(context, start, end)) + note, False


@cache
def _heads() -> dict[str, dict[str, str]]:
    return {row["zh"]: dict(row) for row in tables.rows("document_heads")}


@cache
def _english(table: str) -> dict[str, str]:
    return {row["zh"]: row["en"] for row in tables.rows(table)}


def _state(text: str) -> str:
    """What is said in brackets behind a title; empty where it is not known."""
    years = _YEARS.fullmatch(text)
    said = f"{years[1]}-{years[2]}" if years else _english("document_states").get(text)
    return f" ({said})" if said else ""


def _subject(context: Context, start: int, end: int) -> str:
    """What a document is about: the words that are known, the rest in Chinese in square brackets."""
    key = context.key
    end -= key[end - 1] == "的"
    verbs = _english("title_verbs")
    size = next(
        (size for size in range(6, 0, -1) if key[start : start + size] in verbs and start + size < end), 0
    )
    led = f"{verbs[key[start : start + size]]} " if size else ""
    start += size
    known = _reading(context, start, end, "") or None
    if known and known.rendering:
        return led + _capitalised(known.rendering)
    field = next(
        (field for field in fields_at(key, start, lambda at: list(known_words(key, at))) if field.end == end),
        None,
    )
    return led + (field.renderings()[0] if field else f"[{context.clean(start, end)}]")


def _issuer(context: Context, start: int, end: int) -> str:
    issuer = _reading(context, start, end, "institution")
    if issuer is None:
        return f"[{context.clean(start, end)}]"
    return issuer.rendering if issuer.rendering.startswith("the ") else f"the {issuer.rendering}"


def _reading(context: Context, start: int, end: int, kind: str) -> Reading | None:
    """What is known to stand from `start` to `end` exactly."""
    first = bisect_left(context.readings, start, key=lambda reading: reading.start)
    for at in range(first, len(context.readings)):
        reading = context.readings[at]
        if reading.start > start:
            return None
        if reading.end == end and reading.kind.startswith(kind) and reading.rendering:
            return reading
    return None


def _capitalised(rendering: str) -> str:
    """A rendering as in a title: capitals, but not for short words inside."""
    small = tables.column("small_words", "en")
    words = rendering.split(" ")
    return " ".join(
        word if word in small and at else word[:1].upper() + word[1:] for at, word in enumerate(words)
    )
