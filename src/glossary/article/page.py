"""Which part of a web page is the article.

An `<article>`, `<main>` or `role=main` says so itself. Otherwise it is the smallest container that holds
nearly all of the page's running text: Chinese characters outside links, in stretches that have the
punctuation of sentences. Menus, lists of headlines and legal notices have hardly any of that.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from glossary.article.blocks import collapsed
from glossary.article.html_runs import Run
from glossary.article.model import Block, BlockKind
from glossary.xml import Element

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
    **dict.fromkeys(("caption", "figcaption"), BlockKind.CAPTION),
}
_TEXT_TAGS = "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure"
_TEXT = frozenset(_TEXT_TAGS.split())
_TABLE_PARTS = frozenset(("table", "thead", "tbody", "tfoot", "tr"))
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_SENTENCE_MARK = re.compile("[，。；！？]")
_NEARLY_ALL = 0.9


def readable(root: Element, runs: Sequence[Run]) -> Iterator[Block]:
    """What the head of a page says, the headline, and the article, in document order."""
    body = root.find("body")
    body = root if body is None else body
    elements = list(body.iter("*"))
    container = _container(body, elements, _running_text(runs))
    head = root.find("head")
    in_head = set() if head is None else set(head.iter("*"))
    yield from _in_head(runs, in_head)
    yield from _headline(elements, container, runs)
    # Without a body the head is in the container.
    yield from blocks_under(container, [run for run in runs if run.owner not in in_head])


def blocks_under(container: Element, runs: Sequence[Run]) -> Iterator[Block]:
    """The blocks inside an element, each of the kind that the nearest element around it gives.

    Left out: forms, and headers that belong to the page and not to an article.
    """
    kinds: dict[Element, BlockKind] = {container: BlockKind.PARAGRAPH}
    for element in container.iter("*"):
        parent = element.getparent()
        if element is not container and parent in kinds and not _is_surrounding(element):
            kinds[element] = _KINDS.get(element.tag, kinds[parent])
    for run in runs:
        if run.owner in kinds:
            kind = BlockKind.ATTRIBUTE if run.attribute else kinds[run.owner]
            if block := collapsed(run.pieces, kind=kind):
                yield block


def _is_surrounding(element: Element) -> bool:
    if element.tag == "form":
        return True
    if element.tag != "header" and element.get("role") != "banner":
        return False
    return not any(_is_marked(ancestor) for ancestor in element.iterancestors())


def _is_marked(element: Element) -> bool:
    return element.tag in ("article", "main") or element.get("role") == "main"


def _running_text(runs: Sequence[Run]) -> dict[Element, int]:
    """Chinese characters of running text directly in each block element."""
    weights: dict[Element, int] = {}
    for run in runs:
        text = "" if run.attribute else "".join(piece.text for piece in run.pieces if not piece.linked)
        if _SENTENCE_MARK.search(text):
            weights[run.owner] = weights.get(run.owner, 0) + len(_HAN.findall(text))
    return weights


def _container(body: Element, elements: Sequence[Element], weights: Mapping[Element, int]) -> Element:
    marked = _inside_marked(elements)
    whole = sum(weights.get(element, 0) for element in elements)
    in_marked = {element: weight for element, weight in weights.items() if element in marked}
    if marked and sum(in_marked.values()) * 2 >= whole:
        chain = _chain(body, elements, in_marked)
        return next((element for element in reversed(chain) if _is_marked(element)), chain[-1])
    chain = _chain(body, elements, weights)
    return next((element for element in reversed(chain) if element.tag not in _TABLE_PARTS), body)


def _inside_marked(elements: Sequence[Element]) -> set[Element]:
    marked: set[Element] = set()
    for element in elements:
        if element.getparent() in marked or _is_marked(element):
            marked.add(element)
    return marked


def _chain(body: Element, elements: Sequence[Element], weights: Mapping[Element, int]) -> list[Element]:
    """The elements, from the body inward, that each hold nearly all of the running text."""
    totals = {element: weights.get(element, 0) for element in elements}
    for element in reversed(elements):
        if element is not body:
            totals[element.getparent()] += totals[element]
    enough = totals[body] * _NEARLY_ALL
    chain = [body]
    for element in elements if enough else ():
        # In document order the next one down is a child of the last.
        if element.getparent() is chain[-1] and totals[element] >= enough:
            if element.tag in _TEXT:
                break
            chain.append(element)
    return chain


def _in_head(runs: Sequence[Run], head: Container[Element]) -> Iterator[Block]:
    """The title of a page, and what else its head says of it."""
    for run in runs:
        if run.owner in head and (run.attribute or run.owner.tag == "title"):
            kind = BlockKind.ATTRIBUTE if run.attribute else BlockKind.HEADING
            if block := collapsed(run.pieces, kind=kind):
                yield block


def _headline(elements: Sequence[Element], container: Element, runs: Sequence[Run]) -> Iterator[Block]:
    """The `<h1>` that stands before the container, unless the article has its own."""
    places = {element: place for place, element in enumerate(elements)}
    headings = [
        run
        for run in runs
        if run.owner.tag == "h1" and not run.attribute and any(piece.text.strip() for piece in run.pieces)
    ]
    if any(container in (run.owner, *run.owner.iterancestors()) for run in headings):
        return
    before = [run for run in headings if places.get(run.owner, len(places)) < places[container]]
    for run in before:
        if run.owner is before[-1].owner and (block := collapsed(run.pieces, kind=BlockKind.HEADING)):
            yield block
