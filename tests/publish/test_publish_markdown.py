import pytest
from markdown_it import MarkdownIt
from publish.writing import loaded, numbered, own_text, write

from glossary.article import markdown


def published(article: str, english: dict[str, str]) -> str:
    return write(markdown, article.encode(), english).text


ARTICLE = """---
title: 不译
lang: zh
---

# 水库检查 #

> 会议开始，**各乡镇**都来了。
> [通知](https://example.org/a)已经下发。

水务局\x20\x20
乡政府\\
各村

3. 检查堤坝；
4. 清理河道：
   - 东河
   - 西河 <!-- 注 -->

| 单位 | 甲\\|乙 | 电话 |
|------|:--:|--------|
| 水务局 | `码` | 单位 |
| 东乡 |  | 单位 |

![图为水库](a.png)

<div class="x">
<p>水库<b>很多</b>。</p>
</div>

- <p>一段</p>

```
代码不译
```

    缩进代码

[附注]: https://example.org "标题"

结语
===
"""


def shapes(article: str) -> list[tuple[str, str, str]]:
    """Sort, tag and attributes of all tokens; of code also what it is."""
    tokens = MarkdownIt("commonmark").enable("table").parse(article.partition("---\n\n")[2] or article)
    return [
        (token.type, token.tag, token.content if token.type in ("fence", "code_block") else "")
        for token in tokens
    ]


def test_the_structure_is_that_of_the_article() -> None:
    english = numbered(loaded(markdown, ARTICLE.encode()).article)
    done = published(ARTICLE, english)
    assert shapes(done) == shapes(ARTICLE)
    for words in english.values():
        assert words in done
    assert "title: 不译" in done
    assert '[附注]: https://example.org "标题"' in done
    assert "代码不译" in done
    assert "缩进代码" in done


def test_a_document_whose_english_is_its_own_text_comes_back_with_its_paragraphs_on_a_line() -> None:
    source = loaded(markdown, ARTICLE.encode())
    done = source.publish(own_text(source.article), language="zh").data.decode()
    assert done == ARTICLE.replace("来了。\n> [", "来了。 [")


def test_segments_are_markdown_and_so_is_their_english() -> None:
    done = published("**各乡镇**都来了。\n", {"**各乡镇**都来了。": "All *townships* came."})
    assert done == "All *townships* came.\n"


def test_what_is_not_translated_is_marked_in_its_place() -> None:
    done = published("- 东河\n- 西河\n\n| 单位 |\n|--|\n| 电话 |\n", {"东河": "East River"})
    assert done == "- East River\n- ⟦西河⟧\n\n| ⟦单位⟧ |\n|--|\n| ⟦电话⟧ |\n"


@pytest.mark.parametrize(
    ("english", "written"),
    [
        ("2016. A year", "2016\\. A year"),
        ("- a dash", "\\- a dash"),
        ("# one", "\\# one"),
        ("> more", "\\> more"),
        ("-5 degrees", "-5 degrees"),
        ("2016.5", "2016.5"),
        ("*East* River", "*East* River"),
    ],
)
def test_english_does_not_begin_a_block_of_another_kind(english: str, written: str) -> None:
    assert published("东河\n", {"东河": english}) == f"{written}\n"


def test_a_bar_in_a_cell_is_escaped_once() -> None:
    assert published("| 甲 |\n|--|\n| 乙 |\n", {"甲": "A | B", "乙": "C \\| D"}) == (
        "| A \\| B |\n|--|\n| C \\| D |\n"
    )


def test_cells_alike_are_each_written_in_their_own_place() -> None:
    english = {"甲": "A", "甲乙": "B"}
    assert published("| 甲 | 甲乙 | 甲 |\n|--|--|--|\n", english) == "| A | B | A |\n|--|--|--|\n"


def test_comments_between_the_words_of_a_paragraph_stand_behind_its_english() -> None:
    english = {
        "会议开始。": "Begin.",
        "散会了。": "End.",
        "`<!-- 码 -->`很好": "`<!-- 码 -->` is good",
        "甲": "A",
    }
    done = published("会议<!-- 一 -->开始。散会\n了<!-- 二\n三 -->。`<!-- 码 -->`很好\n", english)
    assert done == "Begin. End. `<!-- 码 -->` is good <!-- 一 --> <!-- 二\n三 -->\n"
    assert published("> 会议<!-- 一\n> 二 -->开始。\n", english) == "> Begin. <!-- 一\n> 二 -->\n"
    assert published("散会了。 <!-- 一 -->\n", english) == "End. <!-- 一 -->\n"
    assert published("| 甲<!-- 一 --> |\n|--|\n| 会议<!-- 二 -->开始。 |\n", english) == (
        "| A<!-- 一 --> |\n|--|\n| Begin. <!-- 二 --> |\n"
    )
    assert published("会议<!-- 一 -->开始。\n", {"甲": "A", "会议开始。": ""}) == "⟦会议开始。⟧ <!-- 一 -->\n"


def test_the_title_of_an_image_is_part_of_its_segment() -> None:
    source = '![图为水库](a.png "水库")'
    assert published(f"{source}\n", {source: '![Dam](a.png "A dam")'}) == '![Dam](a.png "A dam")\n'
    assert published("![图为水库](a.png)\n", {"图为水库": "Dam"}) == "![Dam](a.png)\n"


def test_attributes_of_html_between_paragraphs_become_english() -> None:
    done = published(
        '散会\n\n<p title="水库">水库<b>很多</b>。<img alt="散会"></p>\n\n散会\n',
        {"水库很多。": "Many.", "水库": "Reservoirs", "散会": "Closed"},
    )
    assert done == 'Closed\n\n<p title="Reservoirs">Many.<img alt="Closed"></p>\n\nClosed\n'


def test_html_between_paragraphs_keeps_its_tags() -> None:
    done = published(
        '<div class="x">\n<p>水库<b>很多</b>。</p>\n</div>\n', {"水库很多。": "Many <reservoirs>."}
    )
    assert done == '<div class="x">\n<p>Many &lt;reservoirs&gt;.</p>\n</div>\n'
