"""The English of composed names: articles, enumerations, capitals, Vice and Deputy."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TypeVar

from glossary import tables

First = TypeVar("First")
Second = TypeVar("Second")

_NO_ARTICLE = "no-article"
"""In the kind of a body whose name takes none: China Telecom."""
_DEPUTY = "Deputy"
"""What the deputy of any post may be called."""
MOST_ALTERNATIVES = 9
"""How many other renderings a composed name may have."""


def definite(names: Sequence[str], kind: str) -> tuple[str, ...]:
    """The names of one body, best first, with the article that each takes inside a longer name.

    Where the kind says `no-article`, that is said of the first name, and of the others that have no "of".
    """
    first = names[0]
    return tuple(the(name, kind if name == first or " of " not in name else "") for name in names)


@lru_cache(maxsize=8192)
def the(name: str, kind: str = "") -> str:
    """A name with the article that it takes inside a longer one: the Ministry of Finance, Peking University.

    The kind decides first, then the table, then the shape of the name.
    """
    head = name.partition(",")[0]
    return name if head.startswith("the ") or _takes_none(head, kind.split(".")) else f"the {name}"


def _takes_none(name: str, kinds: Sequence[str]) -> bool:
    if _NO_ARTICLE in kinds or name in tables.column("no_article", "en"):
        return True
    noun, of, _ = name.partition(" of ")
    before, _, last = noun.rpartition(" ")
    if of or " for " in name:
        # Wuhan University of Technology, but the University of Macao.
        return bool(before) and last in _last_words("yes")
    if name.isupper() and name.isalpha():
        return not tables.column("no_article_acronyms", "kind").isdisjoint(kinds)
    return last in _last_words()


@cache
def _last_words(before_of: str = "") -> frozenset[str]:
    """The last words of names that take no article; with "yes" those before an "of" too."""
    rows = tables.rows("no_article")
    return frozenset(row["en"] for row in rows if row["before_of"] or not before_of)


def the_country(name: str) -> str:
    """A country with its article: the United States, the French Republic, France."""
    plain = tables.column("countries_with_article", "en").isdisjoint(name.split())
    return name if plain else f"the {name}"


def the_place(noun: str) -> str:
    """A place in China after "of": the Guangxi Zhuang Autonomous Region, the Qinling Mountains, Benxi."""
    last = noun.rpartition(" ")[2]
    return f"the {noun}" if last != noun and last in tables.column("places_with_article", "en") else noun


def both(items: Sequence[str]) -> str:
    """An enumeration: A; A and B; A, B and C. Items that are enumerations themselves are opened up."""
    if len(items) < 2:
        return "".join(items)
    if any(_is_compound(item) for item in items):
        return joined(items)
    opened = [part for item in items for part in item.replace(" and ", ", ").split(", ")]
    return f"{', '.join(opened[:-1])} and {opened[-1]}"


def _is_compound(item: str) -> bool:
    """Whether an "and" joins adjectives: Economic and Social Development."""
    first, _, second = item.partition(" and ")
    return " " in second and first.endswith(("al", "ic", "ous", "ban"))


def joined(items: Sequence[str]) -> str:
    """An enumeration of names that may have an "and" of their own."""
    if len(items) < 2:
        return "".join(items)
    comma = "," if any(" and " in item for item in items) else ""
    return f"{', '.join(items[:-1])}{comma} and {items[-1]}"


def capitals(text: str) -> str:
    """A term as it stands in a name: artificial intelligence, Artificial Intelligence."""
    small = tables.column("small_words", "en")
    words = text.split(" ")
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in words)


def vice(post: str) -> tuple[str, ...]:
    """The deputy of a post, best first: Vice Mayor, Deputy Mayor; Deputy Director; Associate Professor."""
    noun = post.partition(" of ")[0]
    deputy = _deputies().get(noun) or _deputies().get(noun.rpartition(" ")[2], _DEPUTY)
    return tuple(dict.fromkeys((f"{deputy} {post}", f"{_DEPUTY} {post}")))


@cache
def _deputies() -> dict[str, str]:
    return {row["en"]: row["deputy"] for row in tables.rows("vice_posts")}


def pairs(
    first: Sequence[First], second: Sequence[Second], *, weight: int = 1
) -> Iterator[tuple[First, Second]]:
    """The pairs of two lists of renderings, best first: by the sum of their ranks.

    Args:
        first: One list.
        second: The other.
        weight: How many ranks of the second list one rank of the first is worth.
    """
    for one, other in _by_rank(len(first), len(second), weight):
        yield first[one], second[other]


@lru_cache(maxsize=1024)
def _by_rank(first: int, second: int, weight: int) -> tuple[tuple[int, int], ...]:
    """The pairs of two lists of these lengths, as `pairs` gives them."""
    ranks = [(weight * one + other, one, other) for one in range(first) for other in range(second)]
    return tuple((one, other) for _, one, other in sorted(ranks))


def distinct(renderings: Iterable[str], *, most: int = MOST_ALTERNATIVES + 1) -> tuple[str, ...]:
    """The renderings without those that occur again, as many as a name may have."""
    found: dict[str, None] = {}
    for rendering in renderings:  # no further than needed: they are made as they are asked for
        found[rendering] = None
        if len(found) == most:
            break
    return tuple(found)
