import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.place_names import place_name
from glossary.recognise.model import Context, Reading
from glossary.recognise.places import EXAMPLES, recognise


def found(marked: str, *, kind: str = "") -> list[tuple[str, Reading]]:
    """What is found in a text whose known places stand in brackets."""
    text, readings = "", []
    for part in re.findall(r"\[[^\]]*\]|[^\[]+", marked):
        word = part.strip("[]")
        if word != part:
            of_word = kind or ("place.county" if word[-1] in "县区" else "place.city")
            spelt = place_name(word)
            readings.append(Reading(len(text), len(text) + len(word), of_word, spelt.en if spelt else "x"))
        text += word
    context = Context(key=text, readings=readings, clean=lambda start, end: text[start:end])
    return [(text[reading.start : reading.end], reading) for reading in recognise(context)]


def names(marked: str, *, kind: str = "") -> list[str]:
    return [name for name, _ in found(marked, kind=kind)]


@pytest.mark.parametrize(("marked", "renderings"), EXAMPLES.items())
def test_examples_are_read_as_they_say(marked: str, renderings: dict[str, str]) -> None:
    assert {name: reading.rendering for name, reading in found(marked)} == renderings


@pytest.mark.parametrize(
    "marked",
    [
        "[康平县]各乡镇街道",
        "[康平县]的双井子镇",
        "[康平县]加快建设镇村",
        "[康平县]推行农村改革",
        "[康平县]周庄古镇",
        "[本溪]市镇压",
        "[本溪]新乡",
        "[本溪]省双井子镇",
        "[康平县]全体村民",
        "[康平县]重点镇建设",
        "[康平县]，双井子镇",
        "[康平县]县城社区",
    ],
)
def test_other_words_after_a_place_are_no_towns(marked: str) -> None:
    assert names(marked) == []


@pytest.mark.parametrize("kind", ["place.country", "title", "place.water", "place.area"])
def test_only_divisions_of_china_have_towns(kind: str) -> None:
    assert names("[某某]双井子镇", kind=kind) == []


def test_a_place_that_does_not_say_its_level_has_towns_too() -> None:
    assert names("来自[浙江]下姜村的客人", kind="place.province") == ["下姜村"]


def test_the_innermost_of_places_has_the_towns() -> None:
    assert names("[江西][赣州]潭头村") == ["潭头村"]


def test_a_long_name_after_a_place_without_its_level_is_uncertain() -> None:
    ((_, reading),) = found("[福建]寿宁含溪村", kind="place.province")
    assert reading.uncertain


@pytest.mark.parametrize("marked", ["双井子镇镇长到会", "会上，双井子镇人民政府", "马家沟村村委会"])
def test_a_free_name_before_an_organ_of_a_town_needs_no_place_before_it(marked: str) -> None:
    assert len(names(marked)) == 1


@pytest.mark.parametrize(
    "marked",
    [
        "在双井子镇党委领导下",
        "各乡镇党委",
        "城镇居委会",
        "全镇党员",
        "古镇政府",
        "双井子镇，党委",
        "双井子镇党风",
    ],
)
def test_a_name_that_may_begin_further_left_or_has_no_organ_behind_it_is_none(marked: str) -> None:
    assert names(marked) == []


def test_a_name_known_in_one_place_is_known_in_all() -> None:
    assert names("来到双井子镇，[康平县]双井子镇有双井子镇小学") == ["双井子镇"] * 3


def test_a_doubtful_name_is_not_looked_for_elsewhere() -> None:
    assert names("[康平县]红旗镇。来到红旗镇") == ["红旗镇"]


def test_places_abroad_have_no_towns_that_pinyin_could_spell() -> None:
    text = "纽约双井子镇"
    known = [Reading(0, 2, "place.city", "New York")]
    assert list(recognise(Context(key=text, readings=known, clean=lambda start, end: text[start:end]))) == []


def test_a_city_counts_when_its_level_is_said() -> None:
    assert names("[铁岭]市双井子镇", kind="place.city.bound") == ["双井子镇"]


def test_villages_follow_towns_and_lists_go_on() -> None:
    assert names("[康平县]方家屯镇、柳树屯乡靠山屯村，") == ["方家屯镇", "柳树屯乡", "靠山屯村"]


def test_towns_and_villages_have_kinds_of_their_own() -> None:
    assert [reading.kind for _, reading in found("[康平县]方家屯镇靠山屯村")] == [
        "place.town",
        "place.village",
    ]


@pytest.mark.parametrize("marked", ["[康平县]红旗镇", "[康平县]乐家村", "[康平县]阿尔巴苏木"])
def test_what_may_be_a_word_or_is_read_in_two_ways_is_uncertain(marked: str) -> None:
    ((_, reading),) = found(marked)
    assert reading.uncertain


def test_a_name_with_one_reading_is_certain() -> None:
    ((_, reading),) = found("[康平县]双井子镇")
    assert not reading.uncertain


@given(st.lists(st.sampled_from(["[康平县]", "[铁岭]", "市", "双井子", "镇", "村", "、", "，", "街道", "x"])))
def test_readings_are_in_order_and_do_not_overlap(parts: list[str]) -> None:
    end = 0
    for _, reading in found("".join(parts)):
        assert end <= reading.start < reading.end
        end = reading.end
