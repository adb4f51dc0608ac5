r"""PO files in, whoever wrote them. The only polib import of the project.

polib joins strings and knows the order of keywords. The rest of its reading loses things: it drops `#~|`
lines and comments at the end, cuts the last character off an unterminated string, refuses `#,fuzzy` and
`#comment`, splits file names at blanks and lines at U+2028, does not know `\a`, takes a string that happens
to name a file for that file, and any message without a msgid for the header. So it is given prepared lines
one at a time, comments are read here, and each entry is taken from it as soon as it is complete, which keeps
memory low.
"""

import sys
from array import array
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from sys import intern
from typing import Any

from glossary.bulk import uncollected
from glossary.errors import DataError
from glossary.po.charset import decode
from glossary.po.lines import comment, is_string, lines, references, with_usual_escapes
from glossary.po.model import Catalogue, Entry, Origin, Previous, Reference

STANDARD_INPUT = "-"


def read(path: Path | str) -> Catalogue:
    """The PO file at `path`; `-` is standard input.

    Raises:
        DataError: It cannot be read, is no text in the charset that its header names, or no PO file.
    """
    try:
        data = sys.stdin.buffer.read() if str(path) == STANDARD_INPUT else Path(path).read_bytes()
    except OSError as error:
        raise DataError(path, None, f"cannot be read: {error.strerror}") from None
    return parse(data, path=path)


@uncollected()
def parse(data: bytes, *, path: Path | str) -> Catalogue:
    """The PO file with this content; `path` is its name in errors.

    Raises:
        DataError: It is no text in the charset that its header names, or no PO file.
    """
    text = decode(data, path=path)
    entries: list[Entry] = []
    reader = Reader(lines(text), path, entries.append)
    reader.run()
    header = next((entry for entry in entries if is_header(entry)), None)
    if header is not None:
        entries.remove(header)
    prints = array("q", map(hash, (header, *entries, reader.rest)))
    return Catalogue(
        entries=tuple(entries),
        header=header,
        tail=reader.rest,
        newline="\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n",
        wrapped=reader.wrapped,
        origin=Origin(digest(data), prints),
    )


def digest(data: bytes) -> bytes:
    """What tells this content from any other."""
    return blake2b(data, digest_size=20).digest()


def is_header(entry: Entry) -> bool:
    """Whether an entry holds the fields of its file rather than a message."""
    return not entry.msgid and entry.msgctxt is None and not entry.obsolete


class Reader:
    """Stands at both ends of polib's parser: gives it the lines and takes the entries."""

    # What polib expects of the catalogue that it fills.
    fpath = None
    header = ""

    def __init__(self, text: Iterable[str], path: Path | str, keep: Callable[[Entry], None]) -> None:
        self.text = text
        """Its lines, with their ends."""
        self.path = path
        self.keep = keep
        self.line = 0
        self.wrapped = False
        self.rest = ""
        self._begin()

    def _begin(self) -> None:
        """Forgets the entry before."""
        self.lines: list[str] = []
        self.comment: list[str] = []
        self.extracted: list[str] = []
        self.references: list[Reference] = []
        self.flags: list[str] = []
        self.msgid_line = 0
        self.forms = 0
        """How many plural forms of its translation there have been."""
        self.begun = False
        """Whether its message, or the previous one, has begun."""
        self.odd = False
        """Whether it has comments after that, or indented ones, or such behind `#~`."""
        self.translated = False
        """Whether its `msgstr` has been seen, so that the next comment belongs to the next entry."""

    def run(self) -> None:
        """Hands every entry of the text to `keep`.

        Raises:
            DataError: The text is no PO file.
        """
        import polib

        try:
            polib.pofile(self, encoding="utf-8", klass=lambda **_: self)
        except OSError:
            raise self.fault("a line that does not belong here; mend it, `msgfmt --check` helps") from None
        self.rest = "\n".join(line.rstrip("\r\n") for line in self.lines).strip("\n")

    def fault(self, cause: str) -> DataError:
        """An error at the line that is being read."""
        return DataError(self.path, self.line, f"not a PO file: {cause}")

    def splitlines(self) -> Iterator[str]:
        """The lines as polib is to see them, as many as the text has."""
        string = ""
        for line in self.text:
            self.line += 1
            bare = line.strip(" \t\r\n\f\v")
            if bare[:1] == "#":
                marker, bare = comment(bare)
                if marker not in ("~", "|"):
                    # A comment only matters to polib where it begins an entry.
                    yield "#. -" if self.translated else ""
                    self.lines.append(line)
                    self.odd = self.odd or self.begun or line[0] != "#" or line[1:2] == "~"
                    self._collect(marker, bare)
                    continue
                yield f"#{marker} {self._string(bare)}" if bare else ""
                self.odd = self.odd or not bare
            else:
                marker = ""
                yield self._string(bare) if bare else ""
            self.lines.append(line)
            self.begun = self.begun or bool(bare)
            if bare[:1] == '"':
                self.wrapped = self.wrapped or (string[-2:] != '""' and string[-3:] != '\\n"')
            elif bare[:3] == "msg":
                self.translated = bare[3:6] == "str"
                self.forms += bare[6:7] == "["
                if bare[3:5] == "id" and bare[5:6] != "_" and marker != "|":
                    self.msgid_line = self.line
            string = bare

    def _string(self, line: str) -> str:
        """A line with a string, checked, its escapes as polib knows them."""
        if not is_string(line):
            raise self.fault("a line with no or no complete string in quotes; mend it")
        if line[:6] == "msgstr" and not self.msgid_line:
            raise self.fault("a msgstr without a msgid; restore what is missing")
        if line[:7] == "msgstr[" and line[7] != f"{self.forms}":
            raise self.fault(f"msgstr[{self.forms}] should stand here; number the plural forms 0, 1, 2")
        return with_usual_escapes(line)

    def _collect(self, marker: str, text: str) -> None:
        """Notes a comment of the entry that is being read."""
        if marker == ".":
            # Terms come again and again: their comments are kept once.
            self.extracted.append(intern(text[1:] if text[:1] == " " else text))
        elif marker == ":":
            self.references += references(text)
        elif marker == ",":
            self.flags += filter(None, map(str.strip, text.split(",")))
        else:
            self.comment.append(text)

    def append(self, entry: Any) -> None:
        """Takes an entry that polib has finished; the line that is being read is the first of the next."""
        if not self.translated:
            raise self.fault("the last message has no msgstr; restore the end of the file")
        previous = (entry.previous_msgid, entry.previous_msgctxt, entry.previous_msgid_plural)
        self.keep(
            Entry(
                msgid=entry.msgid,
                msgstr=entry.msgstr,
                msgctxt=entry.msgctxt,
                msgid_plural=entry.msgid_plural,
                msgstr_plural=tuple(entry.msgstr_plural.values()),
                comment="\n".join(self.comment),
                extracted=tuple(self.extracted),
                references=tuple(self.references),
                flags=tuple(self.flags),
                previous=None if previous == (None, None, None) else Previous(*previous),
                obsolete=bool(entry.obsolete),
                line=self.msgid_line,
                raw="" if self.odd else "".join(self.lines).strip().replace("\r\n", "\n"),
            )
        )
        self._begin()

    def find(self, _msgid: str) -> None:
        """Keeps polib from looking for the header."""
