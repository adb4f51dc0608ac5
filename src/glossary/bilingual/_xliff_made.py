"""What an XLIFF file that no PO file was made into needs to become one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from glossary import __version__
from glossary.po.header import new_header, with_field
from glossary.po.model import Entry, Reference


def made_header(name: str, *, source: str | None, target: str | None) -> Entry:
    """The header of a PO file made from a file of that name, with its languages as BCP 47 has them."""
    generator = f"zh-glossary {__version__}"
    header = new_header(project=PurePath(name).stem, source_language=source or "zh", generator=generator)
    return with_field(header, "Language", target.replace("-", "_")) if target else header


def distinct(units: Iterable[tuple[str, Entry]]) -> Iterator[Entry]:
    """The entries of named units; where a message would stand twice, which PO forbids, the name is its msgctxt."""
    seen: set[tuple[str | None, str]] = set()
    for name, entry in units:
        message = (entry.msgctxt, entry.msgid)
        yield replace(entry, msgctxt=name) if message in seen else entry
        seen.add(message)


def with_blanks(comment: str) -> str:
    """A comment with a blank at the start of each line that is not empty, as PO files have it behind the `#`."""
    return "\n".join(f" {line}" if line else "" for line in comment.split("\n"))


def location(reference: Reference) -> str:
    """A reference in a note: `articles/name.txt:3`; without the line where it names none."""
    plain = not reference.line and referred(reference.file) == reference
    return reference.file if plain else f"{reference.file}:{reference.line}"


def referred(text: str) -> Reference:
    """The reference that a note holds."""
    file, colon, line = text.rpartition(":")
    return Reference(file, int(line)) if colon and line.isdecimal() else Reference(text)
