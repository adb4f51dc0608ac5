"""Numbers are compared by value, and precision comes first."""

import pytest
from checked import found
from hypothesis import given
from hypothesis import strategies as st

RULE = "number-mismatch"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("拨款3,835亿港元。", "It paid HK$383.5 billion."),
        ("拨款3,835亿港元。", "It paid HK$383.5bn."),
        ("拨款3,835亿港元。", "It paid HK$383,500 million."),
        ("共1000人。", "There were one thousand people."),
        ("共1,000人。", "There were 1 thousand people."),
        ("增长2.0%。", "It grew by 2 percent."),
        ("增长百分之五十。", "It grew by half."),
        ("占三分之一。", "It makes up 33.3% of the total."),
        ("第二十次会议。", "The twentieth meeting."),
        ("两地合作，两者互补。", "The twin cities complement each other."),
        ("12个月内完成。", "It is to be done within a year."),
        ("6个月内完成。", "It is to be done within half a year."),
        ("增长1倍。", "It doubled."),
        ("提高0.25个百分点。", "It rose by 25 basis points."),
        ("下午15时30分开始。", "It starts at 3:30 p.m."),
        ("九十年代开始。", "It began in the nineties."),
        ("2015-16年度。", "The year 2015/16."),
        ("三十多年来。", "For more than three decades."),
        ("第2阶段。", "Phase II."),
        ("投资5亿元，其中5亿元到位。", "Of 500 million yuan, all is paid."),
    ],
)
def test_the_same_number_in_other_words_is_fine(zh: str, en: str) -> None:
    assert found(RULE, zh, en) == []


@pytest.mark.parametrize(
    ("zh", "en", "term", "instead"),
    [
        ("拨款3,835亿港元。", "It paid HK$383.5 million.", "3,835亿", "383.5 million"),
        ("增长2.5%。", "It grew by 25 percent.", "2.5%", "25"),
        ("共二十三人。", "There were 32 people.", "二十三", "32"),
        ("占三分之一。", "It makes up two thirds.", "三分之一", "two thirds"),
        ("第二十次会议。", "The 12th meeting.", "二十", "12th"),
        ("共23个项目。", "There are many projects.", "23", ""),
    ],
)
def test_another_number_is_reported_with_what_stands_there(zh: str, en: str, term: str, instead: str) -> None:
    [finding] = found(RULE, zh, en)
    assert (finding.term, finding.found) == (term, instead)


def test_a_number_said_twice_may_be_given_once_unless_another_took_its_place() -> None:
    zh = "城市增长5%，农村增长5%。"
    assert found(RULE, zh, "Both cities and villages grew by 5%.") == []
    assert len(found(RULE, zh, "Cities grew by 5%, villages by 6%.")) == 1


def test_two_numbers_that_changed_places_with_others_of_the_sentence_are_found() -> None:
    assert len(found(RULE, "甲地增长3%，乙地增长4%。", "A grew by 4%, B by 4%.")) == 1


def test_dates_are_left_to_their_own_rule() -> None:
    assert found(RULE, "2017年9月25日开会。", "They met on 26 September 2018.") == []


def test_the_expected_number_is_in_english() -> None:
    [finding] = found(RULE, "共3.2万亿元。", "It came to 3.2 billion yuan.")
    assert finding.expected == ("3.2 trillion",)
    assert "3.2 billion" in finding.excerpt


@given(st.integers(min_value=2, max_value=10**7))
def test_a_number_in_figures_is_silent_and_one_more_is_not(number: int) -> None:
    assert found(RULE, f"共{number}亿元。", f"It came to {number / 10:,.1f} billion yuan.") == []
    assert found(RULE, f"共{number}亿元。", f"It came to {(number + 1) / 10:,.1f} billion yuan.")


def test_digits_without_end_in_the_source_are_no_number_that_must_be_said() -> None:
    source = f"编号{'9' * 5000}，共12人。"
    assert [finding.term for finding in found(RULE, source, "It has 13 people.")] == ["12"]
    assert found(RULE, source, "It has 12 people.") == []
