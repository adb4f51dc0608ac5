from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import folded, found, spelt

from glossary.recognise import document_numbers, documents


@pytest.mark.parametrize(("text", "renderings"), documents.EXAMPLES.items())
def test_examples_of_titles_are_read_as_they_say(text: str, renderings: dict[str, str]) -> None:
    assert spelt(documents.recognise, text) == folded(renderings)


@pytest.mark.parametrize(("text", "renderings"), document_numbers.EXAMPLES.items())
def test_examples_of_numbers_are_read_as_they_say(text: str, renderings: dict[str, str]) -> None:
    assert spelt(document_numbers.recognise, text) == folded(renderings)


def test_a_title_is_rendered_from_what_is_known_of_it() -> None:
    known = [("国务院", "institution", "State Council"), ("河湖治理", "term", "river and lake management")]
    (reading,) = found(documents.recognise, "《国务院关于加强河湖治理的意见》", known)
    assert reading.rendering == "Opinions of the State Council on Strengthening River and Lake Management"
    assert reading.uncertain


def test_what_is_not_known_stands_in_chinese_and_is_never_spelt() -> None:
    (reading,) = found(documents.recognise, "《中华人民共和国甲乙丙法》")
    assert reading.rendering == "Law of the People's Republic of China on [甲乙丙]"
    assert reading.uncertain


def test_a_title_that_the_glossary_has_is_left_to_it() -> None:
    assert found(documents.recognise, "《甲乙条例》", [("甲乙条例", "document", "Regulations")]) == []


def test_a_declaration_named_after_a_place_is_certain() -> None:
    (reading,) = found(documents.recognise, "《银川宣言》", [("银川", "place.city", "Yinchuan")])
    assert (reading.rendering, reading.uncertain) == ("Yinchuan Declaration", False)


def test_a_declaration_leaves_out_what_tells_a_place_from_others() -> None:
    (reading,) = found(documents.recognise, "《银川宣言》", [("银川", "place.city", "Yinchuan, N.X.")])
    assert reading.rendering == "Yinchuan Declaration"


@pytest.mark.parametrize("text", ["《红叶》", "《乙丙》报", "《未完", "《甲\n条例》", "甲乙条例", "《法》外"])
def test_titles_without_a_word_for_a_document_are_left_alone(text: str) -> None:
    assert [r for r in found(documents.recognise, text) if r.rendering != "the Law"] == []


def test_a_plan_for_the_years_of_a_five_year_plan_says_which() -> None:
    assert spelt(documents.recognise, "《甲乙“十四五”规划》") == folded(
        {"《甲乙“十四五”规划》": "14th Five-Year Plan for [甲乙]"}
    )


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("《银川市红酒文化条例》", "Regulations of Yinchuan on [红酒文化]"),
        ("《银川教育条例》", "Regulations on Education of Yinchuan"),
        (
            "《银川市人民政府关于甲乙的通知》",
            "Notice of the Yinchuan Municipal People's Government on [甲乙]",
        ),
        ("《中华人民共和国甲乙条例》", "Regulations of the People's Republic of China on [甲乙]"),
        ("《甲国和乙国联合声明》", "Joint Statement Between France and the Republic of Peru"),
        (
            "《甲国政府和乙国政府关于教育合作的协定》",
            "Agreement Between the Government of France and the Government of the Republic of Peru on "
            "Educational Cooperation",
        ),
        ("《甲国政府和乙国关于教育的协定》", "Agreement of [甲国政府和乙国] on Education"),
        ("《“十四五”甲乙规划》", "14th Five-Year Plan for [甲乙]"),
        ("《“十四五”规划》", "the 14th Five-Year Plan"),
        ("《甲国教育三年行动方案》", "Three-Year Action Plan for Education of France"),
    ],
)
def test_a_title_says_whose_the_document_is(text: str, rendering: str) -> None:
    places = [
        ("银川", "place.city", "Yinchuan"),
        ("甲国", "place.country", "France"),
        ("乙国", "place.country", "Republic of Peru"),
    ]
    known = [place for place in places if place[0] in text]
    assert [each.rendering for each in found(documents.recognise, text, known)] == [rendering]


def test_a_word_for_a_field_of_work_is_no_place_that_is_called_so() -> None:
    (reading,) = found(documents.recognise, "《关于加强合作的意见》", [("合作", "place.city", "Hezuo")])
    assert reading.rendering == "Opinions on Strengthening Cooperation"


def test_letters_that_no_table_has_are_spelt_with_doubt() -> None:
    (reading,) = found(document_numbers.recognise, "（川府发〔2019〕15号）")
    assert (reading.rendering, reading.uncertain) == ("Chuan Fu Fa [2019] No. 15", True)


@given(st.text("《》关于的意见条例法规划中华人民共和国()〔〕2016年7号国发试行\n", max_size=40))
def test_readings_are_disjoint_and_in_order(text: str) -> None:
    for recogniser in (documents.recognise, document_numbers.recognise):
        readings = found(recogniser, text)
        assert all(r.start < r.end and r.rendering for r in readings)
        assert all(a.end <= b.start for a, b in pairwise(readings))
