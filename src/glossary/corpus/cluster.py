"""Work on chunks on the workers of a Dask cluster. The only module that imports dask, which not everyone has.

Each worker gets the compiled glossary once, when it joins, so that one that takes the place of another has it too; it needs
the same version of this package and no files. Chunks go with their content. What a worker had in hand when it died is done
by another.
"""

import logging
import secrets
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from functools import partial

from distributed import Client, KilledWorker, LocalCluster, Worker, WorkerPlugin
from distributed.comm import resolve_address
from distributed.comm.core import CommClosedError

from glossary import lexicon
from glossary.batch import Task, annotator
from glossary.corpus.model import Chunk
from glossary.corpus.processes import in_order
from glossary.corpus.work import Encode, Part, perform
from glossary.errors import GlossaryError
from glossary.pipeline import Annotator

LOCAL = "local"
"""In place of a scheduler's address: a cluster on this machine, for the time of the run."""

_PATIENCE = 15
"""Seconds to wait for a scheduler and its first worker."""

_annotators: dict[str, Annotator] = {}
"""On a worker: what was sent to it, by the name of the shipment."""


def on_cluster(
    chunks: Iterable[Chunk], task: Task, encode: Encode, *, scheduler: str, jobs: int
) -> Iterator[Part]:
    """The parts of the output in the order of the chunks, as they become ready.

    Args:
        chunks: The corpus.
        task: How it is to be annotated.
        encode: Makes the output of documents.
        scheduler: The address of a Dask scheduler, or `LOCAL`.
        jobs: How many processes a local cluster has.

    Raises:
        GlossaryError: There is no cluster at the address, or its workers have no such version of this package, or
            they were lost; or as `perform`.
    """
    glossary = annotator(task.glossaries, task.builtin).lexicon
    with _connected(scheduler, jobs) as client, _shipped(glossary.dump(), client) as name:
        work = partial(_perform_there, name=name, task=task, encode=encode)
        workers = max(1, sum(client.nthreads().values()))
        try:
            yield from in_order(lambda chunk: client.submit(work, chunk, pure=False), chunks, workers=workers)
        except (KilledWorker, CancelledError, CommClosedError) as error:
            raise GlossaryError(f"--scheduler {scheduler}: the cluster was lost ({error})") from None


@contextmanager
def _connected(scheduler: str, jobs: int) -> Iterator[Client]:
    with ExitStack() as stack:
        try:
            address = scheduler
            if scheduler == LOCAL:
                cluster = LocalCluster(
                    n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=logging.ERROR
                )
                address = stack.enter_context(cluster).scheduler_address
            resolve_address(address)  # a client with an address that is none cannot be closed again
            client = stack.enter_context(Client(address, timeout=_PATIENCE, set_as_default=False))
            client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            fault = f"no scheduler with workers answers there ({error}): start them, or check the address"
            raise GlossaryError(f"--scheduler {scheduler}: {fault}") from None
        yield client


class _Shipment(WorkerPlugin):  # type: ignore[misc]  # dask takes nothing but its own kind
    """A compiled glossary on its way to the workers."""

    def __init__(self, name: str, glossary: bytes) -> None:
        self.name = name
        self.glossary = glossary

    def setup(self, worker: Worker) -> None:  # noqa: ARG002  # dask's signature
        """Unpacks it on a worker."""
        _annotators[self.name] = Annotator(lexicon.restore(self.glossary))

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002
        """Leaves nothing on a worker that goes on with other people's work."""
        _annotators.pop(self.name, None)


@contextmanager
def _shipped(glossary: bytes, client: Client) -> Iterator[str]:
    """Gives the glossary to all workers, and to those that join, under the name that it yields.

    Raises:
        GlossaryError: A worker has another version of this package, or none.
    """
    shipment = _Shipment(f"glossary-{secrets.token_hex(8)}", glossary)
    try:
        client.register_plugin(shipment)
    except Exception as error:  # whatever a worker that cannot unpack it raises
        raise GlossaryError(
            f"the workers cannot use the glossary ({error}): install zh-glossary there in the same version"
        ) from None
    try:
        yield shipment.name
    finally:
        with suppress(Exception):  # the cluster may be gone, and what went wrong is being told
            client.unregister_worker_plugin(shipment.name)


def _perform_there(chunk: Chunk, *, name: str, task: Task, encode: Encode) -> Part:
    return perform(chunk, annotator=_annotators[name], task=task, encode=encode)
