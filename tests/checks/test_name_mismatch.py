"""Names of people, spelt as they should be or not."""

import pytest
from given import annotator

from glossary.checks import check
from glossary.checks.messages import annotated
from glossary.checks.model import Run
from glossary.po import Entry

GLOSSARY = """
["副院长"]
en = "Vice President"
kind = "title"
["西安"]
en = "Xi'an"
kind = "place"
["王西安"]
en = "Wang Xi'an"
kind = "person"
["吕一"]
en = "Lü Yi"
allow = ["Lyu Yi"]
kind = "person"
["欧阳文"]
en = "Ouyang Wen"
kind = "person"
"""


def found(zh: str, en: str) -> list[tuple[str, str]]:
    """(found, expected) of the names at fault."""
    run = Run(annotated("a.po", [Entry(zh, en, line=1)], annotator(GLOSSARY)))
    return [(each.found, each.expected[0]) for each in check(run, select=["name-mismatch"])]


@pytest.mark.parametrize(
    "en",
    [
        "Vice President Ma Yuehong came.",
        "Ma Yuehong, Vice President, came.",
        "MA YUEHONG CAME.",
        "Ma came.",
        "Ma  Yuehong came.",
        "Yuehong came with Martin Short.",
        "She came.",
    ],
)
def test_a_name_that_is_spelt_right_shortened_or_left_out_is_no_mismatch(en: str) -> None:
    assert found("副院长马越红到会。", en) == []


@pytest.mark.parametrize(
    "name",
    [
        "Yuehong Ma",
        "Ma Yue-hong",
        "Ma Yue Hong",
        "Ma Yuehung",
        "Mah Yuehong",
        "Yue-hong Ma",
        "Ma Yue hong".title(),
    ],
)
def test_another_order_spelling_or_division_is_a_mismatch(name: str) -> None:
    assert found("副院长马越红到会。", f"Vice President {name} came.") == [(name, "Ma Yuehong")]


def test_a_second_spelling_is_found_beside_the_right_one() -> None:
    en = "Ma Yuehong came, and Yuehong Ma spoke."
    assert found("副院长马越红到会，马越红讲话。", en) == [("Yuehong Ma", "Ma Yuehong")]


@pytest.mark.parametrize(("en", "faults"), [("Wang Xi'an", 0), ("Wang Xi’an", 0), ("Wang Xian", 1)])
def test_an_apostrophe_between_syllables_counts_but_not_its_shape(en: str, faults: int) -> None:
    assert len(found("王西安到会。", f"{en} came.")) == faults


@pytest.mark.parametrize(("en", "faults"), [("Lü Yi", 0), ("Lyu Yi", 0), ("Lu Yi", 1), ("Yi Lü", 1)])
def test_what_the_glossary_allows_is_right(en: str, faults: int) -> None:
    assert len(found("吕一到会。", f"{en} came.")) == faults


def test_a_person_with_a_similar_name_is_not_taken_for_this_one() -> None:
    assert found("副院长马越红、副院长马越宏到会。", "Vice Presidents Ma Yuehong and Ma Yuehong came.") == []
    assert found("副院长马越红、副院长马悦红到会。", "Ma Yuehong and her namesake came.") == []


def test_a_double_surname_stays_in_front() -> None:
    assert found("欧阳文到会。", "Wen Ouyang came.") == [("Wen Ouyang", "Ouyang Wen")]
