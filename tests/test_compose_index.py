"""Strings are found at a position of a text, the longest first, and none that the text's end cuts off."""

import pytest

from glossary.compose.index import Index

INDEX = Index([("省", 1), ("省委", 2), ("省委员会", 3), ("省委", 4), ("委员会", 5)])


@pytest.mark.parametrize(
    ("text", "start", "found"),
    [
        ("省委员会议", 0, [(4, [3]), (2, [2, 4]), (1, [1])]),
        ("省委员", 0, [(2, [2, 4]), (1, [1])]),
        ("省长", 0, [(1, [1])]),
        ("本省", 1, [(2, [1])]),
        ("省委员会", 1, [(4, [5])]),
    ],
)
def test_what_stands_at_a_position_is_found(
    text: str, start: int, found: list[tuple[int, list[int]]]
) -> None:
    assert INDEX.at(text, start) == found


@pytest.mark.parametrize(("text", "start"), [("市委", 0), ("委员", 0), ("省", 1), ("", 0)])
def test_nothing_is_found_where_none_of_them_stands(text: str, start: int) -> None:
    assert INDEX.at(text, start) == []


def test_the_first_characters_are_each_named_once() -> None:
    assert INDEX.firsts() == "委省"
