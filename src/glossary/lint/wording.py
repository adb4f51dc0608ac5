"""What two renderings have in common when only capitals and articles tell them apart."""

import re
from collections.abc import Iterator

from glossary.english import data

_SLOT = re.compile(r"\{([a-z]+)[0-9]?\}")
_WORD = re.compile(r"[A-Za-zÀ-ɏ][\wÀ-ɏ'’]*")
_FILLER = "Xia"


def bare(rendering: str) -> str:
    """The rendering in small letters, without articles, its slots by their labels."""
    words = _SLOT.sub(r"{\1}", rendering).casefold().split()
    return " ".join(word for word in words if word not in data.words("article"))


def filled(rendering: str) -> str:
    """The rendering as it stands in a text, with a name in each slot."""
    return _SLOT.sub(_FILLER, rendering).replace("{{", "{").replace("}}", "}")


def content_words(rendering: str) -> Iterator[str]:
    """The words that are not small words of a name, a slot counting as a name."""
    for match in _WORD.finditer(filled(rendering)):
        if match[0].casefold() not in data.words("connector") | data.words("article"):
            yield match[0]
