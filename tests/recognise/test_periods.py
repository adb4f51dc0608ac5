from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import folded, found, spelt

from glossary.recognise import dates, periods, times


@pytest.mark.parametrize(("text", "renderings"), periods.EXAMPLES.items())
def test_examples_of_periods_are_read_as_they_say(text: str, renderings: dict[str, str]) -> None:
    assert spelt(periods.recognise, text) == folded(renderings)


@pytest.mark.parametrize(("text", "renderings"), times.EXAMPLES.items())
def test_examples_of_times_are_read_as_they_say(text: str, renderings: dict[str, str]) -> None:
    assert spelt(times.recognise, text) == folded(renderings)


@pytest.mark.parametrize(
    ("text", "rendering", "alternative"),
    [
        ("“八五”计划", "the Eighth Five-Year Plan", "the Eighth Five-Year Plan (1991-1995)"),
        ("“十二五”時期", "the 12th Five-Year Plan period", "the 12th Five-Year Plan period (2011-2015)"),
        ("第二个五年计划", "the Second Five-Year Plan", "the Second Five-Year Plan (1958-1962)"),
        ("去年下半年", "the second half of last year", "the last six months of last year"),
        ("19世纪末", "the late 19th century", "the end of the 19th century"),
        ("一百周年", "100th anniversary", "centenary"),
        ("三年来", "over the past three years", "in the past three years"),
    ],
)
def test_a_period_has_its_usual_names(text: str, rendering: str, alternative: str) -> None:
    (reading,) = found(periods.recognise, text)
    assert reading.rendering == rendering
    assert alternative in reading.alternatives


@pytest.mark.parametrize(
    "text", ["十五个", "十五计划", "九五至尊", "1990年来华", "半年", "第三季度假", "几十年来", "20年代"]
)
def test_what_names_no_period_is_not_annotated(text: str) -> None:
    assert spelt(periods.recognise, text) == {}


def test_half_a_year_that_has_a_number_is_a_date() -> None:
    text = "2021年上半年"
    assert spelt(periods.recognise, text) == {}
    assert spelt(dates.recognise, text) == {text: "the first half of 2021"}


def test_a_school_is_no_beginning_of_a_year() -> None:
    assert spelt(dates.recognise, "2019年初中毕业") == {"2019年": "2019"}


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("凌晨2时", "2 a.m."),
        ("晚7点10分", "7:10 p.m."),
        ("中午1点", "1 p.m."),
        ("下午15时", "3 p.m."),
        ("上午9:40", "9:40 a.m."),
        ("0时5分", "0:05"),
        ("二十四时整", ""),
        ("23时59分30秒", "23:59:30"),
    ],
)
def test_times_keep_the_clock_of_the_source(text: str, rendering: str) -> None:
    assert next(iter(spelt(times.recognise, text).values()), "") == rendering


@pytest.mark.parametrize("text", ["25时", "9时60分", "第3时", "1.5时", "20时代", "比分3:2", "两点论"])
def test_what_no_clock_shows_is_no_time(text: str) -> None:
    assert spelt(times.recognise, text) == {}


@given(st.text('0123456789〇一二十五上下本半年世纪代周年"期间个计划末初来多时点分:午'))
def test_periods_and_times_are_each_disjoint_and_in_order(text: str) -> None:
    for recogniser in (periods.recognise, times.recognise):
        readings = found(recogniser, text)
        assert all(r.start < r.end and r.rendering for r in readings)
        assert all(a.end <= b.start for a, b in pairwise(readings))
