"""Sources that nobody can open."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from glossary import tables
from glossary.checks.model import Finding, Severity
from glossary.lint.model import Rule, Run, finding
from glossary.model import Status

_HOST = re.compile(r"\w\.[a-z]{2,}")
_WORD = re.compile(r"[\w’']+")
_SHORTEST = 8
"""Characters of a source that says anything."""


def _check(run: Run) -> Iterable[Finding]:
    for entry in run.entries:
        if entry.status is not Status.HOUSE and entry.source and _is_vague(entry.source):
            message = f"the source “{entry.source}” cannot be opened: add the document's title, its date or its address"
            yield finding(RULE, entry, message, found=entry.source)


@cache
def _is_vague(source: str) -> bool:
    if any(map(str.isdigit, source)) or _HOST.search(source):
        return False
    words = {word.replace("’", "'").casefold() for word in _WORD.findall(source)}
    return len(source) < _SHORTEST or words <= _empty_words()


@cache
def _empty_words() -> frozenset[str]:
    path = Path(__file__).with_name("source_words.tsv")
    rows = tables.parse(path.read_text(encoding="utf-8"), path=str(path))
    return frozenset(row["word"] for row in rows)


RULE = Rule(
    name="source-vague",
    summary="The source of an official or standard rendering cannot be opened.",
    reason=(
        "A source is evidence if an editor can go there and see: a document with its title or year, a standard"
        " with its number, an address. The name of a news agency or “the official site” is not. Where nobody"
        " remembers more, the status is `house`."
    ),
    severity=Severity.WARNING,
    good=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nstatus = "official"\nsource = "Parks Bureau, parks.example.cn"\n',
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nstatus = "official"\nsource = "Xinhua, 3 May 2019"\n',
        '["园林法"]\nen = "Parks Law"\nkind = "document"\nstatus = "official"\nsource = "Songcheng Congress, English edition"\n',
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nsource = "press"\n',
    ),
    bad=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nstatus = "official"\nsource = "Xinhua News Agency"\n',
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nstatus = "official"\nsource = "Official English site"\n',
        "zh\ten\tstatus\tsource\n园林局\tParks Bureau\tstandard\tUN\n",
    ),
    check=_check,
)
