"""A project's own settings: `glossary.toml`, or `[tool.glossary]` in `pyproject.toml`."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from glossary.atomic import looking_at
from glossary.errors import DataError


class CheckConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The settings of `glossary check`: the table `check`."""

    select: tuple[str, ...] = ()
    """Rules to apply; without any, those that are on by default."""
    ignore: tuple[str, ...] = ()
    """Rules not to apply."""
    baseline: str | None = None
    """The file with the findings that are not reported."""


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The settings of the nearest project upward; relative paths start at its folder."""

    glossaries: tuple[str, ...] = ()
    """Glossary files and folders that are used besides the bundled ones."""
    builtin: bool = True
    """Whether the bundled glossary is used."""
    locale: str | None = None
    """Folder of the PO files; without it, a PO file stands beside its article."""
    tm: tuple[str, ...] = ()
    """Translation memories: files and folders, earlier ones preferred."""
    check: CheckConfig = CheckConfig()
    """How `glossary check` is run."""
    root: Path = msgspec.field(default_factory=Path)
    """The folder of the file that the settings come from."""

    def path(self, name: str) -> Path:
        """A path of the settings, seen from the current folder."""
        return self.root / name

    def sources(self, named: Sequence[Path] = ()) -> tuple[Path, ...]:
        """The glossaries in force besides the bundled ones: the project's, then those named on the command line."""
        return (*map(self.path, self.glossaries), *named)

    def memories(self, named: Sequence[Path] = ()) -> tuple[Path, ...]:
        """The translation memories in force: those named on the command line before the project's."""
        return (*named, *map(self.path, self.tm))


def load(folder: Path | None = None) -> Config:
    """The settings that count in `folder` (the current one by default); defaults where there are none.

    Raises:
        DataError: The file with the settings is no TOML, or has a setting that does not exist.
    """
    with looking_at(folder or "."):
        start = (folder or Path.cwd()).resolve()
    for place in (start, *start.parents):
        for name in ("glossary.toml", "pyproject.toml"):
            table = _table(place / name)
            if table is not None:
                return _decode(table, place / name, _relative(place, start))
    return Config()


def _relative(place: Path, start: Path) -> Path:
    """`place`, at or above `start`, as the shortest path from there."""
    up = len(start.parts) - len(place.parts)
    return Path(*[".."] * up) if up else Path()


def _table(path: Path) -> dict[str, Any] | None:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DataError(path, None, f"cannot be read: {error.strerror}") from None
    except ValueError as error:
        if path.name == "pyproject.toml" and "glossary" not in path.read_text(
            encoding="utf-8", errors="replace"
        ):
            return None
        raise DataError(path, None, f"is no valid TOML: {error}") from None
    if path.name == "glossary.toml":
        return content
    tools = content.get("tool", {})
    table = tools.get("glossary") if isinstance(tools, dict) else tools
    if table is None or isinstance(table, dict):
        return table
    name = "tool.glossary" if isinstance(tools, dict) else "tool"
    raise DataError(path, None, f"`{name}` is no table: write the settings under [tool.glossary]")


def _decode(table: dict[str, Any], path: Path, root: Path) -> Config:
    if "root" in table:
        raise DataError(path, None, "has a setting `root`, which does not exist; remove it")
    try:
        return msgspec.convert({**table, "root": root}, Config, dec_hook=lambda _, value: value, strict=True)
    except msgspec.ValidationError as error:
        raise DataError(path, None, f"setting not understood: {error}") from None
