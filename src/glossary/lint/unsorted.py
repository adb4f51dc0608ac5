"""Entries that are not where one looks for them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from glossary.checks.model import Finding, Severity
from glossary.lint.model import Rule, Run, finding


def _check(run: Run) -> Iterable[Finding]:
    for _, group in groupby(run.entries, key=lambda entry: entry.path):
        entries = list(group)
        names = [entry.zh for entry in entries]
        in_order = sorted(names)
        for index in _misplaced(names):
            before = bisect_left(in_order, names[index])
            where = f"behind {in_order[before - 1]}" if before else "before all others"
            yield finding(
                RULE, entries[index], f"entries are sorted by the code points of their keys: move it {where}"
            )


def _misplaced(names: Sequence[str]) -> Iterator[int]:
    """The fewest names whose move puts all in order: those outside the longest ascending subsequence."""
    ends: list[str] = []
    lengths: list[int] = []
    for name in names:
        length = bisect_right(ends, name)
        ends[length : length + 1] = [name]
        lengths.append(length)
    wanted = len(ends) - 1
    kept: set[int] = set()
    for index in range(len(names) - 1, -1, -1):
        if lengths[index] == wanted:
            kept.add(index)
            wanted -= 1
    yield from (index for index in range(len(names)) if index not in kept)


RULE = Rule(
    name="unsorted",
    summary="An entry is not where the order of keys puts it.",
    reason=(
        "Entries, and rows of lists, stand in the order of the code points of their Chinese keys, without"
        " sections: so an entry has one place, two people who add it at the same time meet there, and a"
        " difference shows what changed. Reported are the fewest entries that have to move."
    ),
    severity=Severity.WARNING,
    good=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\n["水务局"]\nen = "Water Bureau"\nkind = "institution"\n',
        "zh\ten\n丙\tC\n甲\tA\n甲\tAA\n",
    ),
    bad=(
        '["水务局"]\nen = "Water Bureau"\nkind = "institution"\n["园林局"]\nen = "Parks Bureau"\nkind = "institution"\n',
        "zh\ten\n甲\tA\n丙\tC\n",
    ),
    check=_check,
)
