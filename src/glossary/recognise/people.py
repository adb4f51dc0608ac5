"""Names of people: beside titles, in lists and bylines, before verbs, or established elsewhere in the document.

A surname and one or two characters are no evidence. A name is believed when what its characters, its surroundings and
the rest of the document say outweighs the doubt that its characters are ordinary words. Names from other languages
are marked, not spelt: pinyin would misspell them.
"""

import re
from collections.abc import Iterator

from glossary.recognise.model import Context, Reading
from glossary.recognise.person_belief import SURE, believe
from glossary.recognise.person_foreign import follows_foreigner, foreign_names, is_foreign, is_of_any_nation
from glossary.recognise.person_odds import surname_classes
from glossary.recognise.person_page import Page
from glossary.recognise.person_scan import scan
from glossary.romanise import person_name, surname

EXAMPLES = {
    "{副院长}马越红、{院长助理}李明出席": ["Ma Yuehong", "Li Ming"],
    "{副市长}于海代表双方签署了协议": ["Yu Hai"],
    "马越红{副院长}和谭成旭{书记}来访": ["Ma Yuehong", "Tan Chengxu"],
    "{局长}周立新、吴刚和朱大伟等出席": ["Zhou Lixin", "Wu Gang", "Zhu Dawei"],
    "{书记}谭成旭出席。\n谭成旭介绍了情况": ["Tan Chengxu", "Tan Chengxu"],
    "(记者周立新 朱大伟)": ["Zhou Lixin", "Zhu Dawei"],
    "会后，张{书记}看望了李某": ["Zhang", "Li"],
    "{总统}巴沙尔表示": [""],
    "{市长}带领大家": [],
    "{市长}高度重视": [],
    "高新区大力支持，创新腾飞": [],
}
"""Texts with their titles in braces, and the renderings of the names in them."""

_SOMEBODY = re.compile("某某?(?![些种个地时年])")


def recognise(context: Context) -> Iterator[Reading]:
    """The names of people in a document, spelt by GB/T 28039-2011.

    Uncertain where it is not beyond doubt that they are names or Chinese ones, and without a rendering where they
    are foreign.
    """
    page = Page.of(context)
    names = believe(page, scan(page))
    elsewhere = foreign_names(page)
    readings = {start: Reading(start, end, "person", "", uncertain=True) for start, end in elsewhere.items()}
    covered = {offset for start, end in elsewhere.items() for offset in range(start, end)}
    for start, end, family in _unnamed(page):
        readings[start] = Reading(start, end, "person", surname(family) or "")
    texts = {name: page.key[name.start : name.end] for name in names}
    foreign = {texts[name] for name in names if is_foreign(page, name.start, name.end)}
    ends = {*elsewhere.values(), *(name.end for name in names if texts[name] in foreign)}
    doubtful = {
        texts[name]
        for name in names
        if is_of_any_nation(page, name.start) or follows_foreigner(page, name.start, ends)
    }
    for name, odds in names.items():
        if name.start in covered or name.end - 1 in covered:
            continue
        text = texts[name]
        rendering = None if text in foreign else _rendering(context, name.start, name.end)
        sure = (odds >= SURE or text in surname_classes()) and text not in doubtful
        readings[name.start] = Reading(
            name.start, name.end, "person", rendering or "", uncertain=not (rendering and sure)
        )
    yield from sorted(readings.values(), key=lambda reading: reading.start)


def _rendering(context: Context, start: int, end: int) -> str | None:
    """The spelling of a name, or of a surname alone; None where the rules do not tell."""
    folded, written = context.key[start:end], context.clean(start, end)
    spell = surname if folded in surname_classes() else person_name
    return spell(written) if written == folded or spell(folded) else None


def _unnamed(page: Page) -> Iterator[tuple[int, int, str]]:
    """People of whom only the surname is told, 李某 or 王某某, with their surnames."""
    known = surname_classes()
    for match in _SOMEBODY.finditer(page.key):
        given = match.start()
        for start in range(max(0, given - 2), given):
            name = page.key[start:given]
            if known.get(name) in ("common", "compound") and not page.is_taken(start, match.end()):
                yield start, match.end(), page.clean(start, given)
                break
