"""What a look brought, for a person at a terminal."""

from collections import Counter
from collections.abc import Iterator

from glossary.colour import styled
from glossary.plural import plural
from glossary.report.model import Report
from glossary.report.text import findings
from glossary.watching.model import Change, Update

_SHOWN = 20
"""How many new findings are shown; after a change of the glossary there may be thousands."""
_FILES_SHOWN = 3
_CLOCK, _FAULT, _MENDED = "2", "31", "32"


def beginning(update: Update, clock: str, *, colour: bool) -> str:
    """What is said before the first change."""
    what = f"watching {plural(update.files, 'file')}, {plural(update.entries, 'translation')}"
    head = f"{styled(clock, _CLOCK, colour)}  {what}: {_left(update)}; Ctrl-C ends\n"
    return "".join((head, *_faults(update, colour), *_new(update, colour)))


def later(update: Update, clock: str, *, colour: bool) -> str:
    """What is said of a change: which files, what is new, what is mended, what is left."""
    lines = [*_faults(update, colour)]
    if update.changes:
        lines.insert(0, f"{_changed(update)}: {_counts(update)}; {_left(update)}\n")
    head = "".join(f"{styled(clock, _CLOCK, colour)}  {line}" for line in lines)
    return "".join((head, *_mended(update, colour), *_new(update, colour)))


def _counts(update: Update) -> str:
    counts = [f"{len(update.new)} new"] if update.new else []
    counts += [f"{len(update.mended)} mended"] if update.mended else []
    return ", ".join(counts) or "nothing new"


def _changed(update: Update) -> str:
    names = [
        name if change is Change.CHANGED else f"{name} ({change})"
        for name, change in update.changes[:_FILES_SHOWN]
    ]
    more = len(update.changes) - _FILES_SHOWN
    return ", ".join(names) + (f" and {plural(more, 'more file')}" if more > 0 else "")


def _left(update: Update) -> str:
    return f"{plural(update.left, 'finding')} left" if update.left else "nothing wrong"


def _faults(update: Update, colour: bool) -> Iterator[str]:
    return (f"{styled(fault, _FAULT, colour)}\n" for fault in update.faults)


def _mended(update: Update, colour: bool) -> Iterator[str]:
    counts = Counter(
        f"{finding.file}  {finding.rule}  {' '.join((finding.term or finding.found).split())}".rstrip()
        for finding in update.mended
    )
    word = styled("mended", _MENDED, colour)
    for what, count in list(counts.items())[:_SHOWN]:
        yield f"  {word}  {what}{f' ({count} times)' if count > 1 else ''}\n"
    if len(counts) > _SHOWN:
        yield f"  {word}  and {len(counts) - _SHOWN} more\n"


def _new(update: Update, colour: bool) -> Iterator[str]:
    shown = update.new[:_SHOWN]
    if shown:
        yield findings(Report(findings=shown, colour=colour))
    if (more := len(update.new) - _SHOWN) > 0:
        yield f"{plural(more, 'more finding')}: `glossary check` lists them\n"
