"""What two renderings have in common when only capitals and articles tell them apart."""

import re
from collections.abc import Iterator
from functools import cache

from glossary.english import data

_SLOT = re.compile(r"\{([a-z]+)[0-9]?\}")
_WORD = re.compile(r"[A-Za-zÀ-ɏ][\wÀ-ɏ'’]*")
_FILLER = "Xia"


def bare(rendering: str) -> str:
    """The rendering in small letters, without articles, its slots by their labels."""
    articles = data.words("article")
    return " ".join(word for word in _SLOT.sub(r"{\1}", rendering).casefold().split() if word not in articles)


def filled(rendering: str) -> str:
    """The rendering as it stands in a text, with a name in each slot."""
    return _SLOT.sub(_FILLER, rendering).replace("{{", "{").replace("}}", "}")


def content_words(rendering: str) -> Iterator[str]:
    """The words that are not small words of a name, a slot counting as a name."""
    for match in _WORD.finditer(filled(rendering)):
        if match[0].casefold() not in _small_words():
            yield match[0]


@cache
def _small_words() -> frozenset[str]:
    return data.words("connector") | data.words("article")
