"""Articles: a source file in, blocks of text with their lines out, and back. One module for each format.

A module of this package that has `SUFFIXES`, `parse` and `publish` is a format; nothing else names it.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol, cast

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
    "load",
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


@dataclass(frozen=True, slots=True)
class Loaded:
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
    standard_input = str(path) == STANDARD_INPUT
    file = STANDARD_INPUT if standard_input else Path(path).as_posix()
    data = sys.stdin.buffer.read() if standard_input else _bytes_of(Path(path), file)
    if not data.strip():
        raise DataError(file, None, "the file is empty: put the article's text into it")
    formats = _formats()
    suffix = "" if standard_input else Path(path).suffix.lower()
    format_ = formats.get(suffix, formats[".txt"])
    article = format_.parse(data, file=file, encoding=encoding)
    if not article.blocks:
        raise DataError(file, None, "there is no text in the file: put the article's text into it")
    return Loaded(article, data, encoding, format_)


def same_format(suffix: str) -> tuple[str, ...]:
    """The endings of names of the format that one ending stands for, or plain text's."""
    formats = _formats()
    return formats.get(suffix, formats[".txt"]).SUFFIXES


def _bytes_of(path: Path, file: str) -> bytes:
    try:
        if path.is_dir():
            raise DataError(file, None, "is a folder: name the files in it")
        return path.read_bytes()
    except FileNotFoundError:
        raise DataError(file, None, "no such file: check the name") from None
    except PermissionError:
        raise DataError(file, None, "may not be read: change its permissions") from None
    except OSError as error:
        raise DataError(file, None, f"cannot be read: {error.strerror or error}") from None
    except ValueError as error:  # a NUL in the name
        raise DataError(file, None, f"is no file name: {error}") from None
