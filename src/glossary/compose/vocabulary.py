"""The words that names of bodies and posts are made of, from the tables; everything in match keys."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import msgspec

from glossary import tables
from glossary.compose.index import Index
from glossary.model import Status, Term
from glossary.normalise import fold

POSTED = "驻"
"""Between a body or post and where it is, or before that place: 中国驻法国大使, 驻沈阳办事处."""
BEFORE_POST = "post"
"""What a form of a body stands under that is a name with nothing before it where a post follows."""
_SLOTS = re.compile("[*#@]")
_SLOT_NAMES = {"*": "{field}", "#": "{number}", "@": "{place}"}
_STANDARD = "English Translation of Organization Names and Professional Titles: General Principles"


class Word(msgspec.Struct, frozen=True, eq=False):
    """A word for a field of work."""

    zh: str
    renderings: tuple[str, ...]
    """Best first, with capitals as in a name."""
    attributive: str
    """The form before another noun."""
    role: str
    """See the table: `domain`, `activity`, `head`, `modifier`."""


class BodyForm(msgspec.Struct, frozen=True, eq=False):
    """One way that the name of a body ends, and its English; see the table `bodies`."""

    mark: str
    """What it takes: `*` a field of work, `#` a numeral, `@` a place, in order."""
    prefix: str
    """What stands before the mark."""
    tail: str
    """What stands after it; all of the form where there is no mark."""
    under: frozenset[str]
    """What it stands after."""
    patterns: tuple[str, ...]
    """English, best first."""
    kind: str
    """The kind of the whole."""
    alone: bool
    """Whether it is a name with nothing before it."""
    certain: bool
    """Whether it ends a name even where the field of work is not known."""
    doubtful: bool
    """Whether bodies of this form mostly have names that their parts do not give."""
    not_before: str
    """Characters that form a word with its last one."""
    row: Mapping[str, str]

    @property
    def term(self) -> Term:
        """The entry that stands for the form."""
        return _term(self, "institution")


class PostForm(msgspec.Struct, frozen=True, eq=False):
    """The English of a post in a certain sort of body or place; see the table `posts`."""

    under: frozenset[str]
    patterns: tuple[str, ...]
    sort: str
    row: Mapping[str, str]

    @property
    def term(self) -> Term:
        """The entry that stands for the form."""
        return _term(self, "title")


class Prefix(msgspec.Struct, frozen=True, eq=False):
    """What stands before a post: 副, 代, 原."""

    zh: str
    en: str
    role: str
    not_after: str


class Level(msgspec.Struct, frozen=True, eq=False):
    """A level of place: Provincial, Municipal."""

    zh: str
    name: str
    adjective: str
    """With braces for the bare name."""
    noun: tuple[str, ...]
    """Likewise, best first."""
    not_after: str
    prefixed: bool
    """Whether the city or province before it belongs to its name."""


@cache
def fields() -> Index[Mapping[str, str]]:
    """The rows of the words for fields of work; `word` makes words of them, of the few that a document needs."""
    return Index((row["zh"], row) for row in _rows("fields"))


@lru_cache(maxsize=8192)
def word(zh: str) -> Word:
    """The word for a field of work, which has to be in the table."""
    row = fields().get(zh)[0]
    return Word(zh, _renderings(row), row["attributive"] or row["en"], row["role"])


@cache
def bodies() -> dict[str, Index[BodyForm]]:
    """The forms of bodies by what they take (`BodyForm.mark`); each index is by what stands after that."""
    forms: dict[str, list[tuple[str, BodyForm]]] = {}
    for row in _rows("bodies"):
        form = _body(row)
        forms.setdefault(form.mark, []).append((form.tail, form))
    return {mark: Index(entries) for mark, entries in forms.items()}


@cache
def posts() -> Index[PostForm]:
    """The forms of posts by their Chinese."""
    return Index((row["zh"], _post(row)) for row in _rows("posts"))


@cache
def prefixes() -> Index[Prefix]:
    """What stands before posts."""
    rows = _rows("post_prefixes")
    return Index((row["zh"], Prefix(row["zh"], row["en"], row["role"], row["not_after"])) for row in rows)


@cache
def levels() -> tuple[Level, ...]:
    """The levels of places, the longest Chinese first."""
    found = [
        Level(
            row["zh"],
            row["level"],
            row["adj"],
            tuple(filter(None, row["of"].split(";"))),
            row["not_after"],
            row["prefixed"] == "yes",
        )
        for row in _rows("levels")
    ]
    return tuple(sorted(found, key=lambda level: -len(level.zh)))


@cache
def level_words() -> tuple[str, ...]:
    """The words for levels that stand behind the names of places, the longest first."""
    return tuple(level.zh for level in levels() if "{}" in level.adjective)


@cache
def prefixed_levels() -> tuple[str, ...]:
    """The words for those that have the city or province before them in their names."""
    return tuple(level.zh for level in levels() if level.prefixed)


@cache
def levels_elsewhere() -> dict[tuple[str, str], Level]:
    """The levels of places whose bodies are not those of the mainland, by their mark and the name of the level."""
    return {
        (row["mark"], row["level"]): Level(
            "", row["level"], row["adj"], tuple(row["of"].split(";")), "", prefixed=False
        )
        for row in tables.rows("levels_elsewhere")
    }


@cache
def demonyms() -> dict[str, tuple[str, ...]]:
    """The adjectives of countries, best first, by the countries' English names."""
    return {row["en"]: _renderings(row, "adjective") for row in tables.rows("demonyms")}


@cache
def joiners(use: str) -> frozenset[str]:
    """What joins parts of names: `fields` of work, those of a name `alone`, `posts` of one person."""
    return frozenset(row["zh"] for row in _rows("composition_joiners") if use in row["use"].split())


def _rows(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of a table with their `zh` as match keys."""
    rows = tables.rows(name)
    # Folding costs more to start than to do, and leaves line feeds alone.
    folded = fold("\n".join(row["zh"] for row in rows)).split("\n")
    for row, zh in zip(rows, folded, strict=True):
        yield row if zh == row["zh"] else {**row, "zh": zh}


def _renderings(row: Mapping[str, str], column: str = "en") -> tuple[str, ...]:
    return (row[column], *filter(None, row["also"].split(";")))


def _body(row: Mapping[str, str]) -> BodyForm:
    zh = row["zh"]
    mark = "".join(character for character in zh if character in "*#@")
    prefix, _, tail = zh.partition(mark) if mark else ("", "", zh)
    return BodyForm(
        mark,
        prefix,
        tail,
        frozenset(row["under"].split()),
        _renderings(row),
        ".".join(("institution", *row["makes"].split())),
        "yes" in row["alone"],
        "certain" in row["alone"],
        "doubtful" in row["alone"],
        row["not_before"],
        row,
    )


def _post(row: Mapping[str, str]) -> PostForm:
    return PostForm(frozenset(row["under"].split()), _renderings(row), row["sort"], row)


@lru_cache(maxsize=1024)
def _term(form: BodyForm | PostForm, kind: str) -> Term:
    """The entry that stands for a row. It has a slot, as what it makes is named by a rule and not by an entry."""
    zh = _SLOTS.sub(lambda match: _SLOT_NAMES[match[0]], form.row["zh"])
    clause = form.row.get("source", "")
    source = clause.replace(" ", f" {_STANDARD}, ", 1)
    status = Status.STANDARD if source else Status.HOUSE
    return Term(zh=f"{{institution}}{zh}", en=form.row["en"], kind=kind, source=source, status=status)
