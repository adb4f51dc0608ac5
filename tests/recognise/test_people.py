import re
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.place_names import place_name
from glossary.recognise.model import Context, Reading
from glossary.recognise.people import EXAMPLES, recognise


def found(marked: str, *, clean: str = "") -> list[tuple[str, Reading]]:
    """Names in a text whose titles stand in {}, its countries in <> and its other known terms in []."""
    text, readings = "", []
    for part in re.findall(r"\{[^}]*\}|\[[^\]]*\]|<[^>]*>|[^{\[<]+", marked):
        word = part.strip("{[<>]}")
        if word != part:
            kind = {"{": "title", "[": "place.city", "<": "place.country"}[part[0]]
            spelt = place_name(word)
            readings.append(Reading(len(text), len(text) + len(word), kind, spelt.en if spelt else "x"))
        text += word
    source = clean or text
    return list(read(text, readings, lambda start, end: source[start:end]))


def read(
    key: str, readings: Sequence[Reading], clean: Callable[[int, int], str]
) -> Iterator[tuple[str, Reading]]:
    for reading in recognise(Context(key=key, readings=readings, clean=clean)):
        yield key[reading.start : reading.end], reading


def names(marked: str) -> list[str]:
    return [name for name, _ in found(marked)]


@pytest.mark.parametrize(("marked", "renderings"), EXAMPLES.items())
def test_examples_are_read_as_they_say(marked: str, renderings: list[str]) -> None:
    assert [reading.rendering for _, reading in found(marked)] == renderings


@pytest.mark.parametrize(
    "marked",
    [
        "于海洋经济有利",
        "高新区的马上办",
        "{市长}主持会议",
        "{主任}医师出诊",
        "{部长}会议召开",
        "{主席}团成员",
        "{院长}应邀出席",
        "{市长}和下岗职工座谈",
        "{书记}同时强调",
        "{主任}包括三人",
        "于洪区{区长}到场",
        "高新厂{厂长}到场",
        "[本溪市]{市长}到场",
        "{市长}[黄山]之行",
        "车间{主任}到场",
        "曾任{市长}",
    ],
)
def test_ordinary_words_beside_titles_are_no_names(marked: str) -> None:
    assert names(marked) == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{局长}周立新说，", ["周立新"]),
        ("{局长}周立说，", ["周立"]),
        ("{局长}周立在会上发言", ["周立"]),
        ("{局长}周立新在会上发言", ["周立新"]),
        ("{局长}欧阳文介绍情况", ["欧阳文"]),
        ("{局长}欧阳文静介绍情况", ["欧阳文静"]),
        ("{局长}郑李淑芳，", ["郑李淑芳"]),
        ("由周立新{教授}主持", ["周立新"]),
        ("{局长}周立新和[本溪市]代表", ["周立新"]),
        ("{局长}周立新{同志}", ["周立新"]),
    ],
)
def test_what_stands_around_a_name_tells_its_length(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "国家大力支持高新技术企业",
        "有关方面高度重视安全生产",
        "任何单位和个人不得荣获",
        "文明城市、安全社区和平安校园",
        "华人华侨和金融界人士",
        "黎明时分，车间里灯火通明",
        "成功收复失地",
        "3万栋住宅和5万辆汽车",
        "石漠化和沙戈荒地区",
        "用[邓小平理论]武装头脑",
        "韩媒称，乌军后撤",
        "和某些人、高某种程度",
        "王家沟村的白玉兰开了",
        "\n方法\n(附件)\n",
    ],
)
def test_ordinary_words_are_no_names(marked: str) -> None:
    assert names(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "由周立新主持",
        "会见了周立新一行",
        "周立新表示",
        "以周立新为团长",
        "农民周立新种了三亩地",
        "妻子周立新",
        "周立新同志",
        "周立新教授",
        "主持人:周立新",
        "周立新率团访问",
        "周立新\n散文一篇",
        "(周立新)",
        "(周立新摄)",
        "调酒师周立新",
    ],
)
def test_a_name_is_found_by_the_words_around_it(marked: str) -> None:
    [(name, reading)] = found(marked)
    assert name == "周立新"
    assert reading.rendering == "Zhou Lixin"
    assert not reading.uncertain


@pytest.mark.parametrize(
    "marked",
    [
        "(记者周立新朱大伟吴刚)",
        "本报记者周立新朱大伟吴刚报道",
        "周立新朱大伟吴刚\n",
        "(周立新朱大伟吴刚摄影)",
    ],
)
def test_names_side_by_side_in_bylines_are_told_apart(marked: str) -> None:
    assert names(marked) == ["周立新", "朱大伟", "吴刚"]


def test_white_space_that_the_key_has_lost_parts_names() -> None:
    clean = "图片来自 周立新 供图"
    key = clean.replace(" ", "")
    offsets = [offset for offset, character in enumerate(clean) if character != " "]
    read_names = read(key, (), lambda start, end: clean[offsets[start] : offsets[end - 1] + 1])
    assert [name for name, _ in read_names] == ["周立新"]


@pytest.mark.parametrize(
    ("marked", "name", "rendering"),
    [
        ("张{书记}到会", "张", "Zhang"),
        ("会上，王教授发了言", "王", "Wang"),
        ("欧阳{局长}到会", "欧阳", "Ouyang"),
        ("村民李某报警", "李某", "Li"),
        ("欧阳某某被捕", "欧阳某某", "Ouyang"),
    ],
)
def test_a_surname_alone_is_spelt(marked: str, name: str, rendering: str) -> None:
    [(text, reading)] = found(marked)
    assert (text, reading.rendering, reading.uncertain) == (name, rendering, False)


@pytest.mark.parametrize("marked", ["双方代表出席", "高级工程师到场", "内塔尼亚胡{总理}来访", "时任{书记}"])
def test_what_ends_like_a_surname_before_a_title_is_none(marked: str) -> None:
    assert not {"方", "高", "胡", "任"} & set(names(marked))


def test_a_list_before_a_title_is_read_to_its_beginning() -> None:
    assert names("看望了周立新、吴刚、孙文{同志}。") == ["周立新", "吴刚", "孙文"]


def test_a_list_ends_where_something_else_is_listed() -> None:
    assert names("{市长}周立新、[张家口市]和高新区") == ["周立新"]


def test_an_established_name_counts_wherever_it_stands() -> None:
    assert names("周立新很忙。\n{局长}周立新说。\n大家认识周立新多年。") == ["周立新"] * 3


def test_an_established_name_inside_other_words_does_not_count() -> None:
    assert names("{副市长}于海说。\n关于海洋的报告。\n于海说。") == ["于海", "于海"]


def test_an_unlisted_name_beside_an_established_one_is_found() -> None:
    assert names("{局长}周立新说。\n周立新、吴刚、孙文静等出席。") == ["周立新", "周立新", "吴刚", "孙文静"]


def test_a_doubtful_length_follows_the_other_mentions() -> None:
    assert names("邵康家在哪里？\n{法官}邵康说。\n邵康在家。") == ["邵康"] * 3
    assert names("周强军说。\n{书记}周强军，") == ["周强军"] * 2


def test_a_name_with_little_around_it_is_uncertain() -> None:
    [(_, certain)] = found("{局长}王力，")
    [(_, doubtful)] = found("来的是王力，")
    assert not certain.uncertain
    assert doubtful.uncertain


def test_the_rendering_comes_from_the_text_as_written() -> None:
    ((_, reading),) = found("{局长}张干说。", clean="局长張乾說。")
    assert reading.rendering == "Zhang Qian"
    assert reading.kind == "person"
    assert not reading.uncertain


@pytest.mark.parametrize("name", ["奥巴马", "卡·马克思", "白玛赤林", "帕巴拉·格列朗杰"])
def test_foreign_names_are_marked_and_not_spelt(name: str) -> None:
    ((text, reading),) = found(f"{{主席}}{name}表示欢迎")
    assert text == name
    assert reading.uncertain
    assert reading.rendering == ""


@pytest.mark.parametrize(
    "marked",
    [
        "{总统}武大伟表示",
        "大臣武大伟",
        "武大伟首相",
        "<越南>{总理}武大伟",
        "香港特区{行政长官}武大伟",
        "会见桑切斯{总理}",
        "<越南>共产党中央{委员}、外交{部长}武大伟",
        "胡塞武装{发言人}武大伟",
        "外籍{院士}武大伟",
        "世界银行{行长}武海杰",
        "<丹麦>诺和诺德公司{董事长}武大伟",
    ],
)
def test_pinyin_is_not_guessed_for_people_of_other_countries(marked: str) -> None:
    [(_, reading)] = found(marked)
    assert reading.rendering == ""
    assert reading.uncertain


@pytest.mark.parametrize(
    "marked",
    [
        "中国驻<越南>{大使}武大伟",
        "中国{部长}武大伟和<越南>客人",
        "访问<越南>的{部长}武大伟",
        "访问<越南>的{委员}、{部长}武大伟",
        "中国常驻联合国{代表}武大伟",
        "[沈阳]{市长}武大伟",
    ],
)
def test_people_of_china_abroad_are_spelt(marked: str) -> None:
    assert [reading.rendering for _, reading in found(marked)] == ["Wu Dawei"]


@pytest.mark.parametrize("marked", ["世界银行{行长}武大伟", "联合国{副秘书长}武大伟"])
def test_people_of_bodies_of_all_nations_are_uncertain(marked: str) -> None:
    [(_, reading)] = found(marked)
    assert reading.rendering == "Wu Dawei"
    assert reading.uncertain


def test_whoever_is_listed_behind_a_foreigner_is_uncertain() -> None:
    readings = [reading for _, reading in found("<泰国>{总理}武大伟、安全{部长}周立新")]
    assert [reading.uncertain for reading in readings] == [True, True]


def test_whoever_is_listed_behind_a_foreigner_with_a_title_of_china_is_certain() -> None:
    readings = [reading for _, reading in found("<泰国>{总理}武大伟和中国{部长}周立新")]
    assert [reading.uncertain for reading in readings] == [True, False]


def test_a_foreign_name_is_marked_wherever_it_stands() -> None:
    assert names("{总统}巴沙尔表示欢迎。\n大家认识巴沙尔多年。") == ["巴沙尔", "巴沙尔"]
    renderings = {reading.rendering for _, reading in found("{总统}武大伟说。\n武大伟表示")}
    assert renderings == {""}


@pytest.mark.parametrize("marked", ["{导演}史蒂芬来了", "马里乌波尔的冬天"])
def test_a_part_of_a_foreign_name_is_no_name(marked: str) -> None:
    assert not {"史蒂", "马里", "马里乌"} & set(names(marked))


def test_a_person_whom_the_glossary_knows_is_not_made_longer() -> None:
    text = "国务委员王毅出席"
    known = [Reading(0, 4, "title", "x"), Reading(4, 6, "person", "Wang Yi")]
    assert list(read(text, known, lambda start, end: text[start:end])) == []


def test_a_longer_name_before_a_title_counts_though_it_begins_like_a_known_one() -> None:
    text = "苏林海局长到场"
    known = [Reading(0, 2, "person", "To Lam"), Reading(3, 5, "title", "x")]
    assert [name for name, _ in read(text, known, lambda start, end: text[start:end])] == ["苏林海"]


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("苏林副局长到场", [Reading(2, 5, "title", "x")]),
        ("苏林致周立新总书记的信", [Reading(3, 6, "person", "x"), Reading(3, 9, "title", "x")]),
    ],
)
def test_a_known_person_is_not_made_longer_where_the_title_is_another(
    text: str, following: list[Reading]
) -> None:
    known = [Reading(0, 2, "person", "To Lam"), *following]
    assert not [name for name, _ in read(text, known, lambda start, end: text[start:end]) if "苏" in name]


@pytest.mark.parametrize(
    ("city", "english", "rendering"), [("纽约", "New York", ""), ("本溪", "Benxi", "Wu Dawei")]
)
def test_pinyin_is_not_guessed_for_people_of_cities_abroad(city: str, english: str, rendering: str) -> None:
    text = f"{city}市长武大伟"
    known = [Reading(0, 2, "place.city", english), Reading(2, 4, "title", "x")]
    [(_, reading)] = read(text, known, lambda start, end: text[start:end])
    assert reading.rendering == rendering


def test_titles_inside_longer_terms_are_no_evidence() -> None:
    text = "副院长高峰会"
    readings = [Reading(1, 3, "title", "x"), Reading(0, 6, "event", "x")]
    assert (
        list(recognise(Context(key=text, readings=readings, clean=lambda start, end: text[start:end]))) == []
    )


@given(
    st.lists(
        st.sampled_from(["{局长}", "[本溪]", "周立新", "于海", "、", "和", "说", "，", "\n", "王", "x", "·"])
    )
)
def test_readings_lie_in_the_text_in_order(parts: list[str]) -> None:
    readings = [reading for _, reading in found("".join(parts))] if parts else []
    assert [r.start for r in readings] == sorted({r.start for r in readings})
    assert all(0 < r.end - r.start <= 24 for r in readings)
