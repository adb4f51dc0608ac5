"""What finished translations teach: renderings that translators used for known terms and for candidates."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from glossary import automaton
from glossary.batch import Task
from glossary.checks.assign import Way
from glossary.checks.model import Message, Run
from glossary.curated import load
from glossary.excerpt import excerpt
from glossary.mine import mine
from glossary.mine.align import Occurrence, Pairing, Translations
from glossary.mine.model import Context, Found, Learnt, Options, Result, Used
from glossary.model import Annotation, Segment
from glossary.normalise import fold

_MOST = 3
"""Renderings that are suggested for a term."""
_ENTRIES = 2
"""In how many entries a term has to stand before its renderings say anything."""


def articles(messages: Iterable[Message]) -> Iterator[tuple[str, list[Segment]]]:
    """The sources of finished translations as annotated articles, for `mine`; a PO file each."""
    by_file: dict[str, list[Segment]] = {}
    for message in messages:
        segment = Segment(message.file, message.line, _source(message), message.annotations)
        by_file.setdefault(message.file, []).append(segment)
    yield from by_file.items()


def learn(run: Run, task: Task, options: Options, *, files: int) -> Result:
    """What finished translations have for known terms, and candidates from their sources with what they have for these.

    Args:
        run: The entries of PO files; those that are no finished translation do not count.
        task: With which glossaries they were annotated.
        options: What candidates are wanted.
        files: How many files they are from.

    Raises:
        GlossaryError: A glossary cannot be used.
    """
    teacher = Teacher(run)
    known = teacher.known()
    concepts = {learnt.concept for learnt in known}
    entries = load(task.glossaries, builtin=task.builtin) if known else []
    terms = {term.zh: term for term in entries if term.zh in concepts}
    found = teacher.candidates(mine(articles(run.judged), options))
    return Result(candidates=tuple(found), files=files, learnt=tuple(known), terms=terms)


class Teacher:
    """Finished translations, ready to be asked what they have for a term."""

    def __init__(self, run: Run) -> None:
        """Reads the translations; fuzzy, obsolete and untranslated entries do not count."""
        self._run = run
        self._messages = run.judged
        taken = [
            [mention.span for mention in assigned.mentions if mention.way is not Way.MISSING]
            for assigned in run.assigned
        ]
        self._translations = Translations([message.text for message in self._messages], taken)

    def known(self) -> list[Learnt]:
        """The entries of the glossary that are often rendered in another way, those first that most are."""
        total: Counter[str] = Counter()
        missing: dict[str, list[Occurrence]] = {}
        for index, assigned in enumerate(self._run.assigned):
            for mention in assigned.mentions:
                concept = mention.annotation.concept
                if not concept or "{" in concept:
                    continue
                total[concept] += 1
                if mention.way is Way.MISSING:
                    missing.setdefault(concept, []).append(
                        _occurrence(index, assigned.message, mention.annotation)
                    )
        found = [
            Learnt(concept, total[concept], len(occurrences), used)
            for concept, occurrences in missing.items()
            if (used := self._used(concept, occurrences))
        ]
        return sorted(found, key=lambda learnt: (-learnt.otherwise, learnt.concept))

    def candidates(self, candidates: Sequence[Found]) -> list[Found]:
        """The candidates with the renderings that translators used."""
        keys = {fold(found.zh): index for index, found in enumerate(candidates)}
        matcher = automaton.build(list(keys))
        occurrences: dict[int, list[Occurrence]] = {}
        for entry, message in enumerate(self._messages):
            key = fold(message.entry.msgid)
            places: dict[int, list[float]] = {}
            for start, end, pattern in matcher.find(key):
                places.setdefault(pattern, []).append((start + end) / 2 / len(key))
            for pattern, parts in places.items():
                occurrences.setdefault(pattern, []).append(Occurrence(entry, tuple(parts)))
        return [
            replace(found, used=self._used(found.zh, occurrences.get(index, [])))
            for index, found in enumerate(candidates)
        ]

    def _used(self, zh: str, occurrences: Sequence[Occurrence]) -> tuple[Used, ...]:
        if len(occurrences) < _ENTRIES:
            return ()
        found = self._translations.pairings(occurrences, characters=len(zh), most=_MOST)
        return tuple(map(self._as_used, found))

    def _as_used(self, pairing: Pairing) -> Used:
        message = self._messages[pairing.entry]
        context = Context(message.file, message.line, excerpt(message.text, *pairing.span))
        return Used(pairing.text, pairing.count, pairing.score, context)


def _occurrence(entry: int, message: Message, annotation: Annotation) -> Occurrence:
    """Where the term of an annotation stands in its message."""
    length = max(1, len(_source(message)))
    same = [note for note in message.annotations if note.concept == annotation.concept]
    return Occurrence(entry, tuple((note.start + note.end) / 2 / length for note in (annotation, *same)))


def _source(message: Message) -> str:
    return message.entry.msgid.replace("\n", " ")
