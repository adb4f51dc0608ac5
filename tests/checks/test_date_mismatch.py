"""Dates are compared by what they say, in any spelling."""

import pytest
from checked import found

RULE = "date-mismatch"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("会议于2017年9月25日举行。", "It was held on 2017-09-25."),
        ("会议于2017年9月25日举行。", "It was held on 25/9/2017."),
        ("会议于2017年9月25日举行。", "It was held on Sept. 25."),
        ("会期为9月30日至10月3日。", "It lasts from 30 September to 3 October."),
        ("2016至2017年完成。", "It was done in 2016-17."),
        ("2019年增长。", "It grew during the year."),
        ("本月3日举行。", "It was held on Wednesday."),
        ("历时9个月。", "It took nine months."),
        ("2017年增长，2017年下降。", "In 2017 it grew and fell."),
    ],
)
def test_the_same_date_in_another_spelling_is_fine(zh: str, en: str) -> None:
    assert found(RULE, zh, en) == []


@pytest.mark.parametrize(
    ("zh", "en", "instead"),
    [
        ("9月25日举行。", "It was held on September 26.", "September 26"),
        ("9月25日举行。", "It was held on 25 October.", "25 October"),
        ("2017年9月25日举行。", "It was held on September 25, 2018.", "September 25, 2018"),
        ("2017年9月举行。", "It was held in 2917.", "2917"),
        ("11月举行。", "It was held later.", ""),
    ],
)
def test_another_date_is_reported_with_what_stands_there(zh: str, en: str, instead: str) -> None:
    [finding] = found(RULE, zh, en)
    assert finding.found == instead
    assert finding.expected


def test_one_of_two_equal_years_that_changed_is_found() -> None:
    assert (
        len(found(RULE, "2017年开工，2018年和2017年相比增长。", "Begun in 2017, it grew in 2018 over 2016."))
        == 1
    )
