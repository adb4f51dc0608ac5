"""jieba's dictionary: what it says of words, and which words a text holds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.dictionary import across, frequent_words, numbered, scores, word, words_in
from glossary.words import frequency


def found(text: str) -> list[str]:
    words = [(start, end) for start, end, _ in words_in(text, longest=5)]
    assert words == sorted(words, key=lambda word: word[1])
    return [text[start:end] for start, end in sorted(words, key=lambda word: (word[1], -word[0]))]


def test_all_words_of_a_text_are_found_by_where_they_end() -> None:
    assert found("研究生命") == ["研", "究", "研究", "生", "研究生", "命", "生命"]


def test_a_word_has_its_frequency_its_tag_and_its_log_probability() -> None:
    number = {(start, end): number for start, end, number in words_in("在国务院", longest=3)}[1, 4]
    assert numbered(number) == word("国务院")
    assert numbered(number).tag == "nt"
    assert scores()[number] == numbered(number).score < 0


@pytest.mark.parametrize("character", ["\U00020000", "·", "A", "\ufffd"])
def test_a_character_that_the_dictionary_lacks_shifts_nothing(character: str) -> None:
    assert found(f"本溪{character}市长") == ["本", "溪", "本溪", character, "市", "长", "市长"]


def test_a_character_that_only_stands_in_words_is_found_in_them() -> None:
    assert frequency("葚") == 0
    assert found("桑葚") == ["桑", "葚", "桑葚"]


def test_every_offset_inside_a_word_is_said_to_be_inside_one() -> None:
    text = "在国务院办公厅桑葚发展中国家"
    inside = {offset for start, end, _ in words_in(text, longest=5) for offset in range(start + 1, end)}
    assert all(map(across(text), inside))


def test_hardly_an_offset_that_no_word_lies_across_is_said_to_be_inside_one() -> None:
    assert not across("葚国")(1)
    assert not any(map(across("国务院"), (0, 3)))


def test_two_characters_that_only_stand_in_longer_words_are_none_without_the_rest() -> None:
    assert across("国务院")(2)
    assert not across("务院")(1)


def test_a_rare_character_before_it_does_not_shift_an_offset() -> None:
    assert [across("\U00020000国务院")(offset) for offset in (1, 2)] == [False, True]


@pytest.mark.parametrize("text", ["", "国务着力", "在国务院"])
def test_what_is_no_word_is_none(text: str) -> None:
    assert word(text) is None


def test_frequent_words_are_known_as_such() -> None:
    assert "国家" in frequent_words()
    assert frequent_words().isdisjoint(("着力点", ""))


def test_words_with_letters_are_words_too() -> None:
    assert word("B超") is not None


def test_asking_for_words_does_not_import_jieba() -> None:
    code = "import sys, glossary.dictionary as d; d.word('国务院'); sys.exit('jieba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_it_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOSSARY_CACHE", str(tmp_path))
    code = "import glossary.dictionary as d; assert d.word('国务院').tag == 'nt'"
    subprocess.run([sys.executable, "-c", code], check=True)
    made = {file.name: file.stat().st_ino for file in tmp_path.iterdir()}
    subprocess.run([sys.executable, "-c", code], check=True)
    assert {file.name: file.stat().st_ino for file in tmp_path.iterdir()} == made != {}


def test_every_process_numbers_words_alike(tmp_path: Path) -> None:
    code = "import glossary.dictionary as d; d.word('国务院')"
    made = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        environment = os.environ | {"GLOSSARY_CACHE": str(folder), "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code], check=True, env=environment)
        made.append({file.name: file.read_bytes() for file in folder.iterdir()})
    assert made[0] == made[1]
