"""What all commands say to the person at the terminal: on standard error, and no bar where nobody sees it."""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import typer

from glossary.atomic import write_bytes, write_text
from glossary.errors import GlossaryError
from glossary.excerpt import visible

T = TypeVar("T")


def say(message: str) -> None:
    """One line of words, on standard error; nothing in it steers the terminal."""
    typer.echo("\n".join(map(visible, message.split("\n"))), err=True)


def put(content: str | bytes, output: str) -> None:
    """Gives what was made: to a file, written in full or not at all, or where `output` is `-` to standard output.

    Raises:
        DataError: The file cannot be written.
    """
    if isinstance(content, str):
        if output == "-":
            typer.get_text_stream("stdout", encoding="utf-8").write(content)
        else:
            write_text(Path(output), content)
    elif output == "-":
        typer.get_binary_stream("stdout").write(content)
    else:
        write_bytes(Path(output), content)


def progress(
    items: Iterable[T], *, total: float | None, label: str, weight: Callable[[T], float] = lambda _: 1
) -> Iterator[T]:
    """The items, with a progress bar while they come, if standard error is a terminal.

    Args:
        items: The items.
        total: What they weigh together; None where that is not known.
        label: What is being done.
        weight: What an item weighs.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    # Nothing is left of the bar when it is done, and short work never shows one.
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        for item in items:
            yield item
            bar.advance(task, weight(item))


reading = partial(progress, label="Reading")
"""The items, with a progress bar for files that are read."""


def refuse_inputs(output: str | None, inputs: Iterable[str | Path]) -> None:
    """Refuses to write over a file that is read.

    Raises:
        GlossaryError: `output` is one of the inputs.
    """
    if output in (None, "-"):
        return
    target = Path(output or "").resolve()
    for source in inputs:
        if Path(source).resolve() == target:
            raise GlossaryError(
                f"{output}: would be written over what is read from it; name another file with -o"
            )
