"""TBX of either version and style into concepts, whichever program wrote it.

A language counts by its first subtag: `zh-CN`, `zh-Hant-TW` and `ZH` are Chinese, `en-US` is
English. Concepts that lack one of the two are passed over: termbases with many languages have them.

Where no term is marked as preferred, the first one that is not deprecated is. Superseded and obsolete English terms count
as deprecated; Chinese ones are variants all the same, since texts have them. Definitions and notes make the note. A
subject field becomes a kind of lower-case words; `term` is the kind where there is none.

Concepts with the same Chinese term are read as one: the first rendering is preferred, and the others are allowed. A
variant that is another concept's is left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from glossary import xml
from glossary.bulk import uncollected
from glossary.concept import fault
from glossary.errors import DataError
from glossary.formats._tbx_words import Word, facts, sections, words
from glossary.model import Short, Status, Term
from glossary.template import key, keys
from glossary.xml import Element, local

_ROOTS = ("tbx", "martif")
_SUBJECT = frozenset(("subjectfield", "subject", "domain"))
_CHINESE, _ENGLISH = frozenset(("zh", "zho", "chi", "cmn")), frozenset(("en", "eng"))


@uncollected()
def read(data: bytes, *, path: str) -> list[Term]:
    """The concepts that have both a Chinese and an English term, in order; a term's line is that of its entry.

    Raises:
        DataError: It is no TBX, no concept has both languages, or one breaks a rule of the glossary.
    """
    root = xml.root(data, path=path)
    if (name := local(root)) not in _ROOTS:
        cause = f"the root element is {name}, not tbx or martif: export the terms as TBX"
        raise DataError(path, root.sourceline, cause)
    entries = list(root.iter("{*}conceptEntry", "{*}termEntry"))
    terms = [term for entry in entries if (term := _term(entry, path))]
    if not terms:
        cause = (
            "no entry has both a Chinese and an English term: see to it that languages are marked zh and en"
        )
        raise DataError(path, None, cause)
    for term in terms:
        if found := fault(term):
            raise DataError(path, term.line, f"{term.zh}: {found.cause}")
    return list(_without_shared_forms(_merged(terms)))


def _term(entry: Element, path: str) -> Term | None:
    chinese, english = list(words(entry, _CHINESE)), list(words(entry, _ENGLISH))
    if not chinese or not english:
        return None
    zh, en = _preferred(chinese), _preferred(english)
    short_zh, short_en = _short(chinese, zh), _short(english, en)
    if not (short_zh and short_en):
        short_zh = short_en = None
    rest = [word for word in english if word not in (en, short_en)]
    allow = _texts((word for word in rest if not word.deprecated), en)
    forbid = _texts((word for word in rest if word.deprecated), en)
    said = list(facts(entry))
    remarks = dict(remark for word in (zh, en) for remark in word.remarks)
    sources = [word.source for word in (en, *english)] + [text for name, text in said if name == "source"]
    return Term(
        zh=zh.text,
        en=en.text,
        kind=next((kind for name, text in said if name in _SUBJECT and (kind := _kind(text))), "term"),
        variants=_texts((word for word in chinese if word not in (zh, short_zh)), zh),
        allow=allow,
        forbid=tuple(text for text in forbid if text not in allow),
        short=Short(short_zh.text, short_en.text) if short_zh and short_en else None,
        members=tuple(text for name, text in zh.remarks if name == "member"),
        note="\n".join(dict.fromkeys(_notes(entry, (*chinese, *english)))),
        source=next(filter(None, sources), ""),
        status=Status(remarks.get("status", Status.HOUSE)),
        since=_year(remarks.get("since")),
        until=_year(remarks.get("until")),
        free="free" in remarks,
        path=path,
        line=entry.sourceline,
    )


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _notes(entry: Element, among: Iterable[Word]) -> Iterator[str]:
    """Definitions and notes, those of the concept first."""
    for element in (entry, *sections(entry, _CHINESE | _ENGLISH)):
        yield from (text for name, text in facts(element) if name in ("definition", "note"))
    for word in among:
        yield from word.notes


def _preferred(among: Sequence[Word]) -> Word:
    marked = (word for word in among if word.preferred)
    sound = (word for word in among if not word.deprecated and not word.short)
    return next(marked, None) or next(sound, None) or among[0]


def _short(among: Iterable[Word], full: Word) -> Word | None:
    return next((word for word in among if word.short and not word.deprecated and word is not full), None)


def _texts(among: Iterable[Word], preferred: Word) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.text for word in among if word.text != preferred.text))


def _merged(terms: Iterable[Term]) -> list[Term]:
    """Each concept once: what has the same Chinese term in either script is one."""
    terms = list(terms)
    concepts: dict[str, Term] = {}
    for form, term in zip(keys([term.zh for term in terms]), terms, strict=True):
        first = concepts.get(form)
        concepts[form] = term if first is None else _joined(first, term)
    return list(concepts.values())


def _joined(first: Term, other: Term) -> Term:
    allow = [text for text in (*first.allow, other.en, *other.allow) if text != first.en]
    variants = [form for form in (*first.variants, other.zh, *other.variants) if form != first.zh]
    forbid = [text for text in (*first.forbid, *other.forbid) if text != first.en and text not in allow]
    return replace(
        first,
        allow=tuple(dict.fromkeys(allow)),
        variants=tuple(dict.fromkeys(variants)),
        forbid=tuple(dict.fromkeys(forbid)),
    )


def _without_shared_forms(terms: Iterable[Term]) -> Iterator[Term]:
    """The concepts without the forms that another one has: preferred forms count before variants and short ones."""
    terms = list(terms)
    owners = {key(term.zh): term for term in terms}
    for term in terms:
        variants = [form for form in term.variants if owners.setdefault(key(form), term) is term]
        short = term.short if term.short and key(term.short.zh) not in owners else None
        if short:
            owners[key(short.zh)] = term
        yield replace(term, variants=tuple(variants), short=short)


def _kind(text: str) -> str:
    """A subject field as a kind: lower-case words with hyphens between; kinds stay as they are."""
    parts = ("-".join(re.findall("[a-z]+", part)) for part in text.lower().split("."))
    return ".".join(filter(None, parts))
