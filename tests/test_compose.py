"""Names that no list holds, read by structure: bodies, posts, and what must not be read as one."""

from itertools import pairwise
from pathlib import Path

import pytest
from given import annotations, annotator, article, document, found
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import curated, lexicon
from glossary.model import Annotation, Document
from glossary.pipeline import Annotator

GLOSSARY = """
["{city}市"]
en = "{city}"
kind = "place.city"

["{province}省"]
en = "{province}"
kind = "place.province"

["{institution}专家工作站"]
en = "Expert Workstation of the {institution}"
kind = "institution"

["抚顺"]
en = "Fushun"
kind = "place.city"

["辽宁"]
en = "Liaoning"
kind = "place.province"

["新宾满族自治县"]
en = "Xinbin Manchu Autonomous County"
kind = "place.county"

["望花区"]
en = "Wanghua District"
kind = "place.district"

["广西壮族自治区"]
en = "Guangxi Zhuang Autonomous Region"
kind = "place.region"

["法国"]
en = "France"
kind = "place.country"

["中国"]
en = "China"
kind = "place.country"

["中国科学院"]
en = "Chinese Academy of Sciences"
allow = ["CAS"]
kind = "institution.academy"

["外交部"]
en = "Ministry of Foreign Affairs"
kind = "institution.ministry"

["石墨烯"]
en = "graphene"
kind = "term"

["市长"]
en = "Mayor"
kind = "title"

["副市长"]
en = "Vice Mayor"
kind = "title"

["主任"]
en = "Director"
kind = "title"

["书记"]
en = "Secretary"
kind = "title"

["院长"]
en = "President"
kind = "title"
"""


def whole(text: str) -> Annotation:
    """The one annotation over all of a text."""
    [note] = annotations(document(GLOSSARY, text))
    assert note.text == text
    return note


def texts(result: Document) -> list[str]:
    return [note.text for note in annotations(result)]


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("抚顺市教育局", "Fushun Municipal Bureau of Education"),
        ("抚顺市人民政府", "Fushun Municipal People's Government"),
        ("抚顺市中级人民法院", "Fushun Municipal Intermediate People's Court"),
        ("抚顺市第三医院", "Third Hospital of Fushun"),
        ("辽宁省水利厅", "Liaoning Provincial Department of Water Resources"),
        ("新宾满族自治县财政局", "Xinbin Manchu Autonomous County Bureau of Finance"),
        ("望花区人民政府", "Wanghua District People's Government"),
        ("抚顺市望花区民政局", "Wanghua District Bureau of Civil Affairs, Fushun"),
        (
            "广西壮族自治区教育厅",
            "Department of Education of the Guangxi Zhuang Autonomous Region",
        ),
        ("省教育厅", "Provincial Department of Education"),
        ("市公安局", "Municipal Bureau of Public Security"),
        ("抚顺市委组织部", "Organization Department of the CPC Fushun Municipal Committee"),
        ("中国机械工程学会", "Chinese Mechanical Engineering Society"),
        ("法国财政部", "Ministry of Finance of France"),
    ],
)
def test_bodies_that_nobody_listed_are_named_by_place_field_and_ending(text: str, rendering: str) -> None:
    assert whole(text).rendering == rendering


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("抚顺市市长", "Mayor of Fushun"),
        ("抚顺市副市长", "Vice Mayor of Fushun"),
        ("抚顺市常务副市长", "Executive Vice Mayor of Fushun"),
        ("抚顺市代市长", "Acting Mayor of Fushun"),
        ("原抚顺市市长", "Former Mayor of Fushun"),
        ("抚顺市市长助理", "Assistant Mayor of Fushun"),
        ("抚顺市委书记", "Secretary of the CPC Fushun Municipal Committee"),
        ("省法院院长", "President of the Provincial Higher People's Court"),
        ("区法院院长", "President of the District People's Court"),
        ("抚顺市教育局副局长", "Deputy Director of the Fushun Municipal Bureau of Education"),
        ("抚顺市教育局长", "Director of the Fushun Municipal Bureau of Education"),
        ("中国科学院副院长", "Vice President of the Chinese Academy of Sciences"),
        ("中国科学院名誉院长", "Honorary President of the Chinese Academy of Sciences"),
        ("外交部部长", "Minister of Foreign Affairs"),
        ("外交部副部长", "Vice Minister of Foreign Affairs"),
        ("外交部发言人", "Spokesperson of the Ministry of Foreign Affairs"),
        ("法国总统", "President of France"),
        ("中国驻法国大使", "Chinese Ambassador to France"),
        ("驻法国大使", "Ambassador to France"),
        ("前驻法国大使", "Former Ambassador to France"),
        ("驻法国副总领事", "Deputy Consul General in France"),
    ],
)
def test_posts_take_the_place_or_body_before_them(text: str, rendering: str) -> None:
    assert whole(text).rendering == rendering


def test_the_people_of_an_autonomous_place_are_no_part_of_its_bare_name() -> None:
    note = whole("新宾满族自治县县长")
    assert note.rendering == "Head of Xinbin Manchu Autonomous County"
    assert "Head of Xinbin" in note.alternatives
    assert "Head of Xinbin Manchu" not in note.alternatives


def test_a_development_zone_has_its_committee_without_a_word_for_a_level() -> None:
    zone = '["石墨烯产业园"]\nen = "Graphene Industrial Park"\nkind = "place.zone"\n'
    [note] = annotations(document(GLOSSARY + zone, "石墨烯产业园管委会"))
    assert note.rendering == "Administrative Committee of the Graphene Industrial Park"
    assert "Graphene Industrial Park Administrative Committee" in note.alternatives


def test_the_adjective_of_a_field_stands_before_a_noun_only() -> None:
    note = whole("省财政厅")
    assert "Provincial Fiscal Department" in note.alternatives
    assert not any(other.endswith("of Fiscal") for other in note.alternatives)


def test_a_post_alone_stays_as_the_glossary_has_it() -> None:
    assert found(GLOSSARY, "市长表示感谢") == [("市长", "Mayor")]


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("党组书记、局长", "Secretary of the Leading Party Members Group and Director"),
        (
            "中国科学院党组书记、院长",
            "Secretary of the Leading Party Members Group and President of the Chinese Academy of Sciences",
        ),
        (
            "抚顺市委常委、宣传部部长",
            "Member of the Standing Committee and Head of the Publicity Department"
            " of the CPC Fushun Municipal Committee",
        ),
        (
            "抚顺市委副书记、市长",
            "Deputy Secretary of the CPC Fushun Municipal Committee and Mayor of Fushun",
        ),
    ],
)
def test_two_posts_of_one_person_share_their_head(text: str, rendering: str) -> None:
    glossary = (
        GLOSSARY + '["党组书记"]\nen = "Secretary of the Leading Party Members Group"\nkind = "title"\n'
    )
    glossary += '["局长"]\nen = "Director"\nkind = "title"\n'
    assert found(glossary, text) == [(text, rendering)]


def test_posts_of_two_people_are_not_joined() -> None:
    assert [text for text, _ in found(GLOSSARY, "市长、副市长出席会议")] == ["市长", "副市长"]


def test_both_orders_of_place_and_name_are_offered() -> None:
    note = whole("辽宁省科学技术厅")
    assert note.rendering == "Liaoning Provincial Department of Science and Technology"
    assert "Department of Science and Technology of Liaoning Province" in note.alternatives


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("外交部成果转化与奖励司", "Department of Achievement Transformation and Awards"),
        ("外交部人事教育司", "Department of Personnel and Education"),
        ("外交部规划财务司", "Department of Planning and Finance"),
        ("外交部食品药品监督管理司", "Department of Food and Drug Supervision and Administration"),
        ("外交部石墨烯司", "Department of Graphene"),
    ],
)
def test_fields_of_work_are_composed_of_words(text: str, rendering: str) -> None:
    assert whole(text).rendering == f"{rendering} of the Ministry of Foreign Affairs"


def test_what_is_composed_nests_and_has_its_parts() -> None:
    note = whole("辽宁省科学技术厅政策法规处副处长")
    assert note.rendering == (
        "Deputy Director of the Division of Policies and Regulations"
        " of the Liaoning Provincial Department of Science and Technology"
    )
    assert (
        "Deputy Director of the Division of Policies and Regulations,"
        " Department of Science and Technology of Liaoning Province"
    ) in note.alternatives
    assert note.parts[0].text == "辽宁省科学技术厅政策法规处"
    assert note.parts[0].parts[0].text == "辽宁省科学技术厅"


def test_templates_hold_what_structure_has_made() -> None:
    assert whole("抚顺市教育局专家工作站").rendering == (
        "Expert Workstation of the Fushun Municipal Bureau of Education"
    )


def test_a_template_of_the_glossary_goes_before_structure() -> None:
    glossary = GLOSSARY + '["{city}市教育局"]\nen = "<{city}>"\nkind = "institution"\n'
    assert found(glossary, "抚顺市教育局") == [("抚顺市教育局", "<Fushun>")]


def test_an_unknown_field_is_named_and_the_reading_uncertain() -> None:
    note = whole("抚顺市溶洞局")
    assert (note.rendering, note.uncertain) == ("Fushun Municipal Bureau of [溶洞]", True)
    assert not whole("抚顺市教育局").uncertain


@pytest.mark.parametrize(
    "text",
    [
        "抚顺的溶洞局部坍塌",
        "教育处于领先地位",
        "教育部署完成",
        "城市教育局面良好",
        "该局面临挑战",
        "提高教育科技水平",
        "本局决定",
        "他处理得当",
    ],
)
def test_an_ending_without_a_head_or_inside_a_word_is_no_body(text: str) -> None:
    assert not [note for note in annotations(document(GLOSSARY, text)) if note.kind == "institution"]


@pytest.mark.parametrize(
    ("text", "name", "rendering"),
    [
        ("由教育局负责", "教育局", "Bureau of Education"),
        ("由地质学院承办", "地质学院", "School of Geology"),
        ("由地质学院院长主持", "地质学院院长", "Dean of the School of Geology"),
        ("由地质国家重点实验室承担", "地质国家重点实验室", "State Key Laboratory of Geology"),
    ],
)
def test_a_field_of_work_alone_before_an_ending_is_a_body(text: str, name: str, rendering: str) -> None:
    assert found(GLOSSARY, text) == [(name, rendering)]


def test_a_body_that_may_begin_further_left_is_uncertain() -> None:
    [note] = annotations(document(GLOSSARY, "来到岩溶地质研究所"))
    assert note.uncertain


def test_the_body_of_another_country_that_is_called_as_one_of_china_is_uncertain() -> None:
    glossary = GLOSSARY + '["国家统计局"]\nen = "National Bureau of Statistics"\nkind = "institution"\n'
    [note] = annotations(document(glossary, "法国国家统计局"))
    assert note.uncertain


def test_a_post_in_a_list_offers_the_place_named_before_it() -> None:
    result = document(GLOSSARY, "抚顺市委书记赵立、市长钱明出席。副市长孙文主持")
    alternatives = {note.text: note.alternatives for note in annotations(result)}
    assert "Mayor of Fushun" in alternatives["市长"]
    assert "Vice Mayor of Fushun" not in alternatives["副市长"]


def test_a_post_beside_a_person_offers_both_orders_and_the_person_stands_alone() -> None:
    [post, person] = annotations(document(GLOSSARY, "抚顺市副市长赵立新"))
    assert (person.kind, person.rendering) == ("person", "Zhao Lixin")
    assert "Fushun Vice Mayor Zhao Lixin" in post.alternatives
    assert "Zhao Lixin, vice mayor of Fushun" in post.alternatives


def test_a_list_of_terms_without_templates_composes_nothing() -> None:
    terms = '["抚顺市"]\nen = "Fushun"\nkind = "place.city"\n'
    assert texts(document(terms, "抚顺市教育局和水利局")) == ["抚顺市"]


def test_traditional_script_is_read_alike() -> None:
    assert whole("撫順市教育局").rendering == "Fushun Municipal Bureau of Education"


@pytest.fixture(scope="module")
def bundled() -> Annotator:
    return Annotator(lexicon.compile_terms(curated.load((), builtin=True)))


@pytest.mark.parametrize(
    "text", ["教育局", "本溪市", "本溪市教育局", "市委常委、", "党组书记、局长", "原副", "与教育"]
)
def test_a_long_repetition_has_no_name_longer_than_names_are(bundled: Annotator, text: str) -> None:
    result = bundled.annotate(article(text * 300))
    assert all(len(note.text) <= 60 for note in annotations(result))


PIECES = [
    "抚顺市",
    "辽宁省",
    "教育",
    "科技",
    "与",
    "局",
    "处",
    "厅",
    "副",
    "市长",
    "局长",
    "、",
    "原",
    "人",
    "石墨烯",
    "中国",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
@settings(max_examples=150, deadline=None)
def test_whatever_is_composed_is_disjoint_inside_the_text_and_rendered_in_english(pieces: list[str]) -> None:
    text = "".join(pieces)
    notes = annotations(_GIVEN.annotate(article(text))) if text else []
    assert all(text[note.start : note.end] == note.text for note in notes)
    assert all(first.end <= second.start for first, second in pairwise(notes))
    assert all("{" not in rendering for note in notes for rendering in (note.rendering, *note.alternatives))


_GIVEN = annotator(GLOSSARY)


def test_every_form_of_the_tables_has_english_for_each_of_its_slots() -> None:
    folder = Path(__file__).parents[1] / "glossaries" / "tables"
    slots = ("x", "a", "n", "nth", "place", "adj", "adjregional", "of", "bare", "the", "demonym")
    for name in ("bodies", "posts"):
        for line in (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                english = "\t".join(line.split("\t")[2:4])
                assert set(_named(english)) <= set(slots), line


def _named(english: str) -> list[str]:
    return [piece.partition("}")[0] for piece in english.split("{")[1:]]
