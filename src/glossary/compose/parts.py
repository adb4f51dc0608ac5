"""What names are made of at the positions of one document: places, names of bodies without their head, posts."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from glossary.compose import english, posts, vocabulary
from glossary.compose.areas import Area, area, is_within, prefixed, within
from glossary.compose.cores import Core, cores_at
from glossary.compose.fieldphrase import known_words
from glossary.compose.glance import BODY, POST, reaches_an_ending
from glossary.compose.posts import Post, posts_at
from glossary.compose.state import State
from glossary.compose.templates import labels
from glossary.compose.terms import of_term
from glossary.compose.vocabulary import Word, bodies, prefixed_levels
from glossary.recognise.model import Reading


class Parts:
    """The parts of names in one document, each worked out once."""

    def __init__(self, state: State, heads: Mapping[int, tuple[int, Area]]) -> None:
        """Keeps what the parts are found in.

        Args:
            state: What is known of the document.
            heads: Where a level or a character for a country stands for a place, (end, area) by start.
        """
        self._state = state
        self._others = {**state.branches, **heads}
        self._areas: dict[int, tuple[tuple[int, Area], ...]] = {}
        self._cores: dict[int, tuple[Core, ...]] = {}
        self._posts: dict[int, list[Post]] = {}

    def areas(self, position: int) -> tuple[tuple[int, Area], ...]:
        """The places that start at a position as heads of names: (end, area)."""
        state = self._state
        if (
            position not in state.place_starts
            and position not in self._others
            and position not in state.terms
        ):
            return ()
        found = self._areas.get(position)
        if found is None:
            found = self._areas[position] = tuple(self._find_areas(position))
        return found

    def _find_areas(self, position: int) -> Iterator[tuple[int, Area]]:
        terms = self._state.terms
        for end, place in self._places(position):
            yield end, place
            if end in terms:
                behind, ordinals = terms[end]
                yield behind, of_term(place, ordinals)
        if position in terms:
            end, ordinals = terms[position]
            for behind, place in self._places(end):
                yield behind, of_term(place, ordinals)

    def _places(self, position: int) -> Iterator[tuple[int, Area]]:
        """The places that start at a position, the levels alone, and what branches are named after."""
        key = self._state.key
        for reading in self._state.at(position) if position in self._state.place_starts else ():
            if not reading.kind.startswith("place"):
                continue
            place = area(reading.kind, reading.rendering, self._state.text(reading))
            if place:
                if place.level != "country" and reading.end in self._state.by_start:
                    for end, inner in self.areas(reading.end):
                        if inner.bare and is_within(inner, place):
                            yield end, within(inner, place)
                yield reading.end, place
                if place.explicit and key[reading.end - 1] == key[reading.end : reading.end + 1]:
                    yield reading.end + 1, place  # the level once more: 南芬区区委
        if position in self._others:
            yield self._others[position]

    def prefixed(self, start: int) -> Iterator[Reading]:
        """The places that have the city or province before them in their names: 大连金普新区."""
        state = self._state
        for outer in state.at(start):
            for inner in state.at(outer.end) if outer.end in state.place_starts else ():
                if not state.text(inner).endswith(prefixed_levels()):
                    continue
                around, inside = (
                    area(each.kind, each.rendering, state.text(each)) for each in (outer, inner)
                )
                if around and inside and is_within(inside, around):
                    names = prefixed(around, (inner.rendering, *inner.alternatives[:1]))
                    yield replace(inner, start=start, rendering=names[0], alternatives=names[1:])

    def cores(self, position: int) -> tuple[Core, ...]:
        """What bodies' names can go on with at a position."""
        found = self._cores.get(position)
        if found is None:
            if not self._state.ways(position) & BODY:
                return ()
            key = self._state.key
            fields = self._state.begins_a_field(position) or reaches_an_ending(key, position)
            found = cores_at(key, position, self._words, self.areas, fields=fields)
            self._cores[position] = found
        return found

    def sorts(self, head: Reading) -> frozenset[str]:
        """What a body is to the forms of posts: by its kind, another country's also by how it is called.

        The glossary has 英国央行 by a name of its own, and its head is still that of a central bank.
        """
        found = posts.tokens(head.kind)
        for end, place in self.areas(head.start):
            if place.level == "country" and "china" not in place.tokens:
                alike = (core.form for core in self.cores(end) if core.end == head.end)
                found = found.union(*(labels(form.kind) for form in alike if form.under & place.tokens))
        return found

    def _words(self, position: int) -> list[tuple[int, Word]]:
        """The words for fields of work that start at a position: of the table, and the glossary's terms."""
        words = list(known_words(self._state.key, position))
        for reading in self._state.at(position):
            text = self._state.text(reading)
            # What a body's name ends in is none, nor is a post, though it may be a term: 全国重点实验室, 负责人.
            other = bodies()["*"].get(text) or vocabulary.posts().get(text)
            known = other or any(end == reading.end for end, _ in words)
            if labels(reading.kind)[0] in ("term", "field") and not known:
                names = tuple(map(english.capitals, (reading.rendering, *reading.alternatives[:2])))
                words.append((reading.end, Word(text, names, names[0], "domain")))
                words.sort(key=lambda item: -item[0])
        return words

    def posts(self, position: int) -> list[Post]:
        """The posts that start at a position, without a body or place."""
        found = self._posts.get(position)
        if found is None:
            if not self._state.ways(position) & POST:
                return []
            titles = [
                reading
                for reading in self._state.at(position)
                if reading.kind == "title" and reading.term and reading.term.zh == self._state.text(reading)
            ]
            found = self._posts[position] = posts_at(self._state.key, position, titles)
        return found
