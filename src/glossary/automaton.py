"""Many strings found in a text at once. The only module that imports a matching library.

daachorse has no wheels for Linux on ARM; ahocorasick_rs gives the same matches there.
"""

import importlib.util
from collections.abc import Sequence
from typing import Any, Protocol

ENGINE = "daachorse" if importlib.util.find_spec("daachorse") else "ahocorasick_rs"
"""The library in use; part of the name under which compiled forms are kept."""


class Automaton(Protocol):
    """Finds every occurrence of every pattern."""

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """(start, end, pattern number) of all matches, overlapping ones too, in no promised order."""
        ...

    def dump(self) -> bytes:
        """The automaton as bytes that `load` takes."""
        ...


class _Daachorse:
    def __init__(self, engine: Any) -> None:
        self.engine = engine
        self.find = engine.find_overlapping

    def dump(self) -> bytes:
        return bytes(self.engine.serialize())


class _Ahocorasick:
    def __init__(self, patterns: Sequence[str]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        self.patterns = list(patterns)
        self.engine = AhoCorasick(self.patterns, implementation=Implementation.ContiguousNFA)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        found = self.engine.find_matches_as_indexes(text, overlapping=True)
        return [(start, end, pattern) for pattern, start, end in found]

    def dump(self) -> bytes:
        return "\n".join(self.patterns).encode()


def build(patterns: Sequence[str]) -> Automaton:
    """An automaton over `patterns`: distinct, not empty, without line feeds."""
    if not patterns:
        return _Nothing()
    if ENGINE == "daachorse":
        from daachorse import CharwiseDoubleArrayAhoCorasick

        return _Daachorse(CharwiseDoubleArrayAhoCorasick(list(patterns)))
    return _Ahocorasick(patterns)


def load(data: bytes) -> Automaton:
    """The automaton that `dump` gave these bytes for."""
    if not data:
        return _Nothing()
    if ENGINE == "daachorse":
        from daachorse import CharwiseDoubleArrayAhoCorasick

        return _Daachorse(CharwiseDoubleArrayAhoCorasick.deserialize(data))
    return _Ahocorasick(data.decode().split("\n"))


class _Nothing:
    """The automaton of a glossary without terms."""

    def find(self, text: str) -> list[tuple[int, int, int]]:  # noqa: ARG002  # the protocol's signature
        return []

    def dump(self) -> bytes:
        return b""
