"""Writes src/glossary/normalise/script.tsv: the Simplified character for each Traditional one.

    python scripts/script_table.py

The pairs are OpenCC's (https://github.com/BYVoid/OpenCC, Apache-2.0), asked one character at a time. Only
pairs of one character with one character are kept, so that folding never changes the length of a text. Needs
the package `opencc`, which nothing else in the project does.
"""

from importlib.metadata import version
from pathlib import Path

import opencc

TARGET = Path(__file__).parents[1] / "src/glossary/normalise/script.tsv"
HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2EE60), (0x30000, 0x33480))

HEADER = f"""\
# Traditional to Simplified, one character for one, in order of code point.
# The pairs come from OpenCC {version("opencc")} (https://github.com/BYVoid/OpenCC), Apache License 2.0.
# Written by scripts/script_table.py: do not edit. What OpenCC leaves as it is stands in variants.tsv.
traditional\tsimplified
"""


def main() -> None:
    """Write the table."""
    pairs = script_pairs()
    lines = [f"{traditional}\t{simplified}\n" for traditional, simplified in sorted(pairs.items())]
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} pairs in {TARGET}")


def script_pairs() -> dict[str, str]:
    """Each Traditional character with the Simplified one that it ends at, however many steps away."""
    pairs = converted("t2s")
    for regional in ("tw2s", "hk2s"):
        # What mainland text itself uses (么, 著) is not a regional form, whatever a region makes of it.
        for character, simplified in converted(regional).items():
            if not in_charset(character, "gb2312"):
                pairs.setdefault(character, simplified)
    return {character: end_of_chain(character, pairs) for character in pairs}


def converted(configuration: str) -> dict[str, str]:
    """The single characters that a configuration of OpenCC changes into another single character."""
    characters = [chr(code) for first, last in HAN for code in range(first, last)]
    # One character a line: no phrase of the dictionaries reaches across a line feed.
    results = opencc.OpenCC(configuration).convert("\n".join(characters)).split("\n")
    pairs = zip(characters, results, strict=True)
    return {character: result for character, result in pairs if character != result and len(result) == 1}


def end_of_chain(character: str, pairs: dict[str, str]) -> str:
    """Where `character` ends when every result is looked up again."""
    passed: list[str] = []
    while character in pairs:
        if character in passed:
            raise SystemExit(f"pairs lead in a circle: {''.join(passed)}")
        passed.append(character)
        character = pairs[character]
    return character


def in_charset(character: str, encoding: str) -> bool:
    """Whether a legacy character set has the character."""
    return bool(character.encode(encoding, errors="ignore"))


if __name__ == "__main__":
    main()
