"""Findings for a person at a terminal."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from glossary.checks.model import Finding, Severity
from glossary.colour import styled
from glossary.excerpt import one_line, shortened, visible
from glossary.plural import plural
from glossary.report.model import Report

_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_TERM, _RULE, _FAULT = "1", "2", "31"
_LABEL = 10
"""Columns that `expected` and `found` take with the blank behind them."""
_LONGEST = 200
"""Characters of `expected` and of `found` that are shown."""


def render(report: Report) -> str:
    """The findings, a block for each file, and a line that counts them; nothing where nothing was found."""
    return f"{findings(report)}\n{summary(report)}\n" if report.findings else ""


def findings(report: Report) -> str:
    """The findings, a block for each file, with a blank line between them."""
    return "\n".join("".join(_block(list(found), report.colour)) for _, found in _by_file(report))


def _by_file(report: Report) -> Iterator[tuple[str, Iterator[Finding]]]:
    return groupby(report.findings, key=lambda finding: finding.file)


def _block(found: list[Finding], colour: bool) -> Iterator[str]:
    places = [visible(f"{finding.file}:{finding.line}") for finding in found]
    place_width = max(map(_width, places))
    rule_width = max(len(finding.rule) for finding in found)
    for finding, place in zip(found, places, strict=True):
        severity = styled(f"{finding.severity:<7}", _STYLES[finding.severity], colour)
        rule = f"{finding.rule:<{rule_width}}" if finding.term else finding.rule
        term = "  " + styled(visible(finding.term), _TERM, colour) if finding.term else ""
        padding = " " * (place_width - _width(place))
        yield f"{place}{padding}  {severity}  {styled(rule, _RULE, colour)}{term}\n"
        yield from (f"    {line}\n" for line in _details(finding, colour))


def _details(finding: Finding, colour: bool) -> Iterator[str]:
    """The message; then what was expected and what was found, where the message or the excerpt does not show it."""
    yield visible(finding.message)
    if any(text not in finding.message for text in finding.expected):
        yield f"{'expected':<{_LABEL}}{visible(shortened('; '.join(finding.expected), _LONGEST))}"
    if finding.found and not finding.excerpt and finding.found not in finding.message:
        yield f"{'found':<{_LABEL}}{visible(shortened(finding.found, _LONGEST))}"
    if finding.excerpt:
        yield from _excerpt(finding, colour)


def _excerpt(finding: Finding, colour: bool) -> Iterator[str]:
    """The excerpt, and below it a line that marks the fault."""
    excerpt, found = visible(finding.excerpt), visible(one_line(finding.found))
    start = excerpt.find(found) if found else -1
    if start < 0:
        yield f"{'found':<{_LABEL}}{excerpt}"
        return
    end = start + len(found)
    yield f"{'found':<{_LABEL}}{excerpt[:start]}{styled(found, _FAULT, colour)}{excerpt[end:]}"
    yield " " * (_LABEL + _width(excerpt[:start])) + styled("^" * max(1, _width(found)), _FAULT, colour)


def summary(report: Report) -> str:
    """How much of what was found where, on one line."""
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    counts = [plural(errors, "error"), plural(warnings, "warning")]
    if notes := report.count(Severity.NOTE):
        counts.append(plural(notes, "note"))
    files = plural(report.files_at_fault, "file")
    return f"{', '.join(counts)} in {files}; {plural(report.entries, 'entry')} checked"


def _width(text: str) -> int:
    """How many columns a terminal needs for a text: two for a Han character."""
    return sum(
        0 if unicodedata.combining(mark) else 2 if unicodedata.east_asian_width(mark) in "WF" else 1
        for mark in text
    )
