"""Fields of work as names have them: 成果转化与奖励, Achievement Transformation and Awards."""

from collections.abc import Callable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from glossary.compose import english
from glossary.compose.vocabulary import Word, bodies, fields, joiners
from glossary.compose.vocabulary import word as word_of

_MOST_WORDS = 6
_MOST_PHRASES = 24
"""At one position, for a bound on ambiguity."""
_COMPOUND = frozenset({"activity", "head"})
"""Roles of words that form a compound with the word before them."""

Words = Callable[[int], Sequence[tuple[int, Word]]]
"""Gives (end, word) of the words that start at a position, the longest first."""


class Field(msgspec.Struct, frozen=True):
    """A field of work, read."""

    end: int
    words: tuple[tuple[Word, bool], ...]
    """Each with whether an "and" stands before it."""

    def renderings(self) -> tuple[str, ...]:
        """The names of the field, best first."""
        return english.distinct(map(_rendered, _variants(self.words)), most=4)

    def attributive(self) -> str:
        """The field before a noun: Agricultural."""
        if len(self.words) == 1:
            return self.words[0][0].attributive
        return _rendered(self.words)

    def prenominal(self) -> str:
        """The field before a noun where that is no compound: Drug for Drugs, but Education."""
        rendering = _rendered(self.words)
        attributive = self.attributive()
        return attributive if rendering.startswith(attributive) else rendering


def fields_at(key: str, start: int, words: Words) -> Iterator[Field]:
    """The fields of work that start at a position of a match key, those of the longest words first."""
    todo = [Field(start, ())]
    made = 0
    while todo and made < _MOST_PHRASES:
        field = todo.pop()
        if field.words:
            made += 1
            yield field
        if len(field.words) < _MOST_WORDS:
            todo += reversed(_longer(key, field, words))


def _longer(key: str, field: Field, words: Words) -> list[Field]:
    position, before = field.end, field.words
    joined = bool(before) and key[position : position + 1] in joiners("fields")
    if joined and key[position] in joiners("posts") and bodies()["*"].get(before[-1][0].zh):
        return []  # What bodies' names end in ends one here, in a list of them: 重点实验室、工程研究中心.
    following = words(position + joined)
    # 建设国际金融中心 says what is done: an activity with its object behind it is no field of work.
    if following and before and not joined and all(word.role == "activity" for word, _ in before):
        following = [(end, word) for end, word in following if word.role == "activity"]
    return [Field(end, (*before, (word, joined))) for end, word in following]


def known_words(key: str, start: int) -> Iterator[tuple[int, Word]]:
    """The words of the table that start at a position, the longest first."""
    for end, _ in fields().at(key, start):
        yield end, word_of(key[start:end])


def _variants(words: Sequence[tuple[Word, bool]]) -> Iterator[Sequence[tuple[Word, bool]]]:
    """The phrase as it is, then with another rendering of one of its words."""
    yield words
    for index, (word, joined) in enumerate(words):
        for other in word.renderings[1:3]:
            changed = replace(word, renderings=(other,), attributive=other)
            yield [*words[:index], (changed, joined), *words[index + 1 :]]


def _rendered(words: Sequence[tuple[Word, bool]]) -> str:
    items: list[str] = []
    block: list[Word] = []
    narrowing: list[str] = []
    active = joined = False
    for index, (word, joins) in enumerate(words):
        rendering = " ".join((*narrowing, word.renderings[0]))
        # An "and" before what narrows a word stands before that word: 国际与公共事务.
        joined = joins or (joined and bool(narrowing))
        if word.role == "modifier" and index < len(words) - 1:
            narrowing.append(word.attributive)
            continue
        narrowing = []
        if word.role in _COMPOUND and not joined and (block or active):
            if block:
                before = english.both([known.attributive for known in block])
                items.append(f"{before} {rendering}")
                block = []
            else:
                items[-1] = f"{items[-1]} and {rendering}"
            active = True
            continue
        active = False
        block.append(replace(word, renderings=(rendering,), attributive=_narrowed(word, rendering)))
    items += [word.renderings[0] for word in block]
    return english.both(items) if not active and len(items) == len(block) else english.joined(items)


def _narrowed(word: Word, rendering: str) -> str:
    return word.attributive if rendering == word.renderings[0] else rendering
