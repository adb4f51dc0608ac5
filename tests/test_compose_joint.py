"""Which posts in a row are one person's."""

import pytest
from given import annotations, document, found

GLOSSARY = """
["本溪"]
en = "Benxi"
kind = "place.city"

["辽宁"]
en = "Liaoning"
kind = "place.province"

["{city}市"]
en = "{city}"
kind = "place.city"

["{province}省"]
en = "{province}"
kind = "place.province"

["样本组织"]
en = "Sample Organization"
kind = "institution.agency"

["样本基金会"]
en = "Sample Fund"
kind = "institution.agency"

["样本党中央"]
en = "Sample Party Central Committee"
kind = "institution.party"

["样本部"]
en = "Ministry of Samples"
kind = "institution.ministry"

["国务委员"]
en = "State Councilor"
kind = "title"

["市长"]
en = "Mayor"
kind = "title"
"""


@pytest.mark.parametrize(
    "text",
    [
        "样本组织总干事、样本基金会总裁",
        "样本组织总裁、样本基金会总干事",
        "本溪市委书记、辽宁省副省长",
        "样本组织理事、样本基金会总裁",
        "国务委员、样本基金会总裁",
    ],
)
def test_a_post_with_a_body_or_place_of_its_own_stands_on_its_own(text: str) -> None:
    notes = annotations(document(GLOSSARY, text))
    assert [note.text for note in notes] == text.split("、")


def test_a_post_keeps_its_body_beside_a_part_that_the_glossary_knows_as_a_body() -> None:
    assert found(GLOSSARY, "样本党中央书记、样本部部长") == [
        ("样本党中央书记", "Secretary of the Sample Party Central Committee"),
        ("样本部部长", "Minister of Samples"),
    ]


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("本溪市委副书记、市长", "Deputy Secretary of the CPC Benxi Municipal Committee and Mayor of Benxi"),
        (
            "样本组织党组书记、总裁",
            "Secretary of the Leading Party Members Group and President of the Sample Organization",
        ),
        (
            "本溪市委常委、宣传部部长",
            "Member of the Standing Committee and Head of the Publicity Department of the CPC Benxi Municipal Committee",
        ),
        ("样本部副部长兼样本基金会主任", "Vice Minister of Samples and Director of the Sample Fund"),
        ("国务委员兼样本基金会总裁", "State Councilor and President of the Sample Fund"),
    ],
)
def test_a_post_that_needs_the_body_before_it_or_is_said_to_be_held_too_is_the_same_person_s(
    text: str, rendering: str
) -> None:
    assert found(GLOSSARY, text) == [(text, rendering)]


@pytest.mark.parametrize(
    ("titles", "rendering"),
    [
        ("国务委员、样本基金会总裁", "State Councilor and President of the Sample Fund"),
        (
            "样本党中央书记、样本部部长、样本基金会总裁",
            "Secretary of the Sample Party Central Committee, Minister of Samples and President of the Sample Fund",
        ),
        (
            "本溪市委副书记、市长、样本部部长",
            "Deputy Secretary of the CPC Benxi Municipal Committee, Mayor of Benxi and Minister of Samples",
        ),
    ],
)
def test_all_posts_directly_before_a_name_are_one_person_s_and_none_is_demanded(
    titles: str, rendering: str
) -> None:
    notes = annotations(document(GLOSSARY, f"{titles}张伟出席。"))
    assert [note.text for note in notes] == [titles, "张伟"]
    assert notes[0].rendering == rendering
    assert not notes[0].concept


def test_the_posts_of_two_named_people_are_not_joined() -> None:
    notes = annotations(document(GLOSSARY, "国务委员李强、样本基金会总裁张伟出席。"))
    assert [note.text for note in notes] == ["国务委员", "李强", "样本基金会总裁", "张伟"]
