"""Entries are found by whatever a person remembers of them."""

import pytest

from glossary.lookup import Match, look_up
from glossary.model import Short, Term

COUNCIL = Term("国务院", "State Council", "institution", allow=("the Cabinet",), forbid=("State Department",))
PREMIER = Term("国务院总理", "Premier of the State Council", "title")
ACADEMY = Term("中国科学院", "Chinese Academy of Sciences", "institution", short=Short("中科院", "CAS"))
FOCUSES = Term("四个着力", "four focuses", "slogan", variants=("“四个着力”要求",))
LUSHUN = Term("旅顺", "Lüshun", "place.city")
GUANGXI = Term("广西", "Guangxi", "place.province")
TERMS = (PREMIER, COUNCIL, ACADEMY, FOCUSES, LUSHUN, GUANGXI)


def found(query: str) -> list[tuple[str, Match]]:
    return [(hit.term.zh, hit.match) for hit in look_up(query, TERMS)]


def test_the_whole_comes_before_what_begins_with_it() -> None:
    assert found("国务院") == [("国务院", Match.WHOLE), ("国务院总理", Match.START)]


@pytest.mark.parametrize(
    ("query", "zh", "match"),
    [
        ("國務院", "国务院", Match.WHOLE),
        ("四個著力", "四个着力", Match.WHOLE),
        ("中科院", "中国科学院", Match.WHOLE),
        ("state council", "国务院", Match.WHOLE),
        ("CAS", "中国科学院", Match.WHOLE),
        ("Lushun", "旅顺", Match.WHOLE),
        ("guowuyuan", "国务院", Match.PINYIN),
        ("guówùyuàn", "国务院", Match.PINYIN),
        ("guo2 wu4 yuan4", "国务院", Match.PINYIN),
        ("sigezhuoli", "四个着力", Match.PINYIN),
        ("lvshun", "旅顺", Match.PINYIN),
        ("guowu", "国务院", Match.START),
        ("gwy", "国务院", Match.INITIALS),
        ("科学", "中国科学院", Match.PART),
        ("sciences academy", "中国科学院", Match.PART),
        ("State Department", "国务院", Match.AVOIDED),
        ("国物院", "国务院", Match.ERROR),
        ("four focusse", "四个着力", Match.ERROR),
        ("Stae Council", "国务院", Match.ERROR),
        ("guowuyaun", "国务院", Match.ERROR),
    ],
)
def test_an_entry_is_found(query: str, zh: str, match: Match) -> None:
    assert found(query)[0] == (zh, match)


@pytest.mark.parametrize(
    "query", ["", "  ", "！", "xyzzy", "国务卿府", "gw", "guowuyuanx1y", "council of ministers"]
)
def test_what_is_in_no_entry_is_not_found(query: str) -> None:
    assert found(query) == []


def test_of_forms_read_alike_the_one_that_others_are_built_on_comes_first() -> None:
    terms = [
        Term("公务员", "civil servant", "title"),
        Term("国务院", "State Council", "institution"),
        Term("国务院总理", "Premier", "title"),
    ]
    assert [hit.term.zh for hit in look_up("gwy", terms)] == ["国务院", "公务员"]


def test_short_queries_have_no_typing_errors() -> None:
    assert found("广东") == []
