"""TSV: long flat lists, one rendering a row, with the columns of `_table`.

Cells are taken as they stand: quotation marks and backslashes have no meaning, so that a cell can hold neither a tab
nor a line break. Rows are written in the order of the code points of `zh`, as `glossary lint` wants them.
"""

from collections.abc import Sequence

from glossary.concept import Report, refuse
from glossary.formats import ALL_FIELDS, _cells, _table, comments, decode
from glossary.model import Term

SUFFIXES = (".tsv",)

FIELDS = ALL_FIELDS
IN_FOLDERS = True


def parse(data: bytes, *, path: str) -> list[Term]:
    """The concepts of a TSV file, in order of their first rows; a term's line is that of its first row.

    Raises:
        DataError: A row is malformed, repeats another, or breaks a rule of the glossary.
    """
    return survey(data, path=path, report=refuse)


def survey(data: bytes, *, path: str, report: Report) -> list[Term]:
    """As `parse`, with each fault of a row given to `report`; rows that cannot be used are left out.

    Raises:
        DataError: The file is no text, or its header is at fault.
    """
    lines = enumerate(decode(data, path=path).split("\n"), 1)
    rows = ((number, line.split("\t")) for number, line in lines)
    return _table.survey(rows, path=path, report=report, misfit="add or remove tabs")


def asides(data: bytes, *, path: str) -> list[str]:  # noqa: ARG001  # formats share one signature
    """What the file says besides its concepts: comments."""
    return comments(data)


def serialise(terms: Sequence[Term], *, title: str) -> bytes:
    """The concepts as TSV, a row each, in the order of their keys, under the columns that they use."""
    columns, rows = _cells.table(sorted(terms, key=lambda term: term.zh), text=_cells.one_line)
    lines = [f"# {_cells.one_line(title)}", "\t".join(columns), *map("\t".join, rows)]
    return "".join(f"{line}\n" for line in lines).encode()


def losses(terms: Sequence[Term]) -> list[str]:
    """What TSV cannot say of these concepts."""
    return _cells.losses(terms, text=_cells.one_line, what="white space becomes a blank")
