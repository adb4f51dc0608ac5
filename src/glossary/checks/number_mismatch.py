"""Numbers of the source that the translation does not say."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from glossary.checks.model import Example, Finding, Message, Rule, Run, Scope, Severity, finding
from glossary.excerpt import excerpt
from glossary.numbers import Figure, Quantity, arabic, dates, figures, quantities, spelling


def _check(run: Run) -> Iterable[Finding]:
    for message in run.judged:
        demanded = [
            quantity for quantity in quantities(message.entry.msgid) if not _annotated(message, quantity)
        ]
        if demanded:
            yield from _findings(message, demanded)


def _annotated(message: Message, quantity: Quantity) -> bool:
    """Whether the number stands inside a term or a date, whose own rules look after it."""
    return any(
        note.start <= quantity.start and quantity.end <= note.end
        for note in message.annotations
        if note.concept or note.kind == "date"
    )


def _findings(message: Message, demanded: Sequence[Quantity]) -> Iterator[Finding]:
    found = figures(message.text)
    days, years = _in_dates(message.text, found)
    strong = [figure for figure in found if not figure.loose and figure not in days]
    unsaid, unused = _pair(demanded, sorted(strong, key=years.__contains__))
    if not unsaid:
        return
    values = {value for figure in found for value in figure.values}
    foreign = _foreign(message, demanded, [figure for figure in unused if figure not in years])
    for quantity in unsaid:
        # A number may be said once for twice, or by a word such as *both*, unless another took its place.
        if foreign or values.isdisjoint(quantity.accepted):
            yield _finding(message, quantity, _nearest(message, quantity, foreign))


def _in_dates(text: str, found: Sequence[Figure]) -> tuple[set[Figure], set[Figure]]:
    """The figures that are the day or the year of a date with a month, and those that are years alone."""
    named: set[Figure] = set()
    alone: set[Figure] = set()
    figures_left = deque(found)
    for date in dates(text):
        while figures_left and figures_left[0].start < date.start:
            figures_left.popleft()
        while figures_left and figures_left[0].start < date.end:
            (alone if date.month is None else named).add(figures_left.popleft())
    return named, alone


def _pair(demanded: Sequence[Quantity], found: Sequence[Figure]) -> tuple[list[Quantity], list[Figure]]:
    """The quantities that have no figure of their own, and the figures that are nobody's."""
    saying: defaultdict[Fraction, deque[int]] = defaultdict(deque)
    for at, figure in enumerate(found):
        for value in figure.values:
            saying[value].append(at)
    used: set[int] = set()
    unsaid = list(demanded)
    for exact in (True, False):
        unsaid = [
            quantity
            for quantity in unsaid
            if not any(
                _take(saying[value], used) for value in ([quantity.value] if exact else quantity.accepted)
            )
        ]
    return unsaid, [figure for at, figure in enumerate(found) if at not in used]


def _take(places: deque[int], used: set[int]) -> bool:
    while places:
        place = places.popleft()
        if place not in used:
            used.add(place)
            return True
    return False


def _foreign(message: Message, demanded: Sequence[Quantity], unused: Iterable[Figure]) -> list[Figure]:
    """The figures that nothing in the source accounts for: no term, nor a number that is not demanded."""
    unused = list(unused)
    if not any(figure.plain for figure in unused):
        return []
    spans = [(quantity.start, quantity.end) for quantity in demanded]
    spans = sorted(spans + [(note.start, note.end) for note in message.annotations if note.kind == "date"])
    source = message.entry.msgid
    gaps = zip([(0, 0), *spans], [*spans, (len(source), 0)], strict=True)
    others = " ".join(source[end:start] for (_, end), (start, _) in gaps)
    numerals = re.findall("[0-9]+", others)
    accounted = Counter(arabic.value(digits) for digits in numerals if len(digits) <= arabic.LONGEST)
    for note in message.annotations:
        if note.concept:
            for rendering in (note.rendering, *note.alternatives):
                accounted.update(value for figure in figures(rendering) for value in figure.values)
    foreign = []
    for figure in unused:
        known = next((value for value in figure.values if accounted[value]), None)
        if known is not None:
            accounted[known] -= 1
        elif figure.plain:
            foreign.append(figure)
    return foreign


def _nearest(message: Message, quantity: Quantity, foreign: list[Figure]) -> Figure | None:
    """The foreign figure that stands most nearly where the number stands in the source; it is used up."""
    if not foreign:
        return None
    place = quantity.start / len(message.entry.msgid) * len(message.text)
    behind = bisect_left(foreign, place, key=lambda figure: figure.start)
    near = range(max(0, behind - 1), min(len(foreign), behind + 1))
    return foreign.pop(min(near, key=lambda at: abs(foreign[at].start - place)))


def _finding(message: Message, quantity: Quantity, instead: Figure | None) -> Finding:
    expected = spelling(quantity.value, quantity.unit)
    return finding(
        RULE,
        message,
        f"the translation does not say {quantity.text}"
        + (f" ({expected})" if expected != quantity.text else "")
        + (f"; it says {instead.text}, which the source does not" if instead else ""),
        term=quantity.text,
        expected=(expected,),
        found=instead.text if instead else "",
        excerpt=excerpt(message.text, instead.start, instead.end) if instead else "",
    )


RULE = Rule(
    name="number-mismatch",
    summary="A number of the source is not in the translation.",
    reason=(
        "Chinese counts in ten thousands and hundred millions, English in thousands and millions, so a figure is"
        " easily off by a factor of ten, and nobody notices by reading the English. Numbers are compared by value:"
        " 3,835亿 is 383.5 billion, 383,500 million or 383.5bn. Dates and the numbers inside terms have rules of"
        " their own."
    ),
    severity=Severity.ERROR,
    scope=Scope.ENTRY,
    good=(
        Example("出口额达3,835亿元。", "Exports came to 383.5 billion yuan."),
        Example("约三分之一的企业增长2.0%。", "About a third of the companies grew by 2%."),
        Example("三成受访者来自二十三个城市。", "Thirty percent of those asked came from 23 cities."),
        Example("投资15至20亿元。", "They will invest between 1.5 and 2 billion yuan."),
        Example("两个项目一起推进。", "Both projects are moving ahead together."),
        Example("产量翻了1.5倍，用工1200人。", "Output rose by 150 percent, and 1,200 people were employed."),
    ),
    bad=(
        Example("出口额达3,835亿元。", "Exports came to 3.835 billion yuan."),
        Example("增长2.5%。", "Growth was 2.6 percent."),
        Example("共有二十三个城市参加。", "A total of 32 cities took part."),
        Example("三分之一的企业盈利。", "A quarter of the companies made a profit."),
    ),
    check=_check,
)
