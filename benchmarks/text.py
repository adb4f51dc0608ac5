"""Generated Chinese text, the same from the same seed, and nobody's.

Clauses of ordinary words, as often as jieba's dictionary says they are, each with something that is recognised: a term
of the bundled glossary, a place, a made-up person with a title, a number or a date. That is about as many as official
news and work reports have: 20 to 30 a kilobyte. As in these, a few phrases and terms stand there again and again, and
most hardly ever.
"""

import random
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks.model import Setting
from glossary import curated, tables
from glossary.han import is_han
from glossary.model import Term
from glossary.romanise import person_name

Piece = tuple[str, str]
"""Chinese and English."""

_DRAWN_AT_ONCE = 1 << 14
_PHRASES = 100_000
_EVEN = 20
"""How much more even the first ranks are than their numbers say."""


T = TypeVar("T")


class Sentence(NamedTuple):
    """A sentence and the English for what is recognised in it, in order."""

    zh: str
    renderings: tuple[str, ...]


@cache
def bundled_terms() -> tuple[Term, ...]:
    """The bundled concepts of two characters and more, without templates."""
    return tuple(term for term in curated.load((), builtin=True) if "{" not in term.zh and len(term.zh) > 1)


@cache
def words() -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The Han words of jieba's dictionary, and their frequencies summed up."""
    import jieba

    dictionary = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in dictionary.splitlines()]
    chosen = [(row[0], int(row[1])) for row in rows if all(map(is_han, row[0]))]
    return tuple(word for word, _ in chosen), tuple(accumulate(count for _, count in chosen))


@cache
def _falling(count: int) -> tuple[float, ...]:
    """Weights of so many things, summed up: each is met about as often as its rank says (Zipf's law)."""
    return tuple(accumulate(1 / (rank + _EVEN) for rank in range(count)))


@cache
def _phrases() -> tuple[str, ...]:
    """Runs of ordinary words that texts use again and again."""
    draw = random.Random(0)
    known, sums = words()
    return tuple(
        "".join(draw.choices(known, cum_weights=sums, k=draw.randint(1, 4))) for _ in range(_PHRASES)
    )


@cache
def _named(kind: str) -> tuple[Piece, ...]:
    """The bundled terms of a kind, `other` for those that are neither places nor people, in any order."""
    kinds = ("place", "person") if kind == "other" else (kind,)
    found = [
        (term.zh, term.en)
        for term in bundled_terms()
        if (term.kind.partition(".")[0] in kinds) != (kind == "other")
    ]
    random.Random(0).shuffle(found)
    return tuple(found)


@cache
def _names() -> tuple[tuple[str, ...], tuple[float, ...], tuple[str, ...]]:
    """Surnames, their shares summed up, and characters of given names."""
    surnames = [row for row in tables.rows("surnames") if row["share"]]
    given = [row["zh"] for row in tables.rows("given_characters") if row["class"] in ("often", "common")]
    shares = tuple(accumulate(float(row["share"]) for row in surnames))
    return tuple(row["zh"] for row in surnames), shares, tuple(given)


@cache
def _amounts() -> tuple[Piece, ...]:
    path = Path(__file__).with_name("amounts.tsv")
    return tuple((row["zh"], row["en"]) for row in tables.parse(path.read_text("utf-8"), path=str(path)))


def sentences(seed: int, terms: Sequence[Piece] = ()) -> Iterator[Sentence]:
    """Sentences without end.

    Args:
        seed: The same seed, the same sentences.
        terms: What stands in them; without it, the bundled terms, people, numbers and dates.
    """
    draw = random.Random(seed)
    ordinary = _drawn(draw, _phrases())
    pieces = _drawn(draw, terms) if terms else _pieces(draw)
    while True:
        clauses, renderings = [], []
        for _ in range(draw.randint(1, 4)):
            zh, en = next(pieces)
            clauses.append(next(ordinary) + zh + next(ordinary))
            renderings.append(en)
        yield Sentence("，".join(clauses) + "。", tuple(renderings))


def _drawn(draw: random.Random, things: Sequence[T]) -> Iterator[T]:
    while True:  # drawing many at once takes half the time
        yield from draw.choices(things, cum_weights=_falling(len(things)), k=_DRAWN_AT_ONCE)


def _pieces(draw: random.Random) -> Iterator[Piece]:
    """What is recognised, in the shares that official news and work reports have."""
    others, places = _drawn(draw, _named("other")), _drawn(draw, _named("place"))
    titles = _drawn(draw, _named("title"))
    while True:
        sort = draw.random()
        if sort < 0.77:
            yield next(others)
        elif sort < 0.87:
            yield next(places)
        elif sort < 0.9:
            yield _person(draw, *next(titles))
        else:
            yield _amount(draw)


def _person(draw: random.Random, zh: str, en: str) -> Piece:
    """Somebody whom there is not, behind a title."""
    surnames, shares, given = _names()
    [surname] = draw.choices(surnames, cum_weights=shares)
    name = surname + "".join(draw.choices(given, k=draw.randint(1, 2)))
    return zh + name, f"{en} {person_name(name) or name}"


def _amount(draw: random.Random) -> Piece:
    figures = {
        "digit": draw.randint(1, 9),
        "small": draw.randint(1, 12),
        "big": draw.randint(13, 9999),
        "year": draw.randint(1978, 2035),
        "month": draw.randint(1, 12),
        "day": draw.randint(1, 28),
    }
    zh, en = draw.choice(_amounts())
    return zh.format_map(figures), en.format_map(figures)


def paragraphs(seed: int, terms: Sequence[Piece] = ()) -> Iterator[str]:
    """Paragraphs without end, of three to eight sentences each."""
    draw = random.Random(~seed)
    source = sentences(seed, terms)
    while True:
        yield "".join(sentence.zh for sentence in islice(source, draw.randint(3, 8)))


def write(path: Path, size: int, *, seed: int = 1, terms: Sequence[Piece] = ()) -> Path:
    """Writes a text of `size` bytes, or a paragraph more, a paragraph a line; gives its path."""
    written = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for paragraph in paragraphs(seed, terms):
            file.write(f"{paragraph}\n")
            written += len(paragraph.encode()) + 1
            if written >= size:
                return path
    raise AssertionError("paragraphs do not end")


def samples(setting: Setting, size: int, count: int) -> list[str]:
    """Different texts to measure with: equal parts of the one given, or `size` bytes of generated text each."""
    if setting.text is None:
        paths = [write(setting.folder / f"text-{seed}.txt", size, seed=seed) for seed in range(count)]
        return [path.read_text(encoding="utf-8") for path in paths]
    lines = setting.text.read_text(encoding="utf-8").splitlines(keepends=True)
    return ["".join(lines[number::count]) for number in range(count)]
