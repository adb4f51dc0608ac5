"""From spans in a document back to segments, offsets in them, and lines of the file."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import msgspec
from msgspec import structs

from glossary.article.model import Article
from glossary.model import Annotation, Segment, Status
from glossary.normalise.aligned import AlignedText
from glossary.recognise.model import Reading
from glossary.segment import Span
from glossary.select import Chosen


def source_text(article: Article) -> str:
    """The text that clean texts are made from: the article's blocks, a line feed between them."""
    return "\n".join(block.text for block in article.blocks)


class Layout(msgspec.Struct, frozen=True):
    """One document in its three coordinate systems: the source, the clean text, the match key."""

    article: Article
    clean: AlignedText
    """Clean text, leading back to the source."""
    key: AlignedText
    """Match key, leading back to the clean text."""
    block_starts: tuple[int, ...]
    """Where each block starts in the source."""

    @classmethod
    def of(cls, article: Article, clean: AlignedText, key: AlignedText) -> "Layout":
        """The layout of an article whose source has been normalised."""
        starts = accumulate((len(block.text) + 1 for block in article.blocks), initial=0)
        return cls(article, clean, key, tuple(starts)[:-1])

    def line(self, source_offset: int) -> int:
        """The line of the file that a character of the source stands on."""
        block = bisect_right(self.block_starts, source_offset) - 1
        return self.article.blocks[block].line_at(source_offset - self.block_starts[block])

    def line_of_key(self, start: int, end: int) -> int:
        """The line of the file that a span of the match key starts on."""
        return self.line(self.clean.original(*self.key.original(start, end))[0])

    def text_of_key(self, start: int, end: int) -> str:
        """The clean text that a span of the match key stands for."""
        first, last = self.key.original(start, end)
        return self.clean.text[first:last]

    def segments(
        self,
        spans: Sequence[Span],
        chosen: Sequence[Chosen],
        places: Sequence[Span],
        rivals: Sequence[Reading] = (),
    ) -> Iterator[Segment]:
        """The segments with their annotations.

        Args:
            spans: The segments in the clean text, in order.
            chosen: The readings to annotate, disjoint, in order; none reaches across two segments.
            places: Where each of these stands in the clean text.
            rivals: Other readings, in order of start; those that reach across two segments are left out.
        """
        following = next_rival = 0
        rival_places = self.key.originals([(rival.start, rival.end) for rival in rivals])
        for (start, end), (origin, _) in zip(spans, self.clean.originals(spans), strict=True):
            annotations = []
            while following < len(chosen) and places[following][0] < end:
                annotations.append(self._annotation(chosen[following], places[following], start))
                following += 1
            others = []
            while next_rival < len(rivals) and rival_places[next_rival][0] < end:
                place = rival_places[next_rival]
                if start <= place[0] and place[1] <= end:
                    others.append(self._annotation(Chosen(rivals[next_rival]), place, start))
                next_rival += 1
            yield Segment(
                self.article.file,
                self.line(origin),
                self.clean.text[start:end],
                tuple(annotations),
                tuple(others),
            )

    def in_block(self, segment: Segment, start: int) -> Segment:
        """A segment with the offsets of its annotations in the text of its block, as the article has it.

        Args:
            segment: One of `segments`.
            start: Where it starts in the clean text.
        """
        block = bisect_right(self.block_starts, self.clean.original(start, start + 1)[0]) - 1
        if segment.text == self.article.blocks[block].text:
            return segment
        origin = self.block_starts[block]
        annotations = self._moved(segment.annotations, start, origin)
        return structs.replace(
            segment, annotations=annotations, rivals=self._moved(segment.rivals, start, origin)
        )

    def _moved(self, annotations: Iterable[Annotation], start: int, origin: int) -> tuple[Annotation, ...]:
        """Annotations with offsets from `start` in the clean text, with offsets from `origin` in the source."""
        return tuple(
            structs.replace(
                each, start=first - origin, end=last - origin, parts=self._moved(each.parts, start, origin)
            )
            for each in annotations
            for first, last in (self.clean.original(start + each.start, start + each.end),)
        )

    def _annotation(self, chosen: Chosen, place: Span, origin: int) -> Annotation:
        """What was chosen for a span of the clean text, with offsets from `origin`."""
        reading, parts, term = chosen.reading, chosen.parts, chosen.reading.term
        short = term.short if term else None
        # By position: there are tens of thousands of these.
        return Annotation(
            place[0] - origin,
            place[1] - origin,
            self.clean.text[place[0] : place[1]],
            reading.kind.partition(".")[0],
            reading.rendering,
            reading.alternatives,
            *(
                (term.forbid, term.status, reading.uncertain, term.zh, term.free)
                if term
                else ((), Status.STANDARD, reading.uncertain, "", False)
            ),
            short.en if short and "{" not in short.en else "",
            tuple([self._annotation(part, self._place(part.reading), origin) for part in parts])
            if parts
            else (),
        )

    def _place(self, reading: Reading) -> Span:
        """Where a reading stands in the clean text."""
        return self.key.original(reading.start, reading.end)
