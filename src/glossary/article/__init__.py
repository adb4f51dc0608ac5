"""Articles: a source file in, blocks of text with their lines out. One module for each format.

A module of this package that has `SUFFIXES` and `parse` is a format; nothing else names it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import BinaryIO, Protocol, cast

from glossary.article.model import Article, Block, BlockKind
from glossary.errors import DataError

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Format",
    "content",
    "is_plain",
    "name",
    "opened",
    "parse",
    "read",
    "suffixes",
]

STANDARD_INPUT = "-"


class Format(Protocol):
    """What a module of this package offers to be a format."""

    SUFFIXES: tuple[str, ...]
    """File name endings, lower case, with their dots."""

    def parse(self, data: bytes, *, file: str, encoding: str | None) -> Article:
        """Reads the bytes of a file; `file` is its name, for messages and for the article.

        Raises:
            DataError: The bytes cannot be read in this format.
            GlossaryError: `encoding` is not the name of an encoding.
        """
        ...


@cache
def _formats() -> dict[str, Format]:
    """The formats by suffix. Cheap: their modules import what is heavy only when they parse."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    formats = [cast(Format, module) for module in modules if hasattr(module, "SUFFIXES")]
    return {suffix: format_ for format_ in formats for suffix in format_.SUFFIXES}


def suffixes() -> tuple[str, ...]:
    """The endings of the names of articles, sorted: lower case, with their dots."""
    return tuple(sorted(_formats()))


def read(path: Path | str, *, encoding: str | None = None) -> Article:
    """Reads an article: plain text, or what the ending of its name says.

    Args:
        path: The file; `-` is standard input, read as plain text.
        encoding: The encoding of the file, used strictly; found where it is not given. DOCX has its own.

    Raises:
        DataError: The file is missing, unreadable, empty, of another kind, broken, or not in its encoding.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    return parse(path, content(path), encoding=encoding)


def content(path: Path | str) -> bytes:
    """The bytes of an article's file; `-` is standard input.

    Raises:
        DataError: The file is missing or unreadable.
    """
    with opened(path) as stream:
        return stream.read()


def name(path: Path | str) -> str:
    """What segments give as the file of an article."""
    return STANDARD_INPUT if str(path) == STANDARD_INPUT else Path(path).as_posix()


def parse(path: Path | str, data: bytes, *, encoding: str | None = None) -> Article:
    """The article that the bytes of a file are; see `read`.

    Raises:
        DataError: The file is empty, of another kind, broken, or not in its encoding.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    file = name(path)
    if not data.strip():
        raise DataError(file, None, "the file is empty: put the article's text into it")
    article = _format(path).parse(data, file=file, encoding=encoding)
    if not article.blocks:
        raise DataError(file, None, "there is no text in the file: put the article's text into it")
    return article


def is_plain(path: Path | str) -> bool:
    """Whether an article is read as plain text."""
    return _format(path) is _formats()[".txt"]


def _format(path: Path | str) -> Format:
    """The format that the ending of a name says; plain text where it says none."""
    suffix = "" if str(path) == STANDARD_INPUT else Path(path).suffix.lower()
    return _formats().get(suffix, _formats()[".txt"])


@contextmanager
def opened(path: Path | str) -> Iterator[BinaryIO]:
    """The bytes of a file, as a stream; `-` is standard input.

    Raises:
        DataError: The file is missing or unreadable.
    """
    if str(path) == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    file = name(path)
    try:
        if Path(path).is_dir():
            raise DataError(file, None, "is a folder: name the files in it")
        stream = Path(path).open("rb")  # noqa: SIM115  # only opening it is guarded here
    except FileNotFoundError:
        raise DataError(file, None, "no such file: check the name") from None
    except PermissionError:
        raise DataError(file, None, "may not be read: change its permissions") from None
    except OSError as error:
        raise DataError(file, None, f"cannot be read: {error.strerror or error}") from None
    except ValueError as error:  # a NUL in the name
        raise DataError(file, None, f"is no file name: {error}") from None
    with stream:
        try:
            yield stream
        except OSError as error:
            raise DataError(file, None, f"cannot be read: {error.strerror or error}") from None
