"""Packages of which each module is one of a kind: a format, a rule, a recogniser, a report, a command.

A new one is a new file, and nothing names it. What several of them share stands in modules whose name starts with an
underscore, or lacks what makes one of the kind.
"""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def names(package: str) -> list[str]:
    """The modules of a package, sorted, without those whose name starts with an underscore; none is imported."""
    path = import_module(package).__path__
    return sorted(info.name for info in iter_modules(path) if not info.name.startswith("_"))


def found(package: str, having: str) -> dict[str, ModuleType]:
    """The modules of a package that have an attribute of this name, by their own names, in order of these."""
    modules = {name: import_module(f"{package}.{name}") for name in names(package)}
    return {name: module for name, module in modules.items() if hasattr(module, having)}
