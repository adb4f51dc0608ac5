from glossary.article import Block
from glossary.article.markdown import parse


def blocks(text: str) -> tuple[Block, ...]:
    return parse(text.encode(), file="a.md", encoding=None).blocks


def found(text: str) -> list[tuple[str, str, int]]:
    return [(block.kind.value, block.text, block.lines[0][1]) for block in blocks(text)]


def test_headings_paragraphs_items_and_quotations_are_blocks_with_their_lines() -> None:
    source = "# 防汛通知\n\n各乡镇：\n\n1. 检查堤坝\n2. 储备物资\n   - 沙袋\n\n> 人人有责\n\n落款\n===\n"
    assert found(source) == [
        ("heading", "防汛通知", 1),
        ("paragraph", "各乡镇：", 3),
        ("item", "检查堤坝", 5),
        ("item", "储备物资", 6),
        ("item", "沙袋", 7),
        ("paragraph", "人人有责", 9),
        ("heading", "落款", 11),
    ]


def test_soft_line_breaks_vanish_between_chinese_characters_and_become_a_space_elsewhere() -> None:
    (block,) = blocks("全县的\n水库 and\ndams，\n“一个”\n不漏\n")
    assert block.text == "全县的水库 and dams，“一个”不漏"
    assert [block.text[offset:][:2] for offset, _ in block.lines] == ["全县", "水库", "da", "“一", "不漏"]
    assert [number for _, number in block.lines] == [1, 2, 3, 4, 5]


def test_lines_inside_a_quotation_are_those_of_the_file() -> None:
    (block,) = blocks("\n> 全县的\n> 水库\n堤坝\n")
    assert (block.text, block.lines) == ("全县的水库堤坝", ((0, 2), (3, 3), (5, 4)))


def test_hard_line_breaks_end_a_block() -> None:
    assert found("县水务局  \n2016年\\\n一月\\\\\n末") == [
        ("paragraph", "县水务局", 1),
        ("paragraph", "2016年", 2),
        ("paragraph", "一月\\\\ 末", 3),
    ]


def test_emphasis_links_and_code_stay_as_they_are_written() -> None:
    source = "请看**通知**和[附件](https://example.org/a_b)，*不要*用 `rm`，\\*注\\* &amp; <b>粗</b>"
    assert [block.text for block in blocks(source)] == [source]


def test_table_cells_are_blocks_and_keep_their_escaped_bars() -> None:
    source = "| 乡镇 | 水库 |\n|---|---|\n| 东乡 | 三\\|四座 |\n| 西乡 | |\n"
    assert found(source) == [
        ("cell", "乡镇", 1),
        ("cell", "水库", 1),
        ("cell", "东乡", 3),
        ("cell", "三\\|四座", 3),
        ("cell", "西乡", 4),
    ]


def test_code_and_comments_are_left_out() -> None:
    source = "```\n代码\n```\n\n    缩进代码\n\n<!-- 草稿\n\n未定 -->\n\n正<!-- 待\n查 -->文\n"
    assert found(source) == [("paragraph", "正文", 11)]
    assert blocks(source)[0].lines == ((0, 11), (1, 12))


def test_html_between_paragraphs_is_read_as_html() -> None:
    assert found('正文\n\n<p align="center">县水务局<br>\n二〇一六年</p>\n\n<div>\n\n*后文*\n\n</div>\n') == [
        ("paragraph", "正文", 1),
        ("paragraph", "县水务局", 3),
        ("paragraph", "二〇一六年", 4),
        ("paragraph", "*后文*", 8),
    ]


def test_front_matter_is_skipped_and_its_lines_are_counted() -> None:
    assert found("---\ntitle: 通知\ntags: [甲]\n---\n正文\n") == [("paragraph", "正文", 5)]
    assert found('+++\ntitle = "通知"\n+++\n\n正文\n') == [("paragraph", "正文", 5)]


def test_a_rule_at_the_start_is_no_front_matter() -> None:
    assert found("---\n\n第一段\n\n---\n") == [("paragraph", "第一段", 3)]


def test_an_image_that_stands_alone_gives_its_text_as_a_caption() -> None:
    assert found("![堤坝全景](a.jpg)\n\n[![水库](b.jpg)](c)\n\n![](d.jpg)\n") == [
        ("caption", "堤坝全景", 1),
        ("caption", "水库", 3),
    ]
    assert found("见![图](a.jpg)。") == [("paragraph", "见![图](a.jpg)。", 1)]


def test_link_definitions_are_no_text() -> None:
    assert found("[a]: https://example.org '题'\n正文 [a]\n") == [("paragraph", "正文 [a]", 2)]
