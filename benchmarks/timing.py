"""Time and memory, of functions and of commands: each the best of several runs that take turns.

Other work on a machine only ever makes a run slower, so the best run is the nearest to the truth; the median beside it
says how noisy the machine was. What takes turns meets the same noise.
"""

import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SPEND = Path(__file__).with_name("spend.py")


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of one thing, by run."""

    runs: tuple[float, ...]

    @property
    def best(self) -> float:
        """The shortest run."""
        return min(self.runs)

    @property
    def median(self) -> float:
        """The middle run."""
        return statistics.median(self.runs)


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took, by run."""

    wall: Times
    processor: Times
    """Of the command and all processes that it started and waited for."""
    peak: float
    """MB of memory of the largest of these processes, in its best run."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command line to measure."""

    arguments: Sequence[str | Path]
    environment: Mapping[str, str] | None = None
    """Beside that of this process."""
    before: Callable[[], object] | None = None
    """Done before each run, untimed."""
    statuses: frozenset[int] = frozenset({0})
    """Exit statuses of success."""


def glossary(*arguments: str | Path) -> tuple[str | Path, ...]:
    """The command line of the tool with this Python."""
    return (sys.executable, "-c", "from glossary.cli import main; main()", *arguments)


def taking_turns(
    works: Mapping[str, Callable[[], object]], *, runs: int, clock: Callable[[], float] = time.process_time
) -> dict[str, Times]:
    """The processor seconds of each function, by name; no garbage is collected while they run."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            gc.collect()
            gc.disable()
            start = clock()
            work()
            found[name].append(clock() - start)
            gc.enable()
    return {name: Times(tuple(seconds)) for name, seconds in found.items()}


def commands(given: Mapping[str, Command], *, runs: int) -> dict[str, Spent]:
    """What each command takes, by name.

    Raises:
        RuntimeError: A command fails; the message has what it said.
    """
    taken: dict[str, list[tuple[float, float, float]]] = {name: [] for name in given}
    for _ in range(runs):
        for name, command in given.items():
            taken[name].append(_run(command))
    spent = {}
    for name, figures in taken.items():
        wall, processor, peak = zip(*figures, strict=True)
        spent[name] = Spent(Times(wall), Times(processor), min(peak))
    return spent


def _run(command: Command) -> tuple[float, float, float]:
    """Wall seconds, processor seconds and MB of one run."""
    if command.before:
        command.before()
    arguments = list(map(str, command.arguments))
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(_SPEND), *arguments],
        env={**os.environ, **(command.environment or {})},
        stdout=subprocess.PIPE,
        check=True,
    )
    spent = json.loads(done.stdout)
    if spent["status"] not in command.statuses:
        raise RuntimeError(f"{' '.join(arguments)}: exit status {spent['status']}: {spent['said'][-500:]}")
    return spent["wall"], spent["processor"], spent["peak"]
