"""How single characters are read."""

import subprocess
import sys

import pytest

from glossary.syllables import syllables


@pytest.mark.parametrize(
    ("character", "expected"),
    [("长", ("zhang", "chang")), ("吕", ("lü",)), ("溪", ("xi",)), ("女", ("nü", "ru"))],
)
def test_the_most_usual_reading_comes_first_without_its_tone(
    character: str, expected: tuple[str, ...]
) -> None:
    assert set(expected) <= set(syllables(character))
    assert syllables(character)[0] == expected[0]


@pytest.mark.parametrize("text", ["", "本溪", "a", "。", "\U0002ffff"])
def test_what_is_no_character_with_a_reading_has_none(text: str) -> None:
    assert syllables(text) == ()


def test_asking_for_a_reading_does_not_import_pypinyin() -> None:
    code = "import sys, glossary.syllables as s; s.syllables('长'); sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
