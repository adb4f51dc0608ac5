"""The path of an article, from its text to annotated segments: one call a step, in reading order."""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from glossary.article.model import Article
from glossary.bulk import uncollected
from glossary.candidates import clause, numbered_phrases
from glossary.compose import Composer, labels
from glossary.layout import Layout, source_text
from glossary.lexicon import Lexicon
from glossary.model import Candidate, Document, Notice, Segment
from glossary.normalise import clean, match_key, script
from glossary.recognise import recognise
from glossary.recognise.model import BOUND, Context, Reading, in_order
from glossary.segment import Span, Unit, segment
from glossary.select import Selection, select

_KIND = attrgetter("kind")


class Annotator:
    """A glossary, ready to annotate any number of articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        """The glossary, compiled."""
        self._composer = Composer(lexicon)

    @uncollected()
    def annotate(
        self, article: Article, *, unit: Unit = Unit.SENTENCE, parts: Callable[[Reading], bool] | None = None
    ) -> Document:
        """The article's segments with their annotations, and what a person should look at.

        Args:
            article: The article.
            unit: How large a segment is.
            parts: Which readings are of interest as parts of annotations; all without it.
        """
        cleaned = clean(source_text(article))
        layout = Layout.of(article, cleaned.aligned, match_key(cleaned.aligned.text))
        selection = select(layout.key.text, self._readings(layout), parts=parts)
        return Document(
            file=article.file,
            segments=tuple(_segments(layout, selection, unit)),
            language=script(cleaned.aligned.text),
            notices=tuple(
                Notice(
                    article.file, layout.line(run.offset), f"damaged beyond repair, left as it is: {run.text}"
                )
                for run in cleaned.damage
            ),
            set_aside=tuple(_set_aside(layout, selection.cut)),
            candidates=tuple(
                Candidate(
                    article.file,
                    layout.line_of_key(start, end),
                    layout.text_of_key(start, end),
                    layout.text_of_key(*clause(layout.key.text, start, end)),
                )
                for start, end in numbered_phrases(
                    layout.key.text, [chosen.reading for chosen in selection.chosen]
                )
            ),
        )

    @uncollected()
    def segments(
        self, article: Article, *, unit: Unit = Unit.SENTENCE, parts: Callable[[Reading], bool] | None = None
    ) -> tuple[Segment, ...]:
        """The article's segments with their annotations, and nothing else.

        Offsets of annotations are in the text of the block that the segment is from, as the article has it.

        Args:
            article: As for `annotate`, as are the others.
            unit: How large a segment is.
            parts: Which readings are of interest as parts.
        """
        aligned = clean(source_text(article)).aligned
        layout = Layout.of(article, aligned, match_key(aligned.text))
        selection = select(layout.key.text, self._readings(layout), parts=parts)
        places, spans = _cut(layout, selection, unit)
        found = layout.segments(spans, selection.chosen, places, selection.rivals)
        return tuple(layout.in_block(each, start) for each, (start, _) in zip(found, spans, strict=True))

    def _readings(self, layout: Layout) -> list[Reading]:
        """All readings of a document, in order of start, the longest first."""
        key = layout.key.text
        readings, openings = self.lexicon.find(key)
        readings += recognise(Context(key, tuple(readings), layout.text_of_key))
        readings += self._composer.compose(key, readings, openings)
        return standing(readings)


def standing(readings: Sequence[Reading]) -> list[Reading]:
    """The readings that can be chosen, without those that only fill slots, in order of start, the longest first."""
    bound = {kind for kind in set(map(_KIND, readings)) if BOUND in labels(kind)}
    found = [reading for reading in readings if reading.kind not in bound]
    in_order(found)
    return found


def _segments(layout: Layout, selection: Selection, unit: Unit) -> Iterator[Segment]:
    places, spans = _cut(layout, selection, unit)
    return layout.segments(spans, selection.chosen, places, selection.rivals)


def _cut(layout: Layout, selection: Selection, unit: Unit) -> tuple[list[Span], list[Span]]:
    """Where the chosen readings and the segments stand in the clean text."""
    places = layout.key.originals([(each.reading.start, each.reading.end) for each in selection.chosen])
    return places, segment(layout.clean.text, unit=unit, protected=places)


def _set_aside(layout: Layout, cut: tuple[Reading, ...]) -> Iterator[Notice]:
    """A notice for each distinct reading that was set aside because it cuts a word."""
    seen = set()
    for reading in cut:
        first, last = max(0, reading.start - 2), min(len(layout.key.text), reading.end + 2)
        around = layout.text_of_key(first, last).replace("\n", " ")
        if around not in seen:
            seen.add(around)
            yield Notice(
                layout.article.file,
                layout.line_of_key(reading.start, reading.end),
                f"{layout.text_of_key(reading.start, reading.end)} cuts a word in {around}",
            )
