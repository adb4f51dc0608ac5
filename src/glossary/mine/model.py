"""What mining gives: candidates for the glossary, and renderings that translators used."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from glossary.model import Term


class Sort(StrEnum):
    """How a candidate was found, which is also the kind that is proposed for its entry."""

    SLOGAN = "slogan"
    """A number and what it counts: 两个确立."""
    INSTITUTION = "institution"
    """Ends as the names of bodies do."""
    TITLE = "title"
    """Ends as posts do."""
    DOCUMENT = "document"
    """Stands in 《》."""
    PHRASE = "phrase"
    """Stands in quotation marks."""
    TERM = "term"
    """Words that recur together."""


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What is wanted."""

    limit: int = 100
    """Candidates of each sort."""
    minimum: int = 2
    """How often a candidate has to stand."""
    composed: bool = False
    """Whether names that composition is sure of are candidates too."""


class Context(msgspec.Struct, frozen=True):
    """Where a candidate stands."""

    file: str
    line: int
    """Counted from 1."""
    text: str
    """The clause around it, in the script of the article."""


class Used(msgspec.Struct, frozen=True):
    """A rendering that finished translations have for a term."""

    text: str
    count: int
    """In how many entries that have the term it stands."""
    score: float
    """How closely it goes with the term: the Dice coefficient of their entries, from 0 to 1."""
    context: Context | None = None
    """A translation that has it."""


class Found(msgspec.Struct, frozen=True):
    """A candidate: a name or term that no glossary entry covers."""

    zh: str
    """As the articles most often write it."""
    sort: Sort
    count: int
    """How often it stands in the articles, longer candidates that contain it aside."""
    articles: int
    """In how many articles."""
    score: float
    """The higher, the more useful; only good for comparison within one sort."""
    contexts: tuple[Context, ...] = ()
    proposal: str = ""
    """What composition makes of it."""
    certain: bool = False
    """Whether the proposal is beyond doubt."""
    parts: tuple[tuple[str, str], ...] = ()
    """What it is made of: Chinese and rendering, which is empty where it is not known."""
    used: tuple[Used, ...] = ()
    """Renderings in finished translations, best first."""


class Learnt(msgspec.Struct, frozen=True):
    """A glossary term that finished translations render in another way than the glossary accepts."""

    concept: str
    """The key of its entry."""
    entries: int
    """How many translated entries have the term."""
    otherwise: int
    """How many of them have none of the accepted renderings."""
    used: tuple[Used, ...]
    """What these have instead, best first."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """All that came of some articles or translations."""

    candidates: tuple[Found, ...]
    """Sort by sort, the most useful first."""
    files: int
    """How many articles or PO files were read."""
    learnt: tuple[Learnt, ...] = ()
    """Those first that most entries have otherwise."""
    terms: Mapping[str, Term] = msgspec.field(default_factory=dict)
    """The glossary's entries of what was learnt, by their keys."""
