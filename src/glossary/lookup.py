"""Finding an entry of a glossary by whatever a person remembers of it.

That is Chinese in either script, English, pinyin with or without tones, or the initials of its syllables; whole or the
beginning or a part of it; with one typing error.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import islice

import msgspec

from glossary.concept import forms, renderings
from glossary.han import is_han
from glossary.model import Term
from glossary.normalise import fold
from glossary.romanise import readings, usual_reading
from glossary.template import keys

_NOT_LETTERS = re.compile(r"[\W_]+")
_LEAST_WITH_ERROR = {True: 3, False: 5}
"""From how many characters on a query may have a typing error, by whether it is Chinese."""
_LEAST_INITIALS = 2
_MOST_INITIALS = 12


class Match(IntEnum):
    """How an entry answers a query, the best first."""

    WHOLE = 0
    """A form or a rendering is the query."""
    PINYIN = 1
    """A form is read as the query says."""
    START = 2
    """A form or a rendering begins with the query."""
    INITIALS = 3
    """The syllables of a form begin with the letters of the query."""
    PART = 4
    """The query is in a form, or its words are in a rendering."""
    AVOIDED = 5
    """It is a rendering that the entry forbids."""
    ERROR = 6
    """A form or a rendering is the query but for one typing error."""


_NAMED = frozenset((Match.WHOLE, Match.PINYIN, Match.INITIALS))
"""Ways in which the query stands for a whole form; several forms may be read alike."""


class Hit(msgspec.Struct, frozen=True):
    """An entry that answers a query."""

    term: Term
    match: Match


def look_up(query: str, terms: Iterable[Term]) -> list[Hit]:
    """The entries that answer a query, the best first.

    Of equally good ones the shortest, then the one that more other entries are built on: 国务院 before 公务员 for gwy.
    """
    chinese = any(map(is_han, query))
    wanted = fold(query).strip() if chinese else _plain(query)
    if not wanted:
        return []
    terms = list(terms)
    answers = _chinese(wanted, terms) if chinese else ((term, _latin(wanted, term)) for term in terms)
    hits = [Hit(term, match) for term, match in answers if match is not None]
    every = "\n".join(term.zh for term in terms)
    built = {hit.term.zh: every.count(hit.term.zh) for hit in hits if hit.match in _NAMED}
    return sorted(
        hits,
        key=lambda hit: (
            hit.match,
            len(hit.term.zh),
            -built.get(hit.term.zh, 0),
            len(hit.term.en),
            hit.term.zh,
        ),
    )


def _chinese(wanted: str, terms: Sequence[Term]) -> Iterator[tuple[Term, Match | None]]:
    texts = [list(forms(term)) for term in terms]
    folded = iter(keys([form for each in texts for form in each]))
    for term, each in zip(terms, texts, strict=True):
        yield term, _best(wanted, list(islice(folded, len(each))), least=_LEAST_WITH_ERROR[True])


def _latin(wanted: str, term: Term) -> Match | None:
    english = [_plain(rendering) for rendering in renderings(term)]
    found = _best(wanted, english, least=_LEAST_WITH_ERROR[False])
    if found is Match.WHOLE:
        return found
    letters = wanted.replace(" ", "")
    spelt = None
    if letters.isascii():
        spelt = min(filter(None, (_spelt(letters, form) for form in forms(term))), default=None)
    avoided = Match.AVOIDED if any(wanted == _plain(rendering) for rendering in term.forbid) else None
    return min((match for match in (found, spelt, avoided) if match is not None), default=None)


def _best(wanted: str, texts: Sequence[str], *, least: int) -> Match | None:
    """How the best of these folded texts answers."""
    if wanted in texts:
        return Match.WHOLE
    if any(text.startswith(wanted) for text in texts):
        return Match.START
    if any(f" {wanted}" in text or (wanted in text and not wanted.isascii()) for text in texts):
        return Match.PART
    words = set(wanted.split())
    if len(words) > 1 and any(words <= set(text.split()) for text in texts):
        return Match.PART
    if len(wanted) >= least and any(_one_error_apart(wanted, text) for text in texts):
        return Match.ERROR
    return None


def _spelt(letters: str, form: str) -> Match | None:
    """Whether a Chinese form is read, begins or is abbreviated as `letters`."""
    han = [character for character in form if is_han(character)]
    if not han or len(han) != len(form):
        return None
    ends = {0}
    for index, character in enumerate(han):
        if len(letters) in ends and index > 1:
            return Match.START
        ends = {
            end + len(syllable)
            for end in ends
            for syllable in _syllables(character)
            if letters.startswith(syllable, end)
        }
        if not ends:
            break
    else:
        if len(letters) in ends:
            return Match.PINYIN
    if _LEAST_INITIALS <= len(letters) == len(han) <= _MOST_INITIALS and all(
        letter in _initials(character) for letter, character in zip(letters, han, strict=True)
    ):
        return Match.INITIALS
    if len(letters) >= _LEAST_WITH_ERROR[False] and _one_error_apart(letters, _usually(form)):
        return Match.ERROR
    return None


@lru_cache(maxsize=1 << 16)
def _usually(form: str) -> str:
    """The usual readings of the characters of a form, written together."""
    return "".join(map(usual_reading, form)).replace("ü", "u")


@lru_cache(maxsize=1 << 14)
def _syllables(character: str) -> frozenset[str]:
    """The readings of a character in plain letters; ü may be typed as u or v."""
    return frozenset(reading.replace("ü", "u") for reading in readings(character))


@lru_cache(maxsize=1 << 14)
def _initials(character: str) -> frozenset[str]:
    return frozenset(syllable[0] for syllable in _syllables(character))


@lru_cache(maxsize=1 << 16)
def _plain(text: str) -> str:
    """Words in lower case without accents, tone marks and tone numbers, a blank between."""
    letters = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    words = _NOT_LETTERS.sub(" ", letters.replace("'", "").replace("’", "")).casefold()
    return " ".join(re.sub(r"(?<=[a-z])[1-5](?![0-9a-z])", "", word) for word in words.split())


def _one_error_apart(one: str, other: str) -> bool:
    """Whether a character was left out, added, mistaken or exchanged with its neighbour (Damerau 1964)."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    first = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[first:] == long[first + 1 :]
    rest = first + 1
    return short[rest:] == long[rest:] or (
        short[first : first + 2] == long[first : first + 2][::-1] and short[first + 2 :] == long[first + 2 :]
    )
