"""Strings looked up at a position of a text."""

from collections.abc import Iterable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Index(Generic[Value]):
    """Strings, and what belongs to each."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._values: dict[str, list[Value]] = {}
        for text, value in entries:
            self._values.setdefault(text, []).append(value)
        lengths: dict[str, set[int]] = {}
        for text in self._values:
            lengths.setdefault(text[:1], set()).add(len(text))
        self.lengths = {first: sorted(known, reverse=True) for first, known in lengths.items()}

    def at(self, text: str, start: int) -> list[tuple[int, list[Value]]]:
        """(end, values) of what stands in `text` at `start`, the longest first."""
        lengths = self.lengths.get(text[start : start + 1])
        if lengths is None:
            return []
        values, longest = self._values, len(text) - start
        return [
            (start + length, found)
            for length in lengths
            if length <= longest and (found := values.get(text[start : start + length]))
        ]

    def get(self, text: str) -> list[Value]:
        """What belongs to exactly this string."""
        return self._values.get(text, [])

    def strings(self) -> list[str]:
        """The strings."""
        return list(self._values)

    def firsts(self) -> str:
        """The characters that they begin with."""
        return "".join(sorted(self.lengths))
