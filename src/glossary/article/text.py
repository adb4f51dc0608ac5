"""Plain text: every line that is not blank is a paragraph."""

from glossary.article.blocks import joined, numbered_lines, single
from glossary.article.decode import decode
from glossary.article.model import Article, BlockKind
from glossary.article.unwrap import paragraphs

SUFFIXES = (".txt", ".text")


def parse(data: bytes, *, file: str, encoding: str | None) -> Article:
    """Reads plain text; lines that were wrapped by hand are joined again. Nothing is taken for a heading.

    Raises:
        DataError: The bytes are no text, or not in their encoding.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    text, name = decode(data, file=file, encoding=encoding)
    kind = BlockKind.PARAGRAPH
    found = (
        single(lines[0][0], kind=kind, line=lines[0][1]) if len(lines) == 1 else joined(lines, kind=kind)
        for lines in paragraphs(numbered_lines(text))
    )
    return Article(file, tuple(block for block in found if block), name)
