"""SARIF 2.1.0 (OASIS Standard), which GitHub code scanning and editors read."""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import msgspec

from glossary import __version__, checks, lint
from glossary.checks.model import Example, Finding
from glossary.checks.model import Rule as CheckRule
from glossary.errors import DataError
from glossary.lint.model import Rule as LintRule
from glossary.report.model import Report

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_DRIVE = re.compile("[A-Za-z]:/")


def render(report: Report) -> str:
    """A log with one run; it names all rules of the command, with their reasons and examples as help."""
    rules: Sequence[CheckRule | LintRule] = lint.rules() if report.command == "lint" else checks.rules()
    index = {rule.name: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "zh-glossary",
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.unusable,
                "toolExecutionNotifications": list(map(_notification, report.unusable)),
            }
        ],
        "results": [_result(finding, index) for finding in report.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _rule(rule: CheckRule | LintRule) -> dict[str, Any]:
    examples = map(_example, rule.bad)
    reported = "\n".join(["Reported, for example:", "", *examples])
    return {
        "id": rule.name,
        "name": "".join(part.title() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.reason},
        "help": {"text": f"{rule.reason}\n\n{reported}", "markdown": f"{rule.reason}\n\n{reported}"},
        "defaultConfiguration": {"enabled": rule.default, "level": rule.severity},
        "properties": {"tags": ["translation", "terminology"]},
    }


def _example(example: Example | str) -> str:
    """A translation, or a glossary file."""
    if isinstance(example, str):
        return f"```\n{example}```"
    return f"- “{example.zh}” → “{example.en}”"


def _notification(error: DataError) -> dict[str, Any]:
    """A file that could not be checked."""
    return {
        "level": "error",
        "message": {"text": error.cause},
        "locations": [_place(str(error.path), error.line or 0)],
    }


def _result(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    key = "\0".join((finding.rule, finding.file, finding.msgid, finding.term, finding.found))
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": _text(finding)},
        "locations": [_place(finding.file, finding.line)],
        "partialFingerprints": {"entry/v1": sha256(key.encode(errors="replace")).hexdigest()},
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    return result


def _text(finding: Finding) -> str:
    term = f"{finding.term}: " if finding.term else ""
    found = f" Found: {finding.found}." if finding.found and finding.found not in finding.message else ""
    return f"{term}{finding.message}.{found}"


def _place(file: str, line: int) -> dict[str, Any]:
    """A line of a file, or the whole of it for 0."""
    place: dict[str, Any] = {"artifactLocation": _location(file)}
    if line > 0:
        place["region"] = {"startLine": line}
    return {"physicalLocation": place}


def _location(file: str) -> dict[str, str]:
    """A path inside the checkout is relative to its root; any other is a file URI."""
    path = file.replace("\\", "/")
    if path.startswith("/"):
        return {"uri": "file://" + quote(path)}
    if _DRIVE.match(path):
        return {"uri": f"file:///{path[:2]}{quote(path[2:])}"}
    return {"uri": quote(path.removeprefix("./")), "uriBaseId": "%SRCROOT%"}
