"""Which files the sources on a command line stand for."""

from collections.abc import Iterable
from pathlib import Path

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
            if file.suffix.lower() in article.suffixes() and not file.name.startswith(".") and file.is_file()
        )
    if not found:
        ends = ", ".join(article.suffixes())
        raise DataError(
            folder, None, f"no articles in or below this folder: put files in it that end in {ends}"
        )
    return found
