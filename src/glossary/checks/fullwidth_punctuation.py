"""East Asian punctuation, digits and letters in a translation."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from glossary import tables
from glossary.addresses import blanked
from glossary.checks.model import Edit, Example, Finding, Message, Repair, Rule, Run, Scope, Severity, finding
from glossary.excerpt import excerpt
from glossary.han import is_han

_FOR_A_PERSON = "《》〈〉【】〔〕〖〗〃・￥￡￠"
_OPENING, _CLOSING = "([{“‘", ",.;:!?)]}”’"
_JOINS = f"{_OPENING}-/–—"
"""Behind these, and at the start, no blank stands before a bracket or quotation mark that opens."""
_NUMBERING = 3
"""How long what stands in the brackets of a numbering may be."""


@cache
def _instead() -> dict[str, str]:
    """What English has in the place of each mark."""
    ascii_forms = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    listed = {row["mark"]: row["instead"] for row in tables.rows("fullwidth")}
    return ascii_forms | listed | {"\u3000": " ", "——": "—", "……": "…"}


@cache
def _pattern() -> re.Pattern[str]:
    single = "".join(re.escape(mark) for mark in _instead() if len(mark) == 1)
    return re.compile(f"(?:[{single}]|——|……)+")


def _check(run: Run) -> Iterable[Finding]:
    for message in run.judged:
        if message.text.isascii():
            continue
        # A text may have dozens of one mark: one finding says it.
        places: dict[str, re.Match[str]] = {}
        for match in _places(message.text):
            places.setdefault(match[0], match)
        yield from (_finding(message, match) for match in places.values())


def _places(translation: str) -> Iterator[re.Match[str]]:
    text = blanked(translation)
    return (match for match in _pattern().finditer(text) if not _beside_han(text, match))


def _beside_han(text: str, match: re.Match[str]) -> bool:
    """Whether the marks belong to Chinese that is cited, which keeps its own."""
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return any(map(is_han, around))


def _finding(message: Message, place: re.Match[str]) -> Finding:
    marks = place[0]
    expected = "".join(_instead()[mark] for mark in _marks(marks))
    return finding(
        RULE,
        message,
        f"Chinese punctuation or full-width characters in the translation: {marks}",
        expected=(expected,),
        found=marks,
        excerpt=excerpt(message.text, *place.span()),
    )


def _marks(run: str) -> list[str]:
    """The marks of a run: one character each, or a dash or an ellipsis of two."""
    return re.findall("——|……|.", run, re.DOTALL)


def _repair(message: Message, finding: Finding) -> Repair:
    """The marks of English, with the blanks that English has beside them."""
    text = message.text
    if any(map(is_han, text)):
        return Repair(declined="Chinese is cited there, and keeps its own marks")
    if any(mark in _FOR_A_PERSON for mark in finding.found):
        return Repair(declined="English may have italics, quotation marks or nothing in its place")
    edits = []
    for place in _places(text):
        # Brackets are mended in pairs: where one is in doubt, all are.
        if place[0] == finding.found or (_has_bracket(place[0]) and _has_bracket(finding.found)):
            plain = _plain(text, *place.span())
            if plain is None:
                return Repair(declined="it stands between figures, and may part or join them")
            if place[0] == finding.found:
                edits.append(Edit(*place.span(), plain))
    return Repair(tuple(edits))


def _has_bracket(run: str) -> bool:
    return "（" in run or "）" in run


def _plain(text: str, start: int, end: int) -> str | None:
    """A run of marks as English has it; None where that is in doubt."""
    plain = ""
    at = start
    for mark in _marks(text[start:end]):
        at += len(mark)
        before = (text[:start] + plain)[-1:]
        after = _instead().get(text[at : at + 1], text[at : at + 1])
        instead = _instead()[mark]
        if _is_doubtful(mark, before, after, text[at : at + _NUMBERING + 1]):
            return None
        if instead == " " and (not before or before.isspace() or after.isspace()):
            instead = ""
        elif instead in _OPENING and not (before.isspace() or before in _JOINS):
            instead = f" {instead}"
        elif instead in _CLOSING and _begins_word(after) and not (before.isdigit() and after.isdigit()):
            instead = f"{instead} "
        plain += instead
    return plain


def _is_doubtful(mark: str, before: str, after: str, following: str) -> bool:
    """Whether a mark may belong to figures: 1，234 and 3．a and section 52（1）."""
    if mark == "（":
        return (before.isdigit() or before in ")）") and re.match(r"\w+[)）]", following) is not None
    if mark == "．":
        return after.isalnum()
    return mark in "，。、" and before.isdigit() and after.isdigit()


def _begins_word(character: str) -> bool:
    return character.isalnum() or (character != "" and character in _OPENING)


RULE = Rule(
    name="fullwidth-punctuation",
    summary="Chinese punctuation or full-width letters and digits stand in the translation.",
    reason=(
        "，。（）《》 and full-width digits come in with a Chinese keyboard. In an English line they leave gaps, break"
        " it in the wrong places, and fonts without them show boxes. English quotation marks “ ” ‘ ’ and dashes are"
        " fine, and so is the punctuation of Chinese that is cited."
    ),
    severity=Severity.WARNING,
    scope=Scope.ENTRY,
    good=(
        Example("他说：“好。”", "“Good,” he said — and that was that…"),
        Example("据《本溪日报》报道。", "Benxi Daily (《本溪日报》) reports."),
    ),
    bad=(
        Example("会议昨日召开，市长出席。", "The meeting was held yesterday，and the mayor attended."),
        Example("共有12人。", "There were １２ of them."),
        Example("据《本溪日报》报道。", "《Benxi Daily》 reports."),
    ),
    check=_check,
    repair=_repair,
)
