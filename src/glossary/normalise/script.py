"""Which of the two Chinese scripts a text is in."""

from collections import Counter
from typing import Literal

from glossary.normalise.folding import pairs

_ENOUGH = 200_000
"""Characters."""


def script(text: str) -> Literal["zh-Hans", "zh-Hant"]:
    """The script of most of the characters that tell the two apart; `zh-Hans` where neither leads.

    The tags are those of BCP 47. A Traditional form that the mainland's GB 2312 has as well (乾) tells
    nothing, nor does a Simplified form that Taiwan's Big5 has (后, 里). The beginning of a long text decides.
    """
    balance = 0
    table = pairs("script")
    simplified = set(table.values())
    for character, count in Counter(text[:_ENOUGH]).items():
        if character in table:
            balance += count * (not character.encode("gb2312", errors="ignore"))
        elif character in simplified:
            balance -= count * (not character.encode("big5", errors="ignore"))
    return "zh-Hant" if balance > 0 else "zh-Hans"
