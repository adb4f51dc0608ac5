"""Which files the sources on a command line stand for."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from glossary import article
from glossary.atomic import looking_at
from glossary.errors import DataError


def expand(sources: Iterable[str]) -> list[str]:
    """The files, each once, in order: a folder stands for all articles in and below it, by name.

    Raises:
        DataError: A folder holds no articles, or may not be looked at.
    """
    return list(dict.fromkeys(file for source in sources for file in _files(source)))


def _files(source: str) -> list[str]:
    folder = Path(source)
    with looking_at(source):
        if source == article.STANDARD_INPUT or not folder.is_dir():
            return [source]
        found = sorted(
            file.as_posix()
            for file in folder.rglob("*")
            if file.suffix.lower() in _suffixes() and not file.name.startswith(".") and file.is_file()
        )
    if not found:
        ends = ", ".join(sorted(_suffixes()))
        raise DataError(
            folder, None, f"no articles in or below this folder: put files in it that end in {ends}"
        )
    return found


def _suffixes() -> frozenset[str]:
    modules = (import_module(f"{article.__name__}.{found.name}") for found in iter_modules(article.__path__))
    return frozenset(suffix for module in modules for suffix in getattr(module, "SUFFIXES", ()))
