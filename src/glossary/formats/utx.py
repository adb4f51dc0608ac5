"""UTX, the glossaries of the Asia-Pacific Association for Machine Translation (AAMT), version 1.20.

Lines with `#` come first: the version, the languages and the date, a description, the names of the columns. Each row
is a Chinese form with a rendering; rows with one concept ID, or with one `src` where there is none, are a concept.
The term status of a rendering says how it stands:

- `approved`: preferred; where a concept has several, those after the first are accepted;
- `provisional`: accepted too;
- `non-standard`, `forbidden`: never right.

What UTX has no column for stands in columns of our own, whose names begin with `x-` as the specification has it.
`x-form` says which rows are other forms of their concept, and which of them is the short one. The part of speech,
which UTX demands, is `noun` but for phrases, and is not read.

Programs differ in how they write the names of columns (`Concept ID`) and statuses (`Approved`): these are read without regard to case.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from glossary.errors import DataError, GlossaryError
from glossary.formats import ALL_FIELDS, _cells, _rows, _table, decode, nearest
from glossary.model import Term

SUFFIXES = (".utx",)

FIELDS = ALL_FIELDS

_COLUMNS = ("src", "tgt", "src:pos", "term status", "tgt:comment", "concept ID", "x-form")
_OWN = ("kind", "members", "source", "status", "since", "until", "free")
"""The fields of `Term` that have a column of ours."""
_STATUSES = ("", "approved", "provisional", "non-standard", "forbidden")
_WRONG = ("non-standard", "forbidden")
_VARIANT, _SHORT = "variant", "short"


def parse(data: bytes, *, path: str) -> list[Term]:
    """The concepts of a UTX file, in order of their first rows.

    Raises:
        DataError: The file does not say which columns it has, or a row breaks a rule of UTX or of the glossary.
    """
    lines = decode(data, path=path).replace("\r\n", "\n").split("\n")
    columns: list[str] = []
    first: dict[str, str] = {}
    rows: list[_rows.Row] = []
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            columns = _columns(line) or columns
        elif line.strip():
            if not columns:
                cause = (
                    "no names of columns: above the rows stands a line such as #src, tgt, src:pos, with tabs"
                )
                raise DataError(path, number, cause)
            rows.append(_row(_cells_of(line, columns, path, number), first, path, number))
    return _rows.gathered(rows, path=path)


def serialise(terms: Sequence[Term], *, title: str) -> bytes:
    """The concepts as UTX 1.20, in order, dated today.

    Raises:
        GlossaryError: A form begins with `#`, which makes a comment of its row.
    """
    from datetime import UTC, datetime

    rows = [row for number, term in enumerate(terms, 1) for row in _lines(term, f"C{number}")]
    if odd := next((row["src"] for row in rows if row["src"].startswith("#")), None):
        raise GlossaryError(f"a row of UTX cannot begin with #: leave out {odd}")
    names = (*_COLUMNS, *(f"x-{field}" for field in _OWN))
    columns = [name for name in names if name in _COLUMNS[:4] or any(row.get(name) for row in rows)]
    lines = [
        f"#UTX 1.20; zh/en; {datetime.now(UTC):%Y-%m-%d}",
        f"#description: {_cells.one_line(title)}",
        "#" + "\t".join(columns),
        *("\t".join(row.get(name, "") for name in columns) for row in rows),
    ]
    return "".join(f"{line}\r\n" for line in lines).encode()


def losses(terms: Sequence[Term]) -> list[str]:
    """What UTX cannot say of these concepts."""
    found = _cells.losses(terms, text=_cells.one_line, what="white space becomes a blank")
    return [line for line in found if not line.startswith(("variants:", "allow:", "forbid:"))]


def _columns(line: str) -> list[str]:
    """The names of the columns, if this line of the header gives them."""
    names = [name.strip().lower() for name in line.lstrip("#").split("\t")]
    # With terms for both directions UTX names the first two by their languages.
    names = ["src" if name[:7] == "term:zh" else "tgt" if name[:7] == "term:en" else name for name in names]
    return names if {"src", "tgt"} <= set(names) else []


def _cells_of(line: str, columns: list[str], path: str, number: int) -> dict[str, str]:
    """The cells of a row, by column; it may end early."""
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > len(columns):
        cause = f"{len(cells)} columns where the header names {len(columns)}: add or remove tabs"
        raise DataError(path, number, cause)
    row = dict(zip(columns, cells, strict=False))
    if not row.get("src") or not row.get("tgt"):
        raise DataError(path, number, "nothing under src or tgt: fill it in or remove the row")
    return row


def _row(cells: dict[str, str], first: dict[str, str], path: str, number: int) -> _rows.Row:
    """A row; `first` has the first form of each concept, and takes up that of a new one."""
    zh, identity, form = cells["src"], cells.get("concept id", ""), cells.get("x-form", "")
    status = cells.get("term status", "").lower()
    if status not in _STATUSES:
        raise DataError(path, number, f"unknown term status `{status}`: {nearest(status, _STATUSES[1:])}")
    concept = first.setdefault(identity, zh) if identity else zh
    notes = dict.fromkeys(cells.get(name, "") for name in ("comment", "src:comment", "tgt:comment"))
    return _rows.Row(
        zh,
        cells["tgt"],
        number,
        note="; ".join(filter(None, notes)),
        owner=concept if concept != zh else "",
        short=form == _SHORT,
        forbidden=status in _WRONG,
        values=_values(cells, path, number),
    )


def _values(cells: dict[str, str], path: str, number: int) -> dict[str, Any]:
    """What our own columns say of a concept, by field of `Term`."""
    values: dict[str, Any] = {}
    for field in _OWN:
        if cell := cells.get(f"x-{field}", ""):
            convert = _table.COLUMNS[field]
            try:
                values[field] = convert(cell) if convert else cell
            except ValueError as error:
                raise DataError(path, number, f"`x-{field}`: {error}") from None
    return values


def _lines(term: Term, identity: str) -> Iterator[dict[str, str]]:
    """The rows of a concept: the preferred rendering, the others, the other forms."""
    cells = _cells.row(term, text=_cells.one_line)
    common = {
        "src": term.zh,
        "src:pos": "" if term.kind.startswith("phrase") else "noun",
        "concept ID": identity,
    }
    own = {f"x-{field}": cells[field] for field in _OWN}
    yield common | own | {"tgt": term.en, "term status": "approved", "tgt:comment": cells["note"]}
    for status, renderings in (("provisional", term.allow), ("forbidden", term.forbid)):
        for rendering in renderings:
            yield common | {"tgt": rendering, "term status": status}
    for form in term.variants:
        yield common | {"src": form, "tgt": term.en, "term status": "approved", "x-form": _VARIANT}
    if term.short:
        short = {"src": term.short.zh, "tgt": term.short.en, "term status": "approved"}
        yield common | short | {"x-form": _SHORT}
