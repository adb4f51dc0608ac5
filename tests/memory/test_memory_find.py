"""Which sentences of a memory are found for a sentence, and how near they are said to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance.Levenshtein import normalized_similarity

from glossary.memory import Match, Memory, Unit, matches
from glossary.memory.index import Index
from glossary.memory.keys import cleaned, keys, shape

COUNCIL = "国务院昨日在北京召开全体会议。"


def found(text: str, *sources: str, threshold: int = 75) -> Match | None:
    """What a memory of these sentences has for a text; their translations are T0, T1 ..."""
    units = tuple(Unit(source, f"T{number}", "a.po", number + 1) for number, source in enumerate(sources))
    return matches(Memory(units), [text], threshold=threshold)[0]


def score(text: str, source: str) -> int:
    match = found(text, source, threshold=50)
    return match.score if match else 0


@pytest.mark.parametrize(
    "other",
    [
        COUNCIL,
        "國務院昨日在北京召開全體會議。",
        "國(guó)務(wù)院昨日在北京召开全体会议。",
        "国务院昨日在北京 召开全体会议。 ",
        "国务院昨日在北\n京召开全体会议。",
        "国务院昨日在北\u200b京召开全体会议。",
    ],
)
def test_script_glosses_and_white_space_make_no_other_sentence(other: str) -> None:
    assert score(COUNCIL, other) == score(other, COUNCIL) == 100


def test_width_makes_no_other_sentence() -> None:
    assert score("ＧＤＰ增长２％，（初步）", "GDP增长2%,(初步)") == 100


@pytest.mark.parametrize("other", ["3,835亿元", "３８３５亿元", "2亿元"])
def test_digits_make_a_near_sentence_but_never_the_same(other: str) -> None:
    assert score(f"今年出口额达到{other}。", "今年出口额达到1.5亿元。") == 99


def test_a_score_is_the_share_of_characters_that_stay() -> None:
    assert score("一二三四五六七八九十", "一二三四五六七八九拾百") == 81
    assert score("春夏秋冬", "春夏秋东") == 75


def test_what_is_below_the_threshold_is_not_offered() -> None:
    assert found("春夏秋冬", "春夏秋东", threshold=76) is None
    assert found(COUNCIL, "科学院去年在上海举行年度会议。") is None


def test_with_a_threshold_of_100_only_the_same_sentence_is_offered() -> None:
    assert found(COUNCIL, COUNCIL.replace("昨日", "今日"), threshold=100) is None
    assert found(COUNCIL, COUNCIL, threshold=100) is not None


def test_the_same_sentence_counts_more_than_a_near_one_before_it() -> None:
    match = found(COUNCIL, COUNCIL.replace("昨日", "今日"), COUNCIL)
    assert match is not None
    assert (match.unit.target, match.exact) == ("T1", True)


def test_of_near_ones_the_nearest_counts_then_the_one_with_the_same_digits_then_the_first() -> None:
    match = found("第3次会议今天在北京开幕。", "第3次会议昨天在北京开幕。", "第2次会议今天在北京开幕。")
    assert match is not None
    assert match.unit.target == "T1"
    same = found(
        "第3次会议今天闭幕了。", "第25次会议昨天闭幕了。", "第3次会议昨天闭幕了。", "第3次会议明天闭幕了。"
    )
    assert same is not None
    assert same.unit.target == "T1"


def test_other_translations_of_the_same_sentence_are_named_once() -> None:
    units = [Unit(COUNCIL, target, "a.po", line) for line, target in enumerate("ABAB", 1)]
    [match] = matches(Memory(tuple(units)), [COUNCIL], threshold=75)
    assert match is not None
    assert (match.unit, match.others) == (units[0], (units[1],))


@pytest.mark.parametrize("text", ["", " ", "2016", "（1）", "Benxi", "\u200b"])
def test_a_text_without_chinese_finds_nothing(text: str) -> None:
    assert found(text, "2017", "（2）", "Benxi", "\u200b", threshold=50) is None


def test_an_empty_memory_has_nothing() -> None:
    assert matches(Memory(), [COUNCIL], threshold=75) == [None]
    assert matches(Memory((Unit(COUNCIL, "T", "a.po", 1),)), [], threshold=75) == []


# Few characters, so that texts are alike.
ALIKE = st.text("春夏秋冬", max_size=9)


@given(ALIKE, st.sets(ALIKE, max_size=30), st.sampled_from([0.5, 0.6, 0.75, 0.9, 1.0]))
def test_the_index_finds_what_comparing_with_each_finds(text: str, others: set[str], least: float) -> None:
    scores = {other: normalized_similarity(text, other) for other in others}
    best = max(scores.values(), default=0.0)
    wanted = {other for other, score in scores.items() if score == best} if best >= least else set()
    similarity, near = Index.of(sorted(others)).nearest(text, least=least)
    if text:  # an empty text has no length to take a share of
        assert (similarity if near else best, set(near)) == (best, wanted)


@given(
    st.lists(
        st.text(st.one_of(st.sampled_from("国院(guó) \n\r\u2028\u0301"), st.characters()), max_size=8),
        max_size=6,
    )
)
def test_sentences_have_the_keys_together_that_they_have_alone(texts: list[str]) -> None:
    texts = [text.encode("utf-8", "ignore").decode() for text in texts]
    assert keys(cleaned(texts)) == [keys(cleaned([text]))[0] for text in texts]


def test_the_shape_of_a_key_has_its_numerals_aside() -> None:
    assert shape("出口3,835.5亿元,占2%") == "出口0亿元,占0%"
