"""Which term of the source is rendered by which stretch of the translation.

What rules about terms have in common, worked out once for all of them (`Run.assigned`):

- A term is demanded once in each entry: where the source names a thing three times, English says *it* twice.
  That holds for each entry anew. A mention in the entry before does not excuse one here: measured on published
  English, that would excuse a twelfth of what is missing and hide a fifteenth of the errors.
- Longest first, exclusively: words that render one term do not render a shorter one as well, unless the source has
  the shorter one inside the longer. What an annotation contains is not demanded at all.
- What follows a full mention in an earlier entry of the same file may be its short form or, of a person, the surname. Its
  head alone (*the Committee*) does not do: measured, that hides more errors than it excuses departures.
- An acronym that the file has introduced stands for its words, and they for it; where an entry introduces
  it, the words count.
- A rendering is looked for as it stands, then with its words set about or scattered (see `english.find`).
- Where the source can be divided in two ways, the translation may follow either.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

import msgspec

from glossary.checks.acronyms import Acronyms, introduces
from glossary.checks.demand import demanded, identity, is_demanded, is_proper, renderings, term
from glossary.checks.listed import Claim, Found, Span, Target, as_listed, is_claimed, patterns
from glossary.checks.model import Message
from glossary.checks.scattered import nearest, scattered
from glossary.english import EnglishText, Pattern, compile_rendering, find
from glossary.model import Annotation


class Way(Enum):
    """How a term is rendered."""

    AS_LISTED = auto()
    """An accepted rendering stands there."""
    SHORT = auto()
    """The short form, an acronym or a surname, which says enough after an earlier mention."""
    LOOSE = auto()
    """Its words stand there in another order or with others between."""
    OTHERWISE = auto()
    """Another division of the source is rendered there."""
    MISSING = auto()
    """Nothing accepted stands there."""


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A term that an entry has to render, and what renders it."""

    annotation: Annotation
    """Its first occurrence in the entry."""
    way: Way
    rendering: str = ""
    """The accepted rendering that was found."""
    span: Span = (0, 0)
    """Where, in the message's text; of a missing one, what stands there instead, empty where nothing resembles it."""

    @property
    def term(self) -> str:
        """The term as a finding names it."""
        return term(self.annotation)


class Assigned(NamedTuple):
    """A message and its mentions, in the order of the source."""

    message: Message
    mentions: tuple[Mention, ...]


@dataclass(slots=True)
class _History:
    """What the entries of a file before this one have said."""

    named: set[str] = field(default_factory=set)
    """Terms with a full mention, by identity."""
    acronyms: Acronyms = field(default_factory=Acronyms)


def assign(messages: Iterable[Message]) -> Iterator[Assigned]:
    """The messages with their mentions; `messages` have translations, and come file by file, in order."""
    for _, group in groupby(messages, key=lambda message: message.file):
        history = _History()
        for message in group:
            target = Target(message.text)
            history.acronyms.learn(target.text)
            wanted = demanded(message.annotations)
            listed, claims = as_listed(wanted, target)
            mentions = tuple(_mentions(message, wanted, listed, claims, target, history))
            history.named.update(listed)
            yield Assigned(message, mentions)


def _mentions(
    message: Message,
    wanted: Mapping[str, Annotation],
    listed: Mapping[str, Found],
    claims: Sequence[Claim],
    target: Target,
    history: _History,
) -> Iterator[Mention]:
    missing: list[Annotation] = []
    as_listed = Way.AS_LISTED
    for name, annotation in wanted.items():
        found = listed.get(name)
        if found:
            yield Mention(annotation, as_listed, *found)
            continue
        mention = _otherwise(annotation, message, target.english, history)
        if mention.way in (Way.SHORT, Way.LOOSE) and is_claimed(mention.span, annotation, wanted, claims):
            mention = _missing(annotation, target.english)
        if mention.way is Way.MISSING:
            missing.append(annotation)
        yield mention
    if missing and message.rivals:
        yield from _missing_rivals(message, wanted, missing, target.english)


def _otherwise(annotation: Annotation, message: Message, text: EnglishText, history: _History) -> Mention:
    """The mention of a term that is not rendered as listed."""
    found = _short(annotation, text, history) or _acronym(annotation, text, history.acronyms)
    if found:
        return Mention(annotation, Way.SHORT, *found)
    found = _loose(annotation, text)
    if found:
        return Mention(annotation, Way.LOOSE, *found)
    for rival in message.rivals:
        if rival.start < annotation.end and annotation.start < rival.end:
            found = _first(patterns(rival), text) or _loose(rival, text)
            if found:
                return Mention(annotation, Way.OTHERWISE, *found)
    return _missing(annotation, text)


def _missing(annotation: Annotation, text: EnglishText) -> Mention:
    near = nearest(annotation, patterns(annotation), text)
    return Mention(annotation, Way.MISSING, span=near or (0, 0))


def _missing_rivals(
    message: Message, wanted: Mapping[str, Annotation], missing: Sequence[Annotation], text: EnglishText
) -> Iterator[Mention]:
    """The other readings of what is missing: no division of the source is rendered there."""
    for rival in message.rivals:
        over = any(rival.start < one.end and one.start < rival.end for one in missing)
        if over and is_demanded(rival) and identity(rival) not in wanted:
            yield _missing(rival, text)


def _first(candidates: Iterable[Pattern], text: EnglishText) -> Found | None:
    for pattern in candidates:
        spans = find(pattern, text)
        if spans:
            return pattern.rendering, spans[0]
    return None


def _short(annotation: Annotation, text: EnglishText, history: _History) -> Found | None:
    if identity(annotation) not in history.named:
        return None
    short = annotation.rendering.split()[0] if annotation.kind == "person" else annotation.short
    return _first([compile_rendering(short, proper=is_proper(annotation))], text) if short else None


def _acronym(annotation: Annotation, text: EnglishText, acronyms: Acronyms) -> Found | None:
    proper = is_proper(annotation)
    for rendering in renderings(annotation):
        for spelt in acronyms.spelt(rendering):
            found = _first([compile_rendering(spelt, proper=proper)], text)
            if found:
                return found
        for shape, acronym in acronyms.shortened(rendering):
            # In other letters it is no acronym, and where it is introduced the words before it count.
            if acronym in text.text and not introduces(text.text, acronym):
                found = _first([compile_rendering(shape, proper=proper)], text)
                if found:
                    return found
    return None


def _loose(annotation: Annotation, text: EnglishText) -> Found | None:
    for pattern in patterns(annotation):
        span = scattered(pattern, text)
        if span:
            return pattern.rendering, span
    return None
