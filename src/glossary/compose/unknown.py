"""Fields of work that are in no table, where the rest of the name leaves no doubt that there is one."""

import re
from functools import cache

from glossary import tables
from glossary.compose.glance import before_posts
from glossary.compose.terms import MARK
from glossary.compose.vocabulary import bodies
from glossary.han import is_han

_LONGEST = 6
"""Characters of an unknown field."""


def unknown_fields(key: str) -> dict[int, int]:
    """Where an unknown field of work may stand: its start, and where the ending of the body starts behind it.

    The ending is a certain one, and what follows is a post or no Han character.
    """
    stop = tables.column("not_in_names") | {MARK}
    found: dict[int, int] = {}
    for match in _endings().finditer(key):
        end = match.start()
        start = end - 1
        if not (start >= 0 and is_han(key[start]) and key[start] not in stop):
            continue
        start -= 1
        while end - start <= _LONGEST and start >= 0 and is_han(key[start]) and key[start] not in stop:
            found.setdefault(start, end)
            start -= 1
    return found


@cache
def _endings() -> re.Pattern[str]:
    index = bodies()["*"]
    tails = [tail for tail in index.strings() if any(form.certain for form in index.get(tail))]
    endings = "|".join(sorted(tails, key=len, reverse=True))
    # Where one ending is the end of a longer one, the longer one is found first and the other not at all.
    return re.compile(f"(?:{endings})(?=[^\u3400-\u9fff]|$|{before_posts()})")
