"""All articles as one sequence of numbered tokens, with the way back to the place in the file.

A token takes twelve bytes, a segment its text: ten megabytes of articles are about fifty in here, whatever is found.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from glossary.candidates import clause
from glossary.mine.grams import BREAK
from glossary.mine.model import Context
from glossary.mine.tokens import key_of, tokens
from glossary.model import Annotation, Segment

LISTED, COMPOSED, DOUBTED = "listed", "composed", "doubted"


class Word(NamedTuple):
    """What tokens with one number have in common."""

    text: str
    """The match key."""
    kind: str = ""
    """The kind of the annotation, empty for a word that the glossary does not know."""
    state: str = ""
    """An annotation's: `listed`, `composed` by a rule with certainty, `doubted`."""
    rendering: str = ""


class Span(NamedTuple):
    """A stretch of a segment; offsets are code points in its text."""

    segment: int
    start: int
    end: int


class Corpus:
    """The segments of any number of articles."""

    def __init__(self) -> None:
        self.tokens = array("i")
        """The number of each token's word; `BREAK` where no term reaches across."""
        self.words: list[Word] = []
        """By number."""
        self.keys: list[str] = []
        """By segment: its text as `tokens.key_of` gives it."""
        self.articles = 0
        self._seen: set[int] = set()
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._starts, self._ends = array("i"), array("i")
        self._first_tokens = array("i")
        self._texts: list[str] = []
        self._lines = array("i")
        self._first_segments = array("i")
        self._files: list[str] = []

    def add(self, file: str, segments: Iterable[Segment]) -> list[tuple[int, Segment]]:
        """Takes in an article; gives its segments with their numbers.

        A sentence that has been seen before is left out: the same words copied say nothing new of a term.
        """
        self._files.append(file)
        self._first_segments.append(len(self.keys))
        self.articles += 1
        return [(number, segment) for segment in segments if (number := self._add(segment)) is not None]

    def _add(self, segment: Segment) -> int | None:
        key = key_of(segment)
        if hash(key) in self._seen:
            return None
        self._seen.add(hash(key))
        self._first_tokens.append(len(self.tokens))
        self.keys.append(key)
        self._texts.append(segment.text)
        self._lines.append(segment.line)
        for start, end, word, annotation in tokens(segment, key):
            self.tokens.append(self._number(word, annotation) if word else BREAK)
            self._starts.append(start)
            self._ends.append(end)
        # Segments are not joined.
        self.tokens.append(BREAK)
        self._starts.append(len(key))
        self._ends.append(len(key))
        return len(self.keys) - 1

    def _number(self, text: str, annotation: Annotation | None) -> int:
        kind, state = (annotation.kind, _state(annotation)) if annotation else ("", "")
        number = self._numbers.setdefault((text, kind, state), len(self.words))
        if number == len(self.words):
            self.words.append(Word(text, kind, state, annotation.rendering if annotation else ""))
        return number

    def word_spans(self, span: Span) -> list[tuple[Word, Span]]:
        """The words of a stretch that starts and ends with one, and where they stand."""
        inside = [
            i
            for i in self._positions(span.segment)
            if span.start <= self._starts[i] and self._ends[i] <= span.end
        ]
        return [(self._word(i), Span(span.segment, self._starts[i], self._ends[i])) for i in inside]

    def is_open(self, span: Span) -> bool:
        """Whether nothing that the glossary knows reaches into a span from outside or covers it."""
        return not any(
            self._word(i).state
            for i in self._positions(span.segment)
            if self._starts[i] < span.end
            and span.start < self._ends[i]
            and not span.start <= self._starts[i] < self._ends[i] < span.end
        )

    def _positions(self, segment: int) -> range:
        """The tokens of a segment, its end aside."""
        behind = self._first_tokens[segment + 1] if segment + 1 < len(self.keys) else len(self.tokens)
        return range(self._first_tokens[segment], behind - 1)

    def _word(self, position: int) -> Word:
        token = self.tokens[position]
        return self.words[token] if token != BREAK else Word("")

    def span(self, position: int, size: int) -> Span:
        """Where `size` tokens from a position stand."""
        segment = bisect_right(self._first_tokens, position) - 1
        return Span(segment, self._starts[position], self._ends[position + size - 1])

    def article(self, segment: int) -> int:
        """The number of the article that a segment is from."""
        return bisect_right(self._first_segments, segment) - 1

    def text(self, span: Span) -> str:
        """The clean text of a span."""
        return self._texts[span.segment][span.start : span.end]

    def context(self, span: Span) -> Context:
        """The clause around a span."""
        first, last = clause(self.keys[span.segment], span.start, span.end)
        return Context(
            self._files[self.article(span.segment)],
            self._lines[span.segment],
            self._texts[span.segment][first:last].strip(),
        )


def _state(annotation: Annotation) -> str:
    if annotation.uncertain and not ("{" not in annotation.concept and annotation.concept):
        return DOUBTED
    return LISTED if annotation.concept and "{" not in annotation.concept else COMPOSED
