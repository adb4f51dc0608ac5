"""The numbers of an English text: 383.5 billion, twenty-three, a third, 20th, half a million."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple
from unicodedata import numeric

import msgspec
from msgspec.structs import replace

from glossary import tables
from glossary.numbers import arabic

_ONE = Fraction(1)


class Figure(msgspec.Struct, frozen=True):
    """A number of an English text. Offsets are code points in that text."""

    start: int
    end: int
    text: str
    """As it stands there, from start to end."""
    values: frozenset[Fraction]
    """What it may stand for: the 3 of *3 to 5 billion* for 3 or for 3 billion."""
    scale: Fraction = _ONE
    """What it ends in: a thousand million in *5 billion*."""
    loose: bool = False
    """A single word or letter that may mean something else: an article, *both*, *final*, the *I* of *Phase I*."""
    plain: bool = False
    """Surely a number: in figures that belong to no name such as *P2P*, or in several words."""


class _Piece(NamedTuple):
    """A numeral or word, and the letter that stands for its kind in `_NUMBER`."""

    kind: str
    start: int
    end: int
    values: tuple[Fraction, ...] = ()


_LETTERS = {
    "unit": "u",
    "teen": "n",
    "tens": "t",
    "hundred": "h",
    "scale": "s",
    "abbreviation": "s",
    "ordinal": "o",
    "half": "f",
    "part": "p",
    "loose": "l",
}
_TENS = "(?:t[uo]?|[uno])"
_HUNDREDS = f"(?:(?:t?u|[tnda])?h(?:&?{_TENS})?|{_TENS}|d)"
_NUMBER = re.compile(
    f"(?:(?:fa|{_HUNDREDS}|[fa])?s(?:&?(?={_HUNDREDS}s))?)+(?:&?{_HUNDREDS})?|[ua][op]|{_HUNDREDS}(?:&a?f|g)?|[fplag]"
)
_JOINED = re.compile(r"\s*(?:[-‐-―~～/,]|to|and|or)\s*(?:[A-Z]{0,3}\$|[€£¥]|RMB|CNY)?\s*")
_OUT_OF = re.compile(r"\s*/\s*|\s+(?:in|out\s+of)\s+(?:every\s+)?")


def figures(text: str) -> tuple[Figure, ...]:
    """The numbers of a text, in order."""
    plain = arabic.plain(text)
    pieces = list(_pieces(plain))
    kinds = "".join(piece.kind for piece in pieces)
    found = [_figure(text, pieces[match.start() : match.end()]) for match in _NUMBER.finditer(kinds)]
    for at in range(len(found) - 2, -1, -1):
        found[at] = _beside(plain, found[at], found[at + 1])
    return tuple(found)


@cache
def _words() -> dict[str, tuple[str, tuple[Fraction, ...]]]:
    """Number word to its kind and values, by its first row."""
    found: dict[str, tuple[str, tuple[Fraction, ...]]] = {"and": ("&", ())}
    for row in tables.rows("numerals_en"):
        if row["kind"] != "letter":
            kind, values = found.get(row["en"], (_LETTERS[row["kind"]], ()))
            found[row["en"]] = kind, (*values, Fraction(row["value"]))
    return found | {article: ("a", (Fraction(1),)) for article in ("a", "an")}


@cache
def _suffixes() -> dict[str, Fraction]:
    return {
        row["en"]: Fraction(row["value"]) for row in tables.rows("numerals_en") if row["kind"] == "letter"
    }


@cache
def _token() -> re.Pattern[str]:
    """A numeral, a number word in whatever capitals, a Roman numeral, or a fraction in one character."""
    return re.compile(
        rf"(?P<numeral>{arabic.NUMERAL})(?:(?i:st|nd|rd|th)(?![A-Za-z]))?"
        rf"|(?<![A-Za-z])(?:(?P<word>{_in_any_case(_words())})|(?P<roman>[IVX]{{1,6}}))(?![A-Za-z])"
        r"|(?P<glyph>[¼-¾⅐-⅞])"
    )


def _in_any_case(words: Iterable[str]) -> str:
    """A pattern for these words. Their first letters are told apart before any is tried: the engine is quick at that."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        rests[word[0]].append(word[1:])
    return "|".join(f"[{first}{first.upper()}](?i:{'|'.join(rest)})" for first, rest in rests.items())


_GAP = re.compile(r"[\s-]*")


def _pieces(plain: str) -> Iterator[_Piece]:
    """The pieces of numbers, with a break between two that anything but white space or a hyphen parts."""
    position = 0
    for match in _token().finditer(plain):
        start, end = match.span()
        if not _GAP.fullmatch(plain, position, start):
            yield _Piece("x", position, start)
        position = end
        if match["numeral"] and len(match["numeral"]) > arabic.LONGEST:
            yield _Piece("x", start, end)
        elif match["numeral"]:
            yield _Piece(
                "d", start, end, tuple(_numeral_values(plain, match["numeral"], match.end("numeral")))
            )
        elif match["glyph"]:
            yield _Piece("g", start, end, (Fraction(numeric(match[0])).limit_denominator(20),))
        else:
            kind, values = _words()[match[0].lower()] if match["word"] else _roman(match[0])
            yield _Piece(kind, start, end, values)


def _numeral_values(plain: str, numeral: str, end: int) -> Iterator[Fraction]:
    """The value, and the one that a letter behind it may lend: 5m is metres or millions."""
    value = arabic.value(numeral)
    yield value
    suffix = _SUFFIX.match(plain, end)
    if suffix:
        yield value * _suffixes()[suffix[0].lower()]


_IN_NAME = re.compile("[A-Za-z][0-9]|.?[0-9]+[A-Z]")
_SUFFIX = re.compile("[KMBTkmbt](?![A-Za-z])")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def _roman(word: str) -> tuple[str, tuple[Fraction, ...]]:
    """A Roman numeral up to 39 as a word that may mean something else; any other word."""
    if not re.fullmatch("X{0,3}(?:IX|IV|V?I{0,3})", word):
        return "x", ()
    digits = [_ROMAN[letter] for letter in word]
    signed = (
        -digit if digit < following else digit
        for digit, following in zip(digits, [*digits[1:], 0], strict=True)
    )
    return "l" if len(word) == 1 else "u", (Fraction(sum(signed)),)


def _figure(text: str, pieces: list[_Piece]) -> Figure:
    kinds = "".join(piece.kind for piece in pieces)
    start, end = pieces[0].start, pieces[-1].end
    stands = start, end, text[start:end]
    if kinds == "d":
        plain = not _IN_NAME.match(text, start - 1, end + 1)
        return Figure(*stands, frozenset(pieces[0].values), plain=plain)
    if len(kinds) == 1:
        percents = [value * 100 for value in pieces[0].values] if kinds in "fpg" else ()
        return Figure(*stands, frozenset((*pieces[0].values, *percents)), loose=kinds in "fplah")
    if kinds[-1] in "op" and kinds[0] in "ua" and len(kinds) == 2:
        # The quarters of a year are counted in Chinese with a measure word that is none elsewhere.
        plain = kinds[0] != "a" and len(pieces[1].values) == 1
        return Figure(*stands, _part(pieces), loose=kinds[0] == "a", plain=plain)
    scale = pieces[-1].values[0] if kinds[-1] == "s" else _ONE
    return Figure(*stands, frozenset({_sum(pieces)}), scale, plain=kinds[0] != "a")


def _part(pieces: list[_Piece]) -> frozenset[Fraction]:
    """*Two thirds*, *a quarter*, *one fifth*, which may also be an ordinal behind a number."""
    count, (part, *_) = pieces[0].values[0], pieces[1].values
    if pieces[1].kind == "o":
        return frozenset({count, part, count / part})
    return frozenset({count * part, count, *pieces[1].values[1:]})


def _sum(pieces: list[_Piece]) -> Fraction:
    total = below = Fraction(0)
    for kind, _, _, values in pieces:
        if kind == "&" or (kind == "a" and below):
            continue
        if kind == "h":
            below = (below or 1) * values[0]
        elif kind == "s":
            total, below = total + (below or 1) * values[0], Fraction(0)
        else:
            below += values[0]
    return total + below


def _beside(plain: str, figure: Figure, following: Figure) -> Figure:
    """The figure with what the next one lends it: a scale (*3 to 5 billion*) or a denominator (*1 in 3*)."""
    more: set[Fraction] = set()
    if _OUT_OF.fullmatch(plain, figure.end, following.start):
        more = {a / b for a in figure.values for b in following.values if 0 < a < b}
    if following.scale > 1 and figure.scale == 1 and _JOINED.fullmatch(plain, figure.end, following.start):
        more |= {value * following.scale for value in figure.values}
        return replace(figure, values=figure.values | more, scale=following.scale)
    return replace(figure, values=figure.values | more) if more else figure
