"""One JSON object, for scripts: the shape is a contract, and fields are only ever added.

`{"findings": [{"rule", "severity", "file", "line", "msgid", "term", "expected", "found", "message"}], "summary"}`,
and `"unusable": [{"file", "line", "message"}]` for files that could not be checked; `line` is 0 where it is the whole file.
"""

from typing import Any

import msgspec

from glossary.checks.model import Finding, Severity
from glossary.report.model import Report


def render(report: Report) -> str:
    """`{"findings": [...], "unusable": [...], "summary": {...}}`, indented by two."""
    summary = {
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "files": len(report.files),
        "files_with_findings": report.files_at_fault,
        "entries": report.entries,
    }
    unusable = [
        {"file": str(error.path), "line": error.line or 0, "message": error.cause}
        for error in report.unusable
    ]
    findings = [_shape(finding) for finding in report.findings]
    shape = {"findings": findings, "unusable": unusable, "summary": summary}
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
