"""Text of a file with the English in it, for formats in which a block's text stands in the file as it is."""

from collections.abc import Iterable, Iterator, Sequence

from glossary.article.model import NOWHERE, Block, Part
from glossary.normalise.aligned import Edit

MARKS = "⟦", "⟧"
"""What stands around text that is not translated, where a format has no markup for it (U+27E6, U+27E7)."""

IDEOGRAPHIC = "\u3000\u2002\u2003\u00a0"
"""White space by which Chinese typography sets the first line of a paragraph in."""


def rewritten(block: Block, parts: Sequence[Part]) -> Edit | None:
    """The change of the file's text by which a block has its English, on one line; None where it stays as it is."""
    text = english(block, parts)
    if text is None or any(place == NOWHERE for _, place in block.places):
        return None
    return Edit(block.place_at(parts[0].start), block.place_at(parts[-1].end - 1) + 1, text)


def english(block: Block, parts: Sequence[Part]) -> str | None:
    """A block's English without markup, on one line; None where its text stays as it is."""
    if all(part.english is None and not part.marked for part in parts):
        return None
    chunks: list[str] = []
    before: Part | None = None
    for part in parts:
        if before:
            gap = block.text[before.end : part.start]
            stays = before.english is None and part.english is None
            chunks.append(gap if stays else " " if gap else part.lead)
        text = block.text[part.start : part.end] if part.english is None else part.english
        chunks.append(text.join(MARKS) if part.marked else text)
        before = part
    return "".join(chunks)


def without_indents(source: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits, each with the ideographic spaces before it: English paragraphs have none."""
    for edit in edits:
        line = source.rfind("\n", 0, edit.start) + 1
        before = source[line : edit.start]
        space = before[len(before.rstrip(f"{IDEOGRAPHIC} \t")) :]
        indent = space.lstrip(" \t")
        stays = edit.replacement[:1] in (source[edit.start], MARKS[0])
        yield edit if stays else edit._replace(start=edit.start - len(indent))
