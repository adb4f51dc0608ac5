"""Recognisers: each finds one sort of name by its structure. One file each; all modules here are used."""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from glossary.recognise.model import Context, Reading, Recogniser


@cache
def recognisers() -> tuple[Recogniser, ...]:
    """The `recognise` functions of the modules in this package, in order of their names."""
    modules = (import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return tuple(module.recognise for module in modules if hasattr(module, "recognise"))


def recognise(context: Context) -> Iterator[Reading]:
    """What all recognisers find in a document; they see the glossary's readings, not each other's."""
    for recogniser in recognisers():
        yield from recogniser(context)
