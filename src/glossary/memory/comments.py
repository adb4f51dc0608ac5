"""What extracted comments say of a translation that a memory gave."""

from collections.abc import Iterator, Sequence

from glossary.excerpt import one_line, shortened
from glossary.memory.carry import Edit, Sentence
from glossary.memory.find import Match
from glossary.normalise import fold
from glossary.plural import plural
from glossary.po.comments import NEAR, SAME

_OTHERS = 3
"""How many other translations are shown."""
_SHOWN = 40
"""Characters of a near sentence, which stands in full in `#|`."""


def same_comments(match: Match) -> Iterator[str]:
    """Where the same sentence stands, and which other translations it has."""
    yield one_line(f"{SAME}{match.unit.place}")
    for other in match.others[:_OTHERS]:
        yield one_line(f"{SAME}{other.place}: {other.target}")
    if (more := len(match.others) - _OTHERS) > 0:
        yield f"{SAME}{plural(more, 'more translation')}"


def near_comments(match: Match, old: Sentence, new: Sentence, edits: Sequence[Edit]) -> Iterator[str]:
    """How near the sentence is and where it stands, which numbers were put in, and which names differ.

    Args:
        match: The near sentence and its score.
        old: That sentence with what it names.
        new: The sentence of the article.
        edits: What was changed in the translation.
    """
    yield one_line(f"{NEAR}{match.score} % {match.unit.place}: {shortened(match.unit.source, _SHOWN)}")
    if edits:
        yield f"{NEAR}put in: {'; '.join(f'{edit.new} for {edit.old}' for edit in edits)}"
    here, there = _only_in(new, old), _only_in(old, new)
    if here or there:
        yield one_line(f"{NEAR}names here: {'、'.join(here) or '-'}; there: {'、'.join(there) or '-'}")


def _only_in(one: Sentence, other: Sentence) -> list[str]:
    """What a sentence names and the other does not, in order; numbers and dates are no names."""
    text = fold(other.text)
    renderings = {note.rendering for note in other.annotations if note.rendering}
    return list(
        dict.fromkeys(
            note.text
            for note in one.annotations
            if not note.free
            and note.kind not in ("date", "number")
            and note.rendering not in renderings
            and fold(note.text) not in text
        )
    )
