"""Waiting until something happens in folders. The only watchfiles import of the project."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from glossary.errors import GlossaryError

_QUIET = 50
"""Milliseconds without another change after which a change counts: an editor saves in several steps."""
_LONGEST = 400
"""Milliseconds after which it counts in any case."""
_PATIENCE = 2000
"""Milliseconds after which a look is due though nothing was heard: some file systems tell of nothing, and
not every folder is listened to."""


def refuse_missing() -> None:
    """Checks that there is what waiting needs.

    Raises:
        GlossaryError: There is not; the message says what to install.
    """
    from importlib.util import find_spec

    if find_spec("watchfiles") is None:
        raise GlossaryError("watching needs watchfiles: pip install 'zh-glossary[watch]'")


def ticks(folders: Callable[[], set[Path]]) -> Iterator[None]:
    """One value each time a look is due: something changed directly in one of the folders, or may have.

    Args:
        folders: Which folders; asked after every look.
    """
    from watchfiles import watch

    while True:
        watched = folders()
        # A folder that goes just now is no folder of the next round.
        with suppress(FileNotFoundError):
            for _ in watch(
                *watched,
                watch_filter=None,
                step=_QUIET,
                debounce=_LONGEST,
                rust_timeout=_PATIENCE,
                yield_on_timeout=True,
                recursive=False,
                ignore_permission_denied=True,
            ):
                yield
                if folders() != watched:
                    break
