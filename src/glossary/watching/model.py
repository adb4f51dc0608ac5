"""What is watched, and what is told of it."""

from enum import StrEnum
from pathlib import Path

import msgspec

from glossary.batch import Task
from glossary.checks.model import Finding


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be checked, and how: what settings and command line come to."""

    paths: tuple[Path, ...]
    """PO files and folders of them, as the user named them."""
    task: Task
    """Which glossaries."""
    rules: tuple[str, ...]
    baseline: Path | None = None
    """The file with findings that are not reported."""
    root: Path = Path()
    """The folder of the settings."""


class Change(StrEnum):
    """What became of a file."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """What one look brought."""

    changes: tuple[tuple[str, Change], ...] = ()
    """The files that are not as they were at the last look, as the user names them."""
    faults: tuple[str, ...] = ()
    """Why something cannot be used, in a line each; only what was not so at the last look."""
    new: tuple[Finding, ...] = ()
    mended: tuple[Finding, ...] = ()
    """What was found at the last look, in files that are still there, and is no more; its line is the old one."""
    left: int = 0
    """How many findings there are now."""
    files: int = 0
    """In how many PO files that were looked for them."""
    entries: int = 0
    """And in how many translations."""

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.changes or self.faults or self.new or self.mended)
