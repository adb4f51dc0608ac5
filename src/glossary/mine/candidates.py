"""From counts to candidates: one list, without what others contain, the most useful of each sort first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from glossary.mine import propose
from glossary.mine.corpus import Corpus, Span
from glossary.mine.marked import Marked, Sightings
from glossary.mine.model import Found, Options, Sort
from glossary.mine.terms import Gram, Terms

_INSIDE = 0.9
"""A candidate that stands inside longer ones in this share of its occurrences is left out."""


@dataclass(slots=True)
class _Candidate:
    key: str
    sort: Sort
    count: int
    score: float
    gram: Gram | None = None
    sightings: Sightings | None = None


def candidates(corpus: Corpus, marked: Marked, terms: Terms, options: Options) -> list[Found]:
    """The candidates of a corpus, sort by sort, the most useful first.

    Args:
        corpus: The articles.
        marked: What they mark.
        terms: What recurs in them.
        options: What is wanted.
    """
    found = _independent([*_of_marked(marked, options.minimum), *_of_terms(terms, marked)])
    chosen = [
        candidate
        for sort in Sort
        for candidate in sorted(
            (each for each in found if each.sort is sort), key=lambda each: (-each.score, each.key)
        )[: options.limit]
    ]
    sightings = _sightings(corpus, terms, [each.gram for each in chosen if each.gram])
    return [
        _found(corpus, each, each.sightings or sightings[each.gram.size, each.gram.number])  # type: ignore[union-attr]
        for each in chosen
    ]


def _of_marked(marked: Marked, minimum: int) -> Iterator[_Candidate]:
    for key, seen in marked.items():
        if seen.count >= minimum:
            score = log2(1 + len(key)) * seen.count * log2(1 + seen.articles)
            yield _Candidate(key, seen.sort, seen.count, score, sightings=seen)


def _of_terms(terms: Terms, marked: Mapping[str, Sightings]) -> Iterator[_Candidate]:
    for gram in terms.grams:
        if gram.key not in marked:
            yield _Candidate(gram.key, gram.sort, gram.count, gram.score, gram=gram)


def _independent(found: Sequence[_Candidate]) -> list[_Candidate]:
    """Those that do not stand inside longer ones nearly always."""
    inside: dict[str, int] = {each.key: 0 for each in found}
    for each in found:
        size = len(each.key)
        pieces = {each.key[a:b] for a in range(size) for b in range(a + 2, size + 1) if b - a < size}
        for piece in pieces & inside.keys():
            inside[piece] = max(inside[piece], each.count)
    return [each for each in found if inside[each.key] < _INSIDE * each.count]


def _sightings(corpus: Corpus, terms: Terms, grams: Iterable[Gram]) -> dict[tuple[int, int], Sightings]:
    """Where grams stand, by size and number."""
    found = {(gram.size, gram.number): Sightings(gram.sort) for gram in grams}
    for level in terms.levels:
        wanted = {number for size, number in found if size == level.size}
        for position, number in enumerate(level.at) if wanted else ():
            if number in wanted:
                span = corpus.span(position, level.size)
                found[level.size, number].see(span, corpus.article(span.segment))
    return found


def _found(corpus: Corpus, candidate: _Candidate, seen: Sightings) -> Found:
    first: Span = seen.spans[0]
    return Found(
        zh="".join(corpus.text(first).split()),
        sort=candidate.sort,
        count=candidate.count,
        articles=seen.articles,
        score=round(candidate.score, 3),
        contexts=tuple(dict.fromkeys(map(corpus.context, seen.spans))),
        proposal=seen.proposal or propose.fields(candidate.key),
        certain=seen.certain,
        parts=propose.parts(corpus, first),
    )
