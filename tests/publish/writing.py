"""Articles given as bytes, published with English given in a line."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from glossary import po
from glossary.article import Article, Loaded, Part
from glossary.formats import toml
from glossary.lexicon import compile_terms
from glossary.pipeline import Annotator
from glossary.publish import Match, match, parts

GLOSSARY = """
["国务院"]
en = "State Council"
kind = "institution"

["兰州市人民政府"]
en = "Lanzhou Municipal People's Government"
kind = "institution"

["水库安全"]
en = "reservoir safety"
kind = "phrase"
"""


class Written(NamedTuple):
    data: bytes
    messages: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.data.decode()


@cache
def annotator() -> Annotator:
    return Annotator(compile_terms(toml.parse(GLOSSARY.encode(), path="test.toml")))


def loaded(form: ModuleType, data: bytes) -> Loaded:
    """An article of this format, read from bytes."""
    form_: Any = form
    return Loaded(form_.parse(data, file="article", encoding=None), data, None, form_)


def matched(article: Article, english: Mapping[str, str], fuzzy: Sequence[str] = ()) -> Match:
    """An article with its English by segments; what is named without any has an entry that is not translated."""
    entries = [
        po.Entry(zh, en, flags=("fuzzy",) if zh in fuzzy else (), line=line)
        for line, (zh, en) in enumerate(english.items(), 1)
    ]
    return match(article, po.Catalogue(tuple(entries)), annotator(), po="article.po")


def write(form: ModuleType, data: bytes, english: Mapping[str, str], *, fuzzy: Sequence[str] = ()) -> Written:
    """What is published of an article of this format."""
    source = loaded(form, data)
    found = matched(source.article, english, fuzzy)
    published = source.publish(parts(found), language=found.document.language)
    return Written(published.data, tuple(loss.message for loss in published.losses))


def own_text(article: Article) -> list[list[Part]]:
    """Each block with its own text as its English."""
    return [[Part(start=0, end=len(block.text), english=block.text)] for block in article.blocks]


def numbered(article: Article) -> dict[str, str]:
    """English for each segment of an article that tells it from the others: `Words1.`, `Words2.`"""
    document = annotator().annotate(article)
    texts = dict.fromkeys(segment.text for segment in document.segments)
    return {text: f"Words{number}." for number, text in enumerate(texts, 1)}
