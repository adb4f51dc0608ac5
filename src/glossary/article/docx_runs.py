"""A Word document written back: the package as it is, with English in the place of segments."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from glossary.article.carry import Markup, Role, Stretch, carry
from glossary.article.model import Block, Part
from glossary.article.rewrite import IDEOGRAPHIC

if TYPE_CHECKING:
    from glossary.article.docx import Text

Element = Any
"""An lxml element; lxml publishes no types."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_EMPHASIS = tuple(
    f"{_W}{name}" for name in ("b", "i", "u", "em", "strike", "dstrike", "vertAlign", "highlight", "shd")
)
_OFF = ("0", "false", "off", "none", "auto", "baseline", "clear")
_BEFORE_HIGHLIGHT = frozenset(
    f"{_W}{name}"
    for name in (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"),
        *("shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing"),
        *("w", "kern", "position", "sz", "szCs"),
    )
)
"""Properties have an order (ECMA-376, Part 1, section 17.3.2.28): these come before the highlight."""
_SHOWN = 20
"""Characters of the original that a message shows."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Run:
    """A run with one text, or a part of one."""

    start: int
    """Place of its first character, as `Block.places` counts."""
    end: int
    element: Element


def write(block: Block, parts: Sequence[Part], texts: "Sequence[Text]") -> Iterator[str]:
    """Puts the English of a block into its document; gives messages on what it could not carry."""
    if all(part.english is None and not part.marked for part in parts):
        return
    runs = list(_isolated(block, parts, texts))
    starts = [run.start for run in runs]
    for part in parts:
        first, behind = block.place_at(part.start), block.place_at(part.end - 1) + 1
        mine = runs[bisect_left(starts, first) : bisect_left(starts, behind)]
        if part.english is None:
            _keep(mine, part)
            continue
        stretches, shared = _stretches(block, part, mine)
        carried = carry(part.english, stretches, block.text, part.names)
        _insert(mine, shared, carried.runs, part.lead)
        if part is parts[0]:
            mine = [*_indents(runs[: bisect_left(starts, first)]), *mine]
        fields = _fields(mine)
        for run in mine:
            if run.element not in fields:
                _remove(run.element)
        for start, end in carried.lost:
            yield f"emphasis left out, its English was not found: {_shown(block.text[start:end])}"


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _isolated(block: Block, parts: Sequence[Part], texts: "Sequence[Text]") -> Iterator[_Run]:
    """The runs of a block, split so that each has one text at the most, and is in one part or in none."""
    cuts = sorted(
        {place for part in parts for place in (block.place_at(part.start), block.place_at(part.end - 1) + 1)}
    )
    opening = bisect_right(texts, block.places[0][1], key=lambda text: text.start) - 1
    while opening and _same_line(texts[opening - 1], texts[opening]):
        opening -= 1
    closing = block.place_at(len(block.text) - 1)
    for text in texts[opening : bisect_right(texts, closing, key=lambda text: text.start)]:
        run = _alone(text.element)
        inside = cuts[bisect_right(cuts, text.start) : bisect_left(cuts, text.end)]
        yield from _cut(run, [text.start, *inside, text.end])


def _same_line(one: "Text", other: "Text") -> bool:
    """Whether two texts are of one paragraph, without a line break between them."""
    return _paragraph(one.element) is _paragraph(other.element) and one.element.tag != f"{_W}br"


def _paragraph(element: Element) -> Element:
    return next(element.iterancestors(f"{_W}p"), None)


def _alone(element: Element) -> Element:
    """The run of a text, after what else was in it has moved to runs like it."""
    run = element.getparent()
    content = [child for child in run if child.tag != f"{_W}rPr"]
    at = content.index(element)
    for others, put in ((content[:at], run.addprevious), (content[at + 1 :], run.addnext)):
        if others:
            sibling = _like(run)
            sibling.extend(others)
            put(sibling)
    return run


def _like(run: Element) -> Element:
    """An empty run with the properties of another."""
    made = run.makeelement(run.tag, run.attrib)
    properties = run.find(f"{_W}rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def _cut(run: Element, edges: Sequence[int]) -> Iterator[_Run]:
    """The run in pieces: one text from each edge to the next."""
    text = run.find(f"{_W}t")
    content = (text.text or "") if text is not None else ""
    origin = edges[0]
    for start, end in pairwise(edges):
        piece = run
        if end != edges[-1]:
            piece = _like(run)
            _set_text(piece, content[start - origin : end - origin])
            run.addprevious(piece)
        elif start != origin:
            run.remove(text)
            _set_text(run, content[start - origin :])
        yield _Run(start, end, piece)


def _set_text(run: Element, content: str) -> None:
    text = run.find(f"{_W}t")
    if text is None:
        text = run.makeelement(f"{_W}t")
        run.append(text)
    text.text = _NOT_XML.sub("", content)
    text.set(_SPACE, "preserve")


def _keep(runs: Sequence[_Run], part: Part) -> None:
    """Leaves the text of a part, marked where it is to be."""
    for run in runs:
        text = run.element.find(f"{_W}t")
        if text is None:
            continue
        if part.marked:
            _highlight(run.element)
        if part.lead and run is runs[0]:
            _set_text(run.element, part.lead + (text.text or ""))


def _highlight(run: Element) -> None:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        properties = run.makeelement(f"{_W}rPr")
        run.insert(0, properties)
    for old in properties.findall(f"{_W}highlight"):
        properties.remove(old)
    at = sum(child.tag in _BEFORE_HIGHLIGHT for child in properties)
    properties.insert(at, run.makeelement(f"{_W}highlight", {f"{_W}val": "yellow"}))


def _stretches(block: Block, part: Part, runs: Sequence[_Run]) -> tuple[list[Stretch], tuple[Element, ...]]:
    """The text of a part with its markup, and the elements in the paragraph that hold all of it."""
    chains = [_chain(run.element) for run in runs]
    shared = []
    for level in zip(*chains, strict=False):
        if any(element is not level[0] for element in level):
            break
        shared.append(level[0])
    places = [place for _, place in block.places]
    offsets = [_offset(block, places, run.start, part) for run in runs]
    stretches = [
        Stretch(start, end, tuple(_markup(run.element, chain[len(shared) :])))
        for run, chain, start, end in zip(runs, chains, offsets, [*offsets[1:], part.end], strict=True)
        if start < end
    ]
    return stretches, tuple(shared)


def _chain(run: Element) -> list[Element]:
    """What is around a run, from its paragraph inward."""
    chain: list[Element] = []
    for element in run.iterancestors():
        chain.append(element)
        if element.tag == f"{_W}p":
            break
    return chain[::-1]


def _offset(block: Block, places: Sequence[int], place: int, part: Part) -> int:
    """Where in the block's text a place of the document is, or what follows it."""
    index = bisect_right(places, place) - 1
    if index < 0:
        return part.start
    at, first = block.places[index]
    following = block.places[index + 1][0] if index + 1 < len(places) else part.end
    return max(part.start, min(at + place - first, following, part.end))


def _markup(run: Element, around: Iterable[Element]) -> Iterator[Markup]:
    from lxml import etree

    for element in around:
        if element.tag == f"{_W}hyperlink":
            yield Markup(tuple(sorted(element.attrib.items())), Role.LINK, element)
    properties = run.find(f"{_W}rPr")
    if properties is None:
        yield Markup("", Role.LOOK)
        return
    for name in _EMPHASIS:
        found = properties.find(name)
        if found is not None and found.get(f"{_W}val", "1") not in _OFF:
            yield Markup((name, found.get(f"{_W}val")), Role.EMPHASIS)
    yield Markup(etree.tostring(properties), Role.LOOK, properties)


def _insert(mine: Sequence[_Run], shared: Sequence[Element], runs: Iterable[Any], lead: str) -> None:
    """Puts English before the first of the runs that it replaces, outside of what holds only some of them."""
    parent = shared[-1]
    place = mine[0].element
    while place.getparent() is not parent:
        place = place.getparent()
    link: Markup | None = None
    holder = parent
    for run in runs:
        made = mine[0].element.makeelement(f"{_W}r")
        properties = _properties(run.around, mine[0].element)
        if properties is not None:
            made.append(properties)
        _set_text(made, lead + run.text)
        lead = ""
        outer = next((markup for markup in run.around if markup.role is Role.LINK), None)
        if outer is None:
            place.addprevious(made)
        else:
            if outer != link:
                holder = parent.makeelement(outer.element.tag, outer.element.attrib)
                place.addprevious(holder)
            holder.append(made)
        link = outer


def _properties(around: Sequence[Markup], first: Element) -> Element | None:
    """The properties of English under this markup, or those of the first run replaced without its emphasis."""
    look = next((markup for markup in around if markup.role is Role.LOOK), None)
    found = look.element if look else first.find(f"{_W}rPr")
    if found is None:
        return None
    made = deepcopy(found)
    for child in list(made):
        if not look and child.tag in _EMPHASIS:
            made.remove(child)
        elif child.tag == f"{_W}rFonts":
            # Quotation marks and dashes are not to come from the Chinese font, where they are wide.
            child.attrib.pop(f"{_W}hint", None)
    return made


def _fields(runs: Sequence[_Run]) -> set[Element]:
    """The runs that are in a field which begins and ends inside a part: a link as WPS makes it, a cross-reference.

    A field is not taken apart: as a link without a place in the English, it follows in brackets with its Chinese text.
    """
    held: set[Element] = set()
    begin = None
    inside: list[Element] = []
    first, last = runs[0].element, runs[-1].element
    for run in first.itersiblings(f"{_W}r"):
        inside.append(run)
        for mark in run.iterfind(f"{_W}fldChar"):
            kind = mark.get(f"{_W}fldCharType")
            if kind == "begin" and begin is None:
                begin, inside = run, []
            elif kind == "end" and begin is not None:
                for text, put in ((" (", begin.addprevious), (")", run.addnext)):
                    bracket = _like(first)
                    _set_text(bracket, text)
                    put(bracket)
                held.update(inside)
                begin = None
        if run is last and begin is None:
            break
    return held


def _indents(runs: Iterable[_Run]) -> Iterator[_Run]:
    """Of the runs before the first text of a paragraph those of ideographic spaces: English paragraphs have none."""
    for run in runs:
        text = run.element.findtext(f"{_W}t") or ""
        if text and not text.strip() and any(space in IDEOGRAPHIC for space in text):
            yield run


def _remove(run: Element) -> None:
    """Takes a run out, and what holds nothing any more without it."""
    while True:
        parent = run.getparent()
        if parent.tag == f"{_W}ruby":
            run = parent
            continue
        parent.remove(run)
        empty = all(child.tag in (f"{_W}rPr", f"{_W}rt", f"{_W}rubyPr") for child in parent)
        if not empty or parent.tag not in _EMPTIED:
            return
        run = parent


_EMPTIED = frozenset(f"{_W}{name}" for name in ("r", "hyperlink", "ins", "moveTo", "smartTag", "rubyBase"))
