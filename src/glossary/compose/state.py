"""What is known of one document while its names are composed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain

from glossary.compose.areas import Area
from glossary.compose.glance import BODY, EITHER, begins_a_branch, begins_a_prefix, ends_a_field, joins, ways
from glossary.compose.templates import labels
from glossary.compose.terms import numbered_bodies, terms
from glossary.compose.unknown import unknown_fields
from glossary.compose.uses import FIELD, Uses
from glossary.compose.vocabulary import prefixed_levels
from glossary.recognise.model import Reading


class State:
    """The readings of a document by where they start."""

    def __init__(
        self,
        key: str,
        readings: Sequence[Reading],
        uses: Uses,
        branches: Mapping[int, tuple[int, Area]],
    ) -> None:
        """Takes in those of `readings` that anything can be made of."""
        self.key = key
        self.uses = uses
        """What readings are good for."""
        self.unknown = unknown_fields(key)
        """See `unknown_fields`."""
        self.terms = terms(key)
        """See `terms`."""
        self.branches = branches
        """See `Shortened.before_branches`."""
        self.made: list[Reading] = []
        """What has been composed."""
        self.templated: set[int] = set()
        """The identity of each reading of `made` that templates have made."""
        self._certain = {*self.unknown, *self.terms, *self.branches}
        """Where a body's name may go on, whatever stands there."""
        self._ways: dict[int, int] = {}
        self.by_start: defaultdict[int, list[Reading]] = defaultdict(list)
        self._by_kind: dict[str, list[Reading]] = {}
        """What was known before and is used."""
        self._readings = readings
        self._others: dict[str, defaultdict[int, list[Reading]]] = {}
        """See `others`: by label and position, for the labels that have been asked for."""
        self._take(readings)
        self.people = self._by_kind.get("person", [])
        """The names of people."""
        self.people_starts = {person.start for person in self.people}
        if self.terms:
            self._take(list(numbered_bodies(key, self._by_kind.get("event", ()))))
        self.places = self._of_sort("place")
        """The places that were known before."""
        self.titles = self._by_kind.get("title", [])
        """Likewise the titles."""
        self.place_starts = {place.start for place in self.places}
        self.place_ends = {place.end for place in self.places}
        self.template_starts = set().union(*map(self._filled, self._by_kind.values()))
        """Where templates may begin with a slot, by a first look."""
        self._heads = [*self.places, *self._of_sort("institution")]
        self.starts = self._going_on()
        """Where names by structure may begin, by a first look."""

    def _take(self, readings: Iterable[Reading]) -> None:
        """Takes in those of some readings that anything is made of."""
        by_start, by_kind, unused = self.by_start, self._by_kind, self.uses.unused
        # A document has more readings than positions where anything is made: hence nothing but this is done for each.
        for reading in readings:
            kind = reading.kind
            if kind in unused:
                continue
            if kind not in by_kind:
                if not self.uses.of(kind).used:
                    continue
                by_kind[kind] = []
            by_kind[kind].append(reading)
            by_start[reading.start].append(reading)

    def _of_sort(self, sort: str) -> list[Reading]:
        """What has been taken in of a sort."""
        groups = [group for kind, group in self._by_kind.items() if self.uses.known[kind].sort == sort]
        return list(chain.from_iterable(groups))

    def _filled(self, readings: Sequence[Reading]) -> set[int]:
        """Where those of some readings of one kind start behind which a template that begins with them may go on."""
        _, _, _, literals, firsts, slot = self.uses.of(readings[0].kind)
        if not literals and not slot:
            return set()
        key, by_start = self.key, self.by_start
        found: set[int] = set()
        for reading in readings:
            end = reading.end
            follows = key[end : end + 1] in firsts and key.startswith(literals, end)
            if follows or (slot and end in by_start):
                found.add(reading.start)
        return found

    def _going_on(self) -> set[int]:
        """Where titles start that may be lengthened, and places and bodies behind which a name may go on."""
        key = self.key
        found = {
            title.start for title in self.titles if joins(key, title.end) or begins_a_prefix(key, title.start)
        }
        for head in self._heads:
            ways = self.ways(head.end)
            if ways and (ways & EITHER or "country" in head.kind):
                found.add(head.start)
        return found

    def around(self, starts: Set[int]) -> set[int]:
        """Where places and bodies start that may go on with what is composed behind them, or is part of their name.

        Args:
            starts: Where anything may be composed.
        """
        found: set[int] = set()
        behind = [head for head in self._heads if head.end in self.by_start]
        for head in sorted(behind, key=lambda head: -head.start):
            end = head.end
            if (
                end in starts
                or end in found
                or any(self.text(inside).endswith(prefixed_levels()) for inside in self.at(end))
            ):
                found.add(head.start)
        return found

    def fills(self, start: int, since: int) -> bool:
        """Whether a template may begin at a position with what has been composed there.

        Args:
            start: The position.
            since: How much had been composed before.
        """
        made = (reading for reading in self.made[since:] if reading.start == start)
        return any(self._filled([reading]) for reading in made)

    def ways(self, position: int) -> int:
        """How a name may go on at a position: with a body, a post, a body with its own name, or not at all (0)."""
        found = self._ways.get(position)
        if found is None:
            found = ways(self.key, position)
            if position in self.by_start:
                found |= self._with_readings(position)
            if position in self._certain:
                found |= BODY
            self._ways[position] = found
        return found

    def begins_a_field(self, position: int) -> bool:
        """Whether a term starts at a position that may be the field of work in a body's name."""
        return bool(self.ways(position) & FIELD)

    def _with_readings(self, position: int) -> int:
        """As what a name goes on at a position with the readings that start there."""
        found = 0
        for reading in self.by_start[position]:
            _, sort, way, *_ = self.uses.known[reading.kind]
            if way & ~found and (sort != "term" or ends_a_field(self.key, reading.end)):
                found |= way
            if sort == "place" and self._branches_off(reading.end):
                found |= BODY
        return found

    def _branches_off(self, end: int) -> bool:
        """Whether a body may be called after the place that ends there, or after one inside it: 沈河分局."""
        inside = end in self.place_starts or end in self.branches or end in self.terms
        doubled = self.key[end - 1] == self.key[end : end + 1]
        return inside or doubled or begins_a_branch(self.key, end)

    def others(self, label: str, position: int) -> Sequence[Reading]:
        """The readings that start at a position and fill the slots of a label, of the kinds that are not used.

        They are many, numerals mostly, and few documents have what a template has before them: 长征 in 长征六号.
        """
        if label not in self._others:
            kinds = {kind for kind in self.uses.unused if label in labels(kind)}
            found = self._others[label] = defaultdict(list)
            for reading in [reading for reading in chain(self._readings, self.made) if reading.kind in kinds]:
                found[reading.start].append(reading)
        return self._others[label].get(position, ())

    def at(self, position: int) -> Sequence[Reading]:
        """The readings that start at a position."""
        return self.by_start.get(position, ())

    def text(self, reading: Reading) -> str:
        """The stretch of the key that a reading names."""
        return self.key[reading.start : reading.end]

    def add(self, reading: Reading) -> None:
        """Takes in a composed reading."""
        self.made.append(reading)
        use = self.uses.of(reading.kind)
        if use.used:
            self.by_start[reading.start].append(reading)
        else:
            for label in self._others.keys() & labels(reading.kind):
                self._others[label][reading.start].append(reading)
        if use.sort == "place":
            self.place_starts.add(reading.start)
        self._ways.pop(reading.start, None)
