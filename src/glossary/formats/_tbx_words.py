"""The words of a TBX entry, and what is said of them.

Elements are known by their local names, data categories by their names, whether these are attributes (DCA, TBX 2)
or elements (DCT).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import category

from glossary.model import Status
from glossary.xml import XML, Element, local

_STRUCTURE = frozenset(("langSec", "langSet", "termSec", "tig", "ntig", "term", "transacGrp"))
_GROUPS = frozenset(("termGrp", "termNoteGrp", "adminGrp"))

# Names of data categories without case, hyphens and blanks.
_STATUS = frozenset(("administrativestatus", "normativeauthorization", "status"))
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
_UNSEEN = ("Cc", "Cf", "Zl", "Zp")


@dataclass(slots=True)
class Word:
    """A term of one language, with what is said about it."""

    text: str
    preferred: bool = False
    deprecated: bool = False
    short: bool = False
    source: str = ""
    notes: list[str] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)


def words(entry: Element, languages: frozenset[str]) -> Iterator[Word]:
    """The terms of a concept in one language, by the first subtags that it has, in order."""
    for section in sections(entry, languages):
        own = {name: text for name, text in facts(section) if name == "source"}
        for element in section.iter("{*}termSec", "{*}tig", "{*}ntig"):
            word = _word(element)
            if word.text:
                word.source = word.source or own.get("source", "")
                yield word


def sections(entry: Element, languages: frozenset[str]) -> Iterator[Element]:
    """The language sections of a concept that are in one of these languages."""
    for section in entry.iterchildren("{*}langSec", "{*}langSet"):
        language = section.get(f"{XML}lang") or section.get("lang") or ""
        if re.split("[-_]", language.strip().lower())[0] in languages:
            yield section


def _word(section: Element) -> Word:
    term = next(section.iter("{*}term"), None)
    word = Word("" if term is None else _one_line("".join(term.itertext())))
    for name, text in facts(section):
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


def facts(element: Element) -> Iterator[tuple[str, str]]:
    """What is said of a concept, a language or a term itself: data category and text."""
    for child in element:
        name = local(child)
        if name in _GROUPS:
            yield from facts(child)
        elif name == "descripGrp":  # the rest of it is about the description
            yield from list(facts(child))[:1]
        elif name not in _STRUCTURE and (text := unfolded("".join(child.itertext()))):
            yield name if name == "note" else _plain(child.get("type") or name), text


def unfolded(text: str) -> str:
    """A text without what is the file's layout: white space around it, and line breaks with a blank behind them."""
    first, *others = text.strip().split("\n")
    return first + "".join(f" {line.strip()}" if line[:1] in (" ", "\t") else f"\n{line}" for line in others)


def _one_line(text: str) -> str:
    text = " ".join(filter(None, map(str.strip, text.expandtabs(1).splitlines())))
    return text if text.isprintable() else "".join(one for one in text if category(one) not in _UNSEEN)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()
