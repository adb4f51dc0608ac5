"""What the glossary and composition have to say about a candidate, as a help for the curator."""

from glossary.compose.fieldphrase import fields_at, known_words
from glossary.mine.corpus import Corpus, Span

Part = tuple[str, str]


def fields(key: str) -> str:
    """The rendering of a term that is made of words for fields of work alone, empty where it is not."""
    found = fields_at(key, 0, lambda position: list(known_words(key, position)))
    return next((field.renderings()[0] for field in found if field.end == len(key)), "")


def parts(corpus: Corpus, span: Span) -> tuple[Part, ...]:
    """What a stretch is made of: Chinese and rendering, which is empty where the glossary does not know it."""
    known = [(corpus.text(where), word.rendering) for word, where in corpus.word_spans(span)]
    return tuple(known) if any(rendering for _, rendering in known) and len(known) > 1 else ()
