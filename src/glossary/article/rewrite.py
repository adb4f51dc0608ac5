"""Text of a file with the English in it, for formats in which a block's text stands in the file as it is."""

from collections.abc import Iterable, Iterator, Sequence

from glossary.article.model import NOWHERE, Block, Part
from glossary.normalise.aligned import Edit

MARKS = "⟦", "⟧"
"""What stands around text that is not translated, where a format has no markup for it (U+27E6, U+27E7)."""

IDEOGRAPHIC = "\u3000\u2002\u2003\u00a0"
"""White space by which Chinese typography sets the first line of a paragraph in."""


def rewritten(source: str, block: Block, parts: Sequence[Part]) -> Edit | None:
    """The change of the file's text by which a block has its English; None where it stays as it is."""
    if all(part.english is None and not part.marked for part in parts):
        return None
    if any(place == NOWHERE for _, place in block.places):
        return None
    chunks: list[str] = []
    behind, before = 0, None
    for part in parts:
        start, end = span(block, part)
        if before:
            gap = source[behind:start]
            stays = before.english is None and part.english is None
            chunks.append(gap if stays else " " if gap else part.lead)
        chunks.append(source[start:end] if part.english is None else part.english)
        if part.marked:
            chunks[-1] = chunks[-1].join(MARKS)
        behind, before = end, part
    return Edit(span(block, parts[0])[0], behind, "".join(chunks))


def span(block: Block, part: Part) -> tuple[int, int]:
    """Where a part of a block stands in the original."""
    return block.place_at(part.start), block.place_at(part.end - 1) + 1


def without_indents(source: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits, each with the ideographic spaces before it: English paragraphs have none."""
    for edit in edits:
        line = source.rfind("\n", 0, edit.start) + 1
        before = source[line : edit.start]
        bare = before.rstrip(f"{IDEOGRAPHIC} \t")
        stays = edit.replacement[:1] in (source[edit.start], MARKS[0])
        indented = any(space in IDEOGRAPHIC for space in before[len(bare) :])
        yield edit._replace(start=line + len(bare)) if indented and not stays else edit
