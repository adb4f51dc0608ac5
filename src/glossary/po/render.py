"""A catalogue as the text of a PO file."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from unicodedata import category, east_asian_width

from glossary.po.model import Catalogue, Entry, Reference

_PAGE = 79
"""Columns of a line in a wrapped file: what gettext and Poedit use."""
# The GNU gettext manual: "The backslash escapes \\a \\b \\f \\n \\r \\t \\v are those of C".
_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\a": "\\a",
        "\b": "\\b",
        "\f": "\\f",
        "\n": "\\n",
        "\r": "\\r",
        "\t": "\\t",
        "\v": "\\v",
    }
)


_SPECIAL = re.compile(r'["\\\x07-\x0d]')
_LINE = re.compile("[^\n]*\n|[^\n]+")
_MESSAGE = ("msgctxt", "msgid", "msgid_plural")
_OPENING = ("Ps", "Pi")
_CLOSING = ("Pe", "Pf", "Po")


def render(catalogue: Catalogue) -> str:
    """The text of the PO file, lines ending in a line feed.

    Entries that are as they were read keep the text that they were read from. New text stands on one line a
    string, unless the file is one that wraps its lines.
    """
    return "".join(
        pieces(catalogue.header, catalogue.entries, tail=catalogue.tail, wrapped=catalogue.wrapped)
    )


def pieces(
    header: Entry | None, entries: Iterable[Entry], *, tail: str = "", wrapped: bool = False
) -> Iterator[str]:
    """The text of a PO file as `render` gives it, piece by piece; what the arguments mean, `Catalogue` says."""
    texts = (entry_text(entry, wrapped=wrapped) for entry in entries)
    blocks = chain(
        [] if header is None else [entry_text(header, wrapped=False)], texts, [tail] if tail else []
    )
    between = ""
    for block in blocks:
        yield f"{between}{block}\n"
        between = "\n"


def entry_text(entry: Entry, *, wrapped: bool) -> str:
    """One entry, without a line feed at its end."""
    if entry.raw[:1] == "#" and entry.raw[:2] not in ("#|", "#~"):
        return entry.raw
    lines = list(_comment_lines(entry))
    if entry.raw:
        lines.append(entry.raw)
    else:
        prefix = "#~" if entry.obsolete else "#"
        if entry.previous is not None:
            message = (entry.previous.msgctxt, entry.previous.msgid, entry.previous.msgid_plural)
            lines += _fields(_MESSAGE, message, prefix=f"{prefix}| ", wrapped=wrapped)
        prefix = "#~ " if entry.obsolete else ""
        plural = entry.msgid_plural if entry.msgid_plural or entry.msgstr_plural else None
        lines += _fields(_MESSAGE, (entry.msgctxt, entry.msgid, plural), prefix=prefix, wrapped=wrapped)
        lines += _translation(entry, prefix=prefix, wrapped=wrapped)
    return "\n".join(lines)


def escaped(text: str) -> str:
    """A text as it stands between the quotation marks of a PO file."""
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text


def _comment_lines(entry: Entry) -> Iterator[str]:
    if entry.comment:
        for line in entry.comment.split("\n"):
            # A translator may begin with what would make it another sort of comment.
            yield f"# {line}" if line[:1] and line[0] in ".:,|~" else f"#{line}"
    for line in entry.extracted:
        yield f"#. {line}"
    if entry.references:
        yield f"#: {' '.join(map(reference_text, entry.references))}"
    if entry.flags:
        yield f"#, {', '.join(entry.flags)}"


def reference_text(reference: Reference) -> str:
    """A reference as a `#:` line has it: `name:12`, the name isolated where it has blanks."""
    name = reference.file
    if any(map(str.isspace, name)):
        name = f"\u2068{name}\u2069"
    return f"{name}:{reference.line}" if reference.line else name


def _translation(entry: Entry, *, prefix: str, wrapped: bool) -> Iterator[str]:
    if not entry.msgstr_plural:
        yield from _string("msgstr", entry.msgstr, prefix=prefix, wrapped=wrapped)
    for form, text in enumerate(entry.msgstr_plural):
        yield from _string(f"msgstr[{form}]", text, prefix=prefix, wrapped=wrapped)


def _fields(
    keywords: tuple[str, ...], texts: tuple[str | None, ...], *, prefix: str, wrapped: bool
) -> Iterator[str]:
    for keyword, text in zip(keywords, texts, strict=True):
        if text is not None:
            yield from _string(keyword, text, prefix=prefix, wrapped=wrapped)


def _string(keyword: str, text: str, *, prefix: str, wrapped: bool) -> Iterator[str]:
    """A keyword and its string, on one line where it can be."""
    single = f'{prefix}{keyword} "{escaped(text)}"'
    lines = _LINE.findall(text) if "\n" in text else [text]
    if wrapped and _width(single) > _PAGE:
        lines = [piece for line in lines for piece in _wrap(line, _PAGE - len(prefix) - 2)]
    if len(lines) < 2:
        yield single
        return
    yield f'{prefix}{keyword} ""'
    for line in lines:
        yield f'{prefix}"{escaped(line)}"'


def _wrap(line: str, columns: int) -> Iterator[str]:
    """A line in pieces of at most that many columns, as far as it has places to break at."""
    start = at = last = 0
    used = since = 0
    for at, character in enumerate(line):
        if at and _may_break(line[at - 1], character):
            last, since = at, 0
        width = _width(escaped(character))
        used += width
        since += width
        # A blank at the end of a piece counts too; the `n` of an escaped line feed does not stand alone.
        if used > columns and last > start:
            yield line[start:last]
            start, used = last, since
    yield line[start:]


def _may_break(before: str, after: str) -> bool:
    """Whether a line may be broken between two characters: Unicode Standard Annex 14 in outline."""
    if after.isspace():
        return False
    if before == " ":
        return True
    if before == "-":
        return after.isalpha()
    beside_wide = _width(before) > 1 or _width(after) > 1
    return beside_wide and category(before) not in _OPENING and category(after) not in _CLOSING


def _width(text: str) -> int:
    """The columns that a text takes up on a terminal."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
