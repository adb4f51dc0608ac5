"""Numbers of official documents: 国发〔2016〕7号. Their letters are spelt, not translated."""

import re
from collections.abc import Iterator

from glossary import tables
from glossary.han import run_start
from glossary.recognise.model import Context, Reading
from glossary.romanise import usual_reading

EXAMPLES = {
    "（国发〔2016〕7号）": {"国发〔2016〕7号": "Guo Fa [2016] No. 7"},
    "根据国办发[2020]12号文件": {"国办发[2020]12号": "Guo Ban Fa [2020] No. 12"},
    "（2016）7号楼，见〔2016〕": {},
}

_NUMBER = re.compile(r"[〔\[(]((?:19|20)[0-9]{2})[〕\])]第?([0-9]{1,4})号(?![楼院线])")
_MOST_LETTERS = 8


def recognise(context: Context) -> Iterator[Reading]:
    """The numbers of documents, in order; uncertain where the letters are in no table."""
    key = context.key
    for match in _NUMBER.finditer(key):
        at = match.start()
        row = next((row for row in tables.rows("document_numbers") if key.endswith(row["zh"], 0, at)), None)
        start = at - len(row["zh"]) if row else run_start(key, at, _MOST_LETTERS)
        spelt = row["reading"] if row else _spelt(key[start:at])
        if not spelt:
            continue
        year, number = match.groups()
        others = [f"{spelt.replace(' ', '').capitalize()} [{year}] No. {number}"]
        if row:
            others.append(f"{row['issuer']} Document No. {number} [{year}]")
        yield Reading(
            start, match.end(), "document", f"{spelt} [{year}] No. {number}", tuple(others), uncertain=not row
        )


def _spelt(letters: str) -> str:
    """Letters of a body that is not in the table, by the usual readings; empty where they are none."""
    syllables = [usual_reading(letter) for letter in letters]
    fits = 2 <= len(letters) < _MOST_LETTERS and letters[-1] in tables.column("document_letters")
    return " ".join(map(str.capitalize, syllables)) if fits and all(syllables) else ""
