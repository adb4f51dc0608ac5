"""How articles are annotated: with which glossaries, in what units."""

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from glossary import curated, lexicon
from glossary.errors import DataError
from glossary.pipeline import Annotator
from glossary.segment import Unit

if TYPE_CHECKING:  # few runs use a memory
    from glossary.memory import Recall


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """How articles are to be annotated."""

    glossaries: tuple[Path, ...] = ()
    """Glossary files and folders; later ones override earlier ones."""
    builtin: bool = True
    """Whether the bundled glossary comes first."""
    unit: Unit = Unit.SENTENCE
    parts: bool = True
    """Whether annotations come with what is read inside them, which PO files do not show."""
    encoding: str | None = None
    """The encoding of the articles; None to detect it."""


@cache
def annotator(glossaries: tuple[Path, ...] = (), builtin: bool = True) -> Annotator:
    """An annotator with these glossaries.

    Raises:
        GlossaryError: A glossary cannot be used; the message says where and why.
    """
    return Annotator(compiled(glossaries, builtin=builtin))


def compiled(glossaries: tuple[Path, ...] = (), *, builtin: bool = True) -> lexicon.Lexicon:
    """The lexicon of these glossaries, taken from the cache where it is there.

    Raises:
        GlossaryError: A glossary cannot be used; the message says where and why.
    """
    files = curated.sources(glossaries, builtin=builtin)
    # What was given together matters as well: it decides whether two entries override each other or conflict.
    digest = blake2b(f"{[str(path) for path in glossaries]}{builtin}".encode(), digest_size=20)
    for path in files:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise DataError(path, None, f"cannot be read: {error.strerror}") from None
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
    return lexicon.load(digest.digest(), lambda: curated.load(glossaries, builtin=builtin))


def recalled(memories: Sequence[Path], threshold: int, task: Task) -> "Recall | None":
    """What fills empty entries from these memories, to be used with articles annotated so; None without memories.

    Raises:
        GlossaryError: A memory or a glossary cannot be used.
    """
    if not memories:
        return None
    from glossary import memory

    return memory.Recall(memory.read(memories), threshold, annotator(task.glossaries, task.builtin))
