"""Terms of several words: sequences of tokens that recur, hold together, and have the shape of a name.

Which sequences count follows the two measures of the field. Termhood is the C-value of Frantzi, Ananiadou and Mima
(2000): frequency, less what longer terms explain, weighed by length. Unithood is normalised pointwise mutual
information (Bouma 2009) of the weakest joint.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import log, log2
from typing import NamedTuple

import msgspec

from glossary import tables
from glossary.mine.corpus import Corpus, Word
from glossary.mine.grams import Level, recurring
from glossary.mine.kinds import sort_of
from glossary.mine.model import Sort
from glossary.words import frequency, tag

_LONGEST = 6
"""Tokens of a term."""
_SHAPES = range(3, 17)
"""Characters of a term."""
_WORD = 4
"""Characters of a single word of the dictionary from which on it may be a term: 基础设施."""
_WORDS = frozenset({"n", "nt", "nz", "l", "vn"})
"""Tags of such words."""
_WORD_COHESION = 0.5
"""What stands for the cohesion of a single word, which has no joints."""
_WHOLE = 0.9
"""A sequence that stands inside one longer term in this share of its occurrences is a piece of it."""
_LOOSE = 0.4
"""Below this cohesion words only happen to meet."""
_LOOSE_KNOWN = 0.6
"""The same where the glossary knows all of them: what they mean together is mostly what they mean."""
_RECURS = 3
"""How often words have to stand together that the glossary knows one by one."""
_EVERYDAY = 5000
"""From this frequency on (see `words.frequency`) a word of one character is a word of the sentence: 人, 要."""


class Shape(NamedTuple):
    """Where in a term a word may stand."""

    first: bool
    inside: bool
    last: bool


class Gram(msgspec.Struct, frozen=True):
    """A sequence of tokens that is a term, as far as counting can tell."""

    key: str
    count: int
    size: int
    """How many tokens it has."""
    number: int
    """Its number on the level of that size."""
    score: float
    sort: Sort


class Terms(NamedTuple):
    """The terms of a corpus, with the levels that their numbers belong to."""

    grams: list[Gram]
    levels: list[Level]


def terms(corpus: Corpus, *, minimum: int) -> Terms:
    """The terms that stand at least `minimum` times in a corpus, in no promised order."""
    levels = recurring(corpus.tokens, minimum=minimum, longest=_LONGEST)
    shapes = list(map(_shape, corpus.words))
    shaped = [
        [_is_shaped(corpus, shapes, level, number) for number in range(len(level.counts))] for level in levels
    ]
    grams: list[Gram] = []
    for index in range(len(levels)):
        longer = _longer(levels, shaped, shapes, corpus, index)
        for number, is_shaped in enumerate(shaped[index]):
            if is_shaped and (gram := _gram(corpus, levels, index, number, longer.get(number, ()))):
                grams.append(gram)
    return Terms(grams, levels)


def _gram(
    corpus: Corpus, levels: Sequence[Level], index: int, number: int, longer: Sequence[int]
) -> Gram | None:
    level = levels[index]
    count = level.counts[number]
    words = _words(corpus, level, number)
    key = "".join(word.text for word in words)
    if len(key) not in _SHAPES or (longer and max(longer) >= _WHOLE * count):
        return None
    if len(words) == 1 and not _is_term(words[0]):
        return None
    cohesion = _cohesion(corpus, levels, index, number) if index else _WORD_COHESION
    sort = sort_of(words)
    if sort is None or cohesion < _needed(words, sort) or (count < _RECURS and _is_known(words)):
        return None
    own = count - sum(longer) / len(longer) if longer else float(count)
    return Gram(key, count, level.size, number, round(log2(1 + len(key)) * own * cohesion, 3), sort)


def _needed(words: Sequence[Word], sort: Sort) -> float:
    """The cohesion that words need: more where the meaning is mostly that of what the glossary knows."""
    placed = sort is Sort.TERM and words[0].kind == "place"
    return _LOOSE_KNOWN if placed or _is_known(words) else _LOOSE


def _is_known(words: Sequence[Word]) -> bool:
    return all(word.state for word in words)


def _is_term(word: Word) -> bool:
    """Whether a single word of the dictionary can be a term."""
    return not word.kind and len(word.text) >= _WORD and tag(word.text) in _WORDS


def _cohesion(corpus: Corpus, levels: Sequence[Level], index: int, number: int) -> float:
    """How much more often than by chance the words stand together: of the first and the last joint the weaker."""
    level, below, ones = levels[index], levels[index - 1], levels[0]
    position, total = level.firsts[number], len(corpus.tokens)
    count = level.counts[number]
    first, last = ones.at[position], ones.at[position + index]
    head, tail = below.at[position], below.at[position + 1]
    joints = (
        below.counts[head] * ones.counts[last],
        ones.counts[first] * below.counts[tail],
    )
    return log(count * total / max(joints)) / log(total / count)


def _longer(
    levels: Sequence[Level],
    shaped: Sequence[Sequence[bool]],
    shapes: Sequence[Shape],
    corpus: Corpus,
    index: int,
) -> dict[int, list[int]]:
    """By gram of a level: how often each longer one stands that counts as a term, or adds the rest of a word."""
    found: dict[int, list[int]] = {}
    if index + 1 == len(levels):
        return found
    level, above = levels[index], levels[index + 1]
    for number, count in enumerate(above.counts):
        position = above.firsts[number]
        for shorter, added in ((position, position + index + 1), (position + 1, position)):
            token = corpus.tokens[added]
            if shaped[index + 1][number] or (len(corpus.words[token].text) == 1 and any(shapes[token])):
                found.setdefault(level.at[shorter], []).append(count)
    return found


def _words(corpus: Corpus, level: Level, number: int) -> list[Word]:
    position = level.firsts[number]
    return [corpus.words[token] for token in corpus.tokens[position : position + level.size]]


def _is_shaped(corpus: Corpus, shapes: Sequence[Shape], level: Level, number: int) -> bool:
    position = level.firsts[number]
    found = [shapes[token] for token in corpus.tokens[position : position + level.size]]
    return found[0].first and found[-1].last and all(shape.inside for shape in found[1:-1])


_NOWHERE = Shape(False, False, False)
_ANYWHERE = Shape(True, True, True)


def _shape(word: Word) -> Shape:
    kinds = _table("mine_kinds")
    if word.kind in kinds:
        return kinds[word.kind]
    barred = _barred().get(word.text, "")
    if barred == "any":
        return _NOWHERE
    known = tag(word.text)
    shape = _table("mine_tags").get(known, _NOWHERE) if known else _ANYWHERE
    if len(word.text) == 1 and frequency(word.text) >= _EVERYDAY:
        shape = Shape(False, shape.inside, False)
    first, last = barred, barred
    if len(word.text) >= _WORD and not barred:  # what the dictionary has as one word may be two: 充分发挥
        first, last = _barred().get(word.text[:2], ""), _barred().get(word.text[-2:], "")
    return Shape(
        shape.first and first not in ("first", "any"),
        shape.inside,
        shape.last and last not in ("last", "any"),
    )


def _barred() -> Mapping[str, str]:
    return tables.by_zh("mine_not_in_terms", "not")


@cache
def _table(name: str) -> dict[str, Shape]:
    return {
        row["zh"]: Shape(*(row[place] == "yes" for place in ("first", "inside", "last")))
        for row in tables.rows(name)
    }
