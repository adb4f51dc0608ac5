"""What the bundled glossary says about a piece of news, and what it leaves to the translator."""

import pytest
from given import annotations, article

from glossary import curated, lexicon
from glossary.model import Annotation
from glossary.pipeline import Annotator


@pytest.fixture(scope="module")
def bundled() -> Annotator:
    return Annotator(lexicon.compile_terms(curated.load((), builtin=True)))


def notes(annotator: Annotator, text: str) -> dict[str, Annotation]:
    return {note.text: note for note in annotations(annotator.annotate(article(text)))}


@pytest.mark.parametrize(
    "text", ["双方加强合作。", "各地积极开展活动。", "我们坚持进行改革。", "会议近日举行。"]
)
def test_words_that_any_translator_knows_get_no_comment(bundled: Annotator, text: str) -> None:
    assert not notes(bundled, text)


@pytest.mark.parametrize(
    ("text", "word", "rendering"),
    [
        ("他强调，要抓好落实。", "强调", "stress"),
        ("他强调，要抓好落实。", "抓好落实", "ensure implementation"),
        ("代表团审议了报告。", "审议", "deliberate"),
        ("该单位牵头制定方案。", "牵头", "take the lead"),
        ("要补齐短板。", "短板", "weakness"),
    ],
)
def test_the_verbs_of_news_are_offered_and_not_demanded(
    bundled: Annotator, text: str, word: str, rendering: str
) -> None:
    note = notes(bundled, text)[word]
    assert note.rendering == rendering
    assert note.free


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("沈阳市中级人民法院刑事审判第一庭庭长", "Chief Judge of the First Criminal Division"),
        ("国际货币基金组织总裁", "Managing Director of the International Monetary Fund"),
        ("IMF总裁", "Managing Director of the International Monetary Fund"),
        ("世界银行行长", "President of the World Bank"),
        ("联合国副秘书长", "Under-Secretary-General of the United Nations"),
        ("东盟秘书长", "Secretary-General of ASEAN"),
        ("中国电信董事长", "Chairman of China Telecom"),
        ("大连化物所所长", "Director of DICP"),
        ("中国科学院学术委员会主任", "Director of the Academic Committee of the Chinese Academy of Sciences"),
    ],
)
def test_heads_are_called_what_their_bodies_call_them(bundled: Annotator, text: str, rendering: str) -> None:
    assert notes(bundled, text)[text].rendering.startswith(rendering)


def test_the_soldiers_of_an_army_are_no_noncommissioned_officers(bundled: Annotator) -> None:
    assert "军士" not in notes(bundled, "袭击了以军士兵。")


def test_an_organiser_is_not_an_undertaker(bundled: Annotator) -> None:
    assert notes(bundled, "承办单位为本溪市政府。")["承办单位"].forbidden == ("undertaker",)


@pytest.mark.parametrize(
    ("text", "whole", "rendering"),
    [
        ("各地商务部门迅速行动。", "商务部门", "commerce authorities"),
        ("文旅部门提醒游客。", "文旅部门", "culture and tourism authorities"),
        ("芬兰当选总统来访。", "芬兰当选总统", "President-elect of Finland"),
        ("芬兰总统新闻秘书说。", "芬兰总统新闻秘书", "Press Secretary of the President of Finland"),
        ("芬兰总统助理说。", "芬兰总统助理", "Aide to the President of Finland"),
        ("苏丹政府军控制了机场。", "苏丹政府军", "Sudanese government forces"),
        ("非盟轮值主席国由各国轮流担任。", "非盟轮值主席国", "rotating presidency of the African Union"),
        ("水利部工作组抵达灾区。", "水利部工作组", "Working Group of the Ministry of Water Resources"),
        ("第五号主席令公布。", "主席令", "presidential order"),
        ("向人民英雄纪念碑献花。", "人民英雄纪念碑", "Monument to the People's Heroes"),
        ("全国重特大事故减少。", "重特大事故", "serious and major accidents"),
        ("投资保持平稳增长。", "平稳增长", "steady growth"),
        ("现在向大会报告政府工作。", "向大会报告", "report to the congress"),
        (
            "各省、自治区、直辖市参加。",
            "各省、自治区、直辖市",
            "all provinces, autonomous regions, and municipalities directly under the central government",
        ),
        ("全省法院受理案件。", "全省", "the whole province"),
        (
            "阿拉善盟行署副盟长到会。",
            "阿拉善盟行署副盟长",
            "Deputy Head of the Administrative Office of Alxa League",
        ),
    ],
)
def test_a_longer_name_is_not_taken_for_the_one_inside_it(
    bundled: Annotator, text: str, whole: str, rendering: str
) -> None:
    found = notes(bundled, text)
    assert found[whole].rendering == rendering
    assert not [other for other in found if other != whole and other in whole]


@pytest.mark.parametrize(
    ("text", "word", "rendering"),
    [
        ("商务部表示将继续降低关税。", "商务部", "Ministry of Commerce"),
        ("芬兰总统来访。", "芬兰总统", "President of Finland"),
        ("苏丹政府作出回应。", "苏丹政府", "Sudanese Government"),
        ("政策有助于稳增长。", "稳增长", "stable growth"),
        ("授予他“人民英雄”称号。", "人民英雄", "People's Hero"),
    ],
)
def test_the_shorter_name_is_still_found_alone(
    bundled: Annotator, text: str, word: str, rendering: str
) -> None:
    assert notes(bundled, text)[word].rendering == rendering
