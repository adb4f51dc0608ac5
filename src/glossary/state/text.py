"""The state of PO files for a person at a terminal."""

from collections.abc import Iterator, Sequence

from glossary.colour import styled
from glossary.excerpt import shortened
from glossary.plural import plural
from glossary.state.articles import ArticleState, Standing
from glossary.state.changes import Summary, summaries
from glossary.state.progress import Progress
from glossary.state.status import Status

_COLUMNS = (
    "file",
    "segments",
    "translated",
    "fuzzy",
    "untranslated",
    "obsolete",
    "done",
    "by size",
    "stale",
    "article",
)
_TOTAL = "all"
_NEW_SHOWN = 3
"""How many sentences of an article are shown that its PO file lacks."""
_LONGEST = 40
"""Characters of such a sentence."""
_GOOD, _LOOK, _STRONG = "32", "33", "1"


def render(statuses: Sequence[Status], *, colour: bool = False) -> str:
    """A line for each file, what changed in articles, and the terms that are rendered otherwise today.

    `done` counts segments, `by size` their Han characters.
    """
    rows = [_row(status.file, status.progress, status.stale, _of_articles(status)) for status in statuses]
    if len(statuses) > 1:
        total = sum((status.progress for status in statuses), Progress())
        rows.append(_row(_TOTAL, total, sum(status.stale for status in statuses), ""))
    parts = ["".join(_table(rows, colour))]
    parts.append("".join(line for status in statuses for line in _changed_articles(status)))
    found = summaries(change for status in statuses for change in status.changes)
    parts.append("".join(_changed_terms(found, colour)))
    return "\n".join(filter(None, parts))


def _row(file: str, progress: Progress, stale: int, article: str) -> tuple[str, ...]:
    counts = (
        progress.segments,
        progress.translated,
        progress.fuzzy,
        progress.untranslated,
        progress.obsolete,
    )
    return (
        file,
        *map(str, counts),
        f"{progress.percent}%",
        f"{progress.percent_of_characters}%",
        str(stale),
        article,
    )


def _of_articles(status: Status) -> str:
    """How the articles of a file stand, in a word; the worst counts, as all are named below."""
    standings = {article.standing for article in status.articles}
    order = (Standing.CHANGED, Standing.UNREADABLE, Standing.MISSING, Standing.CURRENT)
    return next((standing for standing in order if standing in standings), "-")


def _table(rows: Sequence[tuple[str, ...]], colour: bool) -> Iterator[str]:
    from rich.cells import cell_len

    widths = [max(map(cell_len, column)) for column in zip(_COLUMNS, *rows, strict=True)]
    for number, row in enumerate((_COLUMNS, *rows)):
        cells = []
        for name, text, width in zip(_COLUMNS, row, widths, strict=True):
            blank = " " * (width - cell_len(text))
            shown = styled(text, _style(name, text) if number else _STRONG, colour)
            cells.append(f"{shown}{blank}" if name in ("file", "article") else f"{blank}{shown}")
        yield "  ".join(cells).rstrip() + "\n"


def _style(column: str, text: str) -> str:
    """How a cell is shown: what is done, and what wants a look."""
    if column in ("done", "by size"):
        return _GOOD if text == "100%" else ""
    if column in ("fuzzy", "untranslated", "stale"):
        return _LOOK if text != "0" else ""
    return _LOOK if column == "article" and text not in ("-", Standing.CURRENT) else ""


def _changed_articles(status: Status) -> Iterator[str]:
    for article in status.articles:
        yield from (f"{line}\n" for line in _article(article, status.file))


def _article(article: ArticleState, file: str) -> Iterator[str]:
    if article.standing is Standing.MISSING:
        yield f"{article.file}: named in {file}, and not found from here, the project's folder or the PO file's"
    if article.standing is Standing.UNREADABLE:
        yield f"{article.file}: {article.fault}"
    for line, text in article.new[:_NEW_SHOWN]:
        yield f"{article.file}:{line}: not in {file}: {shortened(text, _LONGEST)}"
    if (more := len(article.new) - _NEW_SHOWN) > 0:
        yield f"{article.file}: {plural(more, 'more sentence')} not in {file}"
    if article.gone:
        yield f"{article.file}: {plural(article.gone, 'entry')} of {file} not in the article any more"


def _changed_terms(found: Sequence[Summary], colour: bool) -> Iterator[str]:
    if found:
        yield "rendered otherwise than the comments say:\n"
    for each in found:
        counts = plural(each.entries, "entry")
        if each.with_old or each.with_new:
            counts += f"; translated as before in {each.with_old}, as now in {each.with_new}"
        term = styled(each.term, _STRONG, colour)
        yield f"  {term}: {each.old or '(nothing)'} → {each.new or '(nothing)'}  [{counts}]\n"
