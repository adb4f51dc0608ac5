"""The tables that stand beside these modules, read when they are first needed."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from glossary.errors import DataError
from glossary.tables import parse

FORMS = ("verb", "past", "participle", "gerund")


@cache
def spellings() -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    """British and American spelling: beginnings as a pattern and a mapping, whole words as a mapping."""
    starts: dict[str, str] = {}
    whole: dict[str, str] = {}
    for row in _rows("spelling"):
        (starts if row["where"] == "start" else whole)[row["spelling"]] = row["folded"]
    longest_first = sorted(starts, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), starts, whole


@cache
def lemmas() -> dict[str, tuple[str, ...]]:
    """Nouns whose number the rules do not give: form to its lemmas, of which a few forms have two."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in _rows("nouns"):
        found[row["form"]] += (row["lemma"],)
    return dict(found)


@cache
def doubtful() -> frozenset[str]:
    """The first lemmas of the forms that have two."""
    return frozenset(found[0] for found in lemmas().values() if len(found) > 1)


@cache
def numerals() -> dict[str, str]:
    """Figures to words, written together: `21st` to `twentyfirst`."""
    return {row["figures"]: row["words"].replace("-", "") for row in _rows("numerals")}


@cache
def verbs() -> dict[str, dict[str, str]]:
    """Verb form to the row of its verb, with every form filled in."""
    rows = [_filled(row) for row in _rows("verbs")]
    forms = {row[name]: row for name in reversed(FORMS) for row in rows}
    return forms | {row["verb"]: row for row in rows}


@cache
def words(kind: str) -> frozenset[str]:
    """Function words or head words of one kind: `article`, `connector`, `post`, `body` ..."""
    rows = (*_rows("function_words"), *_rows("heads"))
    return frozenset(row["word"] for row in rows if row["kind"] == kind)


def _filled(row: dict[str, str]) -> dict[str, str]:
    past = row["past"] or _past(row["verb"])
    return row | {
        "past": past,
        "participle": row["participle"] or past,
        "gerund": row["gerund"] or _gerund(row["verb"]),
    }


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return re.sub("(?<![aeiou])y$", "i", verb) + "ed"


def _gerund(verb: str) -> str:
    return re.sub("(?<=[^eoy])e$", "", verb) + "ing"


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    path = Path(__file__).with_name(f"{name}.tsv")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(path, None, f"cannot be read ({error}): install the package again") from error
    return tuple(dict(row) for row in parse(text, path=str(path)))
