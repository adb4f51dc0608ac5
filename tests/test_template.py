import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.template import Slot, escape, fill, key, parts, slots

NAMES = st.from_regex(r"[a-z]{1,8}[0-9]?", fullmatch=True)
PIECES = st.lists(st.one_of(st.text(min_size=1), NAMES.map(Slot)))


def written(pieces: list[str | Slot]) -> str:
    return "".join(escape(piece) if isinstance(piece, str) else f"{{{piece.name}}}" for piece in pieces)


def test_a_form_without_braces_is_one_part() -> None:
    assert parts("园林局") == ("园林局",)
    assert parts("") == ()


def test_slots_and_the_words_around_them_come_in_order() -> None:
    assert parts("{city}市{office}主任") == (Slot("city"), "市", Slot("office"), "主任")


def test_a_digit_tells_slots_apart_and_is_no_part_of_the_label() -> None:
    first, second = slots("{city}与{city2}")
    assert (first.name, first.label) == ("city", "city")
    assert (second.name, second.label) == ("city2", "city")


def test_doubled_braces_stand_for_themselves() -> None:
    assert parts("甲{{city}}乙") == ("甲{city}乙",)
    assert parts("{{{city}}}") == ("{", Slot("city"), "}")


@pytest.mark.parametrize(
    ("form", "cause"),
    [
        ("{city市", "not closed"),
        ("city}市", "without its {"),
        ("{}市", "{} is no slot"),
        ("{City}市", "{City} is no slot"),
        ("{城市}局", "{城市} is no slot"),
        ("{city22}局", "{city22} is no slot"),
        ("{2}局", "{2} is no slot"),
        ("{ city }局", "is no slot"),
    ],
)
def test_other_braces_are_an_error_that_names_them(form: str, cause: str) -> None:
    with pytest.raises(ValueError, match=re.escape(cause)):
        parts(form)


def test_filling_puts_values_in_slots_and_makes_doubled_braces_single() -> None:
    assert fill("{office} of {city} {{draft}}", {"city": "Lu'an", "office": "Parks Office"}) == (
        "Parks Office of Lu'an {draft}"
    )


def test_a_value_with_braces_is_put_in_as_it_is() -> None:
    assert fill("the {name}", {"name": "{city}"}) == "the {city}"


def test_filling_without_a_value_for_a_slot_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"no value for the slot \{city2\}"):
        fill("{city} and {city2}", {"city": "Bozhou"})


def test_forms_that_match_the_same_text_have_one_key() -> None:
    assert key("{city}與{city2}") == key("{city2}与{city}")
    assert key("{city}市") != key("{place}市")
    assert key("{{city}}市") != key("{city}市")


@given(PIECES)
def test_what_is_written_with_escapes_is_read_back(pieces: list[str | Slot]) -> None:
    read = parts(written(pieces))
    assert written(list(read)) == written(pieces)
    assert [part for part in read if isinstance(part, Slot)] == [
        piece for piece in pieces if isinstance(piece, Slot)
    ]
    assert not any(isinstance(a, str) and isinstance(b, str) for a, b in pairwise(read))


@given(st.text())
def test_an_escaped_text_fills_to_itself(text: str) -> None:
    assert fill(escape(text), {}) == text
