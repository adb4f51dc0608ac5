"""Runs of a Word document taken out, and what they leave behind."""

from collections.abc import Iterable, Iterator

from glossary.article.docx_cut import Run
from glossary.article.rewrite import IDEOGRAPHIC
from glossary.article.wordprocessing import W
from glossary.xml import Element

_EMPTIED = frozenset(
    f"{W}{name}" for name in ("r", "hyperlink", "fldSimple", "ins", "moveTo", "smartTag", "rubyBase")
)


def indents(runs: Iterable[Run]) -> Iterator[Run]:
    """Of the runs before the first text of a paragraph those of ideographic spaces: English paragraphs have none."""
    for run in runs:
        text = run.element.findtext(f"{W}t") or ""
        if text and not text.strip() and any(space in IDEOGRAPHIC for space in text):
            yield run


def remove(run: Element) -> None:
    """Takes a run out, and what holds nothing any more without it."""
    while True:
        parent = run.getparent()
        if parent.tag == f"{W}ruby":
            run = parent
            continue
        parent.remove(run)
        empty = all(child.tag in (f"{W}rPr", f"{W}rt", f"{W}rubyPr") for child in parent)
        if not empty or parent.tag not in _EMPTIED:
            return
        run = parent
