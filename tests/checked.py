"""Translations checked in a line, for tests of single rules."""

from glossary.checks import check
from glossary.checks.messages import annotated
from glossary.checks.model import Finding, Run
from glossary.lexicon import compile_terms
from glossary.pipeline import Annotator
from glossary.po import Entry

_ANNOTATOR = Annotator(compile_terms([]))


def found(rule: str, zh: str, en: str) -> list[Finding]:
    """What a rule finds in one translation, without a glossary."""
    return found_in(rule, Entry(zh, en, line=1))


def found_in(rule: str, *entries: Entry) -> list[Finding]:
    """What a rule finds in the entries of one file, without a glossary."""
    return check(Run(tuple(annotated("a.po", entries, _ANNOTATOR))), select=[rule])
