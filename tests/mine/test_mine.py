"""Candidates from articles."""

import pytest
from given import annotator, article

from glossary.mine import Found, Options, Sort, mine
from glossary.normalise import fold

GLOSSARY = """
["国务院"]
en = "State Council"
kind = "institution"
["本溪市"]
en = "Benxi"
kind = "place.city"
["四个台阶"]
en = "four steps"
kind = "slogan"
["节水"]
en = "water saving"
kind = "term"
["{place}人民政府"]
en = "{place} People's Government"
kind = "institution"
"""


def mined(*articles: list[str], options: Options | None = None, glossary: str = GLOSSARY) -> list[Found]:
    """What is mined from articles, each a list of paragraphs."""
    annotate = annotator(glossary)
    documents = [annotate.annotate(article(*paragraphs)) for paragraphs in articles]
    found = mine(
        ((f"{number}.txt", each.segments) for number, each in enumerate(documents)),
        options or Options(minimum=2),
    )
    return list(found)


def of(found: list[Found], sort: Sort) -> list[str]:
    return [candidate.zh for candidate in found if candidate.sort is sort]


def test_a_quoted_phrase_that_recurs_is_a_candidate_with_counts_and_contexts() -> None:
    found = mined(
        ["要用好“藤编夜校”这个平台，办出特色。"], ["先讲背景。各村都办“藤编夜校”。", "“藤编夜校”很受欢迎。"]
    )
    [candidate] = [each for each in found if each.sort is Sort.PHRASE]
    assert (candidate.zh, candidate.count, candidate.articles) == ("藤编夜校", 3, 2)
    assert [(each.file, each.line, each.text) for each in candidate.contexts][:2] == [
        ("0.txt", 1, "要用好“藤编夜校”这个平台"),
        ("1.txt", 1, "各村都办“藤编夜校”"),
    ]


@pytest.mark.parametrize("text", ["他说“好得很，我们都去。”", "大家喊“快走吧”", "读作“ok”", "“四个台阶”"])
def test_speech_and_what_the_glossary_has_are_no_quoted_candidates(text: str) -> None:
    found = mined([f"一月里，{text}", f"二月里，{text}"])
    assert of(found, Sort.PHRASE) == of(found, Sort.SLOGAN) == []


def test_a_number_and_what_it_counts_is_a_slogan() -> None:
    assert of(mined(["落实“五个台阶”和“四个台阶”。", "坚持“五个台阶”。"]), Sort.SLOGAN) == ["五个台阶"]


def test_a_title_is_a_candidate_without_its_marks_and_nothing_inside_it_is_one() -> None:
    found = mined(["出台《藤编夜校建设指引》。", "各地学习《藤编夜校建设指引》。"])
    assert of(found, Sort.DOCUMENT) == ["藤编夜校建设指引"]
    assert len(found) == 1


def test_a_body_is_known_by_its_ending_and_begins_with_no_verb() -> None:
    texts = ["他任职于丘陵果业协会", "由丘陵果业协会主办", "丘陵果业协会成立", "他们打击丘陵果业协会"]
    assert of(mined(texts), Sort.INSTITUTION) == ["丘陵果业协会"]


def test_words_that_recur_together_are_a_term_and_its_pieces_are_none() -> None:
    texts = ["新建稻田碳汇试点", "推广稻田碳汇试点", "关于稻田碳汇试点的说明", "稻田碳汇试点有三处"]
    assert of(mined(texts), Sort.TERM) == ["稻田碳汇试点"]


def test_words_that_happen_to_meet_are_no_term() -> None:
    texts = [f"{first}推进{second}" for first in "甲乙丙丁" for second in ("工程", "工作", "项目")]
    assert mined(texts) == []


def test_what_the_glossary_has_or_composes_is_no_candidate() -> None:
    texts = ["国务院开会", "国务院讨论了", "本溪市人民政府答复", "向本溪市人民政府报告"]
    assert mined(texts) == []


def test_bodies_composed_with_certainty_are_listed_where_they_are_asked_for() -> None:
    texts = ["本溪市人民政府答复", "向本溪市人民政府报告", "国务院开会", "国务院讨论了"]
    [candidate] = mined(texts, options=Options(minimum=2, composed=True))
    assert (candidate.zh, candidate.proposal, candidate.certain) == (
        "本溪市人民政府",
        "Benxi People's Government",
        True,
    )


def test_a_term_tells_which_of_its_words_are_known() -> None:
    [candidate] = mined(["建设节水稻田", "保护节水稻田", "节水稻田不少", "说到节水稻田"])
    assert candidate.zh == "节水稻田"
    assert candidate.parts == (("节水", "water saving"), ("稻田", ""))


def test_either_script_counts_as_one_and_stands_as_the_first_article_has_it() -> None:
    [candidate] = mined(["辦好“藤編夜校”。"], ["办好“藤编夜校”吧。"])
    assert (candidate.zh, candidate.count) == ("藤編夜校", 2)


def test_a_sentence_that_is_copied_counts_once() -> None:
    assert mined(["办好“藤编夜校”。"], ["办好“藤编夜校”。"]) == []


def test_the_least_count_and_the_limit_hold() -> None:
    texts = ["“甲藤夜校”一", "“甲藤夜校”二", "“甲藤夜校”三", "“乙藤夜校”四", "“乙藤夜校”五"]
    assert of(mined(texts), Sort.PHRASE) == ["甲藤夜校", "乙藤夜校"]
    assert of(mined(texts, options=Options(minimum=3)), Sort.PHRASE) == ["甲藤夜校"]
    assert of(mined(texts, options=Options(minimum=2, limit=1)), Sort.PHRASE) == ["甲藤夜校"]


def test_names_of_people_and_dates_are_in_no_term() -> None:
    texts = ["2021年稻田碳汇", "2022年稻田碳汇", "五月稻田碳汇", "稻田碳汇"]
    assert {fold(each.zh) for each in mined(texts)} == {"稻田碳汇"}
