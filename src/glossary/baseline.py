"""Findings that were there before a check came in: recorded in a file, not reported, and never added to.

The file is JSON with one record a line, sorted, so that a version control system shows what went.
"""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path, PurePath
from typing import Annotated, NamedTuple

import msgspec

from glossary.atomic import looking_at, write_text
from glossary.checks.model import Finding
from glossary.errors import DataError

_VERSION = 1


class Record(NamedTuple):
    """What findings have in common that count as the same; the line in the file is not among it."""

    file: str
    """Path of the PO file as seen from the folder of the baseline, with forward slashes."""
    rule: str
    term: str
    msgid: str
    found: str
    """What is at fault: in one entry another may take the place of what was mended."""


class Baseline(msgspec.Struct, frozen=True):
    """The findings that are not reported."""

    folder: Path
    """The folder of its file."""
    records: Mapping[Record, int] = msgspec.field(default_factory=dict)
    """How often each is found; always at least once."""

    def record(self, finding: Finding) -> Record:
        """What a finding is recorded as."""
        return Record(self.name(finding.file), finding.rule, finding.term, finding.msgid, finding.found)

    def name(self, file: str) -> str:
        """A path, seen from the current folder, as records give it."""
        try:
            return PurePath(os.path.relpath(file, self.folder)).as_posix()
        except ValueError:  # another drive
            return Path(file).resolve().as_posix()


def of(findings: Iterable[Finding], folder: Path) -> Baseline:
    """The baseline of these findings, for a file in `folder`."""
    empty = Baseline(folder)
    return Baseline(folder, Counter(map(empty.record, findings)))


def unrecorded(findings: Iterable[Finding], baseline: Baseline) -> list[Finding]:
    """The findings that are not in the baseline, or more often than it records."""
    left = Counter(baseline.records)
    new: list[Finding] = []
    for finding in findings:
        record = baseline.record(finding)
        if left[record] > 0:
            left[record] -= 1
        else:
            new.append(finding)
    return new


def shrunk(
    baseline: Baseline, findings: Iterable[Finding], *, files: Iterable[str], rules: Collection[str]
) -> Baseline:
    """The baseline without what is no longer found; nothing is ever added.

    Args:
        baseline: What was recorded.
        findings: All that is found now.
        files: The files that were checked. Records of other files stay as long as these exist.
        rules: The names of the rules that were applied. Records of other rules stay.
    """
    now = Counter(map(baseline.record, findings))
    checked = set(map(baseline.name, files))
    kept: dict[Record, int] = {}
    for record, count in baseline.records.items():
        file = baseline.folder / record.file
        with looking_at(file):
            looked_at = (record.file in checked and record.rule in rules) or not file.exists()
        if left := min(count, now[record]) if looked_at else count:
            kept[record] = left
    return Baseline(baseline.folder, kept)


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    file: str
    rule: str
    term: str = ""
    msgid: str = ""
    found: str = ""
    count: Annotated[int, msgspec.Meta(ge=1)] = 1


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    version: int
    findings: tuple[_Row, ...]


def read(path: Path) -> Baseline:
    """The baseline in the file at `path`.

    Raises:
        DataError: The file cannot be read, or is no baseline.
    """
    try:
        content = msgspec.json.decode(path.read_bytes(), type=_File)
    except OSError as error:
        raise DataError(path, None, f"cannot be read: {error.strerror}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        cause = f"is no baseline ({error}); restore it, or delete it and make it anew with --update-baseline"
        raise DataError(path, None, cause) from None
    if content.version != _VERSION:
        raise DataError(path, None, f"is a baseline of version {content.version}; update this program")
    records: Counter[Record] = Counter()
    for row in content.findings:
        records[Record(row.file, row.rule, row.term, row.msgid, row.found)] += row.count
    return Baseline(path.parent, records)


def write(baseline: Baseline, path: Path) -> None:
    """Puts the baseline into the file at `path`.

    Raises:
        DataError: The file cannot be written.
    """
    rows = [
        msgspec.json.encode(_Row(**record._asdict(), count=count)).decode()
        for record, count in sorted(baseline.records.items())
    ]
    listed = "".join(f"\n    {row}," for row in rows).rstrip(",")
    closing = "\n  ]" if rows else "]"
    write_text(path, f'{{\n  "version": {_VERSION},\n  "findings": [{listed}{closing}\n}}\n')
