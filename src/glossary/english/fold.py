"""One form for the spellings and the numbers of an English word.

Folding undoes what a sentence or a house style does to a word: capitals, plural, possessive, British or
American spelling, accents, figures for small numbers. It does not undo derivation (*organise*, *organisation*) nor
participles (*developed countries* are no *developing countries*): verbs are inflected by `forms`, where a
rendering has one.
"""

import re
import unicodedata
from functools import cache

from glossary.english import data

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")
_ISE = re.compile("(?<=[a-z]{2}[iy])z(?=(?:e[drs]?|ers|ing|ations?|ational|able)$)")
_ACRONYM_PLURAL = re.compile("[A-Z]{2,}s")
_BEGINNING = 4
"""By how many letters it is told that a word may have two spellings; no beginning in the table is shorter."""
_SAME_AS_SINGULAR = ("ss", "us", "is", "ics")
_PLURAL_IN_ES = ("sses", "shes", "ches", "xes", "zzes", "oes")


def fold(token: str) -> str:
    """The folded form of a token of a text; empty for articles and for marks that are no words."""
    return readings(token)[0]


def readings(token: str) -> tuple[str, ...]:
    """The folded forms of a token: two for the few that are the plural of two words (*bases*, *axes*)."""
    if token[0] in "<]&%":
        return (_sign(token),)
    if token[-1] == "s" and _ACRONYM_PLURAL.fullmatch(token):
        return (token[:-1].lower(),)
    if token == "A":  # a letter that names something: A shares, Class A
        return ("a",)
    word = _letters(token)
    return _irregular().get(word) or (_plain(word),)


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """The readings of words that no rule gives."""
    return data.lemmas() | dict.fromkeys(data.words("article"), ("",))


def _sign(token: str) -> str:
    if token == "%":
        return "percent"
    return "and" if token in ("&", "&amp;") else ""


def _letters(token: str) -> str:
    if not token.isascii():
        token = unicodedata.normalize("NFKC", _INVISIBLE.sub("", token)).replace("’", "'").replace("ʼ", "'")
        token = "".join(map(_unaccented, token))
    return token.lower().removesuffix("'s")


def _unaccented(character: str) -> str:
    """São is Sao, but Lü is not Lu: in pinyin those are two syllables."""
    return character if character in "üÜ" else unicodedata.normalize("NFD", character)[0]


def _plain(word: str) -> str:
    if word[0].isdecimal():
        word = word.replace(",", "")
        return data.numerals().get(word, word)
    if word[-1] != "s" and "z" not in word and word[:_BEGINNING] not in _beginnings():  # as mostly
        return word
    singular = _singular(_respelt(word))
    # A plural may have hidden an irregular spelling: storeys.
    return singular if singular == word else _respelt(singular)


def _respelt(word: str) -> str:
    if word[:_BEGINNING] in _beginnings():
        pattern, starts, whole = data.spellings()
        if word in whole:
            return whole[word]
        found = pattern.match(word)
        if found:
            word = starts[found[0]] + word[found.end() :]
    return _ISE.sub("s", word) if "z" in word else word


@cache
def _beginnings() -> frozenset[str]:
    """The first letters of what has two spellings."""
    _, starts, whole = data.spellings()
    return frozenset(spelling[:_BEGINNING] for spelling in (*starts, *whole))


def _singular(word: str) -> str:
    """The word without a plural -s, as the usual spelling rules form it."""
    if word in data.lemmas():
        return data.lemmas()[word][0]
    if len(word) < 4 or not word.endswith("s") or word.endswith(_SAME_AS_SINGULAR):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_PLURAL_IN_ES) else word[:-1]
