"""One JSON object, for scripts: the shape is a contract, and fields are only ever added.

`{"findings": [{"rule", "severity", "file", "line", "msgid", "term", "expected", "found", "message"}], "summary"}`.
"""

from typing import Any

import msgspec

from glossary.checks.model import Finding, Severity
from glossary.report.model import Report


def render(report: Report) -> str:
    """`{"findings": [...], "summary": {...}}`, indented by two."""
    summary = {
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "files": len(report.files),
        "files_with_findings": report.files_at_fault,
        "entries": report.entries,
    }
    shape = {"findings": [_shape(finding) for finding in report.findings], "summary": summary}
    return msgspec.json.format(msgspec.json.encode(shape), indent=2).decode() + "\n"


def _shape(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "file": finding.file,
        "line": finding.line,
        "msgid": finding.msgid,
        "term": finding.term,
        "expected": finding.expected,
        "found": finding.found,
        "message": finding.message,
    }
