"""Runs of a Word document taken out, and what they leave behind."""

from collections.abc import Iterable, Iterator, Sequence

from glossary.article.docx_cut import Run, like, set_text
from glossary.article.rewrite import IDEOGRAPHIC
from glossary.article.wordprocessing import W
from glossary.xml import Element

_EMPTIED = frozenset(f"{W}{name}" for name in ("r", "hyperlink", "ins", "moveTo", "smartTag", "rubyBase"))


def fields(runs: Sequence[Run]) -> set[Element]:
    """The runs that are in a field which begins and ends inside a part: a link as WPS makes it, a cross-reference.

    A field is not taken apart: as a link without a place in the English, it follows in brackets with its Chinese text.
    """
    held: set[Element] = set()
    begin = None
    inside: list[Element] = []
    first, last = runs[0].element, runs[-1].element
    for run in first.itersiblings(f"{W}r"):
        inside.append(run)
        for mark in run.iterfind(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            if kind == "begin" and begin is None:
                begin, inside = run, []
            elif kind == "end" and begin is not None:
                for text, put in ((" (", begin.addprevious), (")", run.addnext)):
                    bracket = like(first)
                    set_text(bracket, text)
                    put(bracket)
                held.update(inside)
                begin = None
        if run is last and begin is None:
            break
    return held


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
