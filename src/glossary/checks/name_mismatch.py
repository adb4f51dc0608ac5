"""Names of people in another spelling or another order than the glossary or the spelling rules give."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from unicodedata import combining, normalize

from glossary.checks.demand import renderings, term
from glossary.checks.listed import Span, patterns
from glossary.checks.model import Edit, Example, Finding, Message, Repair, Rule, Run, Severity, finding
from glossary.english import find
from glossary.excerpt import excerpt
from glossary.model import Annotation

_CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:['’‐‑-][^\W\d_]+)*")
_LONGEST = 4
"""As many words a name may fall into: surname, then a syllable each."""
_SIMILAR = 0.6
"""From this ratio on (see `difflib`) two spellings may be meant for one name, if the rest of it is the same."""


def _check(run: Run) -> Iterable[Finding]:
    people = [(message, found) for message in run.judged if (found := _people(message.annotations))]
    known = {_letters(name) for _, found in people for one in found.values() for name in renderings(one)}
    for message, found in people:
        stretches = list(_stretches(message.text))
        for person in found.values():
            span = _respelt(message, person, stretches) or _similar(message, person, stretches, known)
            if span:
                yield _finding(message, person, span)


def _people(annotations: Iterable[Annotation]) -> dict[str, Annotation]:
    """The people whom a message certainly names, inside longer terms too."""
    found: dict[str, Annotation] = {}
    for annotation in annotations:
        if annotation.kind == "person" and not annotation.uncertain and " " in annotation.rendering:
            found.setdefault(term(annotation), annotation)
        else:
            found |= _people(annotation.parts)
    return found


def _stretches(text: str) -> Iterator[Span]:
    """Two to four words in a row that have a capital, as names have."""
    words = [match.span() for match in _CAPITALISED.finditer(text)]
    for first, (start, _) in enumerate(words):
        for last in range(first + 1, min(first + _LONGEST, len(words))):
            if not text[words[last - 1][1] : words[last][0]].isspace():
                break
            yield start, words[last][1]


def _respelt(message: Message, person: Annotation, stretches: Iterable[Span]) -> Span | None:
    """Where the letters of a name stand in another order, or with other spaces, hyphens or marks."""
    accepted = set(map(_spelling, renderings(person)))
    letters = {_letters(order) for order in _orders(person.rendering)}
    for start, end in stretches:
        text = message.text[start:end]
        if _letters(text) in letters and _spelling(text) not in accepted:
            return start, end
    return None


def _similar(message: Message, person: Annotation, stretches: Sequence[Span], known: set[str]) -> Span | None:
    """Where half of a name stands beside something like the other half, if the name stands nowhere."""
    orders = [tuple(map(_letters, order.split(" ", 1))) for order in _orders(person.rendering)]
    for start, end in stretches:
        words = [_letters(word) for word in message.text[start:end].split()]
        near = any(_is_near(words, order) for order in orders)
        if near and "".join(words) not in known and not _stands(message, person):
            return start, end
    return None


def _is_near(words: Sequence[str], name: Sequence[str]) -> bool:
    first, rest = words[0], "".join(words[1:])
    if first == name[0]:
        return SequenceMatcher(None, rest, name[1]).ratio() >= _SIMILAR
    return rest == name[1] and SequenceMatcher(None, first, name[0]).ratio() >= _SIMILAR


def _stands(message: Message, person: Annotation) -> bool:
    return any(find(pattern, message.english) for pattern in patterns(person))


def _repair(message: Message, finding: Finding) -> Repair:
    """The name as it is spelt, wherever its letters stand in another order or with other spaces or marks."""
    person = _people(message.annotations)[finding.term]
    if not _respelt(message, person, _stretches(message.text)):
        return Repair(declined="it may be somebody else")
    if finding.found.isupper():
        return Repair(declined="it stands there in capitals")
    wrong = r"\s+".join(map(re.escape, finding.found.split()))
    places = re.finditer(rf"(?<!\w){wrong}(?!\w)", message.text)
    return Repair(tuple(Edit(*place.span(), person.rendering) for place in places))


def _orders(name: str) -> tuple[str, str]:
    surname, _, given = name.partition(" ")
    return name, f"{given} {surname}"


def _letters(name: str) -> str:
    """What the spellings of one name have in common: its letters, without marks."""
    return "".join(c for c in normalize("NFD", name).lower() if c.isalpha() and not combining(c))


def _spelling(name: str) -> str:
    """A spelling, whatever its capitals and its apostrophe."""
    return normalize("NFC", " ".join(name.split()).replace("’", "'").lower())


def _finding(message: Message, person: Annotation, span: Span) -> Finding:
    found = " ".join(message.text[slice(*span)].split())
    return finding(
        RULE,
        message,
        f"{term(person)} is spelt “{found}”: write “{person.rendering}”",
        term=term(person),
        expected=renderings(person),
        found=found,
        excerpt=excerpt(message.text, *span),
    )


_MA = "马越红\tMa Yuehong\tperson"

RULE = Rule(
    name="name-mismatch",
    summary="A person's name is spelt in another way, or in another order.",
    reason=(
        "A person found under two spellings is two persons. Chinese names are spelt by GB/T 28039-2011: the surname"
        " first, the given name in one word without a hyphen; the glossary says where somebody spells their"
        " name differently. Only names that the source certainly has are looked at."
    ),
    severity=Severity.ERROR,
    good=(
        Example("副院长马越红到会。", "Vice President Ma Yuehong attended.", _MA),
        Example("副院长马越红到会。", "Vice President MA Yuehong attended.", _MA),
        Example(
            "马越红会见马越宏。",
            "Ma Yuehong met Ma Yuehung.",
            "马越红\tMa Yuehong\tperson\n马越宏\tMa Yuehung\tperson",
        ),
    ),
    bad=(
        Example("副院长马越红到会。", "Vice President Yuehong Ma attended.", _MA),
        Example("副院长马越红到会。", "Vice President Ma Yue-hong attended.", _MA),
        Example("副院长马越红到会。", "Vice President Ma Yue Hong attended.", _MA),
        Example("副院长马越红到会。", "Vice President Ma Yuehung attended.", _MA),
    ),
    check=_check,
    repair=_repair,
)
