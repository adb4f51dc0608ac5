"""PO files with what today's glossary says of their entries."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from glossary import po
from glossary.atomic import looking_at
from glossary.checks.messages import annotated
from glossary.checks.model import Message, Run
from glossary.errors import DataError
from glossary.pipeline import Annotator
from glossary.po.header import fields
from glossary.po.read import digest


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


def write(file: File, catalogue: po.Catalogue) -> None:
    """Writes a file anew, unless somebody else has saved it since it was read.

    Raises:
        DataError: Somebody has, or it cannot be written.
        GlossaryError: The catalogue holds what no PO file can.
    """
    with looking_at(file.path):
        present = digest(file.path.read_bytes())
    if file.catalogue.origin is None or present != file.catalogue.origin.digest:
        raise DataError(
            file.path, None, "was saved by somebody else meanwhile: left as it is; run this again"
        )
    po.write(catalogue, file.path)
