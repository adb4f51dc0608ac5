"""The data files: sorted, without repetitions, one character for one."""

from pathlib import Path

import pytest

import glossary.normalise

FOLDER = Path(glossary.normalise.__file__).parent


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("name", ["script", "radicals"])
def test_a_table_of_pairs_is_sorted_and_has_one_character_in_each_cell(name: str) -> None:
    _header, *pairs = rows(name)
    sources = [source for source, _target in pairs]
    assert sources == sorted(set(sources))
    assert all(len(cell) == 1 for pair in pairs for cell in pair)


def test_no_result_of_the_script_table_is_converted_further() -> None:
    _header, *pairs = rows("script")
    table = dict(pairs)
    assert not [target for target in table.values() if target in table]


@pytest.mark.parametrize("name", ["variants", "punctuation"])
def test_no_character_is_in_two_classes(name: str) -> None:
    _header, *classes = rows(name)
    members = [cell for row in classes for cell in (row[0], *row[1].split(" "))]
    assert len(members) == len(set(members))


def test_variants_are_sorted_and_each_says_why_it_is_there() -> None:
    _header, *classes = rows("variants")
    assert [row[0] for row in classes] == sorted({row[0] for row in classes})
    assert all(len(row) == 3 and row[2] for row in classes)


def test_no_variant_is_listed_that_the_script_table_has() -> None:
    script = {(source, target) for source, target in rows("script")[1:]}
    assert not [
        (v, row[0]) for row in rows("variants")[1:] for v in row[1].split(" ") if (v, row[0]) in script
    ]


def test_the_origin_of_the_script_pairs_and_its_licence_are_named() -> None:
    text = (FOLDER / "script.tsv").read_text(encoding="utf-8")
    assert "OpenCC" in text.partition("\n")[0] + text.split("\n")[1]
    assert "Apache License 2.0" in text.split("\n")[1]
