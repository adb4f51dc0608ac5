"""The package as a library: a glossary that annotates texts held in memory, one or many.

`glossary.load` gives it. It may be used by several threads at once, and is pickled as its compiled form, so that
another process has it in a few hundredths of a second and needs no glossary files.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Literal

from glossary import lexicon
from glossary.article import text as plain
from glossary.batch import compiled
from glossary.bulk import uncollected
from glossary.model import Document
from glossary.pipeline import Annotator
from glossary.segment import Unit

_CHARACTERS, _TEXTS = 1 << 14, 1 << 8
"""Texts go to another process together until they are so many characters, or so many: about a tenth of a second of work."""


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
        return self._annotator.annotate(plain.of_text(_string(text), file=file), unit=Unit(unit))

    @uncollected()
    def annotate_batch(
        self, texts: Iterable[str], *, unit: Literal["sentence", "paragraph"] = "sentence", jobs: int = 1
    ) -> list[Document]:
        """What `annotate` gives for each text, in order; names known from one do not count in the next.

        Each text is on its own, so one process takes about as long as for a loop over `annotate`. A text that comes again
        is annotated once, and its documents are one object.

        Args:
            texts: Plain texts.
            unit: How large a segment is.
            jobs: How many processes work. They are started and ended by this call, which takes tenths of a second; as with
                all of `multiprocessing`, a script that is run as a file then needs `if __name__ == "__main__":` where the
                system does not fork.

        Raises:
            TypeError: One of the texts is no string, or `texts` is one, whose characters would be texts.
            ValueError: `jobs` is less than 1.
            GlossaryError: As `annotate`, or a process was stopped from outside.
        """
        if isinstance(texts, str):
            raise TypeError("texts must be strings, not one string: put it in a list, or use annotate")
        if jobs < 1:
            raise ValueError(f"jobs must be 1 or more, not {jobs}")
        given = list(map(_string, texts))
        different = list(dict.fromkeys(given))
        documents: Iterable[Document]
        if jobs == 1:
            documents = (self.annotate(text, unit=unit) for text in different)
        else:
            documents = chain.from_iterable(self._in_processes(different, unit, jobs))
        by_text = dict(zip(different, documents, strict=True))
        return [by_text[text] for text in given]

    def _in_processes(
        self, texts: Sequence[str], unit: Literal["sentence", "paragraph"], jobs: int
    ) -> Iterator[list[Document]]:
        from glossary.corpus.processes import in_processes

        work, begin = partial(_annotate_held, unit=unit), partial(_hold, self)
        return in_processes(work, _gathered(texts), jobs=jobs, begin=begin)

    def __reduce__(self) -> tuple[Callable[[bytes], "Glossary"], tuple[bytes]]:
        """The compiled form."""
        return _restored, (self._lexicon.dump(),)


def _string(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError(f"text must be a string, not {type(text).__name__}")
    return text


_held: Glossary
"""In a process of `annotate_batch`: its glossary."""


def _hold(glossary: Glossary) -> None:
    global _held  # noqa: PLW0603  # what each item would have to bring along
    _held = glossary


@uncollected()
def _annotate_held(texts: Sequence[str], *, unit: Literal["sentence", "paragraph"]) -> list[Document]:
    return [_held.annotate(text, unit=unit) for text in texts]


def _gathered(texts: Iterable[str]) -> Iterator[list[str]]:
    """Texts in lists that are about as much work each."""
    gathered, size = list[str](), 0
    for text in texts:
        gathered.append(text)
        size += len(text)
        if size >= _CHARACTERS or len(gathered) >= _TEXTS:
            yield gathered
            gathered, size = [], 0
    if gathered:
        yield gathered


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
