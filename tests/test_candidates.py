import pytest
from given import document
from hypothesis import given
from hypothesis import strategies as st

from glossary.candidates import clause, numbered_phrases
from glossary.normalise import fold
from glossary.recognise.model import Reading

GLOSSARY = """
["四个台阶"]
en = "four steps"
kind = "slogan"
"""


def phrases(text: str, *known: str) -> list[str]:
    key = fold(text)
    chosen = [Reading(key.index(form), key.index(form) + len(form), "slogan", "x") for form in known]
    return [key[start:end] for start, end in numbered_phrases(key, chosen)]


@pytest.mark.parametrize(
    "text", ["落实“五个必答题”", "「三大支柱」工程", "坚持“六项原则”", "“兩個清單”制度", "“十条线路”"]
)
def test_a_numbered_phrase_in_quotation_marks_is_a_candidate(text: str) -> None:
    assert len(phrases(text)) == 1


@pytest.mark.parametrize(
    "text", ["用了三个月", "“三心二意”", "三个国家和三个国家和三个国家", "第三大市场", "他说“三个”", "“很好”"]
)
def test_what_only_counts_is_no_candidate(text: str) -> None:
    assert phrases(text) == []


def test_without_quotation_marks_a_phrase_has_to_recur() -> None:
    once = "打好三大攻坚战。"
    assert phrases(once) == []
    assert phrases(once * 3) == ["三大攻坚战"]


def test_a_phrase_that_a_reading_covers_is_no_candidate() -> None:
    assert phrases("“四个台阶”和“五个台阶”", "四个台阶") == ["五个台阶"]


def test_each_phrase_is_listed_once_where_it_stands_first() -> None:
    found = document(GLOSSARY, "开头", "提出“五个梯子”的要求，并落实。", "再说“五个梯子”和“四个台阶”")
    assert [(c.text, c.line, c.context) for c in found.candidates] == [
        ("五个梯子", 2, "提出“五个梯子”的要求")
    ]


def test_the_context_is_the_clause_around_a_phrase() -> None:
    key = fold("先讲背景，再讲“六条路子”的由来；然后")
    start = key.index("六")
    first, last = clause(key, start, start + 4)
    assert key[first:last] == fold("再讲“六条路子”的由来")


@given(st.text('三五个大项一"难题路月，。', max_size=60))
def test_candidates_are_in_order_and_inside_their_clause(text: str) -> None:
    spans = list(numbered_phrases(text, []))
    assert spans == sorted(spans)
    for start, end in spans:
        first, last = clause(text, start, end)
        assert 0 <= first <= start < end <= last <= len(text)
