"""TBX of either version and style into concepts, whichever program wrote it.

Elements are known by their local names, data categories by their names, whether these are attributes (DCA, TBX 2)
or elements (DCT). A language counts by its first subtag: `zh-CN`, `zh-Hant-TW` and `ZH` are Chinese, `en-US` is
English. Concepts that lack one of the two are passed over: termbases with many languages have them.

Where no term is marked as preferred, the first one that is not deprecated is. Superseded and obsolete English terms count
as deprecated; Chinese ones are variants all the same, since texts have them. Definitions and notes make the note. A
subject field becomes a kind of lower-case words; `term` is the kind where there is none.

Concepts with the same Chinese term are read as one: the first rendering is preferred, and the others are allowed. A
variant that is another concept's is left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from unicodedata import category

from glossary import xml
from glossary.concept import fault
from glossary.errors import DataError
from glossary.formats._tbx_write import XML
from glossary.model import Short, Status, Term
from glossary.template import key, keys
from glossary.xml import Element

_ROOTS = ("tbx", "martif")
_CHINESE, _ENGLISH = frozenset(("zh", "zho", "chi", "cmn")), frozenset(("en", "eng"))
_STRUCTURE = frozenset(("langSec", "langSet", "termSec", "tig", "ntig", "term", "transacGrp"))
_GROUPS = frozenset(("termGrp", "termNoteGrp", "adminGrp"))

# Names of data categories without case, hyphens and blanks.
_STATUS = frozenset(("administrativestatus", "normativeauthorization", "status"))
_SUBJECT = frozenset(("subjectfield", "subject", "domain"))
_SHORT = frozenset(("acronym", "abbreviation", "shortform", "initialism", "abbreviatedform", "clippedterm"))
_PREFERRED = re.compile("preferred|standardi[sz]ed|recommended", re.IGNORECASE)
_DEPRECATED = re.compile("deprecated|superseded|obsolete|not.?recommended|forbidden|rejected", re.IGNORECASE)

_REMARK = re.compile(r"(status|since|until|free|member): (.+)")
_REMARKS = {
    "status": re.compile("|".join(Status)),
    "since": re.compile(r"\d{1,4}"),
    "until": re.compile(r"\d{1,4}"),
    "free": re.compile("true"),
    "member": re.compile(".+"),
}
_REFLOWED = re.compile(r"[ \t\r]*\n[ \t]+")
_UNSEEN = ("Cc", "Cf")


@dataclass(slots=True)
class _Word:
    """A term of one language, with what is said about it."""

    text: str
    preferred: bool = False
    deprecated: bool = False
    short: bool = False
    source: str = ""
    notes: list[str] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)


def read(data: bytes, *, path: str) -> list[Term]:
    """The concepts that have both a Chinese and an English term, in order; a term's line is that of its entry.

    Raises:
        DataError: It is no TBX, no concept has both languages, or one breaks a rule of the glossary.
    """
    root = xml.root(data, path=path)
    if (name := _local(root)) not in _ROOTS:
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
    chinese, english = list(_words(entry, _CHINESE)), list(_words(entry, _ENGLISH))
    if not chinese or not english:
        return None
    zh, en = _preferred(chinese), _preferred(english)
    short_zh, short_en = _short(chinese, zh), _short(english, en)
    if not (short_zh and short_en):
        short_zh = short_en = None
    others = [word for word in english if word not in (en, short_en)]
    allow = _texts((word for word in others if not word.deprecated), en)
    forbid = [text for text in _texts((word for word in others if word.deprecated), en) if text not in allow]
    said = list(_facts(entry))
    remarks = dict(remark for word in (zh, en) for remark in word.remarks)
    sources = [word.source for word in (en, *english) if word.source]
    sources += [text for name, text in said if name == "source"]
    return Term(
        zh=zh.text,
        en=en.text,
        kind=next((kind for name, text in said if name in _SUBJECT and (kind := _kind(text))), "term"),
        variants=tuple(_texts((word for word in chinese if word not in (zh, short_zh)), zh)),
        allow=tuple(allow),
        forbid=tuple(forbid),
        short=Short(short_zh.text, short_en.text) if short_zh and short_en else None,
        members=tuple(text for name, text in zh.remarks if name == "member"),
        note="\n".join(dict.fromkeys(_notes(entry, said, (*chinese, *english)))),
        source=next(iter(sources), ""),
        status=Status(remarks.get("status", Status.HOUSE)),
        since=int(remarks["since"]) if "since" in remarks else None,
        until=int(remarks["until"]) if "until" in remarks else None,
        free="free" in remarks,
        path=path,
        line=entry.sourceline,
    )


def _notes(entry: Element, said: Iterable[tuple[str, str]], words: Iterable[_Word]) -> Iterator[str]:
    """Definitions and notes, those of the concept first."""
    yield from (text for name, text in said if name in ("definition", "note"))
    for section in _sections(entry, _CHINESE | _ENGLISH):
        yield from (text for name, text in _facts(section) if name in ("definition", "note"))
    for word in words:
        yield from word.notes


def _words(entry: Element, languages: frozenset[str]) -> Iterator[_Word]:
    for section in _sections(entry, languages):
        own = {name: text for name, text in _facts(section) if name == "source"}
        for element in section.iter("{*}termSec", "{*}tig", "{*}ntig"):
            word = _word(element)
            if word.text:
                word.source = word.source or own.get("source", "")
                yield word


def _sections(entry: Element, languages: frozenset[str]) -> Iterator[Element]:
    for section in entry.iterchildren("{*}langSec", "{*}langSet"):
        language = section.get(f"{XML}lang") or section.get("lang") or ""
        if re.split("[-_]", language.strip().lower())[0] in languages:
            yield section


def _word(section: Element) -> _Word:
    term = next(section.iter("{*}term"), None)
    word = _Word("" if term is None else _one_line("".join(term.itertext())))
    for name, text in _facts(section):
        if name in _STATUS:
            word.deprecated = bool(_DEPRECATED.search(text))
            word.preferred = not word.deprecated and bool(_PREFERRED.match(text))
        elif name == "termtype":
            word.short = _plain(text) in _SHORT
        elif name == "source":
            word.source = word.source or text
        elif name == "note":
            remark = _REMARK.fullmatch(text)
            if remark and _REMARKS[remark[1]].fullmatch(remark[2]):
                word.remarks.append((remark[1], remark[2]))
            else:
                word.notes.append(text)
    return word


def _facts(element: Element) -> Iterator[tuple[str, str]]:
    """What is said of a concept, a language or a term itself: data category and text."""
    for child in element:
        name = _local(child)
        if name in _GROUPS:
            yield from _facts(child)
        elif name == "descripGrp":  # the rest of it is about the description
            yield from list(_facts(child))[:1]
        elif name not in _STRUCTURE and (text := _REFLOWED.sub(" ", "".join(child.itertext())).strip()):
            yield name if name == "note" else _plain(child.get("type") or name), text


def _preferred(words: Sequence[_Word]) -> _Word:
    marked = (word for word in words if word.preferred)
    sound = (word for word in words if not word.deprecated and not word.short)
    return next(marked, None) or next(sound, None) or words[0]


def _short(words: Iterable[_Word], full: _Word) -> _Word | None:
    return next((word for word in words if word.short and not word.deprecated and word is not full), None)


def _texts(words: Iterable[_Word], preferred: _Word) -> list[str]:
    texts = dict.fromkeys(word.text for word in words)
    texts.pop(preferred.text, None)
    return list(texts)


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


def _one_line(text: str) -> str:
    text = " ".join(text.split())
    return text if text.isprintable() else "".join(one for one in text if category(one) not in _UNSEEN)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
