"""The tables with which the page reads what is typed: only the characters that its entries have.

The page folds a query as `normalise.fold` does, and reads pinyin as `lookup` does.
"""

from collections.abc import Iterable

from glossary.han import is_han
from glossary.normalise.folding import fold_table, folded_alike
from glossary.romanise import readings, usual_reading


def folds(keys: Iterable[str]) -> dict[str, str]:
    """For each character of the keys that stands for others: those others. White space is not among them."""
    alike = folded_alike()
    characters = {character for key in keys for character in key if not character.isspace()}
    return {character: alike[character] for character in sorted(characters & alike.keys())}


def syllables(forms: Iterable[str]) -> dict[str, str]:
    """For each Han character of the forms' keys: its syllables without tones, the usual one first, with blanks between.

    ü is written u, and v as well. A character that stands for others in keys is read as those that the forms have.
    """
    found: dict[str, list[str]] = {}
    for character in sorted({character for form in forms for character in form if is_han(character)}):
        key = chr(fold_table().get(ord(character), ord(character)))
        spelt = [usual_reading(key), usual_reading(character), *sorted(readings(character))]
        found.setdefault(key, []).extend(syllable.replace("ü", "u") for syllable in spelt if syllable)
    return {key: " ".join(dict.fromkeys(spelt)) for key, spelt in sorted(found.items()) if spelt}
