"""Findings as text, for people and for machines: every module here is an output format, named as the module."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from glossary import modules
from glossary.errors import GlossaryError

if TYPE_CHECKING:  # naming the formats must not load the checks
    from glossary.report.model import Report

__all__ = ["formats", "render"]

_NO_FORMAT = {"model"}


@cache
def formats() -> tuple[str, ...]:
    """The names of the output formats, `text` first."""
    names = set(modules.names(__name__)) - _NO_FORMAT
    return tuple(sorted(names, key=lambda name: (name != "text", name)))


def render(name: str, report: "Report") -> str:
    """A report in the output format `name`; it ends in a line feed unless it is empty.

    Raises:
        GlossaryError: There is no such format.
    """
    if name not in formats():
        raise GlossaryError(f"there is no format {name}: use one of {', '.join(formats())}")
    text: str = import_module(f"{__name__}.{name}").render(report)
    return text
