"""Names that no list holds, composed of other readings: by the templates of a glossary, and by structure.

辽宁省科学技术厅成果转化与奖励处副处长 is a place, a body of it, a part of that, and a post in the part; the words are
in the tables `fields`, `bodies`, `posts`. Positions are taken from the end of the document to its start, so that
whatever a name can hold to its right is known when the name is tried; each position is dealt with once, and what is
made there is bounded.
"""

from collections.abc import Iterable
from itertools import chain

from glossary.compose.beside import beside
from glossary.compose.coordinated import coordinated_places
from glossary.compose.letters import letter_openings
from glossary.compose.openings import field_openings, level_openings
from glossary.compose.parted import parted_events
from glossary.compose.shortened import Shortened
from glossary.compose.state import State
from glossary.compose.structure import Structure
from glossary.compose.templates import Templates, labels
from glossary.compose.uses import Uses
from glossary.lexicon import Lexicon
from glossary.recognise.model import Reading

__all__ = ["Composer", "labels"]


_ROUNDS = 3
"""How often templates and structure take turns at one position."""


class Composer:
    """The templates of a lexicon and the rules of structure, ready to be applied to documents.

    A glossary without templates is a list of terms, and nothing is composed with it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._composes = bool(lexicon.templates)
        self._lexicon = lexicon
        self._templates = Templates(lexicon)
        self._uses = Uses(self._templates)
        self._shortened = Shortened(lexicon)

    def compose(self, key: str, readings: Iterable[Reading], openings: Iterable[int]) -> list[Reading]:
        """The readings that are composed of `readings` in a document's match key, in no promised order.

        Some are readings of `readings` again, with the same term but with more alternatives.

        Args:
            key: The match key.
            readings: What is known of the document.
            openings: Where literals start that templates begin with.
        """
        if not self._composes:
            return []
        readings = list(readings)
        branches = dict(self._shortened.before_branches(key))
        state = State(key, readings, self._uses, branches)
        heads = dict(chain(level_openings(key, state.place_ends, state.terms), letter_openings(key)))
        structure = Structure(state, heads, frozenset(field_openings(key)))
        begin = state.template_starts.union(openings)
        starts = state.starts | structure.openings
        starts |= state.around(starts | begin)
        for start in sorted(starts | begin, reverse=True):
            self._compose_at(start, structure, templates=start in begin, names=start in starts)
        # Of two readings of one span the first counts: what the glossary's own templates give goes first.
        state.made.sort(key=lambda reading: id(reading) not in state.templated)
        return [
            *state.made,
            *beside(structure),
            *parted_events(self._lexicon, key),
            *coordinated_places(self._lexicon, key, state.places),
        ]

    def _compose_at(self, start: int, structure: Structure, *, templates: bool, names: bool) -> None:
        """Composes at a position what is known for certain, then what is guessed."""
        self._in_turn(start, structure, templates=templates, names=names, guessing=False)
        if names and structure.may_guess(start):
            self._in_turn(start, structure, templates=False, names=True, guessing=True)

    def _in_turn(
        self, start: int, structure: Structure, *, templates: bool, names: bool, guessing: bool
    ) -> None:
        """Composes by templates and by structure in turn, as each may hold what the other makes."""
        state = structure.state
        for _ in range(_ROUNDS):
            before = len(state.made)
            if templates:
                for reading in self._templates.at(state.key, start, state.by_start, state.others):
                    if reading not in state.at(start):
                        state.add(reading)
                        state.templated.add(id(reading))
            if not names and len(state.made) == before:
                return
            before = len(state.made)
            structure.compose_at(start, guessing=guessing)
            if not state.fills(start, before):
                return
            templates = True
