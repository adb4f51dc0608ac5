"""A run of `glossary annotate` over a corpus, and what it says of it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from glossary.commands._console import progress, say
from glossary.errors import DataError
from glossary.plural import plural

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from glossary.batch import Task
    from glossary.corpus.model import Chunk, Reading
    from glossary.corpus.tally import Tally
    from glossary.corpus.work import Encode, Part

NO_DOCUMENTS = "there are no documents in the input"
_CUTS_SHOWN = 5


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What is annotated, how, and by whom."""

    sources: tuple[str, ...]
    task: "Task"
    reading: "Reading"
    jobs: int
    scheduler: str | None
    """A Dask scheduler's address, or `local`."""
    keep_going: bool
    """Whether what cannot be read is left out; otherwise it stops the run."""

    def chunks(self) -> "Iterator[Chunk]":
        """The corpus."""
        from glossary.corpus import chunks

        return chunks(self.sources, self.reading)

    def parts(self, chunks: "Iterable[Chunk]", encode: "Encode") -> "Iterator[Part]":
        """The parts of the output, in order, with a progress bar; what cannot be read is said or raised.

        Raises:
            GlossaryError: A document cannot be read, and the run is not to go on; or as `work.parts`.
        """
        from glossary.corpus import work

        found = work.parts(chunks, self.task, encode, jobs=self.jobs, scheduler=self.scheduler)
        for part in progress(found, total=self._size(), label="Annotating", weight=_size):
            for fault in part.broken:
                if not self.keep_going:
                    raise self._stopping(fault, part)
                say(f"{fault} (left out)")
            yield part

    def _stopping(self, fault: DataError, part: "Part") -> DataError:
        """The fault, with what can be done where there is more to go on with."""
        if len(self.sources) == 1 and not part.tallies:
            return fault
        return DataError(fault.path, fault.line, f"{fault.cause}; or leave such out with --keep-going")

    def _size(self) -> int | None:
        """Bytes of all sources; None where that cannot be known."""
        try:
            return sum(Path(source).stat().st_size for source in self.sources)
        except (OSError, ValueError):
            return None


def _size(part: "Part") -> int:
    return part.size


def report(tally: "Tally", result: str = "") -> None:
    """Says what was found in a file, and `result`, which is what was made of it."""
    total = sum(tally.kinds.values())
    kinds = sorted(tally.kinds.items(), key=lambda kind: -kind[1])
    by_kind = f" ({', '.join(f'{count:,} {kind}' for kind, count in kinds)})" if kinds else ""
    doubt = f", {tally.uncertain:,} uncertain" if tally.uncertain else ""
    documents = f"{plural(tally.documents, 'document')}, " if tally.documents > 1 else ""
    segments = plural(tally.segments, "segment")
    say(f"{tally.file}: {documents}{segments}, {plural(total, 'term')}{by_kind}{doubt}{result}")
    for name in tally.absent:
        say(f"{tally.file}: --keep {name}: no record has a value in such a field: check the name")
    for candidate in tally.candidates.first:
        context = f" ({candidate.context})" if candidate.context != candidate.text else ""
        say(f"{candidate.file}:{candidate.line}: not in the glossary: {candidate.text}{context}")
    if (more := tally.candidates.count - len(tally.candidates.first)) > 0:
        say(f"{tally.file}: {more:,} more not in the glossary")
    for notice in tally.notices.first:
        say(f"{notice.file}:{notice.line}: {notice.message}")
    if tally.set_aside.count:
        shown = "; ".join(
            f"{notice.message} (line {notice.line})" for notice in tally.set_aside.first[:_CUTS_SHOWN]
        )
        rest = ", ..." if tally.set_aside.count > _CUTS_SHOWN else ""
        say(f"{tally.file}: {plural(tally.set_aside.count, 'match')} left out: {shown}{rest}")
    if (more := tally.notices.count - len(tally.notices.first)) > 0:
        say(f"{tally.file}: {plural(more, 'more notice')}")
