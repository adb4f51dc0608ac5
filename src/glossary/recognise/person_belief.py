"""Which candidates are believed to be names: evidence from the whole document, and one reading of each stretch."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from glossary import tables
from glossary.recognise.person_lines import bylines
from glossary.recognise.person_page import Page
from glossary.recognise.person_scan import Candidate

BELIEVED = 1.5
"""Log odds from which on a candidate is a name. Set by looking at precision and recall on newspaper text."""
SURE = 6.0
"""Log odds from which on that is certain enough for a translator."""

_ESTABLISHING = 5.0
"""Log odds from which on a mention establishes a name, so that its other mentions are believed more readily."""
_WITNESSED = 2.0
"""What stands around an establishing mention says at least that much."""
_ESTABLISHED = 5.0
"""What it is worth that a name is established elsewhere."""
_LISTED = 3.0
"""What a name is worth for its neighbour in a list."""
_ROUNDS = 3
"""How often names found in lists may lead to further ones."""


def believe(page: Page, candidates: Sequence[Candidate]) -> dict[Candidate, float]:
    """The names among the candidates with their log odds, disjoint."""
    texts = {candidate: page.key[candidate.start : candidate.end] for candidate in candidates}
    mentions = Counter(texts.values())
    alone = bylines(page, candidates)
    around = {candidate: alone.get(candidate, candidate.left + candidate.right) for candidate in candidates}
    names = _disjoint({candidate: candidate.spelling + worth for candidate, worth in around.items()})
    for _ in range(_ROUNDS):
        lists = _listed(page, names, candidates)
        seen = {candidate: worth + lists.get(candidate, 0.0) for candidate, worth in around.items()}
        known = _established(
            {
                texts[name]
                for name in names
                if seen[name] >= _WITNESSED and seen[name] + name.spelling >= _ESTABLISHING
            },
            mentions,
        )
        names = _disjoint(
            {
                candidate: candidate.spelling + worth + known.get(texts[candidate], 0.0)
                for candidate, worth in seen.items()
            }
        )
    return names


def _disjoint(odds: Mapping[Candidate, float]) -> dict[Candidate, float]:
    """The likeliest of overlapping candidates, as far as they are believed."""
    taken: set[int] = set()
    chosen = {}
    believed = [(value, candidate) for candidate, value in odds.items() if value >= BELIEVED]
    for value, candidate in sorted(believed, reverse=True):
        stretch = range(candidate.start, candidate.end)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            chosen[candidate] = value
    return chosen


def _established(names: set[str], mentions: Mapping[str, int]) -> dict[str, float]:
    """What established names are worth.

    Of a name and a longer one that begins with it, the longer one counts where the shorter always goes on like it.
    """
    known = set(names)
    for longer in names:
        if (shorter := longer[:-1]) in names:
            known.discard(longer if mentions[shorter] > mentions[longer] else shorter)
    return dict.fromkeys(known, _ESTABLISHED)


def _listed(
    page: Page, names: Iterable[Candidate], candidates: Sequence[Candidate]
) -> dict[Candidate, float]:
    """What names are worth for the candidates that stand in a list with them."""
    joiners = tables.column("name_joiners")
    people = [*((name.start, name.end) for name in names), *page.people.items()]
    starts = {start - 1 for start, _ in people if page.key[start - 1 : start] in joiners}
    ends = {end + 1 for _, end in people if page.key[end : end + 1] in joiners}
    worth = {
        candidate: _LISTED * ((candidate.start in ends) + (candidate.end in starts))
        for candidate in candidates
    }
    return {candidate: value for candidate, value in worth.items() if value}
