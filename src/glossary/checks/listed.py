"""Where renderings stand in a translation as the glossary lists them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from glossary.checks.demand import is_proper, renderings
from glossary.checks.model import Message
from glossary.english import EnglishText, Pattern, compile_rendering, find, prepare
from glossary.model import Annotation

Span = tuple[int, int]
Found = tuple[str, Span]
"""An accepted rendering and where it was found."""
Claim = tuple[int, int, str]
"""Start, negative end and term of a stretch that renders something: in order, what contains others comes first."""


class Target:
    """A translation, made ready for look-up only where a term does not stand in it letter by letter."""

    __slots__ = ("_english", "_lower", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = "<" not in text and "](" not in text
        """Whether all of it is text: in tags and link targets nothing is rendered."""
        self._lower: str | None = None
        self._english: EnglishText | None = None

    @property
    def english(self) -> EnglishText:
        """Ready to look renderings up in."""
        if self._english is None:
            self._english = prepare(self.text)
        return self._english

    @property
    def lower(self) -> str:
        """Without capitals; empty where that shifts what stands behind."""
        if self._lower is None:
            lower = self.text.lower()
            self._lower = lower if len(lower) == len(self.text) else ""
        return self._lower


def as_listed(wanted: Mapping[str, Annotation], target: Target) -> tuple[dict[str, Found], list[Claim]]:
    """What renders each term that is rendered as listed, by identity; and what is claimed by that."""
    found: dict[str, Found] = {}
    claims: list[Claim] = []
    for name, annotation in wanted.items():
        rendering = annotation.rendering
        spans: Sequence[Span] = ()
        if target.plain:  # as nearly always
            spans = _verbatim(rendering, target.text)
        if not spans:
            rendering, spans = next(_other_places(annotation, target), ("", ()))
        if spans:
            found[name] = rendering, spans[0]
            for start, end in spans:
                claims.append((start, -end, name))
    for name in _inside(found, claims):
        if is_claimed(found[name][1], wanted[name], wanted, claims):
            free = _unclaimed(wanted[name], target, wanted, claims)
            if free:
                found[name] = free
            else:
                del found[name]
    return found, claims


def _inside(found: Mapping[str, Found], claims: list[Claim]) -> list[str]:
    """The terms whose rendering stands inside another one."""
    inside: list[str] = []
    first = furthest = -1
    claims.sort()
    for start, negative_end, name in claims:
        if -negative_end > furthest:
            first, furthest = start, -negative_end
        elif (start, -negative_end) == found[name][1] != (first, furthest):
            inside.append(name)
    return inside


def _places(annotation: Annotation, target: Target) -> Iterator[tuple[str, Sequence[Span]]]:
    """The renderings that stand in a translation and where; first those that do so letter by letter."""
    if target.plain and (spans := _verbatim(annotation.rendering, target.text)):
        yield annotation.rendering, spans
    yield from _other_places(annotation, target)


def _other_places(annotation: Annotation, target: Target) -> Iterator[tuple[str, Sequence[Span]]]:
    """Of these all but the first, which is the preferred rendering letter by letter."""
    if target.plain:
        for rendering in annotation.alternatives:
            if spans := _verbatim(rendering, target.text):
                yield rendering, spans
        if not is_proper(annotation):
            for rendering in renderings(annotation):
                # An acronym has its capitals always.
                if not rendering.isupper() and (spans := _verbatim(rendering.lower(), target.lower)):
                    yield rendering, spans
    for pattern in patterns(annotation):
        spans = find(pattern, target.english)
        if spans:
            yield pattern.rendering, spans


def _verbatim(rendering: str, text: str) -> list[Span]:
    """Where a rendering stands letter by letter, as whole words."""
    spans: list[Span] = []
    start = text.find(rendering)
    while start >= 0:
        end = start + len(rendering)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            spans.append((start, end))
        start = text.find(rendering, end)
    return spans


def _unclaimed(
    annotation: Annotation, target: Target, wanted: Mapping[str, Annotation], claims: Sequence[Claim]
) -> Found | None:
    for rendering, spans in _places(annotation, target):
        for span in spans:
            if not is_claimed(span, annotation, wanted, claims):
                return rendering, span
    return None


def is_claimed(
    span: Span, annotation: Annotation, wanted: Mapping[str, Annotation], claims: Iterable[Claim]
) -> bool:
    """Whether a longer rendering, of a term that does not contain this one, has these words.

    A person's name is nobody else's: in *Mayor Tian Shuhuai of Benxi* it renders the name, and stands in the post.
    """
    if annotation.kind == "person":
        return False
    start, end = span
    for first, negative_last, name in claims:
        if first <= start and end <= -negative_last and -negative_last - first > end - start:
            return annotation.text not in wanted[name].text
    return False


def accepted(message: Message) -> list[Span]:
    """Where accepted renderings of whatever the source names stand in the translation."""
    return [
        span
        for annotation in message.annotations
        for pattern in patterns(annotation)
        for span in find(pattern, message.english)
    ]


def patterns(annotation: Annotation) -> Sequence[Pattern]:
    """What to look for, best first."""
    return _patterns(annotation.rendering, annotation.alternatives, is_proper(annotation))


@lru_cache(maxsize=1 << 15)
def _patterns(rendering: str, alternatives: tuple[str, ...], proper: bool) -> tuple[Pattern, ...]:
    return tuple(compile_rendering(text, proper=proper) for text in (rendering, *alternatives) if text)
