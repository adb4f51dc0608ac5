"""The order of the entries in a merged PO file."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from glossary.po.model import Entry


def in_order(
    placed: Sequence[tuple[Entry, int | None]], fixed: Mapping[int, Entry], retired: Sequence[Entry]
) -> Iterator[Entry]:
    """The entries of one article among those that keep their seat.

    The article's entries stand in its order, each after the fixed ones that it stood after before, a new one
    after its neighbour. Asked again about its own result it changes nothing.

    Args:
        placed: The article's entries in its order, each with its seat in the old file if it had one there.
        fixed: The entries that do not move, by seat; may hold some of `placed`, which then stand there.
        retired: What has become obsolete now: it goes to the end.
    """
    seats = sorted(fixed)
    gaps: defaultdict[int, list[Entry]] = defaultdict(list)
    gap = _first_gap(placed, fixed, seats)
    for entry, seat in placed:
        if seat is not None:
            gap = max(gap, bisect_left(seats, seat) + (seat in fixed))
        if seat not in fixed:
            gaps[gap].append(entry)
    for number, seat in enumerate(seats):
        yield from gaps[number]
        yield fixed[seat]
    yield from gaps[len(seats)]
    yield from retired


def _first_gap(
    placed: Sequence[tuple[Entry, int | None]], fixed: Mapping[int, Entry], seats: Sequence[int]
) -> int:
    """Where an article begins: at its first entry that moves, or after the last living one of the others."""
    for _entry, seat in placed:
        if seat is not None and seat not in fixed:
            return bisect_left(seats, seat)
    return max((number + 1 for number, seat in enumerate(seats) if not fixed[seat].obsolete), default=0)
