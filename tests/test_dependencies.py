"""What the package imports is what it says it needs: a library that another one happens to bring may go any day."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def plain(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (
        line for name, lines in project["optional-dependencies"].items() if name != "dev" for line in lines
    )
    return {plain(re.split(r"[\[<>=!~; ]", line)[0]) for line in (*project["dependencies"], *extras)}


def test_every_library_that_is_imported_is_declared() -> None:
    names = {name for file in (ROOT / "src").rglob("*.py") for name in imported(file)}
    libraries = names - set(sys.stdlib_module_names) - {"glossary"}
    brought_by = packages_distributions()
    undeclared = {
        name
        for name in libraries
        if name in brought_by and not declared().intersection(map(plain, brought_by[name]))
    }
    assert {"typer", "polib"} <= libraries
    assert undeclared == set()
