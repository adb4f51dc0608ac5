"""Mining: what the glossary lacks, from articles, and what translators made of it, from their translations."""

from collections.abc import Iterable

from glossary.mine.candidates import candidates
from glossary.mine.corpus import Corpus
from glossary.mine.marked import Marked, add_numbered, collect
from glossary.mine.model import Context, Found, Options, Result, Sort, Used
from glossary.mine.terms import terms
from glossary.model import Segment

__all__ = ["Context", "Found", "Options", "Result", "Sort", "Used", "mine"]


def mine(articles: Iterable[tuple[str, Iterable[Segment]]], options: Options) -> tuple[Found, ...]:
    """The names and terms of articles that no glossary entry covers, sort by sort, the most useful first.

    Args:
        articles: The name and the annotated segments of each; they are taken one by one and not kept.
        options: What is wanted.
    """
    corpus, marked = Corpus(), Marked()
    for file, segments in articles:
        collect(marked, corpus, corpus.add(file, segments), composed=options.composed)
    add_numbered(marked, corpus)
    return tuple(candidates(corpus, marked, terms(corpus, minimum=options.minimum), options))
