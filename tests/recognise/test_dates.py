from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.recognise.dates import EXAMPLES, recognise
from glossary.recognise.model import Context, Reading

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def found(text: str) -> list[Reading]:
    return list(recognise(Context(key=text, readings=(), clean=lambda start, end: text[start:end])))


def spelt(text: str) -> dict[str, str]:
    return {text[reading.start : reading.end]: reading.rendering for reading in found(text)}


@pytest.mark.parametrize(("text", "dates"), EXAMPLES.items())
def test_examples_are_read_as_they_say(text: str, dates: dict[str, str]) -> None:
    assert spelt(text) == dates


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        ("9月25日", ("25 September",)),
        ("2017年9月25日", ("25 September 2017",)),
        ("9月25日至27日", ("25 to 27 September", "September 25–27", "25–27 September")),
        ("2016-2020年", ("2016–2020", "2016 to 2020")),
    ],
)
def test_other_usual_spellings_are_accepted(text: str, alternatives: tuple[str, ...]) -> None:
    (reading,) = found(text)
    assert reading.alternatives == alternatives
    assert reading.kind == "date"


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("三月三十一日", "March 31"),
        ("十二月二十日", "December 20"),
        ("一九九八年", "1998"),
        ("2020年2月29日", "February 29, 2020"),
        ("2017年12月30日至2018年1月3日", "December 30, 2017 to January 3, 2018"),
        ("2017年9月25日至10月3日", "September 25 to October 3, 2017"),
        ("2021年9月至11月", "September to November 2021"),
        ("5月3号", "May 3"),
    ],
)
def test_dates_are_spelt_in_american_order(text: str, rendering: str) -> None:
    assert spelt(text) == {text: rendering}


@pytest.mark.parametrize(
    "text",
    [
        "2019年2月29日",
        "4月31日",
        "0月",
        "9个月",
        "三月三",
        "十月怀胎",
        "5000年",
        "第3月",
        "1.5月",
        "2000年来",
        "日",
    ],
)
def test_what_is_no_date_is_not_annotated(text: str) -> None:
    assert spelt(text) == {}


def test_a_range_that_does_not_hold_together_is_read_as_its_dates() -> None:
    assert spelt("9月至2018年") == {"9月": "September", "2018年": "2018"}
    assert spelt("2017-2018年9月") == {"2018年9月": "September 2018"}


def test_a_comma_before_a_date_belongs_to_the_sentence() -> None:
    assert spelt("建设,9月25日,双方签署") == {"9月25日": "September 25"}


def test_several_dates_are_found_in_order() -> None:
    assert list(spelt("6月1日开工，2018年3月竣工")) == ["6月1日", "2018年3月"]


@given(st.text("0123456789一二三十〇年月日号份至-—到 ，近"))
def test_readings_are_disjoint_and_in_order(text: str) -> None:
    readings = found(text)
    assert all(0 <= r.start < r.end <= len(text) for r in readings)
    assert all(a.end <= b.start for a, b in pairwise(readings))


@given(st.dates())
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    text = f"{day.year:04}年{day.month}月{day.day}日"
    assert spelt(text) == {text: f"{MONTHS[day.month - 1]} {day.day}, {day.year}"}
