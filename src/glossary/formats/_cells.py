"""Concepts into rows of cells: the other direction of `_table`."""

import re
from collections.abc import Callable, Sequence

from glossary.formats import loss
from glossary.model import Status, Term

Text = Callable[[str], str]
"""What becomes of a note or a source in a cell."""

_LISTS = ("variants", "allow", "forbid", "members")
_TEXTS = ("note", "source")
_DIVIDER = "|"
_BREAKS = re.compile(r"[\t\r\n]+")


def table(terms: Sequence[Term], *, text: Text) -> tuple[list[str], list[list[str]]]:
    """The names of the columns that these concepts use, and a row of cells for each concept."""
    rows = [row(term, text=text) for term in terms]
    columns = [
        name for name in row(_BARE, text=text) if name in ("zh", "en") or any(cells[name] for cells in rows)
    ]
    return columns, [[cells[name] for name in columns] for cells in rows]


def losses(terms: Sequence[Term], *, text: Text, what: str) -> list[str]:
    """What cells cannot say of these concepts.

    Args:
        terms: The concepts.
        text: What becomes of a note or a source.
        what: The same in words.
    """
    divided = [
        (
            field,
            "items with a `|` are left out",
            [term for term in terms if _joined(term, field, divided=True)],
        )
        for field in _LISTS
    ]
    changed = [
        (field, what, [term for term in terms if text(getattr(term, field)) != getattr(term, field)])
        for field in _TEXTS
    ]
    return [loss(field, how, those) for field, how, those in (*divided, *changed) if those]


def one_line(text: str) -> str:
    """A text without line breaks and tabs."""
    return _BREAKS.sub(" ", text).strip()


def row(term: Term, *, text: Text) -> dict[str, str]:
    """The cells of a concept, by column; empty where it says nothing else than an empty cell does."""
    return {
        "zh": term.zh,
        "en": term.en,
        "kind": "" if term.kind == _BARE.kind else term.kind,
        "variants": _joined(term, "variants"),
        "allow": _joined(term, "allow"),
        "forbid": _joined(term, "forbid"),
        "short_zh": term.short.zh if term.short else "",
        "short_en": term.short.en if term.short else "",
        "members": _joined(term, "members"),
        "note": text(term.note),
        "source": text(term.source),
        "status": "" if term.status is Status.HOUSE else term.status.value,
        "since": "" if term.since is None else str(term.since),
        "until": "" if term.until is None else str(term.until),
        "free": "true" if term.free else "",
    }


def _joined(term: Term, field: str, *, divided: bool = False) -> str:
    """The items of a field that can stand in a list, or those that what divides items would cut."""
    return _DIVIDER.join(item for item in getattr(term, field) if (_DIVIDER in item) is divided)


_BARE = Term("", "", "term")
