"""How much what stands around a possible name speaks for one.

Evidence is in natural logarithms: how much likelier something is beside a person's name than elsewhere in official
text. Words stand in tables, by class; what a class is worth was estimated, then set by looking at how names stand
in newspaper text.
"""

from functools import cache

from glossary import tables
from glossary.han import is_han
from glossary.recognise.person_page import DOT, Page
from glossary.words import tag

NEVER = -100.0
"""Rules a name out."""

TITLE = 5.0
"""A title, post, occupation or family relation beside a name."""

BEST = 5.0
"""No surroundings speak more strongly for a name than that, on one side."""

_LEFT = {
    "post": TITLE,
    "role": TITLE,
    "foreign": TITLE,
    "address": 1.0,
    "verb": 2.0,
    "function": 0.5,
    "end": 3.0,
}
_RIGHT = {
    "post": 4.0,
    "foreign": 4.0,
    "address": 4.5,
    "role": 0.5,
    "speech": 3.0,
    "act": 2.0,
    "credit": 3.5,
    "particle": 0.5,
    "place": -4.0,
}
_PUNCTUATION = 0.5
_OPENING = 1.5
"""The beginning of a paragraph, a bracket, a dash; white space between Han characters."""
_QUOTATION = -1.0
"""A quotation mark or 《: names are quoted more rarely than other words."""
_TERM = 0.5
"""A known term."""
_FOLLOWING = frozenset("vdpct")
"""Parts of speech that words behind a person have, by the first letter of their tags: verbs, adverbs, time and so on."""
_WORDS = -1.5
"""Han characters that are none of these."""

_OPENINGS = frozenset("\n(-")
_QUOTATIONS = frozenset("\"'《")
_SIZES = (5, 4, 3, 2)
_ADDRESSES = ("post", "foreign", "address")
"""The classes of words that stand behind a name, or behind a surname alone."""


def left(page: Page, start: int) -> float:
    """How much what stands before `start` speaks for a name that begins there."""
    mark = page.key[start - 1] if start else "\n"
    if not is_han(mark):
        return _after_mark(page, start, mark)
    if start in page.title_ends:
        return TITLE
    kind = _word_before(page.key, start)
    if kind is None and _words_before().get(mark) != "end":
        kind = _words_before().get(mark)
    elif kind is None and any(tag(page.key[max(0, start - size) : start]) == "n" for size in (4, 3, 2)):
        kind = "end"
    if kind:
        return _LEFT[kind]
    return _TERM if page.ends_term(start) else _WORDS


def _after_mark(page: Page, start: int, mark: str) -> float:
    """How much `mark` before `start` speaks for a name."""
    if mark == DOT:
        return _OPENING if _is_dynasty(page, start) else NEVER
    if mark.isdigit() and page.key[start] == "万":
        return NEVER
    if mark == ":" and _word_before(page.key, start - 1) in ("post", "role"):
        return TITLE
    return _OPENING if mark in _OPENINGS else _QUOTATION if mark in _QUOTATIONS else _PUNCTUATION


def _word_before(key: str, end: int) -> str | None:
    """The class of the longest word of two characters or more that ends at `end` and stands before names."""
    if key[max(0, end - 2) : end] in _endings_before():
        words = _words_before()
        for size in _SIZES:
            if end >= size and (kind := words.get(key[end - size : end])):
                return kind
    return None


def _word_after(key: str, start: int) -> str | None:
    """The class of the longest word of two characters or more that begins at `start` and stands behind names."""
    if key[start : start + 2] in _beginnings_after():
        words = _words_after()
        for size in _SIZES:
            if kind := words.get(key[start : start + size]):
                return kind
    return None


def right(page: Page, end: int) -> float:
    """How much what stands from `end` on speaks for a name that ends there."""
    key = page.key
    mark = key[end : end + 1]
    if not mark or not is_han(mark):
        return NEVER if mark == DOT else _PUNCTUATION
    if end in page.title_starts:
        return TITLE
    kind = _word_after(key, end)
    if kind is None and (kind := _words_after().get(mark)):
        if kind == "credit" and page.han(end + 1):
            kind = "particle"
        elif (
            kind == "place"
            and page.han(end + 1)
            and tag(key[end : end + 2])
            and end + 1 not in page.title_starts
        ):
            kind = None
    if kind:
        return _RIGHT[kind]
    return _TERM if page.starts_term(end) or tag(key[end : end + 2])[:1] in _FOLLOWING else _WORDS


@cache
def introductions() -> frozenset[str]:
    """The words of two characters, such as 记者, that introduce names."""
    kinds = ("post", "role", "foreign")
    return frozenset(word for word, kind in _words_before().items() if len(word) == 2 and kind in kinds)


def is_addressed(page: Page, start: int) -> bool:
    """Whether a title or a form of address that Chinese people have begins at `start`."""
    kinds = {_words_after().get(page.key[start : start + size]) for size in _SIZES}
    return "foreign" not in kinds and (start in page.title_starts or not kinds.isdisjoint(_ADDRESSES))


@cache
def address_beginnings() -> frozenset[str]:
    """The first two characters of titles and forms of address."""
    return frozenset(word[:2] for word, kind in _words_after().items() if kind in _ADDRESSES)


def is_address(page: Page, start: int, end: int) -> bool:
    """Whether a stretch is a title or a form of address, or what makes one of a surname."""
    if start in page.title_starts and end in page.title_ends:
        return True
    return tables.by_zh("person_roles", "class").get(page.key[start:end]) in (*_ADDRESSES, "suffix")


def is_beside_foreign_title(page: Page, start: int, end: int) -> bool:
    """Whether a title that nobody in China has stands before or after a stretch: 总统."""
    before = (page.key[max(0, start - size) : start] for size in _SIZES)
    after = (page.key[end : end + size] for size in _SIZES)
    return any(tables.by_zh("person_roles", "class").get(word) == "foreign" for word in (*before, *after))


def spaced(page: Page, offset: int, worth: float) -> float:
    """What a side of a name is worth after a look at the clean text, where white space may part it from what follows."""
    return _OPENING if worth == _WORDS and page.is_gap(offset) else worth


def credit_end(page: Page, offset: int) -> int:
    """Where words of credit and reporting (摄, 供图, 摄影报道) end that begin at `offset`; 0 without a mark behind them."""
    words, end = _words_after(), offset
    while page.han(end):
        for size in (4, 3, 2, 1):
            if words.get(page.key[end : end + size]) in ("credit", "act", "speech"):
                end += size
                break
        else:
            return 0
    return end if end > offset else 0


def _is_dynasty(page: Page, start: int) -> bool:
    """Whether one character alone stands before a dot, as in (清·林则徐)."""
    return page.han(start - 2) and not page.han(start - 3)


@cache
def _words_before() -> dict[str, str]:
    return _roles("suffix") | dict(tables.by_zh("before_names", "class"))


@cache
def _endings_before() -> frozenset[str]:
    """The last two characters of words before names: one look, before four tries."""
    return frozenset(word[-2:] for word in _words_before() if len(word) > 1)


@cache
def _beginnings_after() -> frozenset[str]:
    """The first two characters of words behind names, for the same reason."""
    return frozenset(word[:2] for word in _words_after() if len(word) > 1)


@cache
def _words_after() -> dict[str, str]:
    return _roles("end", "suffix") | dict(tables.by_zh("after_names", "class"))


def _roles(*without: str) -> dict[str, str]:
    """The titles and forms of address but for those of some classes, each with its class."""
    known = tables.by_zh("person_roles", "class").items()
    return {word: kind for word, kind in known if kind not in without}
