"""Articles: a source file in, blocks of text with their lines out, and back. One module for each format.

A module of this package that has `SUFFIXES`, `parse` and `publish` is a format; nothing else names it.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import BinaryIO, Protocol, cast

import msgspec

from glossary import modules
from glossary.article.model import NOWHERE, Article, Block, BlockKind, Loss, Name, Part, Published
from glossary.errors import DataError

__all__ = [
    "NOWHERE",
    "Article",
    "Block",
    "BlockKind",
    "Format",
    "Loaded",
    "Loss",
    "Name",
    "Part",
    "Published",
    "content",
    "is_plain",
    "load",
    "name",
    "opened",
    "parse",
    "read",
    "same_format",
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

    def publish(
        self,
        data: bytes,
        *,
        file: str,
        encoding: str | None,
        parts: Sequence[Sequence[Part]],
        language: str,
    ) -> Published:
        """The same file with other text, everything else in it as it was.

        Args:
            data: The bytes that were read.
            file: As for `parse`.
            encoding: As for `parse`.
            parts: What is to stand in the place of each block that `parse` gives. A block of which it is not known
                where it came from stays as it is.
            language: The language tag of text that is not translated.

        Raises:
            DataError: As for `parse`.
            GlossaryError: As for `parse`.
        """
        ...


@cache
def _formats() -> dict[str, Format]:
    """The formats by suffix. Cheap: their modules import what is heavy only when they parse."""
    formats = [cast(Format, module) for module in modules.found(__name__, "SUFFIXES").values()]
    return {suffix: format_ for format_ in formats for suffix in format_.SUFFIXES}


def suffixes() -> tuple[str, ...]:
    """The endings of the names of articles, sorted: lower case, with their dots."""
    return tuple(sorted(_formats()))


class Loaded(msgspec.Struct, frozen=True):
    """An article with the file that it was read from."""

    article: Article
    data: bytes
    encoding: str | None
    """The encoding that was asked for."""
    format: Format

    def publish(self, parts: Sequence[Sequence[Part]], *, language: str) -> Published:
        """The file with other text: see `Format.publish`."""
        return self.format.publish(
            self.data, file=self.article.file, encoding=self.encoding, parts=parts, language=language
        )


def read(path: Path | str, *, encoding: str | None = None) -> Article:
    """Reads an article: plain text, or what the ending of its name says.

    Args:
        path: The file; `-` is standard input, read as plain text.
        encoding: The encoding of the file, used strictly; found where it is not given. DOCX has its own.

    Raises:
        DataError: The file is missing, unreadable, empty, of another kind, broken, or not in its encoding.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    return load(path, encoding=encoding).article


def load(path: Path | str, *, encoding: str | None = None) -> Loaded:
    """Reads an article as `read` does, and keeps what is needed to write it back.

    Raises:
        DataError: As for `read`.
        GlossaryError: As for `read`.
    """
    data = content(path)
    format_ = _format(path)
    return Loaded(_parsed(format_, data, file=name(path), encoding=encoding), data, encoding, format_)


def parse(path: Path | str, data: bytes, *, encoding: str | None = None) -> Article:
    """The article that the bytes of a file are; see `read`.

    Raises:
        DataError: The file is empty, of another kind, broken, or not in its encoding.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    return _parsed(_format(path), data, file=name(path), encoding=encoding)


def _parsed(format_: Format, data: bytes, *, file: str, encoding: str | None) -> Article:
    if not data.strip():
        raise DataError(file, None, "the file is empty: put the article's text into it")
    article = format_.parse(data, file=file, encoding=encoding)
    if not article.blocks:
        raise DataError(file, None, "there is no text in the file: put the article's text into it")
    return article


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


def is_plain(path: Path | str) -> bool:
    """Whether an article is read as plain text."""
    return _format(path) is _formats()[".txt"]


def _format(path: Path | str) -> Format:
    """The format that the ending of a name says; plain text where it says none."""
    suffix = "" if str(path) == STANDARD_INPUT else Path(path).suffix.lower()
    return _formats().get(suffix, _formats()[".txt"])


def same_format(suffix: str) -> tuple[str, ...]:
    """The endings of names of the format that one ending stands for, or plain text's."""
    formats = _formats()
    return formats.get(suffix, formats[".txt"]).SUFFIXES


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
