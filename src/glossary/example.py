"""The examples of rules, checked: what a rule finds in them is what its manual page shows."""

from glossary.checks import check, rules
from glossary.checks.messages import annotated
from glossary.checks.model import Example, Finding, Rule, Run
from glossary.curated import combine
from glossary.formats import tsv
from glossary.lexicon import compile_terms
from glossary.pipeline import Annotator
from glossary.po import Entry
from glossary.repair import repairs

FILE = "example.po"
_COLUMNS = ("zh", "en", "kind", "allow", "forbid")


def run(example: Example) -> Run:
    """The messages of an example, with the glossary that it brings and no other; the last is the one to look at."""
    before = [Entry(zh, en, line=number) for number, (zh, en) in enumerate(example.beside, 1)]
    entry = Entry(
        example.zh,
        example.en,
        comment=example.comment,
        extracted=example.extracted,
        flags=("fuzzy",) if example.fuzzy else (),
        line=len(before) + 1,
    )
    return Run(annotated(FILE, (*before, entry), _annotator(example.glossary)))


def findings(rule: Rule, example: Example) -> list[Finding]:
    """What a rule finds in an example."""
    messages = run(example)
    # A rule on what other rules find has nothing to say by itself.
    return list(rule.check(messages)) or [
        finding
        for finding in check(messages, select=[each.name for each in rules()])
        if finding.rule == rule.name
    ]


def mended(rule: Rule, example: Example) -> str:
    """The translation of an example as `glossary fix` makes it; empty where it leaves it as it is."""
    return next((text for (text,) in repairs(run(example), rules=[rule.name]).texts.values()), "")


def _annotator(rows: str) -> Annotator:
    if not rows:
        return Annotator(compile_terms([]))
    columns = _COLUMNS[: max(row.count("\t") + 1 for row in rows.splitlines())]
    text = "\t".join(columns) + "\n" + rows
    return Annotator(compile_terms(combine([tsv.parse(text.encode(), path="example.tsv")])))
