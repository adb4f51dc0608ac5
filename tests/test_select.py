"""What is set aside because it is a piece of something longer, and what stands."""

import pytest

from glossary.model import Term
from glossary.recognise.model import Reading
from glossary.select import Selection, select


def selected(key: str, *pieces: tuple[str, str]) -> Selection:
    """The selection from readings of these pieces of the key, each with its kind, where they first stand."""
    readings = [
        Reading(key.index(zh), key.index(zh) + len(zh), kind, "x", term=Term(zh, "x", kind))
        for zh, kind in pieces
    ]
    return select(key, sorted(readings, key=lambda reading: (reading.start, -reading.end)))


def standing(key: str, *pieces: tuple[str, str]) -> list[str]:
    return [key[chosen.reading.start : chosen.reading.end] for chosen in selected(key, *pieces).chosen]


@pytest.mark.parametrize(
    ("key", "term"),
    [
        ("第十四个坚持", "十四个坚持"),
        ("落实十四个着力", "四个着力"),
        ("学联二十八大开幕", "十八大"),
        ("十八大", "八大"),
        ("走过三万里长城", "万里长城"),
        ("12030年可持续发展议程", "2030年可持续发展议程"),
    ],
)
def test_what_goes_on_a_number_that_has_begun_before_it_is_set_aside(key: str, term: str) -> None:
    assert standing(key, (term, "slogan")) == []


@pytest.mark.parametrize(
    ("key", "term"),
    [
        ("坚持四个着力", "四个着力"),
        ("2022两会召开", "两会"),
        ("在万里长城上", "万里长城"),
        ("落实2030年可持续发展议程", "2030年可持续发展议程"),
    ],
)
def test_what_begins_with_its_own_numeral_stands(key: str, term: str) -> None:
    assert standing(key, (term, "slogan")) == [term]


def test_a_number_whose_recogniser_has_looked_before_it_stands() -> None:
    key = "第1万台"
    reading = Reading(1, 3, "number", "10,000")
    assert [chosen.reading for chosen in select(key, [reading]).chosen] == [reading]


@pytest.mark.parametrize(
    ("key", "name", "kind"),
    [
        ("交通运输部门负责", "交通运输部", "institution.ministry"),
        ("食品安全法规和标准", "食品安全法", "document.law"),
        ("网络安全法律问题", "网络安全法", "document"),
        ("人民日报社论指出", "人民日报社", "institution"),
    ],
)
def test_a_long_name_that_ends_inside_a_word_is_set_aside(key: str, name: str, kind: str) -> None:
    assert standing(key, (name, kind)) == []


@pytest.mark.parametrize(
    ("key", "name", "kind"),
    [
        ("交通运输部分析认为", "交通运输部", "institution.ministry"),
        ("食品安全法规定如下", "食品安全法", "document.law"),
        ("食品安全法实施条例", "食品安全法", "document"),
        ("储蓄银行为此发布", "储蓄银行", "institution"),
        ("邮政储蓄银行为此发布", "邮政储蓄银行", "institution"),
        ("坚持中国共产党的领导", "中国共产党", "institution.party"),
        ("营商环境条例外的规定", "营商环境条例", "document"),
    ],
)
def test_a_long_name_that_ends_with_its_word_stands(key: str, name: str, kind: str) -> None:
    assert standing(key, (name, kind)) == [name]


@pytest.mark.parametrize(
    ("key", "expected"), [("义乌市场繁荣", "义乌"), ("义乌市开展活动", "义乌市"), ("义乌市长江路", "义乌市")]
)
def test_the_level_of_a_city_is_no_part_of_another_word(key: str, expected: str) -> None:
    assert standing(key, ("义乌", "place.city"), ("义乌市", "place.city")) == [expected]


def test_a_city_inside_a_longer_name_stays_its_part() -> None:
    selection = selected("本溪市委书记", ("本溪市", "place.city"), ("本溪市委书记", "title"))
    assert [part.reading.end for part in selection.chosen[0].parts] == [3]


def test_a_document_that_begins_the_name_of_a_body_is_set_aside() -> None:
    assert standing("韩宪法法院裁决", ("宪法", "document")) == []
    assert standing("宪法法律规定", ("宪法", "document")) == ["宪法"]


def test_an_event_in_the_name_of_a_craft_is_set_aside() -> None:
    assert standing("用长征十二号火箭发射", ("长征", "event")) == []
    assert standing("走过长征二万里", ("长征", "event")) == ["长征"]


def test_a_foreign_name_inside_a_longer_one_is_set_aside() -> None:
    assert standing("向巴赫穆特推进", ("巴赫", "person")) == []


@pytest.mark.parametrize("key", ["巴赫致辞", "巴赫希望如此", "巴赫特意到场"])
def test_a_foreign_name_before_other_words_stands(key: str) -> None:
    assert standing(key, ("巴赫", "person")) == ["巴赫"]


def test_a_foreign_name_before_another_one_stands() -> None:
    names = standing("巴赫塔利布会谈", ("巴赫", "person"), ("塔利布", "person"))
    assert names == ["巴赫", "塔利布"]


def test_a_piece_of_something_that_is_read_is_not_reported() -> None:
    selection = selected(
        "全国政协经济委员会", ("全国政协经济委", "institution"), ("全国政协经济委员会", "institution")
    )
    assert [chosen.reading.end for chosen in selection.chosen] == [9]
    assert selection.cut == ()


def test_a_piece_of_something_that_nobody_reads_is_reported() -> None:
    assert [reading.end for reading in selected("交通运输部门", ("交通运输部", "institution")).cut] == [5]


@pytest.mark.parametrize("key", ["在欢声笑语中共庆佳节", "在夜空中共舞", "在节日的氛围中共叙友情"])
def test_in_and_together_between_a_noun_and_a_verb_are_no_name(key: str) -> None:
    assert standing(key, ("中共", "institution.party")) == []


@pytest.mark.parametrize(
    "key",
    [
        "会见中共代表团",
        "学习中共治国理政经验",
        "近日中共代表团来访",
        "战争时期中共建立根据地",
        "在战争时期中共提出",
    ],
)
def test_the_same_characters_beside_other_words_are_the_name(key: str) -> None:
    assert standing(key, ("中共", "institution.party")) == ["中共"]
