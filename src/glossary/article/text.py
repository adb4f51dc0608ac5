"""Plain text: every line that is not blank is a paragraph."""

from collections.abc import Iterator

from glossary.article.blocks import joined, numbered_lines, single
from glossary.article.decode import decode
from glossary.article.model import Article, BlockKind
from glossary.article.unwrap import Line, paragraphs
from glossary.errors import GlossaryError

SUFFIXES = (".txt", ".text")


def parse(data: bytes, *, file: str, encoding: str | None) -> Article:
    """Reads plain text; lines that were wrapped by hand are joined again. Nothing is taken for a heading.

    Raises:
        DataError: The bytes are no text, or not in their encoding.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    text, name = decode(data, file=file, encoding=encoding)
    return of_lines(numbered_lines(text), file=file, encoding=name)


def of_text(text: str, *, file: str) -> Article:
    """The article that `text` is as plain text, with line ends of any kind.

    Raises:
        GlossaryError: The text holds half of a surrogate pair.
    """
    refuse_surrogates(text)
    return of_lines(numbered_lines(text.replace("\r\n", "\n").replace("\r", "\n")), file=file, encoding="")


def of_lines(lines: Iterator[Line], *, file: str, encoding: str) -> Article:
    """The article that these lines are as plain text; it has no blocks where all are blank."""
    kind = BlockKind.PARAGRAPH
    found = (
        single(lines[0][0], kind=kind, line=lines[0][1]) if len(lines) == 1 else joined(lines, kind=kind)
        for lines in paragraphs(lines)
    )
    return Article(file, tuple(block for block in found if block), encoding)


def refuse_surrogates(text: str) -> None:
    """Raises for text that no encoding can hold; JSON can hold it as an escape.

    Raises:
        GlossaryError: The text holds half of a surrogate pair.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        raise GlossaryError(f"the text holds U+{code:04X}, which is no character: remove it") from None
