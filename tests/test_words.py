"""Word boundaries: what cuts a word, and what does not."""

import pytest

from glossary.words import cut_cost, divisions, frequency, log_probability, tag


@pytest.mark.parametrize(
    ("text", "stretch"),
    [("研究生命科学", "研究生"), ("中国务实合作", "国务"), ("城市长期规划", "市长"), ("个着力点", "着力")],
)
def test_a_stretch_that_shares_characters_with_a_likelier_word_cuts_it(text: str, stretch: str) -> None:
    start = text.index(stretch)
    assert cut_cost(text, start, start + len(stretch)) > 2.5


@pytest.mark.parametrize(
    ("text", "stretch"), [("招收研究生三百名", "研究生"), ("市长期待合作", "市长"), ("在本溪签署", "本溪")]
)
def test_a_stretch_that_is_a_word_cuts_none(text: str, stretch: str) -> None:
    start = text.index(stretch)
    assert cut_cost(text, start, start + len(stretch)) == 0


def test_the_part_of_a_longer_word_is_cut_unless_it_stands_inside_one() -> None:
    assert cut_cost("江西省", 0, 2) > 2.5
    assert cut_cost("江西省", 0, 2, inside=True) == 0
    assert cut_cost("城市长期", 1, 3, inside=True) > 2.5


@pytest.mark.parametrize(("text", "stretch"), [("台湾同胞", "台湾"), ("毛泽东思想", "毛泽东")])
def test_a_longer_word_that_is_made_of_words_is_not_cut(text: str, stretch: str) -> None:
    assert cut_cost(text, 0, len(stretch)) == 0


def test_a_longer_word_that_is_a_phrase_with_a_preposition_is_not_cut() -> None:
    assert cut_cost("他在讲话中说", 2, 4, listed=True) == 0
    assert cut_cost("中美洲", 1, 3, listed=True) > 2.5
    assert cut_cost("乌苏里江", 0, 2, listed=True) > 2.5


@pytest.mark.parametrize(("text", "stretch"), [("郑成功", "成功"), ("大同小异", "大同"), ("总书记", "书记")])
def test_a_longer_word_that_is_not_is_cut(text: str, stretch: str) -> None:
    start = text.index(stretch)
    assert cut_cost(text, start, start + len(stretch)) > 2.5


def test_frequencies_are_those_of_the_dictionary() -> None:
    assert frequency("国务院") > frequency("着力点") > 0
    assert frequency("国务着力") == 0


def test_tags_are_those_of_the_dictionary() -> None:
    assert tag("国务院") == "nt"
    assert tag("国务着力") == ""
    assert tag("") == ""


def test_the_commoner_word_is_the_likelier_one() -> None:
    assert log_probability("国家") > log_probability("着力点") > log_probability("国务着力")


def test_a_text_divides_into_words_at_every_offset() -> None:
    before, after = divisions("研究生命科学", 6)
    assert before[0] == after[6] == 0
    assert before[6] == pytest.approx(after[0])
    assert before[2] + after[2] == pytest.approx(before[6])
    assert before[3] + after[3] < before[6]


def test_names_do_not_count_where_a_name_is_weighed() -> None:
    assert divisions("江泽民", 0).before[3] < divisions("江泽民", 3).before[3]
