"""Articles and glossaries made in a line, for tests of what `annotate` finds."""

from glossary.article.model import Article, Block, BlockKind
from glossary.formats import toml
from glossary.lexicon import compile_terms
from glossary.model import Annotation, Document
from glossary.pipeline import Annotator
from glossary.segment import Unit


def article(*paragraphs: str) -> Article:
    """An article of these paragraphs, a line each."""
    blocks = (Block(text, BlockKind.PARAGRAPH, ((0, line),)) for line, text in enumerate(paragraphs, 1))
    return Article("article.txt", tuple(blocks), "utf-8")


def annotator(glossary: str) -> Annotator:
    """An annotator with a glossary given as TOML."""
    return Annotator(compile_terms(toml.parse(glossary.encode(), path="test.toml")))


def document(glossary: str, *paragraphs: str, unit: Unit = Unit.SENTENCE) -> Document:
    """These paragraphs, annotated with a glossary given as TOML."""
    return annotator(glossary).annotate(article(*paragraphs), unit=unit)


def annotations(found: Document) -> list[Annotation]:
    """All annotations of a document, in order."""
    return [annotation for segment in found.segments for annotation in segment.annotations]


def found(glossary: str, *paragraphs: str) -> list[tuple[str, str]]:
    """(text, rendering) of all annotations in these paragraphs."""
    return [(note.text, note.rendering) for note in annotations(document(glossary, *paragraphs))]
