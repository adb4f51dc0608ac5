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

    Places are given in English: the glossary's own where it has them, the word for their level translated.
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
    if kind is Kind.PLACE:
        return _place_speller()
    from glossary.romanise import person_name

    return person_name


def _place_speller() -> Callable[[str], str | None]:
    """Spells places by the glossary that is in force in the current folder, else by rule."""
    from glossary import config, curated
    from glossary.gazetteer import Gazetteer

    settings = config.load()
    paths = settings.sources()
    return Gazetteer(curated.load(paths, builtin=settings.builtin)).spell
