"""Which of the two Chinese scripts a text is in."""

from collections import Counter
from functools import cache
from typing import Literal

from glossary.normalise.beyond import beyond_gb2312, is_in_gb2312
from glossary.normalise.folding import pairs

_ENOUGH = 200_000
"""Characters."""


def script(text: str) -> Literal["zh-Hans", "zh-Hant"]:
    """The script of most of the characters that tell the two apart; `zh-Hans` where neither leads.

    The tags are those of BCP 47. A Traditional form that the mainland's GB 2312 has as well (乾) tells
    nothing, nor does a Simplified form that Taiwan's Big5 has (后, 里). The beginning of a long text decides.
    """
    traditional, simplified = _telling()
    text = text[:_ENOUGH]
    beyond = beyond_gb2312(text)
    if traditional.isdisjoint(text if beyond is None else beyond):
        return "zh-Hans"  # as mostly, and sooner than all is counted
    counts = Counter(text)
    balance = sum(map(counts.__getitem__, traditional.intersection(counts)))
    balance -= sum(map(counts.__getitem__, simplified.intersection(counts)))
    return "zh-Hant" if balance > 0 else "zh-Hans"


@cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that are Traditional only, and those that are Simplified only."""
    table = pairs("script")
    traditional = (character for character in table if not is_in_gb2312(character))
    simplified = (character for character in table.values() if not character.encode("big5", errors="ignore"))
    return frozenset(traditional), frozenset(simplified) - table.keys()
