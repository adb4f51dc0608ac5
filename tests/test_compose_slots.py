"""No rendering ever shows a slot that nothing has filled."""

import re

import pytest
from given import annotations, document

from glossary.compose.bodies import unplaced
from glossary.compose.vocabulary import bodies, posts
from glossary.model import Annotation

PLACES = """
["本溪"]
en = "Benxi"
kind = "place.city"

["大连"]
en = "Dalian"
kind = "place.city"

["{city}市"]
en = "{city}"
kind = "place.city"
"""


def notes(entries: str, text: str) -> list[Annotation]:
    return annotations(document(PLACES + entries, text))


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("工商局", "Administration for Industry and Commerce"),
        ("食品药品监督管理局", "Food and Drug Administration"),
        ("质量技术监督局", "Bureau of Quality and Technical Supervision"),
    ],
)
def test_a_body_that_stands_alone_goes_without_the_place(text: str, rendering: str) -> None:
    [note] = notes("", text)
    assert note.rendering == rendering
    assert not any("{" in name for name in note.alternatives)


def test_a_body_with_its_place_keeps_the_place() -> None:
    [note] = notes("", "本溪市工商局")
    assert note.rendering == "Benxi Municipal Administration for Industry and Commerce"


@pytest.mark.parametrize("mark", ["", "*", "#", "@"])
def test_every_form_of_a_body_has_a_name_without_a_place(mark: str) -> None:
    for tail in bodies()[mark].strings():
        for form in bodies()[mark].get(tail):
            filled = tuple(re.sub(r"\{(x|a|n|nth|place)\}", "X", pattern) for pattern in form.patterns)
            assert unplaced(filled), form.row


def test_every_post_in_a_place_has_a_name_without_the_place() -> None:
    for zh in posts().strings():
        for form in posts().get(zh):
            assert "envoy" in form.under or unplaced(form.patterns), zh


@pytest.mark.parametrize(
    ("kind", "text", "rendering"),
    [
        ("institution.city", "市民中心市长", "Mayor of the Citizens Center"),
        (
            "institution.area",
            "市民中心气象局",
            "Meteorological Bureau of the Citizens Center",
        ),
        ("institution.country", "市民中心总统", "President of the Citizens Center"),
    ],
)
def test_a_body_of_a_kind_that_is_also_a_level_fills_no_place(kind: str, text: str, rendering: str) -> None:
    [note] = notes(f'["市民中心"]\nen = "Citizens Center"\nkind = "{kind}"\n', text)
    assert note.rendering == rendering
    assert not any("{" in name for name in note.alternatives)


@pytest.mark.parametrize("text", ["本溪市公安局市分局", "公安局区分局局长", "中国银行市分行"])
def test_a_level_without_a_place_is_no_branch_named_after_one(text: str) -> None:
    found = [name for note in notes("", text) for name in (note.rendering, *note.alternatives)]
    assert not any("{" in name or "Branch" in name for name in found)


ZONE = """
["{city}高新园区"]
en = "{city} High-tech Park"
kind = "institution"
allow = ["High-tech Park of {city}"]
forbid = ["{city} High-tech Garden", "the Garden"]
short = { zh = "高新园", en = "the Park" }
"""


def test_what_a_template_forbids_names_what_fills_it() -> None:
    [note] = notes(ZONE, "本溪高新园区")
    assert note.forbidden == ("Benxi High-tech Garden", "the Garden")


def test_a_short_form_without_the_slot_offers_and_forbids_nothing_that_has_it() -> None:
    [note] = notes(ZONE, "高新园很大")
    assert (note.rendering, note.alternatives, note.forbidden) == ("the Park", (), ("the Garden",))


def test_a_short_form_with_fewer_slots_takes_what_it_can_fill() -> None:
    entry = """
["{city}{city2}走廊"]
en = "{city}-{city2} Corridor"
kind = "institution"
forbid = ["{city} Passage", "{city2} Passage"]
short = { zh = "{city}走廊", en = "{city} Corridor" }
"""
    [long, short] = notes(entry, "本溪大连走廊，大连走廊")
    assert (long.rendering, long.forbidden) == ("Benxi-Dalian Corridor", ("Benxi Passage", "Dalian Passage"))
    assert (short.rendering, short.alternatives) == ("Dalian Corridor", ())
    assert short.forbidden == ("Dalian Passage",)


SERIAL = """
["长征{serial}号"]
en = "Long March {serial}"
kind = "term"

["长征"]
en = "Long March"
kind = "{kind}"

["五"]
en = "5"
kind = "serial.bound"
"""


@pytest.mark.parametrize("kind", ["event", "term", "phrase", "title"])
def test_a_template_begins_with_what_is_an_entry_of_any_kind_too(kind: str) -> None:
    found = [(note.text, note.rendering) for note in notes(SERIAL.replace("{kind}", kind), "长征五号和长征")]
    assert found == [("长征五号", "Long March 5"), ("长征", "Long March")]


INSIDE = """
["甲号{mark}"]
en = "Mark {mark}"
kind = "equipment"

["红"]
en = "Red"
kind = "mark"

["深{mark}"]
en = "Deep {mark}"
kind = "mark"
"""


@pytest.mark.parametrize(
    ("text", "renderings"),
    [
        ("甲号红", ["Mark Red"]),
        ("甲号深红", ["Mark Deep Red"]),
        ("甲号深红，甲号红", ["Mark Deep Red", "Mark Red"]),
    ],
)
def test_a_slot_is_filled_that_stands_only_inside_templates(text: str, renderings: list[str]) -> None:
    assert [note.rendering for note in notes(INSIDE, text)] == renderings


def test_a_slot_that_nothing_fills_leaves_the_template_unread() -> None:
    assert notes(INSIDE, "甲号绿") == []
