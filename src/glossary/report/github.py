"""Workflow commands of GitHub Actions, which show findings beside the lines that they are about.

GitHub Docs, "Workflow commands for GitHub Actions"; the escapes are those of its toolkit.
"""

from glossary.checks.model import Finding, Severity
from glossary.report.model import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """A command a line."""
    return "".join(_command(finding) for finding in report.findings)


def _command(finding: Finding) -> str:
    properties = {"file": finding.file, "line": str(max(1, finding.line)), "title": _title(finding)}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(finding.message)}\n"


def _title(finding: Finding) -> str:
    return f"{finding.rule}: {finding.term}" if finding.term else finding.rule


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
