"""Branches and numbered parts of bodies, institutes inside academies, and new areas behind their city."""

import pytest
from given import annotations, document, found

GLOSSARY = """
["沈阳"]
en = "Shenyang"
kind = "place.city"

["大连"]
en = "Dalian"
kind = "place.city"

["河北"]
en = "Hebei"
kind = "place.province"

["{city}市"]
en = "{city}"
kind = "place.city"

["沈河区"]
en = "Shenhe District"
kind = "place.district"

["和平区"]
en = "Heping District"
kind = "place.district"

["金普新区"]
en = "Jinpu New Area"
kind = "place.district"

["雄安新区"]
en = "Xiong'an New Area"
kind = "place.district"

["样本社会科学院"]
en = "Sample Academy of Social Sciences"
kind = "institution.academy"

["样本银行"]
en = "Sample Bank"
kind = "institution.bank.no-article"

["样本检察院"]
en = "Sample Procuratorate"
kind = "institution.procuratorate"
"""


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("沈阳市公安局沈河分局", "Shenhe Branch of the Shenyang Municipal Bureau of Public Security"),
        ("沈阳市公安局沈河区分局", "Shenhe Branch of the Shenyang Municipal Bureau of Public Security"),
        ("沈阳市公安局和平分局", "Heping Branch of the Shenyang Municipal Bureau of Public Security"),
        ("沈阳市沈河公安分局", "Shenyang Municipal Shenhe Public Security Branch"),
        ("样本银行沈河支行行长", "President of the Shenhe Sub-branch of Sample Bank"),
        ("样本银行大连分行", "Dalian Branch of Sample Bank"),
    ],
)
def test_a_branch_is_named_after_a_place_with_or_without_its_level(text: str, rendering: str) -> None:
    [note] = annotations(document(GLOSSARY, text))
    assert (note.text, note.rendering, note.uncertain) == (text, rendering, False)


def test_a_branch_named_after_what_no_list_has_is_uncertain() -> None:
    [note] = annotations(document(GLOSSARY, "沈阳市公安局溶洞分局"))
    assert (note.rendering, note.uncertain) == (
        "[溶洞] Branch of the Shenyang Municipal Bureau of Public Security",
        True,
    )


def test_a_place_without_its_level_is_none_where_no_branch_follows() -> None:
    notes = annotations(document(GLOSSARY, "热爱和平，沈河教育局"))
    assert not any(note.kind == "place" or "Shenhe" in note.rendering for note in notes)


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("样本检察院第四检察部", "Fourth Procuratorial Department of the Sample Procuratorate"),
        (
            "样本检察院第四检察部主任",
            "Director of the Fourth Procuratorial Department of the Sample Procuratorate",
        ),
        (
            "沈阳市中级人民法院第一审判庭",
            "First Division of the Shenyang Municipal Intermediate People's Court",
        ),
        (
            "样本社会科学院经济研究所所长",
            "Director of the Institute of Economics of the Sample Academy of Social Sciences",
        ),
        ("样本社会科学院教育研究所", "Institute of Education of the Sample Academy of Social Sciences"),
        ("沈阳市派出所", "Shenyang Municipal Police Station"),
    ],
)
def test_parts_of_bodies_are_named_by_their_own_ending(text: str, rendering: str) -> None:
    assert found(GLOSSARY, text) == [(text, rendering)]


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("大连金普新区", "Dalian Jinpu New Area"),
        ("大连市金普新区", "Dalian Jinpu New Area"),
        ("河北雄安新区", "Xiong'an New Area, Hebei"),
        ("大连金普新区管委会", "Administrative Committee of Jinpu New Area, Dalian"),
        ("金普新区管委会主任", "Director of the Administrative Committee of Jinpu New Area"),
    ],
)
def test_a_new_area_takes_the_place_before_it(text: str, rendering: str) -> None:
    assert found(GLOSSARY, text) == [(text, rendering)]


@pytest.mark.parametrize("text", ["大连、金普新区", "大连沈河区"])
def test_other_places_in_a_row_stay_two(text: str) -> None:
    assert len(found(GLOSSARY, text)) == 2


def test_a_new_area_without_its_level_is_named_without_the_whole_of_it() -> None:
    [note] = annotations(document(GLOSSARY, "金普新区区长"))
    assert "Head of Jinpu" in note.alternatives
    assert not any(name.endswith("Jinpu New") for name in note.alternatives)
