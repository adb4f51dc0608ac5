"""Compiled forms kept between runs, in the user's cache folder.

Files are named by what they were made from, so nothing is ever stale; each carries a checksum, so what is damaged
is made again; each is moved into place whole, so that two processes may write at once.
"""

import contextlib
import os
import tempfile
import zlib
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from glossary import __version__

_CHECKSUM = 4
"""Bytes of a file before its content."""
_SUFFIX = ".compiled"
_KEPT = 16
"""How many files stay; those that have not been used for longest go."""


def name_for(what: str, *files: Path) -> str:
    """The name of what this version of the package makes of these files of other packages; `what` tells their uses apart."""
    states = ((file, (state := file.stat()).st_size, state.st_mtime_ns) for file in files)
    return blake2b(repr((what, __version__, *states)).encode(), digest_size=20).hexdigest()


def cached(name: str, make: Callable[[], bytes]) -> bytes:
    """The bytes kept under `name`, or those that `make` gives, which are then kept.

    A cache folder that cannot be read or written is no error: then `make` is called each time.
    `GLOSSARY_CACHE` in the environment names another folder; empty, it turns the cache off.
    """
    folder = _folder()
    if folder is None:
        return make()
    path = folder / f"{name}{_SUFFIX}"
    kept = _read(path)
    if kept is not None:
        return kept
    data = make()
    with contextlib.suppress(OSError):
        _write(path, data)
        _prune(folder)
    return data


def _folder() -> Path | None:
    chosen = os.environ.get("GLOSSARY_CACHE")
    if chosen is not None:
        return Path(chosen) if chosen else None
    from platformdirs import user_cache_path

    return user_cache_path("zh-glossary", appauthor=False)


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            checksum, content = file.read(_CHECKSUM), file.read()
    except OSError:
        return None
    if checksum != _checksum(content):
        return None
    with contextlib.suppress(OSError):  # what is another user's can be read, and nothing more
        os.utime(path)  # what is in use stays
    return content


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_checksum(content))
            file.write(content)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _prune(folder: Path) -> None:
    # Only what is ours: `GLOSSARY_CACHE` may name a folder that holds other things too.
    files = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda file: file.stat().st_mtime)
    for file in files[:-_KEPT]:
        file.unlink(missing_ok=True)


def _checksum(content: bytes) -> bytes:
    # Against damage, not against malice: a cryptographic one takes longer than reading the file. Not from 0 on, or a file of
    # zeros that was cut off would be whole.
    return zlib.crc32(content, 1).to_bytes(_CHECKSUM, "big")
