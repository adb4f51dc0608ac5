"""The package as a library: a glossary that annotates texts held in memory, one or many.

`glossary.load` gives it. It may be used by several threads at once, and is pickled as its compiled form, so that
another process has it in a few hundredths of a second and needs no glossary files.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from glossary import lexicon
from glossary.article import text as plain
from glossary.batch import compiled
from glossary.bulk import uncollected
from glossary.model import Document
from glossary.pipeline import Annotator
from glossary.segment import Unit


class Glossary:
    """A glossary, ready to annotate any number of texts."""

    def __init__(self, lexicon: lexicon.Lexicon) -> None:
        self._lexicon = lexicon
        self._annotator = Annotator(lexicon)

    def annotate(
        self, text: str, *, file: str = "", unit: Literal["sentence", "paragraph"] = "sentence"
    ) -> Document:
        """A text as a document of its own: its segments with their annotations, and what a person should look at.

        Args:
            text: Plain text; every line that is not blank is a paragraph. It may be empty.
            file: What the segments give as their file.
            unit: How large a segment is.

        Raises:
            TypeError: `text` is no string.
            GlossaryError: The text holds half of a surrogate pair, which is no character.
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be a string, not {type(text).__name__}")
        return self._annotator.annotate(plain.of_text(text, file=file), unit=Unit(unit))

    @uncollected()
    def annotate_batch(
        self, texts: Iterable[str], *, unit: Literal["sentence", "paragraph"] = "sentence"
    ) -> list[Document]:
        """What `annotate` gives for each text, in order and faster; names known from one do not count in the next.

        Raises:
            TypeError: One of the texts is no string, or `texts` is one, whose characters would be texts.
            GlossaryError: As `annotate`.
        """
        if isinstance(texts, str):
            raise TypeError("texts must be strings, not one string: put it in a list, or use annotate")
        return [self.annotate(text, unit=unit) for text in texts]

    def __reduce__(self) -> tuple[Callable[[bytes], "Glossary"], tuple[bytes]]:
        """The compiled form."""
        return _restored, (self._lexicon.dump(),)


def _restored(data: bytes) -> Glossary:
    return Glossary(lexicon.restore(data))


def load(*paths: Path | str, builtin: bool = True) -> Glossary:
    """The bundled glossary and those at `paths`, of which later ones override earlier ones term by term.

    Args:
        paths: Glossary files and folders.
        builtin: Whether the bundled glossary comes first.

    Raises:
        GlossaryError: A glossary cannot be used; the message says where and why.
    """
    return Glossary(compiled(tuple(map(Path, paths)), builtin=builtin))
