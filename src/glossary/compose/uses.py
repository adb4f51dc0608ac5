"""What readings are good for while names are composed, by their kind."""

from typing import NamedTuple

from glossary.compose.glance import BODY, POST
from glossary.compose.templates import Templates, labels

FIELD = 4
"""With a term that may be the field of work in a body's name."""
NAMED = 8
"""With a body that has a name of its own."""
_GOING_ON = {
    "title": POST,
    "place": 0,
    "institution": NAMED,
    "term": BODY | FIELD,
    "field": BODY | FIELD,
}
"""What names are made of, and as what they go on with it (see `glance`)."""
_PARTS = frozenset({"sub", "party"})
"""Marks of bodies that are parts of others."""

_ASKED_FOR = ("person", "event")
"""Of what else the readings are asked for."""


class Use(NamedTuple):
    """What readings of a kind are good for."""

    used: bool
    """Whether anything is made of them, but for what few templates have inside (`Templates.use`)."""
    sort: str
    """What they name, in a word: place, institution, title."""
    way: int
    """As what a name goes on with them."""
    literals: tuple[str, ...]
    """What may follow where a template begins with them."""
    firsts: frozenset[str]
    """The first characters of that."""
    slot: bool
    """Whether another slot may follow there."""


class Uses:
    """The uses of all kinds that have been met, each worked out once for all documents."""

    def __init__(self, templates: Templates) -> None:
        self._templates = templates
        self.known: dict[str, Use] = {}
        """By kind."""
        self.unused: set[str] = set()
        """The kinds that are not used."""

    def of(self, kind: str) -> Use:
        """What readings of a kind are good for."""
        return self.known.get(kind) or self._learn(kind)

    def _learn(self, kind: str) -> Use:
        sort, *marks = labels(kind)
        way = _GOING_ON.get(sort, 0)
        if sort == "institution" and not _PARTS.isdisjoint(marks):
            way |= BODY
        literals, slot = self._templates.following(kind)
        used = sort in _GOING_ON or kind in _ASKED_FOR or self._templates.use(kind)
        if not used:
            self.unused.add(kind)
        firsts = frozenset(text[0] for text in literals)
        use = self.known[kind] = Use(used, sort, way, literals, firsts, slot)
        return use
