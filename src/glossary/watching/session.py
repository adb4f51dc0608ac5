"""A glossary, settings and PO files, looked at again and again."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from glossary import baseline, checks
from glossary.atomic import looking_at
from glossary.checks.again import Checker
from glossary.checks.messages import po_files
from glossary.checks.model import Finding
from glossary.errors import DataError, GlossaryError
from glossary.watching import in_force
from glossary.watching.in_force import Origin
from glossary.watching.model import Change, Plan, Update
from glossary.watching.po_files import PoFiles, Stamp

Planner = Callable[[], Plan]


class Session:
    """What is known from the looks before."""

    def __init__(self, planner: Planner) -> None:
        """Reads settings and glossary.

        Args:
            planner: Says what is to be checked; asked at every look, as settings change too.

        Raises:
            GlossaryError: Settings or glossary cannot be used, or a path is not there. Later on these are faults
                to tell.
        """
        self._planner = planner
        self._plan = planner()
        _refuse_missing(self._plan.paths)
        self._glossary = in_force.made(in_force.origin(self._plan.task))
        self._broken: tuple[Origin, str] | None = None
        """What a glossary was to be made from that could not be used, and why not."""
        self._files = PoFiles()
        self._checker = _checker(self._plan)
        self._findings: list[Finding] = []
        self._faults: frozenset[str] = frozenset()

    def look(self) -> Update:
        """What changed since the last look; the first one tells all."""
        faults: list[str] = []
        changes = self._settings(faults)
        anew = self._reread_glossary(faults, changes)
        paths, missing = po_files(self._plan.paths)
        faults += map(str, missing)
        changes += self._files.look(paths, self._glossary.annotate, anew=anew)
        faults += self._files.faults
        before = self._findings
        if changes:
            self._findings = self._unrecorded(self._checker.check(self._files.messages), faults)
        known, self._faults = self._faults, frozenset(faults)
        there = self._files.messages
        return Update(
            changes=tuple(changes),
            faults=tuple(fault for fault in dict.fromkeys(faults) if fault not in known),
            new=tuple(_more(self._findings, before)),
            mended=tuple(finding for finding in _more(before, self._findings) if finding.file in there),
            left=len(self._findings),
            files=len(paths),
            entries=sum(message.judged for messages in there.values() for message in messages),
        )

    def folders(self) -> set[Path]:
        """The folders in which something is likely to happen; all are there.

        Not each folder below those that were named, which may be thousands.
        """
        named = (*self._plan.paths, *self._plan.task.glossaries)
        found = {Path.cwd(), self._plan.root}
        found.update(path if path.is_dir() else path.parent for path in named)
        found.update(Path(name).parent for name in self._files.messages)
        return {folder.resolve() for folder in found if folder.is_dir()}

    def _settings(self, faults: list[str]) -> list[tuple[str, Change]]:
        """Follows the settings; where they cannot be used, those of before stay."""
        try:
            plan = self._planner()
        except GlossaryError as error:
            faults.append(str(error))
            return []
        if plan == self._plan:
            return []
        if plan.rules != self._plan.rules:
            self._checker = _checker(plan)
        self._plan = plan
        return [("settings", Change.CHANGED)]

    def _reread_glossary(self, faults: list[str], changes: list[tuple[str, Change]]) -> bool:
        """Follows the glossary; whether it is another one. One that cannot be used leaves that of before."""
        old = self._glossary.origin
        try:
            now = in_force.origin(self._plan.task)
        except GlossaryError as error:
            faults.append(str(error))
            return False
        if now == old:
            return False
        if self._broken is None or self._broken[0] != now:
            try:
                self._glossary, self._broken = in_force.made(now, self._glossary), None
            except GlossaryError as error:
                self._broken = now, str(error)
        if self._broken:
            faults.append(self._broken[1])
            return False
        changes += [
            (path.as_posix(), _change(old.stamps.get(path), now.stamps.get(path)))
            for path in dict.fromkeys((*old.stamps, *now.stamps))
            if old.stamps.get(path) != now.stamps.get(path)
        ]
        return True

    def _unrecorded(self, findings: list[Finding], faults: list[str]) -> list[Finding]:
        """The findings that the baseline does not hide."""
        record = self._plan.baseline
        if record is None or not record.is_file():
            return findings
        try:
            return baseline.unrecorded(findings, baseline.read(record))
        except GlossaryError as error:
            faults.append(str(error))
            return findings


def _checker(plan: Plan) -> Checker:
    return Checker([rule for rule in checks.rules() if rule.name in plan.rules])


def _refuse_missing(paths: Iterable[Path]) -> None:
    """Refuses paths that are not there from the start; a folder may be empty still."""
    for path in paths:
        with looking_at(path):
            there = path.exists()
        if not there:
            raise DataError(path, None, "no such file or folder: check the path")


def _change(old: Stamp | None, new: Stamp | None) -> Change:
    if old is None:
        return Change.NEW
    return Change.GONE if new is None else Change.CHANGED


def _more(findings: Iterable[Finding], others: Iterable[Finding]) -> Iterable[Finding]:
    """The findings that are not among the others, or more often; the line makes no difference."""
    left = Counter(map(_key, others))
    for finding in findings:
        if left[_key(finding)] > 0:
            left[_key(finding)] -= 1
        else:
            yield finding


def _key(finding: Finding) -> tuple[str, str, str, str, str]:
    return finding.file, finding.rule, finding.term, finding.msgid, finding.found
