"""The errors that broken input raises; commands turn each into one line and exit status 2."""

from pathlib import Path


class GlossaryError(Exception):
    """Input that cannot be used. The message says what is wrong and what to do about it."""


class DataError(GlossaryError):
    """A fault in a file, with its place.

    Args:
        path: The file at fault, as the user named it.
        line: Its line, counted from 1; None where the fault is the file as a whole.
        cause: What is wrong and what to do, in one line.
    """

    def __init__(self, path: Path | str, line: int | None, cause: str) -> None:
        self.path = path
        self.line = line
        self.cause = cause
        place = f"{path}:{line}" if line is not None else f"{path}"
        super().__init__(f"{place}: {cause}")

    def __reduce__(self) -> tuple[type["DataError"], tuple[Path | str, int | None, str]]:
        """So that it can come back from another process."""
        return DataError, (self.path, self.line, self.cause)
