"""The dates of an English text."""

import pytest

from glossary.numbers import dates


def said(text: str) -> list[tuple[int | None, int | None, int | None]]:
    return [(date.year, date.month, date.day) for date in dates(text)]


@pytest.mark.parametrize(
    "text",
    [
        "September 25, 2017",
        "25 September 2017",
        "Sept. 25, 2017",
        "Sep 25 2017",
        "the 25th of September 2017",
        "September the 25th, 2017",
        "25 SEPTEMBER 2017",
        "25 september 2017",
        "2017-09-25",
        "2017/9/25",
        "25/9/2017",
        "9/25/2017",
        "25.9.2017",
    ],
)
def test_a_day_is_read_in_every_usual_spelling(text: str) -> None:
    assert (2017, 9, 25) in said(text)


def test_ranges_give_both_ends() -> None:
    assert said("September 25 to 27") == [(None, 9, 25), (None, 9, 27)]
    assert said("25-27 September 2017") == [(2017, 9, 25), (2017, 9, 27)]
    assert said("2016-17") == [(2016, None, None), (2017, None, None)]


def test_months_and_years_stand_alone() -> None:
    assert said("in mid-September and by 2018") == [(None, 9, None), (2018, None, None)]
    assert said("from midJuly, after MAY") == [(None, 7, None), (None, 5, None)]


@pytest.mark.parametrize(
    "text",
    [
        "it may rain",
        "a march on",
        "2,017 people",
        "1.2017",
        "Mayor",
        "12345",
        "room 20171",
        "a junk separator",
    ],
)
def test_other_words_and_numbers_are_no_dates(text: str) -> None:
    assert said(text) == []


def test_a_mistyped_year_is_still_a_year_where_one_must_stand() -> None:
    assert said("in 2917") == [(2917, None, None)]
    assert said("2917 people") == []
