"""Fields of a Word document: links as WPS makes them, page numbers, cross-references.

A field is what stands between two marks (ECMA-376, Part 1, section 17.16.18): its instruction, and the text that it last
came to. It is moved as a whole, and its text may change: Word computes it anew.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from glossary.article.docx_cut import Run, set_text
from glossary.article.docx_remove import remove
from glossary.article.wordprocessing import W
from glossary.xml import Element

_MARK, _KIND = f"{W}fldChar", f"{W}fldCharType"
_DEPTH = {"begin": 1, "end": -1}


class Field(msgspec.Struct, frozen=True, eq=False):
    """A field whose text is a part of a segment."""

    elements: tuple[Element, ...]
    """Its runs, from the one that begins it to the one that ends it."""
    texts: tuple[Element, ...]
    """Those of them that are its text."""


def fields(runs: Sequence[Run]) -> dict[Element, Field]:
    """The fields in a segment, by the runs of their text; not one that all of the segment stands in.

    Args:
        runs: The runs of the segment, each with one text.
    """
    mine = {run.element for run in runs}
    found: dict[Element, Field] = {}
    for elements in _spans(_opening(runs[0].element), runs[-1].element):
        texts = tuple(element for element in elements if element in mine)
        if 0 < len(texts) < len(mine):
            found |= dict.fromkeys(texts, Field(elements, texts))
    return found


def _opening(run: Element) -> Element:
    """The run that begins the field whose text a run begins, or the run itself."""
    for before in run.itersiblings(f"{W}r", preceding=True):
        kinds = _kinds(before)
        if "begin" in kinds:
            return before
        if "end" in kinds or before.find(f"{W}t") is not None:
            break
    return run


def _spans(first: Element, last: Element) -> Iterator[tuple[Element, ...]]:
    """The runs of each field that begins between two runs of a paragraph; fields inside others belong to these."""
    span: list[Element] = []
    depth = 0
    for run in chain((first,), first.itersiblings(f"{W}r")):
        depth += sum(_DEPTH.get(kind, 0) for kind in _kinds(run))
        if depth > 0 or span:
            span.append(run)
        if span and depth <= 0:
            yield tuple(span)
            span, depth = [], 0
        if run is last and not span:
            return


def _kinds(run: Element) -> list[str]:
    return [mark.get(_KIND, "") for mark in run.iterfind(_MARK)]


def put(field: Field, text: str, place: Element) -> None:
    """Moves a field before an element, with this text as its own."""
    for element in field.elements:
        place.addprevious(element)
    set_text(field.texts[0], text)
    for other in field.texts[1:]:
        remove(other)
