"""One rendering put in the place of another in a sentence, where the sentence around it stays right."""

import re
from collections.abc import Sequence

from glossary.checks.demand import is_proper
from glossary.checks.listed import Span
from glossary.checks.model import Edit, Repair
from glossary.english import data
from glossary.model import Annotation

_WORD_BEFORE = re.compile(r"([\w’']+)\W*$")
_WORD_AFTER = re.compile(r"^\W*([\w’']+)")
_NAME_BEFORE = re.compile(r"(?<![\w’'])([A-Z][\w’'-]*)\s+$")
_NAME_AFTER = re.compile(r"\s+[A-Z]")
_ARTICLE = re.compile(r"\b(an?)\s$", re.IGNORECASE)
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?][\"”’)]*\s)[\"“‘(]*$")


def in_place(text: str, span: Span, listed: Sequence[str], annotation: Annotation) -> Repair:
    """The rendering of an annotation in the place of a wrong one.

    Args:
        text: The translation.
        span: Where the wrong rendering stands in it.
        listed: The wrong renderings of the glossary that it may be a form of.
        annotation: What the source says there.
    """
    before, stands, after = text[: span[0]], text[slice(*span)], text[span[1] :]
    right = annotation.rendering
    begins = bool(_SENTENCE_BEGINS.search(before))
    as_it_stands = (each for each in listed if stands == each or (begins and stands == _capitalised(each)))
    wrong = next(as_it_stands, "")
    if not wrong:
        return Repair(declined="it stands there inflected, or with other capitals")
    if is_proper(annotation):
        if _in_longer_name(before, after, is_person=annotation.kind == "person"):
            return Repair(declined="it may be part of a longer name")
    elif _is_plural(wrong) != _is_plural(right):
        return Repair(declined="one is singular and one plural")
    article = _ARTICLE.search(before)
    if article and (article[1].lower() == "an") != (right[:1].lower() in "aeiou"):
        return Repair(declined="the article before it may not fit any more")
    if _says_twice(before, after, wrong, right):
        return Repair(declined="a word of the right rendering stands beside it already")
    return Repair((Edit(*span, _capitalised(right) if begins else right),))


def _in_longer_name(before: str, after: str, *, is_person: bool) -> bool:
    """Whether a word with a capital stands beside: of a person it may be a post, but not behind the name."""
    word = _NAME_BEFORE.search(before)
    if word and not is_person and word[1].lower() not in data.words("connector") | {"the", "a", "an"}:
        return True
    return bool(_NAME_AFTER.match(after))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _is_plural(rendering: str) -> bool:
    return rendering[-1:] == "s" and rendering[-2:] not in ("ss", "is", "us")


def _says_twice(before: str, after: str, wrong: str, right: str) -> bool:
    """Whether a neighbouring word is one that only the right rendering has: *State Department of China*."""
    new = _words(right) - _words(wrong)
    last, following = _WORD_BEFORE.search(before), _WORD_AFTER.search(after)
    doubled_before = last is not None and not (_words(last[1]) - data.words("connector")).isdisjoint(new)
    return doubled_before or (following is not None and not _words(following[1]).isdisjoint(new))


def _words(text: str) -> set[str]:
    return {word.removesuffix("'s").removesuffix("’s") for word in re.findall(r"[\w’']+", text.lower())}
