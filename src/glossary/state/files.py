"""PO files with what today's glossary says of their entries."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from glossary import po
from glossary.checks.messages import annotated
from glossary.checks.model import Message, Run
from glossary.pipeline import Annotator
from glossary.po.header import fields


@dataclass(frozen=True)
class File:
    """A PO file and its messages. No slots: what several questions need is worked out once and kept."""

    path: Path
    """As the user named it."""
    catalogue: po.Catalogue
    messages: tuple[Message, ...]
    """Its entries, in their order, with what `annotate` finds in them today."""

    @cached_property
    def run(self) -> Run:
        """The messages, ready for rules."""
        return Run(self.messages)

    @cached_property
    def is_annotated(self) -> bool:
        """Whether `annotate` has written it, so that its comments are the glossary's to change."""
        return fields(self.catalogue.header).get("X-Source-Language", "").startswith("zh") or any(
            po.noted(line) for entry in self.catalogue.entries for line in entry.extracted
        )


def read(path: Path, annotate: Annotator) -> File:
    """The PO file at `path`, annotated.

    Raises:
        DataError: It cannot be read, or is no PO file.
    """
    catalogue = po.read(path)
    return File(path, catalogue, annotated(path.as_posix(), catalogue.entries, annotate))
