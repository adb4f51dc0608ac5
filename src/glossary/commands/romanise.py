"""`glossary romanise`: Chinese names in, their spelling in Latin letters out."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from glossary.errors import DataError


class Kind(StrEnum):
    """What is named."""

    PERSON = "person"
    PLACE = "place"


def romanise(
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME...|-", help="Names in Chinese; - reads one a line from standard input."),
    ],
    kind: Annotated[Kind, typer.Option(help="What is named.")] = Kind.PERSON,
) -> None:
    """Spell Chinese names in Latin letters: one line out for each name, `?` where the rules do not tell.

    Names that the glossary has are spelt as it has them: 孙中山 is Sun Yat-sen. Places are given in English, with the
    word for their level translated.
    """
    spell = _speller(kind)
    for name in _lines() if names == ["-"] else names:
        typer.echo(spell(name.strip()) or "?")


def _lines() -> Iterator[str]:
    """The lines of standard input."""
    for number, line in enumerate(typer.get_binary_stream("stdin"), 1):
        try:
            yield line.decode()
        except UnicodeDecodeError as error:
            fault = f"not UTF-8 (byte 0x{line[error.start]:02X}): give the names in UTF-8"
            raise DataError("-", number, fault) from None


def _speller(kind: Kind) -> Callable[[str], str | None]:
    """Spells names by the glossary that is in force in the current folder, else by rule."""
    from glossary import config
    from glossary.batch import compiled
    from glossary.gazetteer import People, Places

    settings = config.load()
    terms = compiled(settings.sources(), builtin=settings.builtin).terms()
    return (Places if kind is Kind.PLACE else People)(terms).spell
