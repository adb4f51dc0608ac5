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
        longer: dict[str, set[int]] = {}
        for text in self._values:
            longer.setdefault(text[:2], set()).add(len(text))
        self._beginnings = {
            beginning: (
                sorted((length for length in lengths if length > 2), reverse=True),
                [
                    (len(text), self._values[text])
                    for text in dict.fromkeys((beginning, beginning[:1]))
                    if text in self._values
                ],
            )
            for beginning, lengths in longer.items()
        }
        """By what strings begin with, two characters or all of one: how long the longer ones are, and the others."""

    def at(self, text: str, start: int) -> list[tuple[int, list[Value]]]:
        """(end, values) of what stands in `text` at `start`, the longest first."""
        beginning = text[start : start + 2]
        known = self._beginnings.get(beginning) or self._beginnings.get(beginning[:1])
        if known is None:
            return []
        found = []
        for length in known[0]:
            end = start + length
            values = self._values.get(text[start:end])
            if values is not None and end <= len(text):
                found.append((end, values))
        for length, values in known[1]:
            found.append((start + length, values))
        return found

    def get(self, text: str) -> list[Value]:
        """What belongs to exactly this string."""
        return self._values.get(text, [])

    def strings(self) -> list[str]:
        """The strings."""
        return list(self._values)

    def firsts(self) -> str:
        """The characters that they begin with."""
        return "".join(sorted({beginning[0] for beginning in self._beginnings}))
