from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reading import folded, found, spelt

from glossary.numbers import quantities
from glossary.recognise import amounts
from glossary.recognise.numbers import EXAMPLES, recognise


@pytest.mark.parametrize(("text", "numbers"), EXAMPLES.items())
def test_examples_are_read_as_they_say(text: str, numbers: dict[str, str]) -> None:
    assert spelt(recognise, text) == folded(numbers)


@pytest.mark.parametrize(
    ("text", "rendering", "alternatives"),
    [
        ("42亿元", "4.2 billion yuan", {"RMB4.2 billion", "RMB 4.2 billion"}),
        ("7.5万亿美元", "US$7.5 trillion", {"$7.5 trillion", "7.5 trillion U.S. dollars"}),
        ("60亿港元", "HK$6 billion", {"6 billion Hong Kong dollars"}),
        ("300万欧元", "3 million euros", {"€3 million"}),
        ("15亿亩", "1.5 billion mu", {"100 million hectares"}),
        ("8千克", "8 kilograms", {"8 kg"}),
        ("2.4万平方公里", "24,000 square kilometers", {"24,000 sq km"}),
        ("12.5%", "12.5%", {"12.5 percent", "12.5 per cent"}),
        ("四分之三", "three quarters", {"3/4", "three fourths"}),
        ("翻一番", "double", {"doubled"}),
        ("第三十一次", "31st", set()),
        ("第十二届", "12th", {"twelfth"}),
    ],
)
def test_the_usual_ways_of_writing_a_number_are_offered(
    text: str, rendering: str, alternatives: set[str]
) -> None:
    reading = found(recognise, text)[0]
    assert reading.rendering == rendering
    assert alternatives <= set(reading.alternatives)
    assert reading.kind == "number"


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("3亿5000万元", "350 million yuan"),
        ("两万五千", "25,000"),
        ("１．２万亿元", "1.2 trillion yuan"),
        ("4万多亿元", "more than 4 trillion yuan"),
        ("2,300万吨", "23 million metric tons"),
        ("10%—15%", "10% to 15%"),
        ("百分之三到五", "3% to 5%"),
        ("20至30万人", "200,000 to 300,000 people"),
        ("约三分之一", "about one third"),
        ("500万人左右", "about 5 million people"),
        ("七成半以上", "75%"),
        ("五萬億元", "5 trillion yuan"),
        ("三点五亿元", "350 million yuan"),
    ],
)
def test_a_number_is_read_with_its_scale_its_range_and_how_rough_it_is(text: str, rendering: str) -> None:
    assert rendering in spelt(recognise, text).values()


def test_what_is_added_is_a_percentage_and_what_it_comes_to_a_multiple() -> None:
    assert spelt(recognise, "产量增长了1.5倍") == {"1.5倍": "150%"}
    assert spelt(recognise, "产量是前年的1.5倍") == {"1.5倍": "1.5 times"}
    assert spelt(recognise, "产量增长到1.5倍") == {"1.5倍": "1.5 times"}


@pytest.mark.parametrize(
    "text",
    [
        "3个",
        "2024元旦",
        "二元结构",
        "一成不变",
        "五成员",
        "统一成为",
        "数百亿",
        "上千万",
        "十几亿",
        "三五万",
        "最后一公里",
        "千万不能",
        "亿万群众",
        "三农",
        "一带一路",
        "两会",
        "C919客机",
        "4×100米",
        "第十条",
        "第三方",
        "50克拉",
        "1 850亿元",
    ],
)
def test_what_is_no_number_or_needs_no_help_is_not_annotated(text: str) -> None:
    assert spelt(recognise, text) == {}


@pytest.mark.parametrize("text", ["节约3亿元", "最近3亿元"])
def test_about_and_nearly_are_not_read_out_of_other_words(text: str) -> None:
    assert spelt(recognise, text) == {"3亿元": "300 million yuan"}


def test_ordinals_fill_slots_but_small_ones_do_not_stand_alone() -> None:
    readings = found(recognise, "第三届和第二十届")
    assert [(r.kind, r.rendering) for r in readings] == [
        ("ordinal.bound", "third"),
        ("number", "20th"),
        ("ordinal.bound", "20th"),
    ]


@given(st.text("0123456789.,一三十点百千万亿多余约近元吨%至-个分之倍成第届番翻数"))
@example("2分之1亿")
def test_readings_that_stand_alone_are_disjoint_and_in_order(text: str) -> None:
    readings = [reading for reading in found(recognise, text) if "bound" not in reading.kind]
    assert all(0 <= r.start < r.end <= len(text) and r.rendering for r in readings)
    assert all(a.end <= b.start for a, b in pairwise(readings))


@given(st.integers(1, 10**5), st.sampled_from(["万", "亿", "万亿"]))
def test_a_scaled_number_has_the_value_that_the_source_has(number: int, scale: str) -> None:
    text = f"{number}{scale}元"
    (quantity,) = quantities(text)
    (reading,) = found(recognise, text)
    assert reading.rendering == f"{amounts.figure(quantity.value)} yuan"


@pytest.mark.parametrize("numeral", ["9" * 5000, "九" + "亿" * 600, "九点" + "三" * 5000, "1" + "万" * 5000])
@pytest.mark.parametrize("text", ["{}亿元", "百分之{}", "三分之{}", "{}分之一", "第{}", "增长{}倍", "翻{}番"])
def test_a_numeral_of_thousands_of_characters_is_no_number(text: str, numeral: str) -> None:
    assert all(len(reading.rendering) < 100 for reading in found(recognise, text.format(numeral)))


def test_behind_a_long_list_of_figures_a_number_is_still_read() -> None:
    figures = "7,8," * 500
    assert spelt(recognise, f"{figures}5亿元。") == {"5亿元": "500 million yuan"}
    assert spelt(recognise, f"{figures}2.5个百分点") == {"2.5个百分点": "2.5 percentage points"}
