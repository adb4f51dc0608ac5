import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.normalise import STEPS, UNTIDY, AlignedText, clean
from glossary.normalise.damage import damage

MIXED = st.text(
    st.sampled_from("國国后兒務A李a ōo(（)）guówù:2\u0301\u0304\u0308\u200b\ufeff\u3000\t\n?_ⓘ\uf900⻓"),
    max_size=40,
)


def cleaned(text: str) -> str:
    return clean(text).aligned.text


@pytest.mark.parametrize(
    "invisible",
    [
        *(
            "\u200b",
            "\u200d",
            "\u200e",
            "\u2060",
            "\ufeff",
            "\u00ad",
            "\u202a",
            "\u2069",
            "\ufe0f",
            "\U000e0100",
        ),
        *("\x00", "\x07", "\r", "\x7f", "\x9f", "\u061c"),
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_invisible_characters_are_removed_wherever_they_stand(invisible: str) -> None:
    assert cleaned(f"{invisible}四个{invisible * 2}着力{invisible}") == "四个着力"


@pytest.mark.parametrize(
    "space",
    ["\u00a0", "\u3000", "\t", "\u2002", "\u200a", "\u202f", "\x0b", "\x0c", "\u2028"],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_every_kind_of_white_space_becomes_one_plain_space(space: str) -> None:
    assert cleaned(f"张三{space}李四 {space} 王五{space * 2}赵六") == "张三 李四 王五 赵六"


def test_white_space_between_han_characters_is_content() -> None:
    assert cleaned("两个 坚持") == "两个 坚持"


def test_a_hyphen_is_no_white_space() -> None:
    assert cleaned("ARPA-E  项目") == "ARPA-E 项目"


def test_white_space_does_not_reach_across_a_line_feed() -> None:
    assert cleaned("甲 \u3000\n\n \t乙") == "甲 \n\n 乙"


def test_compatibility_ideographs_become_the_unified_ones() -> None:
    assert cleaned("\uf914\u2f08\u2ed3城") == "樂人长城"


def test_decomposed_letters_are_put_together() -> None:
    assert cleaned(unicodedata.normalize("NFD", "Café Lǚ ガ")) == "Café Lǚ ガ"


def test_a_mark_without_a_letter_stays() -> None:
    assert cleaned("\u0301a\n\u0301") == "\u0301a\n\u0301"


@pytest.mark.parametrize(
    "text", ["國務院，“國家”", "①②③", "ＧＤＰ", "m² ㎡", "「台灣」『裏』", "第20届——", "C'est ça…"]
)
def test_script_widths_and_punctuation_stay_as_they_are(text: str) -> None:
    assert cleaned(text) == text


def test_a_clean_character_maps_to_what_it_came_from() -> None:
    source = "\ufeff國(guó)\u200b務(wù)\u3000\u3000院"
    aligned = clean(source).aligned
    assert aligned.text == "國務 院"
    assert [source[slice(*aligned.original(i, i + 1))] for i in range(4)] == [
        "國",
        "務",
        "\u3000\u3000",
        "院",
    ]
    assert source[slice(*aligned.original(0, 2))] == "國(guó)\u200b務"


@given(MIXED)
def test_line_feeds_are_neither_removed_nor_added_and_keep_their_place(text: str) -> None:
    aligned = clean(text).aligned
    found = [aligned.original(i, i + 1)[0] for i, character in enumerate(aligned.text) if character == "\n"]
    assert found == [i for i, character in enumerate(text) if character == "\n"]


@given(MIXED)
def test_each_line_is_cleaned_as_if_it_stood_alone(text: str) -> None:
    assert cleaned(text) == "\n".join(cleaned(line) for line in text.split("\n"))


@given(MIXED)
def test_a_clean_text_is_clean(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.text())
def test_any_text_can_be_cleaned(text: str) -> None:
    aligned = clean(text).aligned
    assert all(aligned.original(i, i + 1)[1] <= len(text) for i in range(len(aligned.text)))


def test_thirty_marks_on_a_letter_are_put_in_order_and_the_rest_is_left() -> None:
    mixed = "\u0301\u0323" * 20
    assert cleaned("a" + mixed) == unicodedata.normalize("NFC", "a" + mixed[:30]) + mixed[30:]
    assert cleaned("a" + mixed[:30]) == unicodedata.normalize("NFC", "a" + mixed[:30])


def test_what_no_step_looks_at_is_not_changed_by_any_step() -> None:
    untouched = [character for character in map(chr, range(0xD800)) if not UNTIDY.match(character)]
    assert len(untouched) > 20_000
    for text in untouched:
        assert not any(list(step(text)) for step in STEPS)
        assert not damage(AlignedText(text))


def test_text_with_nothing_but_glosses_loses_them() -> None:
    assert cleaned("国(guo)务（wu）院(GDP)，“张三”—5%") == "国务院(GDP)，“张三”—5%"
