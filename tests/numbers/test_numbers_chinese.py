"""Which numbers of a Chinese text are quantities, and what they are worth."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.numbers import quantities
from glossary.numbers.numerals import value


def values(text: str) -> list[Fraction]:
    return [quantity.value for quantity in quantities(text)]


@pytest.mark.parametrize(
    ("numeral", "expected"),
    [
        ("二十三", 23),
        ("十", 10),
        ("一百零五", 105),
        ("两千零一十", 2010),
        ("三百二", 320),
        ("三万五", 35_000),
        ("三亿五千万", 350_000_000),
        ("一萬億", 10**12),
        ("叁仟伍佰", 3500),
        ("三点五", Fraction(7, 2)),
    ],
)
def test_chinese_numerals_have_values(numeral: str, expected: int) -> None:
    assert value(numeral) == expected


@pytest.mark.parametrize("numeral", ["千万", "百", "七八", "十三五", "一二", "万千", "二百百"])
def test_what_only_looks_like_a_numeral_has_none(numeral: str) -> None:
    assert value(numeral) is None


def spelt(number: int) -> str:
    """The usual numeral of a number below ten thousand."""
    text, zero = "", False
    for unit, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero and text else "") + "零一二三四五六七八九"[digit] + mark
        zero = not digit
    return text


@given(st.integers(min_value=1, max_value=9999), st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]))
def test_every_numeral_is_read_back_as_its_number(number: int, scale: tuple[str, int]) -> None:
    mark, factor = scale
    assert value(spelt(number) + mark) == number * factor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("拨款3,835亿元", [383_500_000_000]),
        ("拨款３８３５億元", [383_500_000_000]),
        ("新增1億2,000萬元", [120_000_000]),
        ("约300多万人", [3_000_000]),
        ("增长百分之三点五", [Fraction(7, 2)]),
        ("达到百分之百", [100]),
        ("第二十次会议", [20]),
        ("约三成受访者", [30]),
        ("打八折", [8]),
        ("每袋5千克", [5]),
        ("三分之一", [Fraction(1, 3)]),
    ],
)
def test_quantities_are_read_with_their_units(text: str, expected: list[Fraction]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一些人一起统一思想，第一是一方面",
        "两岸三农五金十分重要",
        "十几人、数十人、几百家、上千名、七八个、二三十年",
        "千万不能",
        "9月25日、本月3日、5号",
        "十三五规划",
        "1. 总则",
        "（2）附则",
        "每平方km2",
        "见 https://example.org/2017/25",
    ],
)
def test_numerals_in_words_approximations_and_dates_are_no_quantities(text: str) -> None:
    assert values(text) == []


def test_a_range_shares_the_scale_of_its_end() -> None:
    first, second = quantities("15至20亿元")
    assert {15, 1_500_000_000} <= first.accepted
    assert second.value == 2_000_000_000


@given(st.text(alphabet="0123456789一二十百千万亿零点分之第成倍半年个%,.至- 元A(", max_size=30))
def test_any_text_is_read_without_error_and_spans_give_the_text_back(text: str) -> None:
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.value in quantity.accepted


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000 + "亿元",
        "二十点" + "九" * 5000 + "亿元",
        "三分之" + "9" * 5000,
        "9" * 5000 + "分之三",
        "九" + "亿" * 600 + "元",
        "1万" * 5000,
    ],
    ids=lambda text: text[:4],
)
def test_a_numeral_of_thousands_of_characters_is_no_number(text: str) -> None:
    assert quantities(text) == ()
    assert [quantity.value for quantity in quantities(f"{text}，共12人")] == [12]
