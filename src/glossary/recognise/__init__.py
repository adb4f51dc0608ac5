"""Recognisers: each finds one sort of name by its structure. One file each; all modules here are used."""

from collections.abc import Iterator
from functools import cache

from glossary import modules
from glossary.recognise.model import Context, Reading, Recogniser


@cache
def recognisers() -> tuple[Recogniser, ...]:
    """The `recognise` functions of the modules in this package, in order of their names."""
    return tuple(module.recognise for module in modules.found(__name__, "recognise").values())


def recognise(context: Context) -> Iterator[Reading]:
    """What all recognisers find in a document; they see the glossary's readings, not each other's."""
    for recogniser in recognisers():
        yield from recogniser(context)
