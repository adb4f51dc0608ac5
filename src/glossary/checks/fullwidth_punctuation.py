"""East Asian punctuation, digits and letters in a translation."""

import re
from collections.abc import Iterable
from functools import cache

from glossary import tables
from glossary.addresses import blanked
from glossary.checks.model import Example, Finding, Message, Rule, Run, Severity, finding
from glossary.excerpt import excerpt
from glossary.han import is_han


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
        text = blanked(message.text)
        # A text may have dozens of one mark: one finding says it.
        places: dict[str, re.Match[str]] = {}
        for match in _pattern().finditer(text):
            if not _beside_han(text, match):
                places.setdefault(match[0], match)
        yield from (_finding(message, match) for match in places.values())


def _beside_han(text: str, match: re.Match[str]) -> bool:
    """Whether the marks belong to Chinese that is cited, which keeps its own."""
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return any(map(is_han, around))


def _finding(message: Message, place: re.Match[str]) -> Finding:
    marks = expected = place[0]
    for mark, instead in sorted(_instead().items(), key=lambda item: -len(item[0])):
        expected = expected.replace(mark, instead)
    return finding(
        RULE,
        message,
        f"Chinese punctuation or full-width characters in the translation: {marks}",
        expected=(expected,),
        found=marks,
        excerpt=excerpt(message.text, *place.span()),
    )


RULE = Rule(
    name="fullwidth-punctuation",
    summary="Chinese punctuation or full-width letters and digits stand in the translation.",
    reason=(
        "，。（）《》 and full-width digits come in with a Chinese keyboard. In an English line they leave gaps, break"
        " it in the wrong places, and fonts without them show boxes. English quotation marks “ ” ‘ ’ and dashes are"
        " fine, and so is the punctuation of Chinese that is cited."
    ),
    severity=Severity.WARNING,
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
)
