"""Work on chunks in several processes, with few chunks at a time in memory."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from threading import Thread
from typing import Protocol, TypeVar

from glossary.errors import GlossaryError

T = TypeVar("T")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

_AHEAD = 3
"""Chunks for each worker that are read and not yet written: one in work, one waiting, one done before its turn."""


class Future(Protocol[R_co]):
    """The result of work that is under way."""

    def result(self) -> R_co:
        """The result, when it is there."""
        ...


def in_processes(
    work: Callable[[T], R], items: Iterable[T], *, jobs: int, begin: Callable[[], object] | None = None
) -> Iterator[R]:
    """What `work` gives for each item, in order.

    Args:
        work: A function of a module, perhaps with arguments, as it goes to another process with each item.
        items: The items, each taken when a process is about to need it.
        jobs: How many processes work.
        begin: Done once by each process, before it works; for what is too large to go with each item.

    Raises:
        GlossaryError: A process was stopped by somebody else, or as `work`.
    """
    pool = ProcessPoolExecutor(jobs, initializer=_prepare, initargs=(begin,))
    try:
        yield from in_order(lambda item: pool.submit(work, item), items, workers=jobs)
    except BrokenProcessPool:
        raise GlossaryError(
            "a process was stopped from outside, perhaps as there is too little memory: use fewer --jobs"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def in_order(submit: Callable[[T], Future[R]], items: Iterable[T], *, workers: int) -> Iterator[R]:
    """The results of what is submitted, in order, while the next items are worked on."""
    waiting: deque[Future[R]] = deque()
    for item in items:
        waiting.append(submit(item))
        if len(waiting) >= _AHEAD * workers:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _prepare(begin: Callable[[], object] | None) -> None:
    """Leaves an interrupt to the parent, and ends with it: a parent that is killed cannot say so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    if begin is not None:
        begin()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
