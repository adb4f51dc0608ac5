"""Marks in renderings that are not English, or not written as this glossary writes them."""

import re
from collections.abc import Iterable, Mapping

from glossary.checks.model import Finding, Severity
from glossary.concept import renderings
from glossary.lint.model import Rule, Run, finding

_FAULTS: Mapping[str, re.Pattern[str]] = {
    "a Chinese character or a full-width mark": re.compile(
        r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]|[\U00020000-\U0003ffff]"
    ),
    "two spaces": re.compile(r"  +"),
    "a curly apostrophe: write it straight": re.compile("[‘’]"),
    "a straight quotation mark: write “ and ”": re.compile('"'),
    "a space before a mark": re.compile(r" [,.;:)\]](?![\w.])"),
    "a space behind an opening bracket": re.compile(r"[(\[] "),
}


def _check(run: Run) -> Iterable[Finding]:
    for entry in run.entries:
        for rendering in (*renderings(entry), *entry.forbid):
            for what, pattern in _FAULTS.items():
                if pattern.search(rendering):
                    yield finding(RULE, entry, f"{rendering} has {what}", found=rendering)


RULE = Rule(
    name="punctuation",
    summary="A rendering has marks or spaces that English does not write so.",
    reason=(
        "Renderings are copied into translations. Full-width marks, Chinese characters and double spaces come"
        " with them and are hard to see. So that one rendering is written one way, apostrophes are straight in the"
        " glossary and quotation marks are not; in translations, the others are recognised as well."
    ),
    severity=Severity.ERROR,
    good=(
        '["园林局"]\nen = "Workers\' Parks Bureau (WPB), Songcheng"\nkind = "institution"\n',
        '["天眼"]\nen = "“Sky Eye”"\nkind = "term"\n',
        '["网络安全"]\nen = "security of .NET"\nkind = "term"\n',
    ),
    bad=(
        '["园林局"]\nen = "Workers’ Parks Bureau"\nkind = "institution"\n',
        '["园林局"]\nen = "Parks Bureau"\nallow = ["Parks  Bureau"]\nkind = "institution"\n',
        '["天眼"]\nen = \'"Sky Eye"\'\nkind = "term"\n',
        '["园林局"]\nen = "Parks Bureau （PB）"\nkind = "institution"\n',
        "zh\ten\n园林局\tParks Bureau , Songcheng\n",
    ),
    check=_check,
)
