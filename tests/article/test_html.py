import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.article import Block
from glossary.article.html import parse
from glossary.errors import DataError


def blocks(markup: str) -> tuple[Block, ...]:
    return parse(markup.encode(), file="a.html", encoding=None).blocks


def found(markup: str) -> list[tuple[str, str, int]]:
    return [(block.kind.value, block.text, block.lines[0][1]) for block in blocks(markup)]


def texts(markup: str) -> list[str]:
    return [block.text for block in blocks(markup)]


ARTICLE = "<p>全县的水库今天都检查完了，没有发现问题。</p><p>水务局说，检查还要继续；各乡镇要配合。</p>"
SENTENCES = ["全县的水库今天都检查完了，没有发现问题。", "水务局说，检查还要继续；各乡镇要配合。"]


def test_blocks_have_the_kind_of_their_element() -> None:
    markup = """<body><h1>通知</h1>
<p>各乡镇：</p>
<ul><li>检查<ul><li>堤坝</li></ul></li></ul>
<dl><dt>甲</dt><dd>乙</dd></dl>
<table><caption>表一</caption><tr><th>乡镇</th><td><p>东乡</p></td></tr></table>
<figure><img src="a.jpg"><figcaption>水库</figcaption></figure>
<blockquote>人人有责</blockquote>"""
    assert found(markup) == [
        ("heading", "通知", 1),
        ("paragraph", "各乡镇：", 2),
        ("item", "检查", 3),
        ("item", "堤坝", 3),
        ("item", "甲", 4),
        ("item", "乙", 4),
        ("caption", "表一", 5),
        ("cell", "乡镇", 5),
        ("cell", "东乡", 5),
        ("caption", "水库", 6),
        ("paragraph", "人人有责", 7),
    ]


def test_bare_text_and_line_breaks_make_paragraphs() -> None:
    markup = "<div>　　第一段<br><br>　　第二段<br/>第三段<p>第四段</p>第五段</div>"
    assert texts(markup) == ["第一段", "第二段", "第三段", "第四段", "第五段"]


def test_inline_elements_do_not_split_a_paragraph() -> None:
    assert texts("<p>县<b>水务</b>局<a href='x'>网<i>站</i></a>说</p>") == ["县水务局网站说"]


def test_white_space_is_collapsed_and_line_breaks_between_chinese_characters_vanish() -> None:
    (block,) = blocks("<p>\n  全县的\n  水库  and \n dams</p>")
    assert block.text == "全县的水库 and dams"
    assert block.lines == ((0, 2), (3, 3), (10, 4))


def test_lines_are_exact_through_tags_and_comments_of_several_lines() -> None:
    (block,) = blocks("<p\n  class='x'\n>甲\n乙<b\n>丙</b><!-- x\ny -->丁\n戊</p>")
    assert block.text == "甲乙丙丁戊"
    assert [block.line_at(offset) for offset in range(5)] == [3, 4, 5, 6, 7]


def test_ruby_gives_its_base_text() -> None:
    assert texts("<p><ruby>國<rp>(</rp><rt>guó</rt><rp>)</rp></ruby>家</p>") == ["國家"]
    assert texts("<p><ruby><rb>國<rt>guó<rb>家<rt>jiā</ruby>的</p>") == ["國家的"]


def test_scripts_forms_buttons_and_hidden_text_are_left_out() -> None:
    markup = """<body><p>正文，甲</p><script>document.write("脚本，乙")</script>
    <style>p::after{content:"丙"}</style>
    <form><p>搜索，丁</p></form><button>戊</button><p hidden>己</p><p style="display: none">庚</p>
    <p aria-hidden="true">辛</p><noscript>壬</noscript><template><p>癸</p></template>
    <svg><text>子</text></svg></body>"""
    assert texts(markup) == ["正文，甲"]


def test_code_is_left_out_and_preformatted_text_keeps_its_lines() -> None:
    assert found("<body><pre><code>x = '变量'</code></pre><pre>\n第一行\n第二行</pre></body>") == [
        ("paragraph", "第一行", 2),
        ("paragraph", "第二行", 3),
    ]


def test_an_article_element_is_the_article() -> None:
    markup = f"""<body><nav>首页</nav><div>今日要闻，一；二。</div>
    <main><article><header><h1>检查完成</h1></header>{ARTICLE}
    <footer>编辑：甲</footer></article><aside>相关新闻，一条。</aside></main></body>"""
    assert texts(markup) == ["检查完成", *SENTENCES]


def test_a_small_article_element_beside_the_text_is_not_the_article() -> None:
    markup = f"<body><div>{ARTICLE * 3}</div><div><article>广告，一则。</article></div></body>"
    assert texts(markup) == SENTENCES * 3


def test_several_article_elements_are_all_read() -> None:
    markup = f"<body><div><article>{ARTICLE}</article><article>{ARTICLE}</article></div></body>"
    assert texts(markup) == SENTENCES * 2


def test_without_marks_the_container_with_the_running_text_is_the_article() -> None:
    links = "".join(f"<li><a href='{n}'>关于做好第{n}次检查，确保安全的通知</a></li>" for n in range(40))
    markup = f"""<html><head><title>检查完成_县政府网</title></head><body><div><ul>{links}</ul></div>
    <table><tr><td><a href="x">首页</a></td><td><div>{ARTICLE}</div></td></tr></table>
    <div>主办：县政府办公室　电话：12345</div></body></html>"""
    assert texts(markup) == ["检查完成_县政府网", *SENTENCES]


def test_a_page_that_is_one_form_is_read() -> None:
    assert texts(f"<body><form id='page'><div>{ARTICLE}</div></form></body>") == SENTENCES


def test_a_table_with_text_in_the_article_does_not_hide_what_stands_around_it() -> None:
    cells = "".join(f"<td>{sentence * 9}</td>" for sentence in SENTENCES)
    markup = f"<body><div><p>见下表，请查收。</p><table><tr>{cells}</tr></table></div></body>"
    assert texts(markup)[0] == "见下表，请查收。"


def test_the_headline_above_the_container_is_kept() -> None:
    markup = f"""<html><head><title>检查完成-县政府网</title></head>
    <body><div><h1>检查<br>完成</h1></div><div><div>{ARTICLE}</div></div></body></html>"""
    assert found(markup)[:4] == [
        ("heading", "检查完成-县政府网", 1),
        ("heading", "检查", 2),
        ("heading", "完成", 2),
        ("paragraph", SENTENCES[0], 2),
    ]


def test_what_the_head_says_to_readers_is_read() -> None:
    head = """<title>检查完成</title>
<meta name="Description" content="水库都检查完了，
没有发现问题。">
<meta content="水库,检查" name="keywords"><meta name="keywords" content="dam"><meta name="author" content="水务局">
<meta property="og:title" content="检查"><link rel="alternate" title="订阅"><meta name="description">"""
    assert found(f"<html><head>{head}</head><body>{ARTICLE}</body></html>")[:4] == [
        ("heading", "检查完成", 1),
        ("attribute", "水库都检查完了，没有发现问题。", 3),
        ("attribute", "水库,检查", 4),
        ("attribute", "检查", 5),
    ]


def test_a_page_of_nothing_but_a_head_says_it_once() -> None:
    markup = "<title>检查完成</title><meta name=description content=水库>"
    assert found(markup) == [("heading", "检查完成", 1), ("attribute", "水库", 1)]


def test_alternative_texts_and_tooltips_follow_the_block_that_they_stand_in() -> None:
    markup = """<body><p>水库<img src="a.jpg" alt="堤坝" title='东乡&#22278;坝'>都<a title="通知>" href="b">检查</a>完了。</p>
<table title=表一><tr><td><img alt="">东乡</td></tr></table>"""
    assert found(markup) == [
        ("paragraph", "水库都检查完了。", 1),
        ("attribute", "堤坝", 1),
        ("attribute", "东乡圆坝", 1),
        ("attribute", "通知>", 1),
        ("attribute", "表一", 2),
        ("cell", "东乡", 2),
    ]


def test_attributes_outside_of_the_article_without_chinese_or_out_of_sight_are_left_out() -> None:
    markup = f"""<body><nav><a title="首页">首页</a></nav><article>{ARTICLE}<img alt="IMG_1.JPG" data-alt="图">
    <a onclick="x(' title=&quot;甲&quot; alt=\'乙\'')">Go</a><svg title="图标"></svg><p hidden title="丙">丁</p>
    <input title="搜索"></article><img alt="页脚"></body>"""
    assert texts(markup) == [*SENTENCES, "Go"]


def test_the_declared_encoding_is_used() -> None:
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
    markup = f"<html><head>{meta}</head><body><p>镕</body>"
    article = parse(markup.encode("gb18030"), file="a.html", encoding=None)
    assert (article.encoding, [block.text for block in article.blocks]) == ("gb18030", ["镕"])


def test_xhtml_with_a_declaration_and_closed_empty_elements_is_read() -> None:
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html><head><script src="a.js"/></head>'
    markup = f"{head}<body><p>正文<br/>二</p></body></html>"
    assert found(markup) == [("paragraph", "正文", 3), ("paragraph", "二", 3)]


def test_entities_of_a_document_are_not_expanded_and_files_are_not_fetched() -> None:
    doctype = '<!DOCTYPE html [<!ENTITY a "秘密"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    text = "".join(texts(f"{doctype}<body><p>正文&a;&f;&amp;</p></body>"))
    assert "正文&a;&f;&" in text
    assert "root:" not in text


def test_broken_and_deeply_nested_markup_is_read() -> None:
    assert texts("<p>甲<b>乙<p>丙</i></td>丁<div>戊") == ["甲乙", "丙丁", "戊"]
    assert texts("<div>" * 1500 + "深，处。") == ["深，处。"]


def test_nesting_that_the_parser_gives_up_on_is_an_error_and_no_silent_loss() -> None:
    with pytest.raises(DataError, match="nested"):
        blocks("<p>甲</p>" + "<div>" * 3000 + "乙")


def test_a_page_without_text_has_no_blocks() -> None:
    assert blocks("<html><body><img src=a></body></html>") == ()
    assert blocks("<!-- 无 -->") == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<br>",
                "\n",
                " ",
                "国",
                "院",
                "a",
                "，",
                "&nbsp;",
                "　",
                "<!--\n-->",
            ]
        )
    )
)
def test_every_block_is_one_stripped_line_with_ascending_lines(parts: list[str]) -> None:
    source = "".join(parts)
    for block in blocks(f"<body>{source}</body>"):
        assert block.text == block.text.strip()
        assert len(block.text.splitlines()) == 1
        assert block.lines[0][0] == 0
        assert list(block.lines) == sorted(set(block.lines))
        for offset, number in block.lines:
            assert block.text[offset] in source.split("\n")[number - 1].replace("&nbsp;", "\xa0")


@pytest.mark.parametrize(
    "subset", ["[\n<!ENTITY x 'y'>\n]", '[ <!ENTITY x "]>&y;"> <!-- it\'s ]> -->\n\n&z; ] ']
)
def test_declarations_inside_a_document_type_are_no_text_and_lines_stay(subset: str) -> None:
    page = (
        "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x.dtd'{}>\n"
        + ARTICLE
    )
    line = 3 + subset.count("\n")
    assert found(page.format(" " + subset)) == [("paragraph", text, line) for text in SENTENCES]
    assert found(page.format("")) == [("paragraph", text, 3) for text in SENTENCES]
