"""The values that the parts of the project hand to each other.

Offsets are code points in the text named, spans half-open. Lines are counted from 1.
"""

from enum import StrEnum

import msgspec


class Status(StrEnum):
    """How far a rendering can be relied on."""

    OFFICIAL = "official"
    """The body's or the state's own English."""
    STANDARD = "standard"
    """Follows a published rule or reference work."""
    HOUSE = "house"
    """This glossary's own choice."""


class Short(msgspec.Struct, frozen=True):
    """The short form of a concept, with the rendering of that form."""

    zh: str
    en: str


class Term(msgspec.Struct, frozen=True):
    """One concept of a glossary: its Chinese forms and its English renderings.

    A `zh` with slots in braces (`{city}市人民政府`) is a template; the renderings name the same slots.
    """

    zh: str
    """The preferred Chinese form, which is also the key of the concept."""
    en: str
    """The preferred rendering."""
    kind: str
    """What it names: `institution`, `title`, `place.city` ... A dot narrows; each component is a slot name."""
    variants: tuple[str, ...] = ()
    """Other Chinese forms of the same concept, rendered alike."""
    allow: tuple[str, ...] = ()
    """Renderings that are also accepted."""
    forbid: tuple[str, ...] = ()
    """Renderings that are never right for this concept."""
    short: Short | None = None
    """Short form, used after a full first mention."""
    members: tuple[str, ...] = ()
    """What the number in the term counts."""
    note: str = ""
    """What a translator should know."""
    source: str = ""
    """Where the rendering comes from: document, issuing body, year."""
    status: Status = Status.HOUSE
    """How far the rendering can be relied on."""
    since: int | None = None
    """First year in which the rendering holds."""
    until: int | None = None
    """Last year in which the rendering holds."""
    free: bool = False
    """The rendering varies with the sentence: offered to the translator, not demanded by a check."""
    path: str = ""
    """The glossary file that defines it."""
    line: int = 0
    """The line of its definition in that file."""


class Annotation(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a segment and the rendering to use for it."""

    start: int
    """Offset in the segment's text."""
    end: int
    text: str
    """The segment's text from start to end."""
    kind: str
    """First component of the term's kind, or the recogniser's: `person`, `date` ..."""
    rendering: str
    alternatives: tuple[str, ...] = ()
    """Renderings that are also accepted, best first."""
    forbidden: tuple[str, ...] = ()
    """Renderings that are never right here."""
    status: Status = Status.HOUSE
    uncertain: bool = False
    """The reading may be wrong, and a person must decide."""
    concept: str = ""
    """Key of the glossary entry; empty where no entry but a rule gave the rendering."""
    free: bool = False
    """Offered, not demanded."""
    short: str = ""
    """Rendering of the short form, which is enough after a full first mention; empty where there is none."""
    parts: tuple["Annotation", ...] = ()
    """Readings inside this one, with offsets in the same segment text."""


class Segment(msgspec.Struct, frozen=True, gc=False):
    """A sentence, heading or paragraph: what a translator translates at one time."""

    file: str
    """The article's path as the user named it."""
    line: int
    """Line of the article on which the segment starts."""
    text: str
    """Clean text: script as found; pinyin glosses, ruby and invisible characters removed."""
    annotations: tuple[Annotation, ...] = ()
    """Disjoint, in order of appearance."""
    rivals: tuple[Annotation, ...] = ()
    """Readings that overlap an annotation and are not inside it, in order: other ways to divide the text."""


class Notice(msgspec.Struct, frozen=True):
    """Something in an article that a person should look at."""

    file: str
    line: int
    message: str


class Document(msgspec.Struct, frozen=True):
    """An article, read and annotated."""

    file: str
    segments: tuple[Segment, ...]
    language: str
    """`zh-Hans` or `zh-Hant`, as most of the text is written."""
    notices: tuple[Notice, ...] = ()
    set_aside: tuple[Notice, ...] = ()
    """Readings left out because they cut a word; one for each distinct case."""
    candidates: tuple["Candidate", ...] = ()
    """Numbered set phrases that the glossary lacks."""


class Candidate(msgspec.Struct, frozen=True):
    """A set phrase that looks like a term and is in no glossary."""

    file: str
    line: int
    text: str
    context: str = ""
    """Clean text of the clause that it stands in."""
