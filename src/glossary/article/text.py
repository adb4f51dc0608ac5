"""Plain text: every line that is not blank is a paragraph."""

import textwrap
from collections.abc import Iterator, Sequence

from glossary.article.blocks import Line, joined, numbered_lines, single
from glossary.article.decode import decode, newline
from glossary.article.model import Article, Block, BlockKind, Part, Published
from glossary.article.rewrite import rewritten, without_indents
from glossary.article.unwrap import columns, paragraphs
from glossary.errors import GlossaryError
from glossary.normalise.aligned import AlignedText, Edit

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
    return Article(file, tuple(_blocks(lines)), encoding)


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


def publish(
    data: bytes,
    *,
    file: str,
    encoding: str | None,
    parts: Sequence[Sequence[Part]],
    language: str,  # noqa: ARG001 - one signature
) -> Published:
    """Writes the text back, in UTF-8: paragraphs that were wrapped by hand are wrapped at the same width.

    Raises:
        DataError: The bytes are no text, or not in their encoding.
        GlossaryError: `encoding` is not the name of an encoding.
    """
    text, name = decode(data, file=file, encoding=encoding)
    edits = []
    for block, inside in zip(_blocks(numbered_lines(text)), parts, strict=True):
        if edit := rewritten(block, inside):
            edits.append(_wrapped(text, edit) if len(block.lines) > 1 else edit)
    published = AlignedText(text).apply(without_indents(text, edits)).text
    return Published(published.replace("\n", newline(data, name)).encode())


def _blocks(lines: Iterator[Line]) -> Iterator[Block]:
    kind = BlockKind.PARAGRAPH
    for group in paragraphs(lines):
        block = single(group[0], kind=kind) if len(group) == 1 else joined(group, kind=kind)
        if block:
            yield block


def _wrapped(text: str, edit: Edit) -> Edit:
    first = text.rfind("\n", 0, edit.start) + 1
    width = max(map(columns, text[first : edit.end].split("\n")))
    return edit._replace(
        replacement=textwrap.fill(
            edit.replacement, width, break_long_words=False, break_on_hyphens=False, tabsize=1
        )
    )
