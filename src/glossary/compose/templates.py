"""The templates of a glossary as a trie, and the readings that they give: `{city}市人民政府`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from msgspec.structs import replace

from glossary.compose import english
from glossary.lexicon import Lexicon, Template
from glossary.recognise.model import BOUND, Reading
from glossary.template import Slot, fill

_MOST_READINGS = 16
"""How many composed readings one position may have: what is more ambiguous than that is no name."""

_MOST_ALTERNATIVES = 6

Bindings = tuple[tuple[str, Reading], ...]


@dataclass(slots=True)
class _Node:
    """A place in the trie: what may follow, and the forms that are complete here."""

    slots: dict[str, list[tuple[str, "_Node"]]] = field(default_factory=dict)
    """By label: the slot's name with its digits, and what follows it."""
    literals: dict[str, list[tuple[str, "_Node"]]] = field(default_factory=dict)
    """By first character."""
    forms: list[int] = field(default_factory=list)


class Templates:
    """The templates of a lexicon, ready to be applied."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._root = _Node()
        for template in lexicon.templates:
            self._add(template)
        parts = (part for template in lexicon.templates for part in template.parts)
        self._often = self._root.slots.keys() | self._after_a_character()
        self._seldom = {part.label for part in parts if isinstance(part, Slot)} - self._often
        """The labels of slots that are only inside templates."""

    def _after_a_character(self) -> set[str]:
        """The labels of slots that stand behind one character at a template's start: 第 is on every page."""
        opened = (node for known in self._root.literals.values() for text, node in known if len(text) == 1)
        return {label for node in opened for label in node.slots}

    def _add(self, template: Template) -> None:
        node = self._root
        for part in template.parts:
            name, label = (part.name, part.label) if isinstance(part, Slot) else (part, part[:1])
            branches = (node.slots if isinstance(part, Slot) else node.literals).setdefault(label, [])
            node = next((below for known, below in branches if known == name), None) or _Node()
            if not any(below is node for _, below in branches):
                branches.append((name, node))
        node.forms.append(template.form)

    def use(self, kind: str) -> bool:
        """Whether readings of this kind fill slots that are asked for at many positions."""
        return not self._often.isdisjoint(labels(kind))

    def following(self, kind: str) -> tuple[tuple[str, ...], bool]:
        """The literals that may follow a slot filled by this kind at a template's start, and whether a slot may."""
        nodes = [node for label in labels(kind) for _, node in self._root.slots.get(label, ())]
        literals = {text for node in nodes for known in node.literals.values() for text, _ in known}
        return tuple(literals), any(node.slots for node in nodes)

    def at(
        self,
        key: str,
        start: int,
        by_start: Mapping[int, Sequence[Reading]],
        others: Callable[[str, int], Sequence[Reading]],
    ) -> list[Reading]:
        """The readings that templates give at one position of a match key, those that nest in others too.

        Args:
            key: The match key.
            start: The position.
            by_start: What is known, by where it starts: all that there is to the right of `start`.
            others: What is known besides and fills the slots of a label at a position; see `use`.
        """
        found: dict[tuple[int, str], Reading] = {}
        todo = list(_literal_steps(self._root, key, start, ()))
        pending = list(by_start.get(start, ()))
        while todo or pending:
            if not todo:
                todo = list(_slot_steps(self._root, key, (pending.pop(),), ()))
                continue
            node, position, bindings = todo.pop()
            for form in node.forms:
                composed = self._reading(form, start, position, bindings)
                if composed and (position, composed.kind) not in found and len(found) < _MOST_READINGS:
                    found[position, composed.kind] = composed
                    pending.append(composed)
            if node.literals:
                todo += _literal_steps(node, key, position, bindings)
            if node.slots and position in by_start:
                todo += _slot_steps(node, key, by_start[position], bindings)
            for label in self._seldom.intersection(node.slots):
                todo += _slot_steps(node, key, others(label, position), bindings)
        return list(found.values())

    def _reading(self, form: int, start: int, end: int, bindings: Bindings) -> Reading | None:
        kind, rendering, alternatives, term = self._lexicon.sense(form)
        if any(reading.term and reading.term.zh == term.zh for _, reading in bindings):
            return None  # a template does not fill itself: 本溪市市 is no city
        uncertain = any(reading.uncertain for _, reading in bindings)
        values = {name: reading.rendering for name, reading in bindings}
        if "the {" in rendering:
            rendering = _with_articles(rendering, bindings)
            alternatives = tuple(_with_articles(other, bindings) for other in alternatives)
        others = _alternatives(rendering, alternatives, bindings, values)
        if any("{" in wrong for wrong in term.forbid):
            term = replace(term, forbid=tuple(fill(wrong, values) for wrong in term.forbid))
        return Reading(
            start, end, _narrowed(kind, bindings), fill(rendering, values), others, term, uncertain
        )


def _narrowed(kind: str, bindings: Bindings) -> str:
    """The kind of what a template makes: 芝加哥市 is a city abroad, as 芝加哥 is."""
    narrow = bindings[0][1].kind
    if len(bindings) > 1 or not narrow.startswith(f"{kind}."):
        return kind
    return narrow.removesuffix(f".{BOUND}")


def _with_articles(rendering: str, bindings: Bindings) -> str:
    """A template's rendering without "the" before what takes none: Expert Workstation of Peking University."""
    for name, reading in bindings:
        if english.the(reading.rendering, reading.kind) == reading.rendering:
            rendering = rendering.replace(f"the {{{name}}}", f"{{{name}}}")
    return rendering


def _literal_steps(
    node: _Node, key: str, position: int, bindings: Bindings
) -> Iterator[tuple[_Node, int, Bindings]]:
    for literal, below in node.literals.get(key[position : position + 1], ()):
        if key.startswith(literal, position):
            yield below, position + len(literal), bindings


def _slot_steps(
    node: _Node, key: str, readings: Iterable[Reading], bindings: Bindings
) -> Iterator[tuple[_Node, int, Bindings]]:
    """The steps through the slots of a node that readings fill, but for those that surely lead no further."""
    for reading in readings:
        following = key[reading.end : reading.end + 1]
        for label in labels(reading.kind):
            for name, below in node.slots.get(label, ()):
                if below.forms or below.slots or following in below.literals:
                    yield below, reading.end, (*bindings, (name, reading))


def _alternatives(
    rendering: str, alternatives: Iterable[str], bindings: Bindings, values: Mapping[str, str]
) -> tuple[str, ...]:
    """Other renderings of the whole: of the template first, then of what fills it."""
    made = dict.fromkeys(fill(other, values) for other in alternatives)
    for name, reading in bindings:
        for other in islice(reading.alternatives, 2):
            made.setdefault(fill(rendering, {**values, name: other}))
    made.pop(fill(rendering, values), None)
    return tuple(islice(made, _MOST_ALTERNATIVES))


@lru_cache(maxsize=1024)
def labels(kind: str) -> tuple[str, ...]:
    """The slot names that a kind can fill: `place.city` fills `{place}` and `{city}`."""
    return tuple(dict.fromkeys(kind.split(".")))
