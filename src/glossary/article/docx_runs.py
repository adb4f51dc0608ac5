"""A Word document written back: the package as it is, with English in the place of segments."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from glossary.article.carry import Markup, Role, Stretch, carry, remarks
from glossary.article.docx_cut import Run, isolated, set_text
from glossary.article.docx_fields import Field, fields, put
from glossary.article.docx_remove import indents, remove
from glossary.article.model import Block, Part
from glossary.article.wordprocessing import Text, W
from glossary.xml import Element

_EMPHASIS = tuple(
    f"{W}{name}" for name in ("b", "i", "u", "em", "strike", "dstrike", "vertAlign", "highlight", "shd")
)
_OFF = ("0", "false", "off", "none", "auto", "baseline", "clear")
_BEFORE_HIGHLIGHT = frozenset(
    f"{W}{name}"
    for name in (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"),
        *("shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing"),
        *("w", "kern", "position", "sz", "szCs"),
    )
)
"""Properties have an order (ECMA-376, Part 1, section 17.3.2.28): these come before the highlight."""


def write(block: Block, parts: Sequence[Part], texts: Sequence[Text]) -> Iterator[str]:
    """Puts the English of a block into its document; gives messages on what it could not carry."""
    if all(part.english is None and not part.marked for part in parts):
        return
    runs = list(isolated(block, parts, texts))
    starts = [run.start for run in runs]
    for part in parts:
        first, behind = block.place_at(part.start), block.place_at(part.end - 1) + 1
        mine = runs[bisect_left(starts, first) : bisect_left(starts, behind)]
        if part.english is None:
            _keep(mine, part)
            continue
        held = fields(mine)
        stretches, shared = _stretches(block, part, mine, held)
        carried = carry(part.english, stretches, block.text, part.names)
        _insert(mine, shared, carried.runs, part.lead, held)
        if part is parts[0]:
            mine = [*indents(runs[: bisect_left(starts, first)]), *mine]
        for run in mine:
            if run.element not in held:
                remove(run.element)
        yield from remarks(carried, block.text)


def _keep(runs: Sequence[Run], part: Part) -> None:
    """Leaves the text of a part, marked where it is to be."""
    for run in runs:
        text = run.element.find(f"{W}t")
        if text is None:
            continue
        if part.marked:
            _highlight(run.element)
        if part.lead and run is runs[0]:
            set_text(run.element, part.lead + (text.text or ""))


def _highlight(run: Element) -> None:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = run.makeelement(f"{W}rPr")
        run.insert(0, properties)
    for old in properties.findall(f"{W}highlight"):
        properties.remove(old)
    at = sum(child.tag in _BEFORE_HIGHLIGHT for child in properties)
    properties.insert(at, run.makeelement(f"{W}highlight", {f"{W}val": "yellow"}))


def _stretches(
    block: Block, part: Part, runs: Sequence[Run], held: Mapping[Element, Field]
) -> tuple[list[Stretch], tuple[Element, ...]]:
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
        Stretch(start, end, tuple(_markup(run.element, chain[len(shared) :], held)))
        for run, chain, start, end in zip(runs, chains, offsets, [*offsets[1:], part.end], strict=True)
        if start < end
    ]
    return stretches, tuple(shared)


def _chain(run: Element) -> list[Element]:
    """What is around a run, from its paragraph inward."""
    chain: list[Element] = []
    for element in run.iterancestors():
        chain.append(element)
        if element.tag == f"{W}p":
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


def _markup(run: Element, around: Iterable[Element], held: Mapping[Element, Field]) -> Iterator[Markup]:
    """The markup of a run. Fields are links: their text has a place in the English, or follows it."""
    from lxml import etree

    if field := held.get(run):
        yield Markup(field, Role.LINK, field)
    for element in around:
        if element.tag == f"{W}hyperlink":
            yield Markup(tuple(sorted(element.attrib.items())), Role.LINK, element)
        elif element.tag == f"{W}fldSimple":
            yield Markup(element, Role.LINK, element)
    properties = run.find(f"{W}rPr")
    if properties is None:
        yield Markup("", Role.LOOK)
        return
    for name in _EMPHASIS:
        found = properties.find(name)
        if found is not None and found.get(f"{W}val", "1") not in _OFF:
            yield Markup((name, found.get(f"{W}val")), Role.EMPHASIS)
    yield Markup(etree.tostring(properties), Role.LOOK, properties)


def _insert(
    mine: Sequence[Run],
    shared: Sequence[Element],
    runs: Iterable[Any],
    lead: str,
    held: Mapping[Element, Field],
) -> None:
    """Puts English before the first of the runs that it replaces, outside of what holds only some of them."""
    parent = shared[-1]
    first = mine[0].element
    place = held[first].elements[0] if first in held else first
    while place.getparent() is not parent:
        place = place.getparent()
    behind = first.makeelement(f"{W}r")  # fields may move, so that the place is marked
    place.addprevious(behind)
    link: Markup | None = None
    holder = parent
    for run in runs:
        outer = next((markup for markup in run.around if markup.role is Role.LINK), None)
        if outer and isinstance(outer.element, Field):
            put(outer.element, lead + run.text, behind)
        else:
            made = _made(run, first, lead)
            if outer is None:
                behind.addprevious(made)
            else:
                if outer != link:
                    holder = parent.makeelement(outer.element.tag, outer.element.attrib)
                    behind.addprevious(holder)
                holder.append(made)
        lead = ""
        link = outer
    parent.remove(behind)


def _made(run: Any, first: Element, lead: str) -> Element:
    """A run with English; `first` is the first of the runs that it replaces."""
    made = first.makeelement(f"{W}r")
    properties = _properties(run.around, first)
    if properties is not None:
        made.append(properties)
    set_text(made, lead + run.text)
    return made


def _properties(around: Sequence[Markup], first: Element) -> Element | None:
    """The properties of English under this markup, or those of the first run replaced without its emphasis."""
    look = next((markup for markup in around if markup.role is Role.LOOK), None)
    found = look.element if look else first.find(f"{W}rPr")
    if found is None:
        return None
    made = deepcopy(found)
    for child in list(made):
        if not look and child.tag in _EMPHASIS:
            made.remove(child)
        elif child.tag == f"{W}rFonts":
            # Quotation marks and dashes are not to come from the Chinese font, where they are wide.
            child.attrib.pop(f"{W}hint", None)
    return made
