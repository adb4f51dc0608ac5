"""Colours on a terminal that shows them."""


def styled(text: str, style: str, colour: bool) -> str:
    """A text in a style, as the numbers of ECMA-48 name it (`31` is red), if there is to be colour."""
    return f"\x1b[{style}m{text}\x1b[0m" if colour and style else text
