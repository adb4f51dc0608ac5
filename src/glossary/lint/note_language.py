"""Notes and sources that only readers of Chinese can read."""

import re
from collections.abc import Iterable

from glossary.checks.model import Finding, Severity
from glossary.han import is_han
from glossary.lint.model import Rule, Run, finding
from glossary.lint.references import without_references

_WORD = re.compile("[A-Za-z]+")
_FEW = 3
"""So many English words make a note English, however much Chinese they are about."""


def _check(run: Run) -> Iterable[Finding]:
    for entry in run.entries:
        for field, text in (("note", entry.note), ("source", entry.source)):
            if not text.isascii() and _is_chinese(text):
                yield finding(RULE, entry, f"the {field} is in Chinese: write it in English", found=text)


def _is_chinese(text: str) -> bool:
    """Whether it is Chinese with an English word in it rather than English that quotes Chinese."""
    bare = without_references(text)
    han = sum(map(is_han, bare))
    letters = sum(map(str.isalpha, bare)) - han
    return han > letters and len(_WORD.findall(bare)) < _FEW


RULE = Rule(
    name="note-language",
    summary="A note or a source is in Chinese.",
    reason=(
        "Notes are for translators and editors, some of whom read the Chinese with a dictionary; sources are for"
        " whoever asks. Both are written in English, and quote Chinese where Chinese is the point."
    ),
    severity=Severity.WARNING,
    good=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nnote = "Of a city; the office of a county is 园林处."\n',
        '["园林处"]\nen = "Parks Office"\nkind = "institution"\nnote = "→ 园林绿化局"\n'
        '["园林绿化局"]\nen = "Parks Bureau"\nkind = "institution"\nnote = "绿化, not the planting of trees, 植树造林."\n',
    ),
    bad=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nnote = "指市级部门, 首字母大写"\n',
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nstatus = "official"\nsource = "松城市园林局网站, 2019"\n',
    ),
    check=_check,
)
