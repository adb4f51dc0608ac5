"""The shapes in which a rendering may stand: word order, its acronym, forms of its verbs."""

import re
from functools import lru_cache

from glossary.english import data

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"\s*\(((?:[A-Z][\w&./-]{0,14})?[A-Z][\w&./-]{0,14})\)")
_TO = re.compile(r"\A[Tt]o (?=[a-z])")
_OF = re.compile(r"\s+of\s+(?:[Tt]he\s+)?")
_SAME_CLAUSE = re.compile(r"(?:\band|,)\s+(?:to\s+)?$")
_LONGEST = 120
"""How far back the words of an acronym are looked for, in characters."""
_MOST_WORDS = 8
"""The longest phrase that is tried in other orders, in words."""


@lru_cache(maxsize=1 << 14)
def variants(rendering: str) -> tuple[str, ...]:
    """The rendering first, then the other shapes that stand for the whole of it.

    - `Mayor of Benxi`: also `Benxi Mayor`; and back. The word before `of` must name a post or a body.
    - `Benxi Mayor Tian Shuhuai`: also `Tian Shuhuai, Mayor of Benxi` and the like.
    - `Food Safety Office (FSO) notice`: also `Food Safety Office notice`, `FSO notice`.
    """
    found = [rendering, *_either_acronym(rendering)]
    for shape in tuple(found):
        found += _beside_name(shape) or _reordered(shape)
    return tuple(dict.fromkeys(found))


def reduced(rendering: str, *, proper: bool) -> tuple[str, ...]:
    """Shapes that stand for the rendering less surely.

    - Of a post in a body that has a name of its own, within another body, the last may be left to the context:
      `Vice President of the Shenyang Branch of CAS` is also `Shenyang Branch Vice President`.
    - What is no name may turn about its `of`: `outflow of funds` is also `fund outflow`.
    """
    parts = _OF.split(rendering)
    if len(parts) == 2 and not proper:
        return (f"{parts[1]} {parts[0]}",)
    if len(parts) != 3 or _kind(parts[0]) != "post" or _kind(parts[1]) != "body":
        return ()
    named = len(parts[1].removeprefix("the ").split()) > 1
    return (f"{parts[1]} {parts[0]}",) if named else ()


def names_post(rendering: str) -> bool:
    """Whether it is a post, with or without a name: *Vice Mayor of Benxi*, *Mayor Tian Shuhuai*."""
    head = _OF.split(rendering)[0]
    return "post" in (_kind(head), _kind(" ".join(head.split()[:-2])))


def verb_forms(rendering: str) -> tuple[str, ...]:
    """The rendering with its verbs in each of their forms if it is a verb phrase; else the rendering alone.

    A verb phrase begins with a verb of the table, as such, after `to`, or in -ing with more behind it; verbs
    after `and` in the same form change with it. One in -ing has no past unless an article or the like shows
    that it has an object: *developing countries* are no *developed countries*.
    """
    rendering = _TO.sub("", rendering)
    words = [word.lower() for word in _WORD.findall(rendering)]
    form = _head_form(words)
    if form is None:
        return (rendering,)
    others = data.FORMS if form == "verb" or _governs(words) else ("verb",)
    return tuple(dict.fromkeys([rendering, *(_in_form(rendering, form, other) for other in others)]))


def spelt_out(text: str, acronym: str, end: int) -> int | None:
    """Where the words begin that end at `end` and whose initials are the acronym, None where they are not.

    Small words may lend no initial: `over-the-counter` is OTC, `Ministry of Public Security` MPS.
    """
    wanted = acronym.removesuffix("s").lower()
    small = data.words("connector") | data.words("article")
    for word in _PART.finditer(text[max(0, end - _LONGEST) : end][::-1]):  # from the last word on, backwards
        if wanted.endswith(word[0][-1].lower()):
            wanted = wanted[:-1]
            if not wanted:
                return end - word.end()
        elif word[0][::-1].lower() not in small:
            return None
    return None


def _either_acronym(rendering: str) -> list[str]:
    """A rendering without its acronym, and with the acronym only."""
    acronym = _ACRONYM.search(rendering)
    if not acronym:
        return []
    before, after = rendering[: acronym.start()], rendering[acronym.end() :]
    begin = spelt_out(rendering, acronym[1], acronym.start())
    if begin is not None:
        return [before + after, rendering[:begin] + acronym[1] + after]
    return [before + after] if after else [before, acronym[1]]


def _head_form(words: list[str]) -> str | None:
    """The form of the verb that a phrase begins with, None where it begins with none."""
    verb = data.verbs().get(words[0]) if words else None
    if verb is None:
        return None
    if words[0] == verb["verb"]:
        return None if verb["also"] and not _governs(words) else "verb"
    return "gerund" if words[0] == verb["gerund"] and len(words) > 1 else None


def _governs(words: list[str]) -> bool:
    """Whether the first word is followed by what follows verbs: an article, *its*, *into*."""
    kinds = ("article", "determiner", "preposition")
    return len(words) > 1 and words[1] != "of" and any(words[1] in data.words(kind) for kind in kinds)


def _in_form(rendering: str, form: str, wanted: str) -> str:
    """The rendering with its first verb, and those that go with it, not in `form` but in the form wanted."""
    table = data.verbs()

    def change(word: re.Match[str]) -> str:
        verb = table.get(word[0].lower())
        if verb is None or word[0].lower() != verb[form]:
            return word[0]
        first = word.start() == 0
        return verb[wanted] if first or _SAME_CLAUSE.search(rendering[: word.start()]) else word[0]

    return _WORD.sub(change, rendering)


def _kind(phrase: str) -> str:
    """What the last word of a phrase names: `post`, `body` or nothing known."""
    last = phrase.rpartition(" ")[2].lower()
    if last in data.words("post"):
        return "post"
    return "body" if last in data.words("body") else ""


def _reordered(rendering: str) -> list[str]:
    """`X of Y` as `Y X` and back, where X names a post or a body."""
    parts = _OF.split(rendering)
    if "," in rendering or not all(map(_kind, parts[:-1])):
        return []
    match parts:
        case [whole]:
            return _with_of(whole) if _kind(whole) == "post" else []
        case [head, rest]:
            heads = [head, *_swapped(head)]
            return [f"{rest} {each}" for each in heads] + [f"{each} of {rest}" for each in heads]
        case [head, body, rest]:
            orders = [f"{rest} {body}", f"{body} of {rest}"]
            return [
                f"{head} of {orders[0]}",
                f"{body} {head} of {rest}",
                *(f"{each} {head}" for each in orders),
            ]
    return []


def _swapped(posts: str) -> list[str]:
    """`Party Secretary and Mayor` as `Mayor and Party Secretary`."""
    first, _, second = posts.partition(" and ")
    return [f"{second} and {first}"] if _kind(first) == _kind(second) == "post" else []


def _with_of(phrase: str) -> list[str]:
    """`Benxi Vice Mayor` as `Vice Mayor of Benxi`: cut everywhere, for the post may begin anywhere."""
    words = phrase.split()
    cuts = range(1, len(words)) if len(words) <= _MOST_WORDS else ()
    return [f"{' '.join(words[cut:])} of {' '.join(words[:cut])}" for cut in cuts]


def _beside_name(rendering: str) -> list[str]:
    """A post and a person's name of two words at the end: the name may stand first or inside."""
    if rendering.islower():
        return []
    words = rendering.replace(",", "").split()
    post, name, person = " ".join(words[:-2]), words[-2:], " ".join(words[-2:])
    heads = _OF.split(post)
    named = all(word[0].isupper() and word.lower() not in data.words("connector") for word in name)
    if not named or _kind(person) or _kind(heads[0]) != "post" or len(heads) > 2:
        return []
    orders = [post, f"{heads[1]} {heads[0]}"] if len(heads) == 2 else [post, *_with_of(post)]
    inside = [order.replace(" of ", f" {person} of ") for order in orders if " of " in order]
    return [f"{order} {person}" for order in orders] + [f"{person}, {order}" for order in orders] + inside
