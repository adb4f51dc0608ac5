"""Bodies and posts by structure, one position of a document at a time."""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from glossary import tables
from glossary.compose import bodies, posts
from glossary.compose.areas import Area
from glossary.compose.cores import Core, unknown_cores
from glossary.compose.glance import EITHER, HEAD, begins_a_prefix, joins
from glossary.compose.joint import Named, joint_posts, joint_titles
from glossary.compose.parts import Parts
from glossary.compose.posts import Post
from glossary.compose.state import State
from glossary.compose.templates import labels
from glossary.compose.uses import NAMED
from glossary.compose.vocabulary import BEFORE_POST, POSTED, prefixes
from glossary.han import is_han
from glossary.recognise.model import Reading

_MOST_READINGS = 16
"""How many composed readings one position may have: what is more ambiguous than that is no name."""
LONGEST = 60
"""Characters of a name: what is longer is none, and would not be read in linear time."""
_NOTHING = frozenset({"none"})
_OFFICES = frozenset({"bureau", "commission", "department"})
"""Bodies of places abroad that are not called as those of China are."""
_MISSIONS = frozenset("馆处团")
"""They make a body of an envoy's post: 大使馆, 代表处, 代表团."""


class Structure:
    """The composition of one document."""

    def __init__(self, state: State, heads: Mapping[int, tuple[int, Area]], fields: frozenset[int]) -> None:
        self.state = state
        self.parts = Parts(state, heads)
        posted = (match.start() for match in re.finditer(POSTED, state.key))
        self.openings = fields.union(heads, state.terms, posted)
        self._guessing = False
        """Whether unknown fields of work are read."""
        self._known: set[tuple[int, str]] = set()
        """The ends and sorts of what is known at the position that is being composed."""
        self._fields = fields

    def compose_at(self, start: int, *, guessing: bool) -> None:
        """Composes what begins at a position; all that begins to the right of it has been dealt with.

        Args:
            start: The position.
            guessing: Whether unknown fields of work are read. Only after all that is known for certain:
                中国科学院力学研究所 is no 研究所 of China.
        """
        self._guessing = guessing
        self._compose(start)
        titles = [reading for reading in self.state.at(start) if reading.kind == "title"]
        if titles:
            self._lengthen(start, titles)

    def is_new(self, end: int, sort: str) -> bool:
        """Whether no name of a sort that ends there is known at the position that is being composed.

        To be asked before the English is made: every other name is known already.
        """
        return (end, sort) not in self._known

    def may_guess(self, start: int) -> bool:
        """Whether an unknown field of work may follow what begins at a position."""
        unknown = self.state.unknown
        return bool(unknown) and any(reading.end in unknown for reading in self.state.at(start))

    def _compose(self, start: int) -> None:
        state, uses = self.state, self.state.uses.known
        heads = [
            reading
            for reading in state.at(start)
            if uses[reading.kind].sort == "institution" and state.ways(reading.end) & EITHER
        ]
        opens = start in self.openings or start in state.place_starts or start in state.branches
        if not heads and not opens:
            return
        self._known = {(reading.end, uses[reading.kind].sort) for reading in state.at(start)}
        made = 0
        todo = [self._at_opening(start) if opens else self._after_body(heads.pop())]
        while todo:
            for reading in todo.pop():
                kind = _sort(reading)
                new = self.is_new(reading.end, kind)
                if not new or made == _MOST_READINGS or reading.end - start > LONGEST:
                    continue
                made += 1
                self._known.add((reading.end, kind))
                state.add(reading)
                if kind == "institution" and state.ways(reading.end) & EITHER:
                    heads.append(reading)
            if heads:
                todo.append(self._after_body(heads.pop()))

    def _at_opening(self, start: int) -> Iterator[Reading]:
        if start in self.state.place_starts:
            yield from self.parts.prefixed(start)
        for end, place in self.parts.areas(start):
            ways = self.state.ways(end)
            if ways & EITHER or (ways & NAMED and place.level == "country"):
                yield from self._after_area(start, end, place)
        if self.state.key[start] == POSTED:
            yield from self._envoys(start, start + 1)
        if start in self._fields:
            for core in self.parts.cores(start):
                if self._is_a_name(core) and self.is_new(core.end, "institution"):
                    yield _body(start, core, core.unplaced, doubted=not self._begins_freely(start))

    def _is_a_name(self, core: Core) -> bool:
        """Whether a body is named with nothing before its name."""
        under = core.form.under
        return bool(
            core.form.alone or under & _NOTHING or (BEFORE_POST in under and self.parts.posts(core.end))
        )

    def _begins_freely(self, start: int) -> bool:
        """Whether nothing before a position can belong to a name that begins there."""
        before = self.state.key[start - 1 : start]
        return not before or not is_han(before) or before in tables.column("before_bodies")

    def _after_area(self, start: int, end: int, place: Area) -> Iterator[Reading]:
        foreign = place.level == "country" and "china" not in place.tokens
        short = foreign and not place.explicit
        doubted = foreign if place.bare else not self._begins_freely(start)
        for core in self._cores_under(end, place.tokens, surely=place.explicit and bool(place.bare)):
            known = labels(core.form.kind)
            if not self.is_new(core.end, "institution") or (short and "state" not in known):
                continue
            if names := bodies.of_area(place, core.names):
                doubtful = doubted or ("abroad" in place.tokens and not _OFFICES.isdisjoint(known))
                yield _body(start, core, names, doubted=doubtful and "state" not in known)
        if foreign and not short:
            yield from self._of_another_state(start, end, place)
        for post in self.parts.posts(end):
            received = not self.is_new(post.end, "title") or self._receives(start, post)
            found = None if received else posts.in_area(post, place)
            if found:
                form, names = found
                yield Reading(start, post.end, "title", names[0], names[1:], form.term)
        if place.level == "country" and self.state.key[end : end + 1] == POSTED:
            yield from self._envoys(start, end + 1, place)

    def _of_another_state(self, start: int, end: int, place: Area) -> Iterator[Reading]:
        """Another country's body that is called as one of China: 英国国家统计局. What it calls itself is not known."""
        for reading in self.state.at(end):
            listed = reading.term and "{" not in reading.term.zh
            if listed and _sort(reading) == "institution" and "party" not in labels(reading.kind):
                names = bodies.of_area(place, (reading.rendering, *reading.alternatives[:1]))
                yield replace(
                    reading, start=start, rendering=names[0], alternatives=names[1:], uncertain=True
                )

    def _receives(self, start: int, post: Post) -> bool:
        """Whether the place that starts there is where an envoy is, not whose envoy it is: 法国 in 驻法国大使."""
        return self.state.key[start - 1 : start] == POSTED and posts.is_envoy(post)

    def _envoys(self, start: int, position: int, sender: Area | None = None) -> Iterator[Reading]:
        """Posts of a country, which may not be named, in the place at a position: 中国驻法国大使, 驻法国大使."""
        for end, host in self.parts.areas(position):
            for post in self.parts.posts(end):
                found = posts.envoy(post, sender, host)
                if found and self.state.key[post.end : post.end + 1] not in _MISSIONS:
                    form, names = found
                    yield Reading(start, post.end, "title", names[0], names[1:], form.term)

    def _after_body(self, head: Reading) -> Iterator[Reading]:
        """The parts of a body and the posts in it."""
        start, end = head.start, head.end
        wholes = (head.rendering, *head.alternatives)
        sorts = posts.tokens(head.kind)
        cores = self._cores_under(end, sorts, surely=not head.uncertain and "party" not in sorts)
        for core in cores:
            if self.is_new(core.end, "institution"):
                names = bodies.of_body(wholes, head.kind, core.unplaced)
                yield _body(start, core, names, doubted=head.uncertain)
        for part in self.state.at(end):
            names = (part.rendering, *part.alternatives)
            if "communist" in sorts and "party" in labels(part.kind):
                yield replace(part, start=start)
            elif self._is_part(part) and not (part.uncertain and any(core.end < part.end for core in cores)):
                # What is in doubt alone is none behind its head, and is reached through the part that it begins with.
                made = bodies.of_body(wholes, head.kind, names[:3])
                uncertain = head.uncertain or part.uncertain
                yield Reading(start, part.end, part.kind, made[0], made[1:], part.term, uncertain)
        for stop, names, term in (*joint_posts(self, head, end), *self._heads(head)):
            yield Reading(start, stop, "title", names[0], names[1:], term, head.uncertain)

    def _is_part(self, part: Reading) -> bool:
        """Whether a body can be part of the one before it: 教育部 has 高等教育司, but no 辽宁省教育厅."""
        known = labels(part.kind)
        return "sub" in known and ("branch" in known or not self.parts.areas(part.start))

    def _heads(self, head: Reading) -> Iterator[Named]:
        """The head of a body whose post shares a character with it: 教育局长 is 教育局局长."""
        if self.state.key[head.end : head.end + 1] == HEAD:
            yield from joint_posts(self, head, head.end - 1)

    def _lengthen(self, start: int, titles: list[Reading]) -> None:
        """Adds the titles that are two posts of one person, and those with 原 or 副 before them."""
        key = self.state.key
        if any(joins(key, title.end) for title in titles):
            for reading in joint_titles(self, titles):
                if reading.end - start <= LONGEST:
                    self.state.add(reading)
                    titles.append(reading)
        if begins_a_prefix(key, start):
            for title in titles:
                for longer in self._with_prefix(title):
                    if all(known.end != longer.end for known in self.state.at(longer.start)):
                        self.state.add(longer)

    def _with_prefix(self, title: Reading) -> Iterator[Reading]:
        """A title with what stands before it: 原本溪市市长, 副检察长."""
        key, end = self.state.key, title.start
        for size in range(min(3, end), 0, -1):
            for prefix in prefixes().get(key[end - size : end]):
                start = end - size
                if key[start - 1 : start] in tuple(prefix.not_after) or not self._takes(title, prefix.role):
                    continue
                names = posts.prefixed((title.rendering, *title.alternatives), (prefix,))
                longer = Reading(start, title.end, "title", names[0], names[1:], title.term, title.uncertain)
                yield longer
                yield from self._with_prefix(longer)

    def _takes(self, title: Reading, role: str) -> bool:
        """Whether a prefix can stand before a title: 原 before any, 副 before a post alone."""
        if role == "time":
            return title.end - title.start > 1
        return any(post.end == title.end for post in self.parts.posts(title.start))

    def _cores_under(self, position: int, sorts: frozenset[str], *, surely: bool) -> list[Core]:
        """What the name of a body or place of some sorts can go on with.

        Args:
            position: Where the name goes on.
            sorts: What it is to the forms of its parts.
            surely: Whether the name is sure enough to take an unknown field of work for a part of it.
        """
        found = [core for core in self.parts.cores(position) if core.form.under & sorts]
        if surely and self._guessing and not found and position in self.state.unknown:
            unknown = unknown_cores(self.state.key, position, self.state.unknown[position])
            found = [core for core in unknown if core.form.under & sorts]
        return found


def _body(start: int, core: Core, names: tuple[str, ...], *, doubted: bool = False) -> Reading:
    form = core.form
    return Reading(
        start,
        core.end,
        form.kind,
        names[0],
        names[1:],
        form.term,
        core.form.doubtful or bool(core.unknown) or doubted,
    )


def _sort(reading: Reading) -> str:
    """What a reading names, in a word: place, institution, title."""
    return labels(reading.kind)[0]
