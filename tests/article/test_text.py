from hypothesis import given
from hypothesis import strategies as st

from glossary.article import Block, BlockKind
from glossary.article.text import parse


def blocks(text: str) -> tuple[Block, ...]:
    return parse(text.encode(), file="a.txt", encoding=None).blocks


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


# A notice of our own, 30 characters to the line.
WRAPPED = """各有关单位：

　　为进一步做好今年夏季防汛准备，保证沿河各村群众安全度汛，
经研究决定从下周一起对全县范围内的水库和堤坝进行一次全面检查
，检查由县水务局牵头，各乡镇抽调熟悉情况的技术人员共同参加。

　　检查中发现的问题要当场登记并且明确整改期限，能够当天解决
的当天解决，不能当天解决的要派专人值守。
"""


def test_every_line_that_is_not_blank_is_a_paragraph() -> None:
    assert blocks("防汛通知\n\n\u3000\u3000各乡镇：\t\n请做好准备。") == (
        Block("防汛通知", BlockKind.PARAGRAPH, ((0, 1),)),
        Block("各乡镇：", BlockKind.PARAGRAPH, ((0, 3),)),
        Block("请做好准备。", BlockKind.PARAGRAPH, ((0, 4),)),
    )


def test_lines_that_were_wrapped_by_hand_are_joined_and_keep_their_numbers() -> None:
    found = blocks(WRAPPED)
    assert [block.text for block in found] == [
        "各有关单位：",
        "为进一步做好今年夏季防汛准备，保证沿河各村群众安全度汛，经研究决定从下周一起对全县范围内的水库和堤坝进行"
        "一次全面检查，检查由县水务局牵头，各乡镇抽调熟悉情况的技术人员共同参加。",
        "检查中发现的问题要当场登记并且明确整改期限，能够当天解决的当天解决，不能当天解决的要派专人值守。",
    ]
    text = found[1].text
    assert [number for _, number in found[1].lines] == [3, 4, 5]
    assert found[1].line_at(text.index("经研究")) == 4
    assert found[1].line_at(text.index("经研究") - 1) == 3
    assert found[1].line_at(text.index("，检查由")) == 5


def test_in_a_text_that_is_wrapped_throughout_full_stops_at_line_ends_do_not_hide_it() -> None:
    wrapped = WRAPPED.split("\n\n")[1]
    stops = "各村都要有人值守并且每天两次向指挥部报告水位，不得漏报一次。\n汛期结束以前不得撤离。"
    assert len(texts("\n\n".join([wrapped, wrapped, stops]))) == 3
    assert len(texts(stops)) == 2


def test_wrapped_english_is_joined_with_spaces() -> None:
    text = (
        "The county office for flood control asks all of the villages along the\n"
        "river to have their pumps, sandbags and boats ready before the end of\n"
        "the month, and to name one person who can be reached at all hours.\n"
    )
    assert texts(text) == [text.strip().replace("\n", " ")]


def test_two_lines_alone_are_not_enough_to_join_them() -> None:
    lines = ["检查中发现的问题要当场登记并且明确整改期限，能够当天解决", "的当天解决，其余的要派专人值守。"]
    assert texts("\n".join(lines)) == lines


def test_full_lines_that_end_sentences_are_paragraphs() -> None:
    line = "各乡镇要在本月底以前完成对辖区内全部水库和堤坝的检查登记工作。"
    assert texts("\n".join([line] * 4)) == [line] * 4


def test_a_list_of_names_of_one_length_is_not_joined() -> None:
    names = [f"{place}县水务局防汛抗旱指挥部办公室应急物资储备管理中心" for place in "东西南北中"]
    assert texts("\n".join(names)) == names


def test_numbered_clauses_are_not_joined() -> None:
    clauses = [f"{n}、各乡镇要在本月底以前完成对辖区内全部水库和堤坝的检查登记工作并" for n in "一二三"] + [
        "四、落实。"
    ]
    assert texts("\n".join(clauses)) == clauses


def test_short_lines_such_as_verse_are_not_joined() -> None:
    verse = ["春雨细如丝", "山前水满池", "农家忙下种", "正是插秧时。"]
    assert texts("\n".join(verse)) == verse


def test_a_paragraph_on_one_long_line_is_not_joined_to_its_neighbour() -> None:
    long = "各乡镇要抓紧检查" * 30
    assert texts(f"{long}\n{long}\n{long}。") == [long, long, long + "。"]


def test_page_breaks_and_line_separators_end_a_paragraph_but_no_line_of_the_file() -> None:
    found = blocks("甲\f乙\n丙\u2028丁\u2029戊\n\x85己\v庚")
    assert "".join(block.text for block in found) == "甲乙丙丁戊己庚"
    assert [block.lines for block in found] == [((0, line),) for line in (1, 1, 2, 2, 2, 3, 3)]


def test_old_line_ends_count_as_lines() -> None:
    assert [block.lines[0][1] for block in blocks("甲\r\n\r\n乙\r丙")] == [1, 3, 4]


def test_a_line_of_invisible_characters_is_blank() -> None:
    assert texts("甲\n\u200b\u3000\n乙\ufeff") == ["甲", "乙"]


@given(st.lists(st.text("国务院a ，。\u3000\t\f\u2028\u200b“（1", max_size=60)))
def test_every_block_is_one_stripped_line_whose_starts_stand_on_the_lines_named(lines: list[str]) -> None:
    for block in blocks("\n".join(lines)):
        assert block.text
        assert block.text == block.text.strip()
        assert len(block.text.splitlines()) == 1
        assert block.lines[0][0] == 0
        assert [offset for offset, _ in block.lines] == sorted({offset for offset, _ in block.lines})
        for offset, number in block.lines:
            assert block.text[offset] in lines[number - 1]
