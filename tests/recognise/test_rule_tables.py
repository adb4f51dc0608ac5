from pathlib import Path

import pytest

from glossary import tables
from glossary.curated import bundled
from glossary.errors import DataError


def test_rows_are_named_by_the_header_and_comments_are_left_out() -> None:
    rows = tables.parse("# from: nowhere\nzh\treading\n王\tWang\n\n李\n", path="t.tsv")
    assert [dict(row) for row in rows] == [{"zh": "王", "reading": "Wang"}, {"zh": "李", "reading": ""}]


@pytest.mark.parametrize(("text", "line"), [("", None), ("zh\na\tb\n", 2)])
def test_a_faulty_table_is_an_error_with_its_place(text: str, line: int | None) -> None:
    with pytest.raises(DataError) as caught:
        tables.parse(text, path="t.tsv")
    assert caught.value.line == line


@pytest.mark.parametrize("path", sorted(bundled().glob("tables/*.tsv")), ids=lambda path: path.stem)
def test_no_cell_of_a_bundled_table_has_blanks_around_it(path: Path) -> None:
    for row in tables.rows(path.stem):
        assert all(cell == cell.strip() for cell in row.values())


def test_what_a_column_says_is_found_by_the_chinese_of_its_row() -> None:
    assert tables.by_zh("surnames", "reading")["欧阳"] == "Ouyang"


def test_a_table_that_is_missing_is_an_error() -> None:
    with pytest.raises(DataError, match="nosuch"):
        tables.rows("nosuch")


def test_a_column_that_is_missing_is_an_error() -> None:
    with pytest.raises(DataError, match="column"):
        tables.column("surnames", "colour")


@pytest.mark.parametrize(
    "name",
    [
        "surnames",
        "given_names",
        "given_characters",
        "person_roles",
        "after_names",
        "before_names",
        "body_ends",
        "name_like_words",
        "spelt_otherwise",
        "home",
        "transliteration",
    ],
)
def test_every_entry_of_a_table_stands_there_once(name: str) -> None:
    entries = [row["zh"] for row in tables.rows(name)]
    assert len(entries) == len(set(entries))


def test_surnames_are_one_or_two_characters_with_a_capitalised_spelling() -> None:
    for row in tables.rows("surnames"):
        assert len(row["zh"]) in (1, 2)
        assert row["reading"].istitle()
        assert row["class"] in ("", "common", "word", "compound")
        assert (len(row["zh"]) == 2) == (row["class"] == "compound")


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("given_characters", {"often", "common", "used", "first", "hardly", "never"}),
        ("person_roles", {"post", "role", "address", "foreign", "suffix", "end"}),
        ("after_names", {"speech", "act", "credit", "particle", "place"}),
        ("before_names", {"verb", "function"}),
    ],
)
def test_every_entry_has_a_class_that_the_table_explains(name: str, classes: set[str]) -> None:
    assert {row["class"] for row in tables.rows(name)} == classes


def test_characters_of_given_names_are_single() -> None:
    assert all(len(row["zh"]) == 1 for row in tables.rows("given_characters"))


def test_the_share_of_a_surname_is_a_number_of_people_in_ten_thousand() -> None:
    shares = [int(row["share"]) for row in tables.rows("surnames") if row["share"]]
    assert 90 < len(shares) <= 100
    assert 7000 < sum(shares) < 10_000
