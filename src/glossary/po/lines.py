"""The lines of a PO file, each by itself."""

import re
from collections.abc import Iterator
from sys import intern

from glossary.po.model import Reference

_STRING = re.compile(r'(?:msg(?:ctxt|id|id_plural|str|str\[\d\])\s*)?"[^"\\]*(?:\\.[^"\\]*)*"')
_ESCAPE = re.compile(r"\\(?:x([0-7][0-9A-Fa-f])|([01]?[0-7]{1,2})(?![0-7])|.)")
_UNUSUAL_ESCAPE = re.compile(r'\\[^\\ntrvbf"]')
# gettext puts file names with blanks between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
_REFERENCE = re.compile("\u2068([^\u2069]*)\u2069(?::([0-9]{1,9}))?|([^ \t]+)")
_LINE = re.compile("[0-9]{1,9}")
"""The number of a line; more digits are none, and belong to the name."""


def lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends; only line feeds end lines."""
    start, size = 0, len(text)
    while start < size:
        end = text.find("\n", start) + 1 or size
        yield text[start:end]
        start = end


def comment(line: str) -> tuple[str, str]:
    """The marker of a line that starts with `#`, and what follows it; translators' lines have none."""
    marker = line[1:2]
    if marker and marker in ".:,":
        return marker, line[2:]
    if marker == "|":
        return marker, line[2:].lstrip()
    if marker == "~":
        rest = line[2:].lstrip()
        if rest[:1] == "#":
            return comment(rest)
        return ("|", rest[1:].lstrip()) if rest[:1] == "|" else (marker, rest)
    return "", line[1:]


def references(text: str) -> Iterator[Reference]:
    """The references of a `#:` line."""
    return map(_reference, _REFERENCE.finditer(text))


def _reference(match: re.Match[str]) -> Reference:
    name, line, plain = match.groups()
    if plain is None:
        return Reference(intern(name), int(line or 0))
    name, _, line = plain.rpartition(":")
    return Reference(intern(name), int(line)) if name and _LINE.fullmatch(line) else Reference(plain)


def is_string(line: str) -> bool:
    """Whether a line holds one complete string in quotes, with or without a keyword before it."""
    plain = line[:1] in 'm"' and line[-1:] == '"' and line.count('"') == 2 and "\\" not in line
    return plain or _STRING.fullmatch(line) is not None


def with_usual_escapes(line: str) -> str:
    r"""A line in which the escapes of C that polib lacks (`\a`, numbers) are the characters themselves."""
    return _ESCAPE.sub(_usual_escape, line) if _UNUSUAL_ESCAPE.search(line) else line


def _usual_escape(match: re.Match[str]) -> str:
    hexadecimal, octal = match.groups()
    if match[0] == "\\a":
        return "\a"
    code = int(hexadecimal, 16) if hexadecimal else int(octal or "0", 8)
    if not code:
        return match[0]
    character = chr(code)
    return {"\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}.get(character, character)
