"""What a measurement gives: tables, charts of them, and how they stand to what is aimed at."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Setting:
    """What is to be measured."""

    folder: Path
    """For files that are made on the way; empty at the start."""
    output: Path
    """Where what is measured goes, besides the tables: profiles."""
    quick: bool = False
    """Small sizes and few runs: some minutes for everything."""
    text: Path | None = None
    """A Chinese text in UTF-8 to measure with; generated text without it."""
    translations: Path | None = None
    """A translated PO file for `check`; made-up messages without it."""
    terms: Path | None = None
    """The glossary of these translations: TSV, zh and en first; several rows with one zh accept several renderings."""

    @property
    def runs(self) -> int:
        """How often each thing is measured."""
        return 2 if self.quick else 5

    @property
    def several(self) -> int:
        """How often what takes long is measured."""
        return 1 if self.quick else 3


@dataclass(frozen=True, slots=True)
class Chart:
    """How a table is drawn: one line, or one group of bars, for each column in `y`."""

    x: str
    """The column with names (bars) or sizes (lines)."""
    y: tuple[str, ...]
    unit: str
    lines: bool = False
    """Lines on two logarithmic axes; bars otherwise."""


@dataclass(frozen=True, slots=True)
class Table:
    """What was measured, a row a thing; the rows have the same columns in the same order."""

    name: str
    """Of the chart's files, and in JSON."""
    title: str
    about: str
    """What the columns are, with units."""
    rows: tuple[Mapping[str, Value], ...]
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """A ratio or time that is aimed at, and what was measured."""

    text: str
    measured: float
    wanted: float
    at_most: bool = False
    """Whether less is better; otherwise more is."""

    @property
    def holds(self) -> bool:
        """Whether what was measured is what is aimed at."""
        return self.measured <= self.wanted if self.at_most else self.measured >= self.wanted


@dataclass(frozen=True, slots=True)
class Result:
    """What one section gives."""

    tables: tuple[Table, ...]
    aims: tuple[Aim, ...] = ()
    skipped: tuple[str, ...] = ()
    """Peers that are not installed, each with what to do."""


class Section(Protocol):
    """A module that measures something."""

    def measure(self, setting: Setting) -> Result:
        """Measures; what it needs is made in the setting's folder."""
        ...
