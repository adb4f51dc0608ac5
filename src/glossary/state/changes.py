"""Terms that the glossary renders otherwise than the comments of a PO file say."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from glossary import po
from glossary.checks.assign import Way
from glossary.checks.demand import identity, is_demanded, is_proper, term
from glossary.checks.listed import accepted, patterns
from glossary.checks.model import Message, Run
from glossary.english import compile_rendering, find
from glossary.excerpt import one_line
from glossary.model import Annotation


class Change(msgspec.Struct, frozen=True):
    """A term of one entry whose rendering is another one now."""

    message: Message
    term: str
    """As the glossary has it; as the source has it where it is in no entry any more."""
    old: str
    """The rendering that the comment names; empty where none names the term."""
    new: str
    """The rendering of today; empty where the term is no longer found."""
    has_old: bool = False
    """Whether the translation has the old rendering, outside any that is accepted today."""
    has_new: bool = False
    """Whether the translation has the new rendering."""
    for_translator: bool = False
    """Whether the translation does not do any more: it has the old rendering, or no accepted one."""


class Summary(msgspec.Struct, frozen=True):
    """What became of one term, in all entries together."""

    term: str
    old: str
    new: str
    entries: int
    """How many entries it touches, translated or not."""
    with_old: int
    with_new: int


def changes(run: Run, stale_messages: Sequence[Message]) -> list[Change]:
    """The terms whose renderings changed, in order of appearance.

    Args:
        run: The messages of one file.
        stale_messages: Those of them whose comments are not what they would be today.
    """
    missing = _missing(run) if stale_messages else set()
    return [change for message in stale_messages for change in _of(message, missing)]


def summaries(found: Iterable[Change]) -> list[Summary]:
    """Changes counted by term and renderings, those with the old rendering left first, then the most frequent."""
    groups: dict[tuple[str, str, str], list[Change]] = {}
    for change in found:
        groups.setdefault((change.term, change.old, change.new), []).append(change)
    counted = [
        Summary(
            *key,
            entries=len(group),
            with_old=sum(change.has_old for change in group),
            with_new=sum(change.has_new for change in group),
        )
        for key, group in groups.items()
    ]
    return sorted(counted, key=lambda each: (-each.with_old, -each.entries))


def _missing(run: Run) -> set[tuple[int, str]]:
    """The terms that `check` misses, as line of the entry and identity."""
    return {
        (assigned.message.line, identity(mention.annotation))
        for assigned in run.assigned
        for mention in assigned.mentions
        if mention.way is Way.MISSING
    }


def _of(message: Message, missing: set[tuple[int, str]]) -> Iterator[Change]:
    before: dict[str, list[str]] = {}
    for line in message.entry.extracted:
        if note := po.noted(line):
            before.setdefault(note.text, []).append(note.rendering)
    today: dict[str, list[Annotation]] = {}
    for annotation in message.annotations:
        today.setdefault(one_line(annotation.text), []).append(annotation)
    for text in dict.fromkeys((*today, *before)):
        now = {one_line(annotation.rendering): annotation for annotation in today.get(text, ())}
        old = [rendering for rendering in before.get(text, ()) if rendering not in now]
        new = [rendering for rendering in now if rendering not in before.get(text, ())]
        if old or new:
            subject = next((now[rendering] for rendering in (*new, *now)), None)
            yield _change(message, text, " / ".join(old), " / ".join(new), subject, missing)


def _change(
    message: Message,
    text: str,
    old: str,
    new: str,
    annotation: Annotation | None,
    missing: set[tuple[int, str]],
) -> Change:
    if annotation is None:
        return Change(message, text, old, new)
    if not message.judged:
        return Change(message, term(annotation), old, new)
    right = accepted(message)
    has_old = bool(old) and any(
        not any(first <= start and end <= last for first, last in right)
        for start, end in find(compile_rendering(old, proper=is_proper(annotation)), message.english)
    )
    is_missing = (message.line, identity(annotation)) in missing
    return Change(
        message,
        term(annotation),
        old,
        new,
        has_old=has_old,
        has_new=bool(new) and bool(find(patterns(annotation)[0], message.english)),
        for_translator=is_missing or (has_old and is_demanded(annotation)),
    )
