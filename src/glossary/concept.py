"""What must hold of a concept, whichever format it was written in."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, NoReturn
from unicodedata import category

from glossary.errors import DataError
from glossary.model import Status, Term
from glossary.template import Slot, key, keys, parts, slots

_KIND = re.compile(r"[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)*")
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")
_LISTS = ("variants", "allow", "forbid", "members")
_YEARS = range(1, 10_000)


_Text = tuple[str, int | None, str]
"""A field, the item of it where it is a list, and what stands there."""


MALFORMED = "entry-malformed"
UNKNOWN_SLOT = "slot-unknown"
SHARED_FORM = "not-unique"
NO_SOURCE = "source-missing"
YEARS = "years-out-of-order"
CONTRADICTION = "forbidden-and-allowed"
"""The rules that a concept can break, as `glossary lint` names them."""


class Fault(NamedTuple):
    """What is wrong with a concept."""

    cause: str
    """What is wrong and what to do, in one line."""
    field: str
    """The field of `Term` at fault; `short.zh` and `short.en` for those of the short form."""
    item: int | None = None
    """Which item of that field, counted from 0, where it is a list."""
    rule: str = MALFORMED
    """The rule that is broken."""


class Breach(NamedTuple):
    """A fault with its place."""

    rule: str
    path: str
    line: int | None
    zh: str
    """The key of the concept, as far as it can be told."""
    cause: str
    """What is wrong and what to do, in one line."""


Report = Callable[[Breach], None]
"""What is done with a breach: `refuse` it, or take it down and go on."""


def refuse(breach: Breach) -> NoReturn:
    """Makes an error of a breach, as those do who need a glossary without faults.

    Raises:
        DataError: Always.
    """
    raise DataError(breach.path, breach.line, breach.cause)


def forms(term: Term) -> Iterator[str]:
    """The Chinese forms of a concept: the preferred one first, the short one last."""
    yield term.zh
    yield from term.variants
    if term.short:
        yield term.short.zh


def renderings(term: Term) -> Iterator[str]:
    """The English that a concept accepts: the preferred rendering first, that of the short form last."""
    yield term.en
    yield from term.allow
    if term.short:
        yield term.short.en


def owners(terms: Iterable[Term], report: Report = refuse) -> dict[str, Term]:
    """The concept that each form belongs to, by the key of the form; the first one where several have it.

    Args:
        terms: The concepts.
        report: What is done where two concepts have a form in common; by default it raises `DataError`.
    """
    pairs = [(form, term) for term in terms for form in forms(term)]
    found: dict[str, Term] = {}
    for form_key, (form, term) in zip(keys([form for form, _ in pairs]), pairs, strict=True):
        owner = found.setdefault(form_key, term)
        if owner is not term:
            report(Breach(SHARED_FORM, term.path, term.line, term.zh, _shared(form, term, owner)))
    return found


def fault(term: Term) -> Fault | None:
    """The first thing that is wrong with a concept taken by itself, if anything is."""
    return next(faults(term), None)


def faults(term: Term) -> Iterator[Fault]:
    """All that is wrong with a concept taken by itself."""
    texts = _one_line_texts(term)
    yield from _text_faults(term, texts)
    if found := _kind_fault(term.kind):
        yield found
    if term.status is not Status.HOUSE and not term.source:
        yield Fault(
            f"the status is {term.status} and there is no source: name the document, its issuer and year, "
            f"or make the status {Status.HOUSE}",
            "status",
            rule=NO_SOURCE,
        )
    if term.since is not None or term.until is not None:
        yield from _year_faults(term)
    in_slots = list(_slot_faults(texts))
    yield from in_slots
    if not in_slots and (term.forbid or term.short):
        yield from _choice_faults(term)


def _shared(form: str, term: Term, owner: Term) -> str:
    concept = "" if owner.zh == form else f" in the entry {owner.zh}"
    if key(owner.zh) == key(form) == key(term.zh):
        action = "merge the two entries"
    else:
        action = "one form belongs to one entry"
    return f"{form} is already at {owner.path}:{owner.line}{concept}: {action}"


def _text_faults(term: Term, texts: list[_Text]) -> Iterator[Fault]:
    for field, index, text in texts:
        if not text:
            yield Fault(f"`{field}` is empty: fill it in or leave it out", field, index)
        elif text != text.strip():
            yield Fault(f"white space around {text.strip()!r}: remove it", field, index)
        elif not text.isprintable() and (cause := _invisible(text)):
            yield Fault(cause, field, index)
    for field, text in (("note", term.note), ("source", term.source)):
        if (
            text
            and not text.isprintable()
            and (cause := _invisible(text.replace("\n", "").replace("\t", "")))
        ):
            yield Fault(cause, field)


def _one_line_texts(term: Term) -> list[_Text]:
    texts: list[_Text] = [("zh", None, term.zh), ("en", None, term.en)]
    for field in _LISTS:
        if items := getattr(term, field):
            texts += [(field, index, item) for index, item in enumerate(items)]
    if term.short:
        texts += [("short.zh", None, term.short.zh), ("short.en", None, term.short.en)]
    return texts


def _invisible(text: str) -> str | None:
    for character in text:
        if category(character) in _INVISIBLE:
            return f"the invisible character U+{ord(character):04X} in {text!r}: remove it"
    return None


@lru_cache
def _kind_fault(kind: str) -> Fault | None:
    if not kind:
        return Fault("no kind: say what the term names, such as institution or place.city", "kind")
    if not _KIND.fullmatch(kind):
        return Fault(
            f"the kind {kind!r} is not lower-case words with dots between, such as place.city", "kind"
        )
    return None


def _year_faults(term: Term) -> Iterator[Fault]:
    for field, year in (("since", term.since), ("until", term.until)):
        if year is not None and year not in _YEARS:
            yield Fault(f"`{field}` is {year}: give a year such as 2016", field, rule=YEARS)
    if term.since is not None and term.until is not None and term.since > term.until:
        cause = f"since {term.since} is later than until {term.until}: exchange or correct them"
        yield Fault(cause, "since", rule=YEARS)


def _choice_faults(term: Term) -> Iterator[Fault]:
    for index, rendering in enumerate(term.forbid):
        if rendering == term.en or rendering in term.allow:
            cause = f"{rendering!r} is both allowed and forbidden: keep one of the two"
            yield Fault(cause, "forbid", index, rule=CONTRADICTION)
    if term.short and key(term.short.zh) in {key(form) for form in (term.zh, *term.variants)}:
        cause = f"{term.short.zh} is both the short form and a full one: keep one of the two"
        yield Fault(cause, "short.zh", rule=SHARED_FORM)


def _slot_faults(texts: list[_Text]) -> Iterator[Fault]:
    written = "".join([text for _, _, text in texts])
    if "{" not in written and "}" not in written:
        return
    expected: dict[str, frozenset[str]] = {}
    for field, index, text in texts:
        if field == "members":
            continue
        try:
            names = [slot.name for slot in slots(text)]
            cause = _form_cause(text, names) if field in ("zh", "variants", "short.zh") else None
        except ValueError as error:
            yield Fault(str(error), field, index)
            continue
        if cause:
            yield Fault(cause, field, index)
        part = "short" if field.startswith("short") else "full"
        wanted = expected.setdefault(part, frozenset(names))
        # A forbidden rendering may be the wrong word alone, without the slots around it.
        cause = _difference(text, frozenset(names), wanted, partial=field == "forbid")
        if cause:
            yield Fault(cause, field, index, UNKNOWN_SLOT)


def _form_cause(form: str, names: list[str]) -> str | None:
    for name in names:
        if names.count(name) > 1:
            label = Slot(name).label
            return (
                f"the slot {{{name}}} stands twice in {form}: number them, as in {{{label}}} and {{{label}2}}"
            )
    if names and len(parts(form)) == 1:
        return f"{form} is a slot and nothing else: add the words around it"
    return None


def _difference(text: str, names: frozenset[str], wanted: frozenset[str], *, partial: bool) -> str | None:
    for name in sorted(names - wanted):
        return f"{text!r} has the slot {{{name}}}, which the Chinese form does not have: correct its name"
    for name in sorted(wanted - names):
        return None if partial else f"{text!r} lacks the slot {{{name}}} of the Chinese form: add it"
    return None
