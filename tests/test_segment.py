"""Where a document is cut into segments, and where not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.segment import Unit, segment


def segments(text: str, **options: object) -> list[str]:
    return [text[start:end] for start, end in segment(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "会议开幕。代表发言！有何意义？请看；再见……完",
            ["会议开幕。", "代表发言！", "有何意义？", "请看；", "再见……", "完"],
        ),
        (
            "会议强调,要抓落实.代表发言!有何意义?请看;完",
            ["会议强调,要抓落实.", "代表发言!", "有何意义?", "请看;", "完"],
        ),
        ("标题\n\n正文。\n图为现场", ["标题", "正文。", "图为现场"]),
        ("他指出：“要坚持。”会议结束。", ["他指出：“要坚持。”", "会议结束。"]),
        ("「好。」他說。", ["「好。」", "他說。"]),
        ("会议结束。（记者张三）", ["会议结束。", "（记者张三）"]),
        ("　　会议开幕。　代表发言。 ", ["会议开幕。", "代表发言。"]),
    ],
)
def test_a_sentence_ends_after_its_mark_and_what_closes_with_it(text: str, expected: list[str]) -> None:
    assert segments(text) == expected


@pytest.mark.parametrize(
    "whole",
    [
        "增长3.5%左右",
        "见www.example.cn网站",
        "他指出：“要坚持。要落实。”",
        "学习《何去何从？关于改革的思考》一文",
        "提出“干什么？怎么干？”的问题",
        "喊出“加油！”，走上前台",
        "“你好！”他说",
        "会议（详见第三版。）已经结束",
        "这里有损坏真?zhèn)鬟_的文字",
        "会议通过了《决定》，发表了公报",
    ],
)
def test_no_break_inside_numbers_quotations_titles_brackets_or_damage(whole: str) -> None:
    assert segments(whole) == [whole]


def test_a_quotation_that_is_not_closed_binds_nothing() -> None:
    assert segments("他说：“要坚持。会议结束。\n下一段”。") == ["他说：“要坚持。", "会议结束。", "下一段”。"]


def test_a_break_never_cuts_a_protected_span() -> None:
    assert segments("口号是快干！实干！已经传开。", protected=[(3, 9)]) == [
        "口号是快干！实干！",
        "已经传开。",
    ]


def test_paragraphs_are_whole_blocks() -> None:
    assert segments("一。二。\n三。", unit=Unit.PARAGRAPH) == ["一。二。", "三。"]


@given(st.text(alphabet="国务院。！；.;“”《》（）() \n3a?", max_size=60))
def test_segments_are_in_order_and_leave_out_nothing_but_white_space(text: str) -> None:
    position = 0
    for start, end in segment(text):
        assert start < end
        assert not text[position:start].strip()
        assert "\n" not in text[start:end]
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()
