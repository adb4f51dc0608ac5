"""Concepts as the text of TOML."""

import json
from collections.abc import Iterator

from glossary.model import Short, Status, Term

_LONGEST = 100
"""Characters of a list that stands on one line."""


def entry(term: Term, kind: str) -> str:
    """The table of a concept, in a file whose entries are of this kind where they say nothing else."""
    fields = (f"{name} = {value}\n" for name, value in _fields(term, kind))
    return f"[{quoted(term.zh)}]\n{''.join(fields)}"


def quoted(text: str) -> str:
    """A basic string: JSON's escapes are among TOML's own, but it wants U+007F escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _fields(term: Term, kind: str) -> Iterator[tuple[str, str]]:
    """The fields that say something, in the order in which curators read them."""
    yield "en", quoted(term.en)
    if term.kind != kind:
        yield "kind", quoted(term.kind)
    lists = (("allow", term.allow), ("forbid", term.forbid), ("zh", term.variants))
    yield from ((name, _list(items)) for name, items in lists if items)
    if term.short:
        yield "short", _short(term.short)
    if term.members:
        yield "members", _list(term.members)
    yield from ((name, quoted(text)) for name, text in (("note", term.note), ("source", term.source)) if text)
    if term.status is not Status.HOUSE:
        yield "status", quoted(term.status)
    years = (("since", term.since), ("until", term.until))
    yield from ((name, str(year)) for name, year in years if year is not None)
    if term.free:
        yield "free", "true"


def _list(items: tuple[str, ...]) -> str:
    line = f"[{', '.join(map(quoted, items))}]"
    if len(line) <= _LONGEST:
        return line
    rows = "".join(f"    {quoted(item)},\n" for item in items)
    return f"[\n{rows}]"


def _short(short: Short) -> str:
    return f"{{ zh = {quoted(short.zh)}, en = {quoted(short.en)} }}"
