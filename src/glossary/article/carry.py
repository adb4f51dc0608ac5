"""What becomes of markup inside a sentence when the sentence is replaced by its English.

A segment is clean text: its translation has no markup, and its words stand in another order. So:

- What surrounds the whole segment surrounds the English.
- A link, or an emphasis, of a part of it is put round the words that render this part, where they can be found: the part
  is a term whose rendering stands in the English, is made of such terms, or stands in the English as it is (numbers,
  names in Latin letters).
- A link for which nothing is found follows the sentence, in brackets, with its Chinese text. An emphasis is left out, and
  that is said.
- Markup that only says how text looks (fonts, sizes) is one for the whole sentence: that of most of its characters.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import takewhile
from typing import Any, NamedTuple

from glossary.article.model import Name
from glossary.article.rendered import Place, place
from glossary.excerpt import shortened

_SHOWN = 20
"""Characters of the original that a message shows."""


class Role(Enum):
    """What markup is for."""

    LINK = auto()
    EMPHASIS = auto()
    LOOK = auto()


class Markup(NamedTuple):
    """An element around text."""

    key: Hashable
    """Two with one key do the same to their text."""
    role: Role
    element: Any = None
    """What the format needs to write it."""


class Stretch(NamedTuple):
    """Text of a block under the same markup."""

    start: int
    """Offset in the text of the block."""
    end: int
    around: tuple[Markup, ...] = ()
    """From the outside in."""


class Run(NamedTuple):
    """English under the same markup."""

    text: str
    around: tuple[Markup, ...] = ()
    chinese: bool = False
    """It is the text of a link whose English was not found."""


class Carried(NamedTuple):
    """English with the markup of what it renders."""

    runs: tuple[Run, ...]
    lost: tuple[Place, ...] = ()
    """The stretches of the block whose emphasis was left out."""


class _Unit(NamedTuple):
    """A part of a sentence that is a link or emphasised."""

    start: int
    end: int
    around: tuple[Markup, ...]


def carry(english: str, stretches: Sequence[Stretch], text: str, names: Sequence[Name] = ()) -> Carried:
    """The English of a sentence in runs.

    Args:
        english: The whole of it.
        stretches: The sentence as it was, in order, with its markup.
        text: The text of the block that it is from.
        names: The terms in it, in order.
    """
    base = _shared([_meaning(stretch) for stretch in stretches])
    around = _dominant([each for each in stretches if _keys(_meaning(each)) == _keys(base)]) or base
    units = list(_units(stretches, len(base)))
    if not units:
        return Carried((Run(english, around),))
    placed: dict[Place, _Unit] = {}
    unplaced = []
    for unit in units:
        if found := place((unit.start, unit.end), english, text, names, placed):
            placed[found] = unit
        else:
            unplaced.append(unit)
    links = [unit for unit in unplaced if _is_link(unit, len(base))]
    runs = [*_around(english, around, placed), *_following(links, around, text)]
    return Carried(
        tuple(_joined(runs)),
        tuple((unit.start, unit.end) for unit in unplaced if not _is_link(unit, len(base))),
    )


def remarks(carried: Carried, text: str) -> Iterator[str]:
    """What has to be said of a sentence of the block with this text."""
    for start, end in carried.lost:
        yield f"emphasis left out, its English was not found: {shortened(text[start:end], _SHOWN)}"


def _meaning(stretch: Stretch) -> tuple[Markup, ...]:
    return tuple(markup for markup in stretch.around if markup.role is not Role.LOOK)


def _keys(around: Iterable[Markup]) -> tuple[Hashable, ...]:
    return tuple(markup.key for markup in around)


def _shared(stacks: Sequence[tuple[Markup, ...]]) -> tuple[Markup, ...]:
    """The markup that all have, from the outside in."""
    levels = zip(*stacks, strict=False)
    same = takewhile(lambda level: len(set(_keys(level))) == 1, levels)
    return tuple(level[0] for level in same)


def _dominant(stretches: Sequence[Stretch]) -> tuple[Markup, ...]:
    """The markup of most of the characters."""
    weights: dict[tuple[Hashable, ...], int] = {}
    found: dict[tuple[Hashable, ...], tuple[Markup, ...]] = {}
    for stretch in stretches:
        key = _keys(stretch.around)
        weights[key] = weights.get(key, 0) + stretch.end - stretch.start
        found.setdefault(key, stretch.around)
    return found[max(weights, key=lambda key: weights[key])] if weights else ()


def _units(stretches: Sequence[Stretch], depth: int) -> Iterator[_Unit]:
    """The parts that have more markup than the sentence as a whole."""
    groups: list[list[Stretch]] = []
    last: Hashable = None
    for stretch in stretches:
        meaning = _meaning(stretch)
        outer = meaning[depth].key if len(meaning) > depth else None
        if outer is not None:
            if outer == last:
                groups[-1].append(stretch)
            else:
                groups.append([stretch])
        last = outer
    for group in groups:
        shared = _shared([_meaning(stretch) for stretch in group])
        around = _dominant([each for each in group if _keys(_meaning(each)) == _keys(shared)]) or shared
        yield _Unit(group[0].start, group[-1].end, around)


def _is_link(unit: _Unit, depth: int) -> bool:
    meaning = [markup for markup in unit.around if markup.role is not Role.LOOK]
    return any(markup.role is Role.LINK for markup in meaning[depth:])


def _around(english: str, around: tuple[Markup, ...], placed: dict[Place, _Unit]) -> Iterator[Run]:
    behind = 0
    for start, end in sorted(placed):
        if behind < start:
            yield Run(english[behind:start], around)
        yield Run(english[start:end], placed[start, end].around)
        behind = end
    if behind < len(english):
        yield Run(english[behind:], around)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours under the same markup as one."""
    last: Run | None = None
    for run in runs:
        if last and (last.around, last.chinese) == (run.around, run.chinese):
            last = last._replace(text=last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _following(links: Iterable[_Unit], around: tuple[Markup, ...], text: str) -> Iterator[Run]:
    for link in links:
        yield Run(" (", around)
        yield Run(text[link.start : link.end].strip(), link.around, chinese=True)
        yield Run(")", around)
