"""Bodies with the number of their term, and the posts in them."""

import pytest
from given import annotations, document, found

GLOSSARY = """
["本溪"]
en = "Benxi"
kind = "place.city"

["辽宁"]
en = "Liaoning"
kind = "place.province"

["广西壮族自治区"]
en = "Guangxi Zhuang Autonomous Region"
kind = "place.region"

["平山区"]
en = "Pingshan District"
kind = "place.district"

["{city}市"]
en = "{city}"
kind = "place.city"

["{province}省"]
en = "{province} Province"
kind = "place.province"

["政协"]
en = "CPPCC"
kind = "institution.cppcc"

["中国共产党"]
en = "Communist Party of China"
kind = "institution.communist"

["人民代表大会"]
en = "people's congress"
kind = "institution.congress"

["{congress}财政经济委员会"]
en = "Financial and Economic Affairs Committee of the {congress}"
kind = "institution.commission"

["{standing}样本审查委员会"]
en = "Sample Review Committee of the {standing}"
kind = "institution.commission"

["{cppcc}提案委员会"]
en = "Committee on Proposals of the {cppcc}"
kind = "institution.commission"
"""


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("辽宁省十三届人大常委会", "Standing Committee of the 13th Liaoning Provincial People's Congress"),
        (
            "本溪市第六届人民代表大会常务委员会",
            "Standing Committee of the Sixth Benxi Municipal People's Congress",
        ),
        (
            "广西壮族自治区第十四届人大常委会",
            "Standing Committee of the 14th People's Congress of the Guangxi Zhuang Autonomous Region",
        ),
        (
            "本溪市平山区第三届人大常委会",
            "Standing Committee of the Third Pingshan District People's Congress, Benxi",
        ),
        ("市第六届人大常委会", "Standing Committee of the Sixth Municipal People's Congress"),
        ("第十二届本溪市政协", "12th Benxi Municipal Committee of the CPPCC"),
        ("本溪市第十二届政协", "12th Benxi Municipal Committee of the CPPCC"),
        ("政协第十二届本溪市委员会", "12th Benxi Municipal Committee of the CPPCC"),
        ("政协本溪市第十二届委员会", "12th Benxi Municipal Committee of the CPPCC"),
        ("中国共产党本溪市第十三届委员会", "13th CPC Benxi Municipal Committee"),
        (
            "本溪市第十七届人民代表大会财政经济委员会",
            "Financial and Economic Affairs Committee of the 17th Benxi Municipal People's Congress",
        ),
        (
            "本溪市第十七届人大常委会样本审查委员会",
            "Sample Review Committee of the Standing Committee of the 17th Benxi Municipal People's Congress",
        ),
        (
            "第十二届本溪市政协提案委员会",
            "Committee on Proposals of the 12th Benxi Municipal Committee of the CPPCC",
        ),
        (
            "第十四届全国人大财政经济委员会",
            "Financial and Economic Affairs Committee of the 14th National People's Congress",
        ),
    ],
)
def test_the_number_of_its_term_stands_before_the_assembly(text: str, rendering: str) -> None:
    assert found(GLOSSARY, text) == [(text, rendering)]


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        (
            "辽宁省十三届人大常委会主任",
            "Chairperson of the Standing Committee of the 13th Liaoning Provincial People's Congress",
        ),
        (
            "本溪市第十七届人民代表大会财政经济委员会主任委员",
            "Chairperson of the Financial and Economic Affairs Committee of the 17th Benxi Municipal People's Congress",
        ),
        (
            "政协第十二届本溪市委员会副主席",
            "Vice Chairperson of the 12th Benxi Municipal Committee of the CPPCC",
        ),
        (
            "十四届全国人大常委会副委员长",
            "Vice Chairperson of the Standing Committee of the 14th National People's Congress",
        ),
        (
            "十四届全国政协副主席",
            "Vice Chairperson of the 14th National Committee of the Chinese People's Political Consultative Conference",
        ),
        ("第二十届中央政治局委员", "Member of the Political Bureau of the 20th CPC Central Committee"),
    ],
)
def test_a_post_takes_the_body_of_a_term_before_it(text: str, rendering: str) -> None:
    assert found(GLOSSARY, text) == [(text, rendering)]


def test_the_body_of_a_term_has_the_same_name_without_a_term() -> None:
    assert found(GLOSSARY, "政协本溪市委员会主席") == [
        ("政协本溪市委员会主席", "Chairperson of the Benxi Municipal Committee of the CPPCC")
    ]


@pytest.mark.parametrize(
    "text", ["本溪市第三届委员会", "本溪市第三届教育局", "换届教育局", "本溪市第三届市长"]
)
def test_no_other_body_or_post_takes_the_number_of_a_term(text: str) -> None:
    notes = annotations(document(GLOSSARY, text))
    assert not any("届" in note.text and note.kind in ("institution", "title") for note in notes)


def test_a_session_is_no_body_that_has_posts() -> None:
    notes = annotations(document(GLOSSARY, "十四届全国人大一次会议主席团"))
    assert notes[0].text == "十四届全国人大一次会议"


def test_what_the_glossary_knows_goes_before_a_guess_and_takes_posts() -> None:
    [note] = annotations(document(GLOSSARY, "本溪市人大常委会样本审查委员会主任委员"))
    assert note.rendering == (
        "Chairperson of the Sample Review Committee of the Standing Committee of the Benxi Municipal People's Congress"
    )
    assert not note.uncertain


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("我市第六届人大常委会任命了局长。", "市第六届人大常委会"),
        ("会议由省第十四届人大常委会召集。", "省第十四届人大常委会"),
    ],
)
def test_a_level_alone_before_a_term_begins_the_name_of_its_body(text: str, body: str) -> None:
    assert (body, False) in [(note.text, note.uncertain) for note in annotations(document(GLOSSARY, text))]


def test_a_level_that_may_belong_to_an_unknown_place_leaves_a_doubt() -> None:
    notes = annotations(document(GLOSSARY, "云山县第六届人大常委会"))
    assert [(note.text, note.uncertain) for note in notes] == [("县第六届人大常委会", True)]
