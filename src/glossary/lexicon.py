"""A glossary made ready for matching: one automaton over all its forms, entries decoded when they are met."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from operator import itemgetter

import msgspec
from msgspec.structs import replace

from glossary import __version__, automaton
from glossary.cache import cached
from glossary.errors import GlossaryError
from glossary.model import Short, Term
from glossary.normalise import fold
from glossary.normalise.folding import fold_fingerprint
from glossary.recognise.model import Reading
from glossary.template import Slot, parts, slots

_FORMAT = 2
"""Raised whenever the compiled form changes, so that older ones are made again."""

_LITERAL = -1
"""In place of an entry's number: the pattern is the beginning of templates, no term."""


Sense = tuple[str, str, tuple[str, ...], Term]
"""The kind, rendering, alternatives and entry of a form."""

_Meaning = tuple[str, str, tuple[str, ...], Term | None, bool]
"""The sense of a pattern, without an entry where it is no term, and whether templates begin with it."""

_START = itemgetter(0)


class Template(msgspec.Struct, frozen=True):
    """A form with slots, in the order of its parts."""

    parts: tuple[str | Slot, ...]
    """Literal parts are match keys."""
    form: int
    """Number of the form that is rendered."""


class _Compiled(msgspec.Struct, array_like=True, gc=False):
    """What the cache keeps. Forms are numbered; every form belongs to one entry."""

    automaton: bytes
    pattern_forms: bytes
    """By pattern: the number of its form, or `_LITERAL`. 32-bit integers, as are the other tables."""
    opening_forms: bytes
    """The forms that templates begin with: 长征 before a number."""
    form_entries: bytes
    """By form: the number of its entry; for a short form, its complement (~)."""
    entry_ends: bytes
    """By entry: where it ends in `entries`."""
    entries: bytes
    """The entries, one after the other, as MessagePack."""
    templates: list[tuple[list[tuple[str, bool]], int]]
    """(parts as (literal or slot name, is a slot), form)."""


class Lexicon:
    """The compiled glossary."""

    def __init__(self, compiled: _Compiled) -> None:
        self._automaton = automaton.load(compiled.automaton)
        self._pattern_forms = _table(compiled.pattern_forms)
        self._opening_forms = frozenset(_table(compiled.opening_forms))
        self._form_entries = _table(compiled.form_entries)
        self._entry_ends = _table(compiled.entry_ends)
        self._entries = compiled.entries
        self._templates = compiled.templates
        self._decoder = msgspec.msgpack.Decoder(Term)
        self._terms: dict[int, Term] = {}
        self._senses: dict[int, Sense] = {}
        self._meanings: dict[int, _Meaning] = {}

    @cached_property
    def templates(self) -> list[Template]:
        """The forms with slots."""
        return [
            Template(tuple(Slot(name) if is_slot else name for name, is_slot in pieces), form)
            for pieces, form in self._templates
        ]

    def find(self, key: str) -> tuple[list[Reading], list[int]]:
        """All occurrences of terms in a match key, overlapping ones too, in order of start, the longest first.

        Also where the literals start that templates begin with, in no promised order.
        """
        readings: list[Reading] = []
        openings: list[int] = []
        meanings = self._meanings
        found = self._automaton.find(key)
        found.reverse()  # from the order of end: then one sort puts the longest first
        found.sort(key=_START)
        for start, end, pattern in found:
            kind, rendering, alternatives, term, opens = meanings.get(pattern) or self._meaning(pattern)
            if opens:
                openings.append(start)
            if term:
                readings.append(Reading(start, end, kind, rendering, alternatives, term))
        return readings, openings

    def _meaning(self, pattern: int) -> _Meaning:
        """What a pattern stands for."""
        form = self._pattern_forms[pattern]
        if form == _LITERAL:
            meaning: _Meaning = ("", "", (), None, True)
        else:
            meaning = (*self.sense(form), form in self._opening_forms)
        self._meanings[pattern] = meaning
        return meaning

    def sense(self, form: int) -> Sense:
        """The kind, rendering, alternatives and entry of a form."""
        sense = self._senses.get(form)
        if sense is None:
            number = self._form_entries[form]
            term = self._term(number if number >= 0 else ~number)
            if number < 0 and term.short:
                sense = _short_sense(term, term.short)
            else:
                sense = (term.kind, term.en, term.allow, term)
            self._senses[form] = sense
        return sense

    def terms(self) -> Iterator[Term]:
        """All entries, in the order of their files."""
        return map(self._term, range(len(self._entry_ends)))

    def dump(self) -> bytes:
        """The compiled form, for `restore` in another process or on another machine."""
        compiled = _Compiled(
            automaton=self._automaton.dump(),
            pattern_forms=self._pattern_forms.tobytes(),
            opening_forms=array("i", sorted(self._opening_forms)).tobytes(),
            form_entries=self._form_entries.tobytes(),
            entry_ends=self._entry_ends.tobytes(),
            entries=self._entries,
            templates=self._templates,
        )
        return msgspec.msgpack.encode((_made_by(), compiled))

    def _term(self, number: int) -> Term:
        term = self._terms.get(number)
        if term is None:
            start = self._entry_ends[number - 1] if number else 0
            term = self._decoder.decode(self._entries[start : self._entry_ends[number]])
            self._terms[number] = term
        return term


def _short_sense(term: Term, short: Short) -> Sense:
    """The sense of a short form: without those renderings of the full one whose slots it does not have."""
    others, forbid = (term.en, *term.allow), term.forbid
    if "{" in term.zh:
        others, forbid = _with_slots_of(short.zh, others), _with_slots_of(short.zh, forbid)
    return (
        term.kind,
        short.en,
        tuple(other for other in others if other != short.en),
        term if forbid == term.forbid else replace(term, forbid=forbid),
    )


def _with_slots_of(form: str, renderings: Sequence[str]) -> tuple[str, ...]:
    """Those of some renderings that name no other slots than a Chinese form has."""
    known = set(slots(form))
    return tuple(rendering for rendering in renderings if known.issuperset(slots(rendering)))


def _table(data: bytes) -> "array[int]":
    table = array("i")
    table.frombytes(data)
    return table


def compile_terms(terms: Sequence[Term]) -> Lexicon:
    """The lexicon of these terms; of two forms that fold to the same key, the first counts."""
    return Lexicon(_compile(terms))


def load(fingerprint: bytes, terms: Callable[[], Sequence[Term]]) -> Lexicon:
    """The lexicon of the terms that `terms` gives, from the cache where it is there.

    Args:
        fingerprint: Stands for the content of the glossary files; equal content, equal fingerprint.
        terms: Reads the files; called only where the cache has no compiled form.
    """
    name = blake2b(_made_by() + fingerprint, digest_size=20).hexdigest()
    data = cached(name, lambda: msgspec.msgpack.encode(_compile(terms())))
    return Lexicon(msgspec.msgpack.decode(data, type=_Compiled))


def restore(data: bytes) -> Lexicon:
    """The lexicon that `Lexicon.dump` gave these bytes for.

    Raises:
        GlossaryError: They were made by another version of this package, or on a machine with another matching library.
    """
    made_by, compiled = msgspec.msgpack.decode(data, type=tuple[bytes, msgspec.Raw])
    if made_by != _made_by():
        raise GlossaryError(
            "the compiled glossary comes from another version of zh-glossary or another kind of machine: "
            "install the same on both"
        )
    return Lexicon(msgspec.msgpack.decode(compiled, type=_Compiled))


def _made_by() -> bytes:
    """Stands for all that the compiled form depends on besides the terms."""
    return f"{_FORMAT}|{__version__}|{automaton.ENGINE}|".encode() + fold_fingerprint()


def _compile(terms: Sequence[Term]) -> _Compiled:
    patterns: dict[str, int] = {}
    templates: list[tuple[list[tuple[str, bool]], int]] = []
    openings: set[str] = set()
    form_entries, entry_ends = array("i"), array("i")
    entries = bytearray()
    encode = msgspec.msgpack.Encoder().encode
    for term in terms:
        entries += encode(term)
        entry_ends.append(len(entries))
    for number, is_short, pieces in _forms(terms):
        if any(is_slot for _, is_slot in pieces):
            templates.append((pieces, len(form_entries)))
            if not pieces[0][1]:
                openings.add(pieces[0][0])
        elif pieces:
            patterns.setdefault(pieces[0][0], len(form_entries))
        form_entries.append(~number if is_short else number)
    # The automaton holds each string once: an opening that is a term too is found as that term.
    pattern_forms = array("i", patterns.values())
    opening_forms = array("i", sorted(patterns[opening] for opening in openings & patterns.keys()))
    only_openings = sorted(openings - patterns.keys())
    pattern_forms.extend([_LITERAL] * len(only_openings))
    return _Compiled(
        automaton=automaton.build([*patterns, *only_openings]).dump(),
        pattern_forms=pattern_forms.tobytes(),
        opening_forms=opening_forms.tobytes(),
        form_entries=form_entries.tobytes(),
        entry_ends=entry_ends.tobytes(),
        entries=bytes(entries),
        templates=templates,
    )


def _forms(terms: Sequence[Term]) -> Iterator[tuple[int, bool, list[tuple[str, bool]]]]:
    """All Chinese forms: the entry's number, whether it is the short form, and the parts.

    A part is a literal's match key or a slot's name, and whether it is a slot.
    """
    forms = [
        (number, is_short, parts(form))
        for number, term in enumerate(terms)
        for form, is_short in (
            (term.zh, False),
            *((variant, False) for variant in term.variants),
            *(((term.short.zh, True),) if term.short else ()),
        )
    ]
    # Folding keeps line feeds, and one long text is folded much faster than very many short ones.
    literals = [part for _, _, pieces in forms for part in pieces if isinstance(part, str)]
    keys = iter(fold("\n".join(literals)).split("\n"))
    for number, is_short, pieces in forms:
        yield (
            number,
            is_short,
            [(next(keys), False) if isinstance(part, str) else (part.name, True) for part in pieces],
        )
