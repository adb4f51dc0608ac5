import re

import pytest

from glossary import curated
from glossary.concept import forms
from glossary.gazetteer import EXAMPLES, Places
from glossary.model import Status, Term
from glossary.template import key


@pytest.fixture(scope="module")
def bundled() -> list[Term]:
    return curated.load([])


@pytest.fixture(scope="module")
def gazetteer(bundled: list[Term]) -> Places:
    return Places(bundled)


@pytest.fixture(scope="module")
def places(bundled: list[Term]) -> dict[str, Term]:
    return {term.zh: term for term in bundled if term.kind.startswith("place")}


def test_no_city_of_china_is_called_a_town(places: dict[str, Term]) -> None:
    of_china = "places-divisions.tsv"
    cities = [term for term in places.values() if term.kind == "place.city" and term.path.endswith(of_china)]
    assert len(cities) > 500
    assert not [
        term for term in cities if term.en.rpartition(" ")[2] in ("Town", "Township", "County", "Village")
    ]


@pytest.mark.parametrize(("name", "english"), EXAMPLES.items())
def test_examples_are_found_as_they_say(name: str, english: str | None, gazetteer: Places) -> None:
    assert gazetteer.spell(name) == english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("白银市", "Baiyin"),
        ("万象", "Vientiane"),
        ("北京市", "Beijing"),
        ("海南省", "Hainan Province"),
        ("海南藏族自治州", "Hainan Tibetan Autonomous Prefecture"),
        ("香港特别行政区", "Hong Kong Special Administrative Region"),
        ("大埔区", "Tai Po District"),
        ("大埔县", "Dabu County"),
        ("凉山州", "Liangshan Prefecture"),
        ("桓仁县", "Huanren County"),
        ("密云县", "Miyun County"),
        ("张家口 市", "Zhangjiakou"),
        ("景德镇", "Jingdezhen"),
        ("新乡", "Xinxiang"),
        ("新乡县", "Xinxiang County"),
        ("辉县市", "Huixian"),
        ("乐陵市", "Laoling"),
    ],
)
def test_a_place_is_found_with_or_without_its_level(name: str, english: str, gazetteer: Places) -> None:
    assert gazetteer.spell(name) == english


def test_a_glossary_of_ones_own_comes_before_the_rules() -> None:
    own = Places([Term("双井子镇", "Twin Wells", "place.town"), Term("本溪市", "no place", "term")])
    assert own.spell("雙井子鎮") == "Twin Wells"
    assert own.spell("本溪市") == "Benxi"


@pytest.mark.parametrize(
    ("zh", "kind"),
    [
        ("本溪", "place.city"),
        ("北京", "place.city.municipality"),
        ("辽宁", "place.province"),
        ("内蒙古", "place.region"),
        ("内蒙古自治区", "place.region"),
        ("浑南区", "place.district"),
        ("康平县", "place.county"),
        ("额济纳旗", "place.county"),
        ("延边", "place.prefecture"),
        ("延边朝鲜族自治州", "place.prefecture"),
        ("法国", "place.country"),
        ("白银", "place.city.bound"),
        ("城区", "place.district.bound"),
    ],
)
def test_places_have_the_kind_that_fits_their_level(zh: str, kind: str, places: dict[str, Term]) -> None:
    assert places[zh].kind == kind


def test_every_form_of_the_bundled_places_belongs_to_one_entry(places: dict[str, Term]) -> None:
    written = [key(form) for term in places.values() for form in forms(term)]
    assert len(written) == len(set(written))


def test_divisions_are_sorted() -> None:
    for name in ("places.tsv", "places-divisions.tsv", "nations.tsv"):
        lines = (curated.bundled() / name).read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t")[0] for line in lines if not line.startswith("#")][1:]
        assert rows == sorted(set(rows)), name


def test_divisions_are_capitalised_names_in_latin_letters(places: dict[str, Term]) -> None:
    name = re.compile(r"[A-ZÜ][a-zü'A-Z-]+(?:,? (?:and|of|[A-Z][a-zü'A-Z-]+))*")
    for term in places.values():
        if term.path.endswith("places-divisions.tsv"):
            assert name.fullmatch(term.en), term


def test_all_levels_of_china_are_there_in_the_number_that_there_are(places: dict[str, Term]) -> None:
    divisions = [term for term in places.values() if term.path.endswith("places-divisions.tsv")]
    in_force = [term for term in divisions if not term.note.startswith("A division until")]
    autonomous = [term for term in in_force if re.search("自治[县旗]$", term.zh)]
    assert len(autonomous) == 120
    assert len([term for term in in_force if term.zh.endswith("自治州")]) == 30
    assert len([term for term in in_force if term.zh.endswith("盟")]) == 3


def test_spellings_that_follow_no_rule_that_was_checked_are_the_house_s(places: dict[str, Term]) -> None:
    assert places["改则县"].status is Status.HOUSE
    assert places["改则县"].note
    assert places["莎车县"].status is Status.HOUSE
    assert places["浑南区"].status is Status.STANDARD
    assert places["拉萨"].status is Status.OFFICIAL
    assert places["喀什地区"].status is Status.HOUSE
