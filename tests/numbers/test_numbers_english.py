"""What the numbers of an English text may stand for."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.numbers import figures, spelling


def said(text: str) -> set[Fraction]:
    return {value for figure in figures(text) for value in figure.values}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HK$383.5 billion", 383_500_000_000),
        ("$383.5bn", 383_500_000_000),
        ("383,500 million yuan", 383_500_000_000),
        ("twenty-three", 23),
        ("one hundred and five thousand", 105_000),
        ("a hundred people", 100),
        ("half a million", 500_000),
        ("two and a half years", Fraction(5, 2)),
        ("2½ years", Fraction(5, 2)),
        ("one third", Fraction(1, 3)),
        ("one-third", Fraction(1, 3)),
        ("a third", Fraction(1, 3)),
        ("1/3", Fraction(1, 3)),
        ("one in three", Fraction(1, 3)),
        ("three quarters", Fraction(3, 4)),
        ("the 20th session", 20),
        ("the twentieth session", 20),
        ("Phase II", 2),
        ("three decades", 30),
        ("1\u00a0000", 1000),
        ("１２ banks", 12),
        ("TWENTY-THREE", 23),
        ("Five Hundred Thousand", 500_000),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(text: str, expected: Fraction) -> None:
    assert expected in said(text)


def test_a_range_shares_the_scale_of_its_end() -> None:
    assert {1_500_000_000, 2_000_000_000} <= said("between HK$1.5 and HK$2 billion")


def test_two_numbers_in_a_row_are_not_added() -> None:
    assert 300 in said("first two, three hundred")
    assert said("in 2015 three hundred") == {2015, 300}


def test_articles_and_such_words_are_loose() -> None:
    assert [figure.loose for figure in figures("a pair of both")] == [True, True, True]


def test_figures_in_names_are_no_plain_numbers() -> None:
    assert not any(figure.plain for figure in figures("P2P"))
    assert all(figure.plain for figure in figures("12 banks"))


def test_number_words_inside_other_words_are_none() -> None:
    assert figures("Someone often wrote of attention, freight, phones, canines.") == ()


def test_addresses_have_no_numbers() -> None:
    assert figures('<a href="/2017">see</a> https://example.org/25') == ()


@given(st.integers(min_value=1, max_value=10**15))
def test_what_is_spelt_is_read_back(number: int) -> None:
    assert number in said(spelling(Fraction(number), ""))


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (Fraction(383_500_000_000), "", "383.5 billion"),
        (Fraction(7, 2), "%", "3.5%"),
        (Fraction(21), "th", "21st"),
        (Fraction(112), "th", "112th"),
        (Fraction(1, 3), "/", "1/3"),
        (Fraction(1200), "", "1200"),
        (Fraction(12000), "", "12,000"),
    ],
)
def test_values_are_spelt_as_english_spells_them(value: Fraction, unit: str, expected: str) -> None:
    assert spelling(value, unit) == expected


@given(st.text(alphabet="0123456789 one two half a hundred million and-/.,%IVX½", max_size=40))
def test_any_text_is_read_without_error_and_spans_give_the_text_back(text: str) -> None:
    for figure in figures(text):
        assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize("numeral", ["9" * 5000, "1" + ",234" * 2000, "2." + "5" * 5000])
def test_a_numeral_of_thousands_of_digits_is_no_number(numeral: str) -> None:
    assert said(f"Of {numeral} people 12 came.") == {Fraction(12)}
