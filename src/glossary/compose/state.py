"""What is known of one document while its names are composed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from glossary.compose.areas import Area
from glossary.compose.glance import BODY, POST, begins_a_prefix, ends_a_field, joins, ways
from glossary.compose.templates import Templates, labels
from glossary.compose.terms import numbered_bodies, terms
from glossary.compose.unknown import unknown_fields
from glossary.recognise.model import Reading

_GOING_ON = {"title": POST, "place": BODY, "institution": BODY, "term": BODY, "field": BODY}
"""What names can go on with, and as what (see `glance`)."""
_HEADS = ("place", "institution", "title")
"""Kinds that names by structure begin with."""
_PERSON, _TITLE = "person", "title"
HEAD = "长"
"""With the last character of a body the post of its head: 教育局长."""


class _Use(NamedTuple):
    """What readings of a kind are good for."""

    used: bool
    """Whether anything is made of them."""
    way: int
    """As what a name goes on with them."""
    term: bool
    """Whether they are fields of work only where more follows."""
    head: bool
    """Whether names by structure begin with them."""
    place: bool
    following: frozenset[str]
    """What may follow where a template begins with them (`Templates.following`)."""


class State:
    """The readings of a document by where they start."""

    def __init__(
        self,
        key: str,
        readings: Sequence[Reading],
        templates: Templates,
        branches: Mapping[int, tuple[int, Area]],
    ) -> None:
        """Takes in those of `readings` that anything can be made of, by structure or by `templates`."""
        self.key = key
        self.by_start: dict[int, list[Reading]] = {}
        self.unknown = unknown_fields(key)
        """See `unknown_fields`."""
        self.terms = terms(key)
        """See `terms`."""
        self.branches = branches
        """See `Shortened.before_branches`."""
        self.people = [reading for reading in readings if reading.kind == _PERSON]
        """The names of people."""
        self.people_starts = {person.start for person in self.people}
        self.made: list[Reading] = []
        """What has been composed."""
        self._templates = templates
        self._going_on: dict[int, int] = {}
        """Where readings start that a name can go on with, and as what."""
        self._ways: dict[int, int] = {}
        self._uses: dict[str, _Use] = {}
        self.place_starts: set[int] = set()
        self.place_ends: set[int] = set()
        heads, fillers = self._take((*readings, *numbered_bodies(key, readings)) if self.terms else readings)
        self.template_starts = {reading.start for reading in fillers if self._fills(reading)}
        """Where templates may begin with a slot, by a first look."""
        self.titles = [reading for reading in heads if reading.kind == _TITLE]
        """The titles that were known before."""
        self.starts = {reading.start for reading in heads if self._goes_on(reading)}
        """Where names by structure may begin, by a first look."""

    def _take(self, readings: Iterable[Reading]) -> tuple[list[Reading], list[Reading]]:
        """Takes in readings; those that names by structure begin with, and those that templates do."""
        by_start, uses = self.by_start, self._uses
        heads: list[Reading] = []
        fillers: list[Reading] = []
        for reading in readings:
            start = reading.start
            use = uses.get(reading.kind)
            # Unpacked at once: there are tens of thousands of readings in a megabyte.
            used, _, _, head, place, following = use or self._use(reading.kind)
            if not used:
                continue
            if start in by_start:
                by_start[start].append(reading)
            else:
                by_start[start] = [reading]
            if head:
                heads.append(reading)
                if place:
                    self.place_starts.add(start)
                    self.place_ends.add(reading.end)
            if following:
                fillers.append(reading)
        return heads, fillers

    def _use(self, kind: str) -> "_Use":
        sort = labels(kind)[0]
        way = _GOING_ON.get(sort, 0)
        following = self._templates.following(kind)
        used = bool(way) or self._templates.use(kind)
        use = self._uses[kind] = _Use(used, way, sort == "term", sort in _HEADS, sort == "place", following)
        return use

    def _fills(self, reading: Reading) -> bool:
        """Whether a template that begins with this reading may go on behind it, by a cheap look."""
        following = self._uses[reading.kind].following
        end = reading.end
        return self.key[end : end + 1] in following or ("" in following and end in self.by_start)

    def _goes_on(self, reading: Reading) -> bool:
        """Whether a name by structure may go on behind this reading, or begin before it, by a cheap look."""
        if reading.kind == _TITLE:
            return joins(self.key, reading.end) or begins_a_prefix(self.key, reading.start)
        return bool(self.ways(reading.end))

    def fills(self, start: int, since: int) -> bool:
        """Whether a template may begin at a position with what has been composed there.

        Args:
            start: The position.
            since: How much had been composed before.
        """
        return any(self._fills(reading) for reading in self.made[since:] if reading.start == start)

    def ways(self, position: int) -> int:
        """How a name may go on at a position: with a body, a post, both, or not at all (0)."""
        found = self._ways.get(position)
        if found is None:
            found = ways(self.key, position) | self._with_readings(position)
            if self.key[position : position + 1] == HEAD:
                found |= POST
            if position in self.unknown or position in self.terms or position in self.branches:
                found |= BODY
            self._ways[position] = found
        return found

    def begins_a_field(self, position: int) -> bool:
        """Whether a term starts at a position that may be the field of work in a body's name."""
        return bool(self._with_readings(position) & BODY)

    def _with_readings(self, position: int) -> int:
        """As what a name goes on at a position with the readings that start there."""
        found = self._going_on.get(position)
        if found is None:
            found = 0
            for reading in self.at(position):
                use = self._uses[reading.kind]
                if use.way & ~found and (not use.term or ends_a_field(self.key, reading.end)):
                    found |= use.way
            self._going_on[position] = found
        return found

    def at(self, position: int) -> Sequence[Reading]:
        """The readings that start at a position."""
        return self.by_start.get(position, ())

    def text(self, reading: Reading) -> str:
        """The stretch of the key that a reading names."""
        return self.key[reading.start : reading.end]

    def add(self, reading: Reading) -> None:
        """Takes in a composed reading."""
        self.made.append(reading)
        self._take((reading,))
        self._ways.pop(reading.start, None)
        self._going_on.pop(reading.start, None)
