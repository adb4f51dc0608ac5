"""Workflow commands of GitHub Actions, which show findings beside the lines that they are about.

GitHub Docs, "Workflow commands for GitHub Actions"; the escapes are those of its toolkit.
"""

from glossary.checks.model import Finding, Severity
from glossary.report.model import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """A command a line; files that could not be checked are errors."""
    unusable = (
        _command("error", str(error.path), error.line or 0, "file not checked", error.cause)
        for error in report.unusable
    )
    found = (
        _command(_COMMANDS[finding.severity], finding.file, finding.line, _title(finding), finding.message)
        for finding in report.findings
    )
    return "".join((*unusable, *found))


def _command(name: str, file: str, line: int, title: str, message: str) -> str:
    properties = {"file": file, "line": str(max(1, line)), "title": title}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{name} {listed}::{_data(message)}\n"


def _title(finding: Finding) -> str:
    return f"{finding.rule}: {finding.term}" if finding.term else finding.rule


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
