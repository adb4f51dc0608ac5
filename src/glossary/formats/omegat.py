"""OmegaT's own glossaries: source, target and comment with tabs between, in UTF-8.

OmegaT shows every row whose source stands in the sentence, with its comment. So each form and each rendering has a
row, the first one of a source being preferred; rows of other forms say in the comment which concept they belong
to, and renderings to avoid stand at the end of the comment of the first row:

    国务院<tab>State Council<tab>Spell out. [not: State Department]
    国务院<tab>Council of State
    中央人民政府<tab>State Council<tab>= 国务院
    国办<tab>SC<tab>short for 国务院

Lines that start with `#` are comments. In a file that OmegaT or a translator wrote, a comment is the note; several
different ones come one after another. Suffixes are `.utf8`, and `.tab`, which OmegaT takes to be in the encoding of
the machine, UTF-8 on all current ones; a `.txt` has to be called a glossary by name.
"""

import re
from collections.abc import Iterator, Sequence

from glossary.errors import DataError, GlossaryError
from glossary.formats import _cells, _rows, comments, decode, loss
from glossary.model import Term

SUFFIXES = (".tab", ".utf8")

FIELDS = frozenset({"variants", "allow", "forbid", "short", "note"})

_AVOID = re.compile(r"(?:^|\s)\[not: ([^\[\]]+)\]$")
_DIVIDER = " | "


def parse(data: bytes, *, path: str) -> list[Term]:
    """The concepts of an OmegaT glossary, in order of their first rows.

    Raises:
        DataError: A row has no target, or a concept breaks a rule of the glossary.
    """
    rows: list[_rows.Row] = []
    for line, (zh, en, comment) in _read(decode(data, path=path), path):
        avoid = _AVOID.search(comment)
        note = comment[: avoid.start()] if avoid else comment
        owner, short = _rows.owner(note)
        rows.append(_rows.Row(zh, en, line, note, owner, short))
        if avoid:
            forbidden = avoid[1].split(_DIVIDER)
            rows += [_rows.Row(zh, rendering, line, forbidden=True) for rendering in forbidden]
    return _rows.gathered(rows, path=path)


def asides(data: bytes, *, path: str) -> list[str]:  # noqa: ARG001  # formats share one signature
    """What the file says besides its concepts: comments."""
    return comments(data)


def serialise(terms: Sequence[Term], *, title: str) -> bytes:
    """The concepts as rows, in order.

    Raises:
        GlossaryError: A form begins with `#`, which makes a comment of its row.
    """
    lines = [f"# {_cells.one_line(title)}"]
    for term in terms:
        for row in _lines(term):
            if row.startswith("#"):
                raise GlossaryError(f"a row of an OmegaT glossary cannot begin with #: leave out {term.zh}")
            lines.append(row)
    return "".join(f"{line}\n" for line in lines).encode()


def losses(terms: Sequence[Term]) -> list[str]:
    """What rows cannot say of these concepts."""
    found = []
    if odd := [term for term in terms if any(not _is_plain(item) for item in term.forbid)]:
        found.append(loss("forbid", "renderings with `|` or brackets are left out", odd))
    if changed := [term for term in terms if _note(term) != term.note]:
        what = "what would be read as something else goes, white space becomes a blank"
        found.append(loss("note", what, changed))
    return found


def _read(text: str, path: str) -> Iterator[tuple[int, tuple[str, str, str]]]:
    for line, row in enumerate(text.split("\n"), 1):
        if not row.strip() or row.startswith("#"):
            continue
        zh, en, comment = ([cell.strip() for cell in row.split("\t")] + [""] * 3)[:3]
        if not zh or not en:
            cause = "no target: write source and target, with a tab between, and a comment behind another"
            raise DataError(path, line, cause)
        yield line, (zh, en, comment)


def _lines(term: Term) -> Iterator[str]:
    avoid = _DIVIDER.join(filter(_is_plain, term.forbid))
    comment = " ".join(filter(None, (_note(term), f"[not: {avoid}]" if avoid else "")))
    yield "\t".join(filter(None, (term.zh, term.en, comment)))
    yield from (f"{term.zh}\t{rendering}" for rendering in term.allow)
    yield from map("\t".join, _rows.others(term))


def _note(term: Term) -> str:
    """The note as it can stand in a comment: in one line, and not like what has a meaning there."""
    note = _cells.one_line(term.note)
    while found := _AVOID.search(note):
        note = note[: found.start()]
    return "" if _rows.owner(note)[0] else note


def _is_plain(rendering: str) -> bool:
    return not re.search(r"[|\[\]]", rendering)
