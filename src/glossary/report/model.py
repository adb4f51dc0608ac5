"""What is reported: the findings of `check` on PO files, or of `lint` on glossary files."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from glossary.checks.model import Finding, Severity
from glossary.errors import DataError


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a run of checks."""

    findings: Sequence[Finding]
    """In order of file and line."""
    command: str = "check"
    """The command whose rules found them: `check` or `lint`."""
    files: Sequence[str] = ()
    """The files that were checked, those without findings among them."""
    unusable: Sequence[DataError] = ()
    """Why other files could not be checked."""
    entries: int = 0
    """How many entries were checked."""
    colour: bool = False
    """Whether it is read on a terminal that shows colours; formats for machines take no notice."""

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return Counter(finding.severity for finding in self.findings)[severity]

    @property
    def files_at_fault(self) -> int:
        """How many files have findings."""
        return len({finding.file for finding in self.findings})
