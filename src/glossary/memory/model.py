"""A translation memory as data."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from glossary.bulk import uncollected
from glossary.memory.index import Index
from glossary.memory.keys import cleaned, keys, shape


class Unit(NamedTuple):
    """A sentence with its translation, and where it stands."""

    source: str
    target: str
    file: str
    """The file, as the user named it."""
    line: int
    """Its line there; 0 where that is not known."""

    @property
    def place(self) -> str:
        """`file:line`, as people and editors read it."""
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True)
class Memory:
    """Units, and what they are found by.

    No slots: what finding needs is worked out when it is first needed, and kept.
    """

    units: tuple[Unit, ...] = ()
    """In order of preference."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The match key of each unit."""
        return tuple(keys(cleaned([unit.source for unit in self.units])))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """For each key, the units that have it."""
        return _places(self.keys)

    @cached_property
    def shapes(self) -> dict[str, list[int]]:
        """For each key with its digits aside, the units that have it."""
        return _places(map(shape, self.keys))

    @cached_property
    def index(self) -> Index:
        """The shapes, ready to look for near ones."""
        return Index.of(self.shapes)


@uncollected()
def _places(keys: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        found.setdefault(key, []).append(at)
    return found
