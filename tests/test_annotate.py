"""What is found in Chinese text, and what is not: the traps of the field, by example."""

import pytest
from given import annotations, document, found

SLOGAN = """
["四个着力"]
en = "four focuses"
kind = "slogan"
"""

PLACES = """
["本溪"]
en = "Benxi"
kind = "place.city"

["抚顺"]
en = "Fushun"
kind = "place.city"

["{city}市"]
en = "{city}"
allow = ["{city} City"]
kind = "place.city"

["{city}市人民政府"]
en = "{city} Municipal People's Government"
kind = "institution"

["{institution}办公厅"]
en = "General Office of the {institution}"
kind = "institution"

["{city}{city2}国家可持续发展示范区"]
en = "{city}-{city2} National Demonstration Zone for Sustainable Development"
kind = "institution"
"""


def terms(*names: str, kind: str = "term") -> str:
    return "\n".join(f'["{name}"]\nen = "<{name}>"\nkind = "{kind}"' for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "落实四个着力要求",
        "落實四個著力要求",
        "落實四個着力要求",
        "落实“四个 着力”要求",
        "落實四個(gè)著力(li)要求",
        "落实四\u200b个着力要求",
        "落实「四个着力」要求",
    ],
)
def test_a_term_is_found_in_either_script_and_however_the_web_has_mangled_it(text: str) -> None:
    assert [rendering for _, rendering in found(SLOGAN, text)] == ["four focuses"]


def test_a_glossary_in_traditional_characters_finds_simplified_text() -> None:
    assert found(terms("國務院"), "国务院决定") == [("国务院", "<國務院>")]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("四个着力", "找准四个着力点和突破口"),
        ("研究生", "从事研究生命科学的人员"),
        ("国务", "推动中国务实合作"),
        ("市长", "加强城市长期规划"),
        ("书记", "听取总书记讲话"),
        ("海南", "列车驶入上海南站"),
    ],
)
def test_what_cuts_a_word_is_no_match_but_is_not_passed_over_in_silence(term: str, text: str) -> None:
    result = document(terms(term), text)
    assert annotations(result) == []
    assert [notice.message.partition(" ")[0] for notice in result.set_aside] == [term]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("研究生", "招收研究生三百名"),
        ("国务", "处理国务活动"),
        ("市长", "市长期待合作"),
        ("海南", "在海南召开会议"),
    ],
)
def test_the_same_terms_are_found_where_they_are_words(term: str, text: str) -> None:
    assert [text for text, _ in found(terms(term), text)] == [term]


def test_a_word_inside_a_name_is_no_term() -> None:
    assert "成功" not in [text for text, _ in found(terms("成功"), "郑成功收复台湾")]


def test_the_longest_reading_wins_and_keeps_what_it_contains_as_parts() -> None:
    [note] = annotations(
        document(terms("中国科学院", "中国", "科学院院士", "中国科学院院士"), "他是中国科学院院士")
    )
    assert note.text == "中国科学院院士"
    assert [part.text for part in note.parts] == ["中国", "科学院院士"]


def test_of_overlapping_readings_those_that_fill_the_stretch_win() -> None:
    assert [text for text, _ in found(terms("研究生", "研究", "生命科学"), "研究生命科学")] == [
        "研究",
        "生命科学",
    ]


def test_templates_give_renderings_to_names_that_nobody_listed() -> None:
    assert found(PLACES, "抚顺市人民政府") == [("抚顺市人民政府", "Fushun Municipal People's Government")]


def test_templates_nest() -> None:
    [note] = annotations(document(PLACES, "本溪市人民政府办公厅"))
    assert note.rendering == "General Office of the Benxi Municipal People's Government"
    [body] = note.parts
    assert (body.text, [part.text for part in body.parts]) == ("本溪市人民政府", ["本溪市"])


def test_a_template_may_have_one_slot_twice() -> None:
    [note] = annotations(document(PLACES, "本溪抚顺国家可持续发展示范区"))
    assert note.rendering == "Benxi-Fushun National Demonstration Zone for Sustainable Development"


def test_a_template_does_not_fill_itself() -> None:
    assert [text for text, _ in found(PLACES, "本溪市市政设施")] == ["本溪市"]


def test_a_bound_name_fills_slots_and_stands_for_nothing_alone() -> None:
    glossary = PLACES + '["白银"]\nen = "Baiyin"\nkind = "place.city.bound"\n'
    assert found(glossary, "白银价格上涨，白银市人民政府发布公告") == [
        ("白银市人民政府", "Baiyin Municipal People's Government")
    ]


def test_offsets_are_those_of_the_clean_text() -> None:
    result = document(PLACES, "　　记者在本(ben)溪市(shì)採訪", "撫順(shùn)")
    [first, second] = result.segments
    assert (first.text, first.line) == ("记者在本溪市採訪", 1)
    assert [(note.start, note.end, note.text) for note in first.annotations] == [(3, 6, "本溪市")]
    assert [(note.start, note.end, note.text) for note in second.annotations] == [(0, 2, "撫順")]
    assert second.line == 2


def test_nothing_is_found_across_paragraphs() -> None:
    assert found(terms("国务院"), "国务", "院") == []


def test_the_short_form_has_its_own_rendering() -> None:
    glossary = """
["中国科学院"]
en = "Chinese Academy of Sciences"
short = { zh = "中科院", en = "CAS" }
kind = "institution"
"""
    [note] = annotations(document(glossary, "中科院"))
    assert (note.rendering, note.alternatives, note.concept) == (
        "CAS",
        ("Chinese Academy of Sciences",),
        "中国科学院",
    )


def test_numbered_phrases_that_no_glossary_has_are_candidates() -> None:
    result = document(SLOGAN, "落实“四个着力”、“三个推进”要求", "用了三个月")
    assert [(candidate.text, candidate.line) for candidate in result.candidates] == [("三个推进", 1)]


def test_damaged_text_is_left_as_it_is_and_reported_with_its_line() -> None:
    result = document(SLOGAN, "第一段", "认真?zhèn)鬟_(dá)学习")
    assert result.segments[1].text == "认真?zhèn)鬟_(dá)学习"
    assert [notice.line for notice in result.notices] == [2]


def test_the_language_is_what_most_of_the_text_is_written_in() -> None:
    assert document(SLOGAN, "落實國務院決定").language == "zh-Hant"
    assert document(SLOGAN, "落实国务院决定").language == "zh-Hans"


def test_an_empty_glossary_finds_nothing() -> None:
    assert found("[meta]", "国务院") == []
