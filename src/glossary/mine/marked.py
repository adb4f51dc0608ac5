"""Candidates that the article itself marks: quoted phrases, titles in 《》, numbered slogans, names composed in doubt."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from glossary import tables
from glossary.candidates import numbered_phrases
from glossary.mine.corpus import Corpus, Span
from glossary.mine.kinds import is_numbered
from glossary.mine.model import Sort
from glossary.mine.tokens import titles
from glossary.model import Annotation, Segment

_QUOTED = re.compile('"([^"\n]{2,16})"')
_PHRASE = re.compile("[\u3400-\u9fff0-9a-z·+-]+")
_HAN = re.compile("[\u3400-\u9fff]{2}")
_KEPT = 3
"""Places that are kept of a candidate, of different articles where there are."""


@dataclass(slots=True)
class Sightings:
    """Where one candidate stands."""

    sort: Sort
    count: int = 0
    articles: int = 0
    spans: list[Span] = field(default_factory=list)
    """The first few."""
    proposal: str = ""
    """What composition makes of it."""
    certain: bool = False
    last: int = -1
    """The latest article."""

    def see(self, span: Span, article: int) -> None:
        """Counts one more occurrence; articles come in order."""
        self.count += 1
        new = article != self.last
        self.articles += new
        self.last = article
        if len(self.spans) < _KEPT and (new or len(self.spans) + 1 < _KEPT):
            self.spans.append(span)


Marked = dict[str, Sightings]
"""By match key."""


def collect(
    marked: Marked, corpus: Corpus, segments: Iterable[tuple[int, Segment]], *, composed: bool
) -> None:
    """Adds what the segments of one article mark.

    Args:
        marked: What is added to.
        corpus: Has the segments.
        segments: The segments with their numbers there.
        composed: Whether names that composition is sure of count as well.
    """
    article = corpus.articles - 1
    for number, segment in segments:
        for start, end, sort, note in _marks(corpus.keys[number], segment.annotations, composed):
            key = corpus.keys[number][start:end].replace(" ", "")
            sighting = marked.setdefault(key, Sightings(sort))
            sighting.see(Span(number, start, end), article)
            if note:
                sighting.proposal, sighting.certain = note.rendering, not note.uncertain


def add_numbered(marked: Marked, corpus: Corpus) -> None:
    """Adds the numbered phrases that recur in a corpus without quotation marks, and are no part of what is known."""
    key = "\n".join(corpus.keys)
    starts = list(accumulate((len(each) + 1 for each in corpus.keys), initial=0))
    for first, last in numbered_phrases(key, ()):
        phrase = key[first:last]
        if phrase in marked:
            continue
        sightings = Sightings(Sort.SLOGAN)
        at = first
        while at >= 0:
            segment = bisect_right(starts, at) - 1
            span = Span(segment, at - starts[segment], at - starts[segment] + len(phrase))
            if corpus.is_open(span):
                sightings.see(span, corpus.article(segment))
            at = key.find(phrase, at + 1)
        if sightings.count:
            marked[phrase] = sightings


def _marks(
    key: str, annotations: Sequence[Annotation], composed: bool
) -> Iterator[tuple[int, int, Sort, Annotation | None]]:
    for note in annotations:
        if note.kind in _NAMED and _is_open(note, composed):
            title = key[note.start] == "《"
            yield note.start + title, note.end - title, _NAMED[note.kind], note
    if "《" in key:
        for start, end in titles(key, annotations):
            yield start + 1, end - 1, Sort.DOCUMENT, None
    if '"' in key:
        for start, end in _quoted(key, annotations):
            yield start, end, Sort.SLOGAN if is_numbered(key[start:end]) else Sort.PHRASE, None


_NAMED = {sort.value: sort for sort in (Sort.INSTITUTION, Sort.TITLE, Sort.DOCUMENT)}


def _is_open(note: Annotation, composed: bool) -> bool:
    """Whether composition made it, and is in doubt about it where that is asked for."""
    made = not note.concept or "{" in note.concept
    return made and (note.uncertain or composed)


def _quoted(key: str, annotations: Sequence[Annotation]) -> Iterator[tuple[int, int]]:
    """Spans between quotation marks that look like terms and that no annotation covers."""
    for match in _QUOTED.finditer(key):
        start, end = match.span(1)
        inside = key[start:end]
        if not (_PHRASE.fullmatch(inside) and _HAN.search(inside)) or inside[-1] in _not_last():
            continue
        if not any(note.start <= start + 1 and end - 1 <= note.end for note in annotations):
            yield start, end


@cache
def _not_last() -> frozenset[str]:
    return tables.column("mine_not_last")
