"""Where things stand in a TOML file: tomli gives their values only."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property

import tomli

Path = tuple[str | int, ...]
"""Keys from the top of the document inwards; an integer is the index of an item in an array."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BRACKETS = re.compile(r"\]*")
_KEY = re.compile(r"""[ \t]*(?:("(?:[^"\\\n]|\\.)*")|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*""")
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?(?:"{3,5}|\Z)'
    r"|'''.*?(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*|[\[{]|[\]}]|,|\n|[^\s\"'\#\[\]{},]+",
    re.DOTALL,
)


_PLAIN = re.compile(r'[ \t]*=[ \t]*"(?:[^"\\\n]|\\.)*"[ \t]*(?=\n|\Z)')
"""A value that is one string on one line, as most are."""

_HEADER = re.compile(r'\["([^"\\]*)"\][ \t]*(?:#.*)?')
_AMBIGUOUS = ('"""', "'''", "\r")
"""With one of these in a text, a line that looks like a header may be a part of a value."""


class Places:
    """The lines of a document's tables, fields and items, counted from 1."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = 1
        self._counted = 0
        self._lines: dict[Path, int] = {}
        self._given: set[Path] = set()
        self._again: dict[Path, list[int]] = defaultdict(list)
        self._scan()

    def line(self, *path: str | int) -> int:
        """The line of what `path` leads to, or of the innermost thing around it whose line is known."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    @property
    def last(self) -> int:
        """The line on which the last table or field starts."""
        return max(self._lines.values(), default=1)

    @property
    def repeated(self) -> Mapping[Path, list[int]]:
        """The lines on which a table or field is given once more, in the order of the document."""
        return self._again

    def _at(self, position: int) -> int:
        """The line of a position; positions have to ascend from call to call."""
        self._line += self._text.count("\n", self._counted, position)
        self._counted = position
        return self._line

    def _scan(self) -> None:
        """Reads statement by statement; stops where the text is no TOML."""
        table: Path = ()
        position = 0
        while True:
            position = _end(_BLANK, self._text, position)
            is_table = self._text.startswith("[", position)
            start = position
            if is_table:
                position += 2 if self._text.startswith("[[", position) else 1
            path, position = self._keys(position)
            if not path:
                return
            path = path if is_table else (*table, *path)
            self._note(path, self._at(start))
            if is_table:
                table = path
                position = _end(_BRACKETS, self._text, position)
            else:
                position = self._value(position, path)

    def _note(self, path: Path, line: int) -> None:
        for length in range(1, len(path)):
            self._lines.setdefault(path[:length], line)
        if path in self._given:
            self._again[path].append(line)
        else:
            self._given.add(path)
            self._lines[path] = line

    def _keys(self, position: int) -> tuple[Path, int]:
        """A dotted key and the position after it."""
        keys: list[str] = []
        while key := _KEY.match(self._text, position):
            basic, literal, bare = key.groups()
            keys.append(_unescaped(basic) if basic is not None else bare if bare is not None else literal)
            position = key.end()
            if not self._text.startswith(".", position):
                break
            position += 1
        return tuple(keys), position

    def _value(self, position: int, path: Path) -> int:
        """The position after a value; the lines of an array's items are noted on the way."""
        if plain := _PLAIN.match(self._text, position):
            return plain.end()
        depth = index = 0
        for token in _TOKEN.finditer(self._text, position):
            first = token[0][0]
            if first == "\n" and depth == 0:
                return token.start()
            if depth == 1 and first not in ",\n#]}":
                self._lines.setdefault((*path, index), self._at(token.start()))
            if first in "[{":
                depth += 1
            elif first in "]}":
                depth -= 1
            elif first == "," and depth == 1:
                index += 1
        return len(self._text)


class Lines:
    """The lines of a sound document's entries, and of what is in them: that only where it is asked for.

    Entries nearly always have a plain header each, which is found in a tenth of the time that `Places` takes.
    """

    def __init__(self, text: str, entries: Collection[str]) -> None:
        self._text = text
        self._headers = _headers(text, entries)

    def line(self, *path: str | int) -> int:
        """As `Places.line`."""
        if len(path) == 1 and path[0] in self._headers:
            return self._headers[str(path[0])]
        return self._places.line(*path)

    @cached_property
    def _places(self) -> Places:
        return Places(self._text)


def _headers(text: str, entries: Collection[str]) -> dict[str, int]:
    """The lines of the headers of these entries; none where something may only look like one."""
    if any(mark in text for mark in _AMBIGUOUS):
        return {}
    rows = enumerate(text.split("\n"), 1)
    found = [
        (header[1], line) for line, row in rows if row[:2] == '["' and (header := _HEADER.fullmatch(row))
    ]
    lines = dict(found)
    return lines if len(found) == len(lines) and lines.keys() == set(entries) else {}


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position


def _unescaped(basic: str) -> str:
    if "\\" not in basic:
        return basic[1:-1]
    try:
        return str(tomli.loads(f"key = {basic}")["key"])
    except tomli.TOMLDecodeError:
        return basic[1:-1]
