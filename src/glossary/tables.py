"""Finds and reads the tables that rules use: surnames, readings, words that follow names.

A table is a file `glossaries/tables/NAME.tsv`: a header row that names the columns, then one row a line;
lines that start with `#` are comments. Tables are not glossaries: they hold no renderings for a translator.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from glossary.curated import bundled
from glossary.errors import DataError


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of the table `name`, in order, each a mapping from column to cell; absent cells are empty.

    Raises:
        DataError: The table is missing or empty, or a row has more cells than the header.
        GlossaryError: The installation has no tables.
    """
    source = bundled() / "tables" / f"{name}.tsv"
    try:
        text = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(str(source), None, f"cannot be read ({error}): install the package again") from error
    return parse(text, path=str(source))


def parse(text: str, *, path: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a table's text; `path` is named in errors.

    Raises:
        DataError: There is no header row, or a row has more cells than the header.
    """
    header: list[str] = []
    found: list[Mapping[str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        lacking = len(header) - len(cells)
        if not header:
            header = cells
        elif lacking < 0:
            raise DataError(path, number, f"{len(cells)} cells under {len(header)} columns: remove a tab")
        else:
            if lacking:
                cells += [""] * lacking
            found.append(MappingProxyType(dict(zip(header, cells, strict=True))))
    if not header:
        raise DataError(path, None, "has no header row: name the columns in its first line")
    return tuple(found)


@cache
def column(name: str, field: str = "zh") -> frozenset[str]:
    """The distinct non-empty cells of one column of the table `name`.

    Raises:
        DataError: As `rows`, or the table has no such column.
        GlossaryError: The installation has no tables.
    """
    table = rows(name)
    if table and field not in table[0]:
        raise DataError(f"{name}.tsv", None, f"has no column {field!r}: add it to the header row")
    return frozenset(row[field] for row in table) - {""}


@cache
def by_zh(name: str, field: str) -> Mapping[str, str]:
    """What one column of the table `name` says, by the Chinese that the row is about; of two rows the last counts.

    Raises:
        DataError: As `rows`.
        GlossaryError: The installation has no tables.
    """
    return MappingProxyType({row["zh"]: row[field] for row in rows(name)})
