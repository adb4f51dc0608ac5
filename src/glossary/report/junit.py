"""JUnit XML, which most CI systems read: a suite for each file, a case for each finding."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from glossary.checks.model import Finding, Severity
from glossary.errors import DataError
from glossary.report.model import Report

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """A file without findings is a suite with one case that passed; a note is a case that was skipped.

    A file that could not be checked is a suite with one case in error.
    """
    findings: dict[str, list[Finding]] = {file: [] for file in report.files}
    for finding in report.findings:
        findings.setdefault(finding.file, []).append(finding)
    notes = report.count(Severity.NOTE)
    tests = sum(max(1, len(found)) for found in findings.values()) + len(report.unusable)
    head = _counts(tests, len(report.findings) - notes, notes, errors=len(report.unusable))
    name = _attribute(f"glossary {report.command}")
    suites = "".join(line for file, found in findings.items() for line in _suite(file, found, name))
    suites += "".join(_unusable(error, name) for error in report.unusable)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name={name} {head}>\n{suites}</testsuites>\n'


def _counts(tests: int, failures: int, skipped: int, *, errors: int = 0) -> str:
    return f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="{skipped}"'


def _unusable(error: DataError, command: str) -> str:
    file = _attribute(str(error.path))
    return (
        f"  <testsuite name={file} {_counts(1, 0, 0, errors=1)}>\n"
        f"    <testcase classname={file} name={command}>\n"
        f'      <error type="file not checked" message={_attribute(error.cause)}>{escape(_valid(str(error)))}</error>\n'
        "    </testcase>\n  </testsuite>\n"
    )


def _suite(file: str, findings: list[Finding], command: str) -> Iterator[str]:
    notes = sum(finding.severity is Severity.NOTE for finding in findings)
    head = _counts(max(1, len(findings)), len(findings) - notes, notes)
    yield f"  <testsuite name={_attribute(file)} {head}>\n"
    if not findings:
        yield f"    <testcase classname={_attribute(file)} name={command}/>\n"
    for finding in findings:
        term = f" {finding.term}" if finding.term else ""
        name = _attribute(f"line {finding.line}: {finding.rule}{term}")
        yield f"    <testcase classname={_attribute(file)} name={name}>\n{_outcome(finding)}    </testcase>\n"
    yield "  </testsuite>\n"


def _outcome(finding: Finding) -> str:
    message = _attribute(finding.message)
    if finding.severity is Severity.NOTE:
        return f"      <skipped message={message}/>\n"
    lines = [f"{finding.file}:{finding.line}", finding.msgid]
    if finding.expected:
        lines.append(f"expected: {'; '.join(finding.expected)}")
    if finding.found:
        lines.append(f"found: {finding.found}")
    body = escape(_valid("\n".join(lines)))
    return f'      <failure type="{finding.severity}" message={message}>{body}</failure>\n'


def _attribute(text: str) -> str:
    return quoteattr(_valid(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _valid(text: str) -> str:
    """The text with what XML 1.0 cannot hold written as an escape."""
    return _NOT_XML.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
