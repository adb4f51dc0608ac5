"""WordprocessingML (ECMA-376, Part 1, section 17): its names, and how its properties are read."""

from typing import NamedTuple

from glossary.xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Text(NamedTuple):
    """A text of the document."""

    start: int
    """Characters before it, in all texts that were read."""
    end: int
    element: Element


def value(parent: Element, name: str) -> str | None:
    """What a property among these says; empty where it says nothing, None where it is not among them."""
    child = parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val", "")


def is_on(parent: Element, name: str) -> bool:
    """Whether a property among these is there and does not say no."""
    return value(parent, name) not in (None, "0", "false", "off")
