import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publish.writing import loaded, numbered, write

from glossary.article import html

ENGLISH = {
    "会议开始。": "The meeting began.",
    "兰州市人民政府召开会议。": "A meeting was held by the Lanzhou Municipal People's Government.",
    "详见水库安全的通知。": "See the circular on safe dams.",
    "共有水库128座。": "There are 128 reservoirs.",
    "散会": "Closed",
}


def published(markup: str, english: dict[str, str] = ENGLISH) -> str:
    return write(html, f'<meta charset="utf-8">{markup}'.encode(), english).text.removeprefix(
        '<meta charset="utf-8">'
    )


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_comment(self, data: str) -> None:
        self.found.append(data)


def tags(markup: str) -> list[object]:
    parser = _Tags()
    parser.feed(markup)
    return parser.found


PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>一个网站</title>
<style>p > b { color: red }</style>
<script>var s = "<p>脚本</p>"; if (1 < 2) {}</script></head>
<body class=news onload="go()">
<nav><a href="/">首页</a></nav>
<article>
<h1 id=top>水库检查</h1>
<p>会议开始。<!-- 注 --><a href="?a=1&amp;b=2" target=_blank>通知已经下发。</a>散会了。</p>
<table border=1><tr><th>单位<td>电话&amp;传真<tr><td>水务局<br>东乡<td>&nbsp;</table>
<ul><li>检查；<li><b>清理。</b></ul>
<img src="a.png" alt=""><pre>一行
二行</pre>
<pre><code>代码不译</code></pre>
<form><input value="搜索"></form>
</article>
<footer>版权所有</footer>
</body></html>
"""


def test_all_but_the_text_of_the_article_stays_as_it_is() -> None:
    english = numbered(loaded(html, PAGE.encode()).article)
    done = write(html, PAGE.encode(), english).text
    assert tags(done) == tags(PAGE)
    chinese = sorted((text.replace("&", "&amp;") for text in english), key=len, reverse=True)
    assert re.sub(r" ?Words\d+\.", "", done).replace("--> <a", "--><a") == re.sub("|".join(chinese), "", PAGE)
    assert [done.count(words) for words in english.values()] == [1] * len(english)


def test_a_link_and_an_emphasis_follow_the_rendering_of_their_term() -> None:
    done = published('<p><a href="/x">兰州市人民政府</a>召开会议。</p>')
    assert done == '<p>A meeting was held by the <a href="/x">Lanzhou Municipal People\'s Government</a>.</p>'
    assert "<b>Lanzhou Municipal People's Government</b>" in published(
        "<p><b>兰州市人民政府</b>召开会议。</p>"
    )


def test_a_link_that_is_not_found_follows_the_sentence_with_its_chinese_text() -> None:
    done = published('<p>详见<a href="/x">水库安全的通知</a>。散会</p>')
    assert done == (
        '<p>See the circular on safe dams. (<a href="/x"><span lang="zh">水库安全的通知</span></a>) Closed</p>'
    )


def test_an_emphasis_that_is_not_found_is_left_out_and_said() -> None:
    done = write(html, "<p>会议<em>开始</em>。</p>".encode(), ENGLISH)
    assert done.text.endswith("<p>The meeting began.</p>")
    assert done.messages == ("emphasis left out, its English was not found: 开始",)


@pytest.mark.parametrize("emphasised", ["128", "128座"])
def test_a_number_is_emphasised_where_the_english_has_it(emphasised: str) -> None:
    markup = f"<p>共有水库{emphasised}座。</p>".replace("座座", "座").replace(
        emphasised, f"<b>{emphasised}</b>"
    )
    assert published(markup) == "<p>There are <b>128</b> reservoirs.</p>"


def test_markup_of_whole_sentences_stays_where_it_is() -> None:
    assert (
        published("<p><b>会议开始。</b><i>散会</i></p>") == "<p><b>The meeting began.</b> <i>Closed</i></p>"
    )
    assert published("<p>会议开始。<b>散会</b></p>") == "<p>The meeting began. <b>Closed</b></p>"
    assert published("<p><b>会议开始。散会</b></p>") == "<p><b>The meeting began. Closed</b></p>"


def test_markup_that_ends_inside_a_sentence_is_not_left_open() -> None:
    assert published("<p><b>会议开始。散</b>会</p>") == "<p><b>The meeting began.</b> Closed</p>"
    assert published("<p>会议<b>开始。散会</b></p>") == "<p>The meeting began.<b> Closed</b></p>"


def test_fonts_are_one_for_a_sentence() -> None:
    done = published("<p><span class=a>共有水库</span><span class=b>128</span><span class=a>座。</span></p>")
    assert done == "<p><span class=a>There are 128 reservoirs.</span></p>"


def test_ruby_goes_with_its_sentence() -> None:
    done = published("<p><ruby>会<rt>huì</rt>议<rt>yì</rt></ruby>开<ruby>始<rt>shǐ</rt></ruby>。</p>")
    assert done == "<p>The meeting began.</p>"
    assert (
        published("<p>会议开始。<ruby>散<rt>sàn</rt>会<rt>huì</rt></ruby></p>")
        == "<p>The meeting began. Closed</p>"
    )


def test_readings_without_end_tags_go_and_nothing_behind_them() -> None:
    done = published("<p>会议开始。<ruby>散<rt>sàn<rb>会<rt>huì</ruby></p><p>天晴。</p>")
    assert done.startswith("<p>The meeting began. Closed</p><p><mark")
    assert (
        published("<p><ruby>散<rt>sàn</ruby>会</p><p>会议开始。</p>")
        == "<p>Closed</p><p>The meeting began.</p>"
    )


def test_images_notes_and_comments_inside_a_sentence_follow_it() -> None:
    done = published('<p>会议<img src="a.png"><!-- 注 -->开始。散会</p>')
    assert done == '<p>The meeting began.<img src="a.png"><!-- 注 --> Closed</p>'


def test_images_in_ruby_stay_and_readings_go() -> None:
    bare = published("<p>会议<ruby><img src=a></ruby>开始。散会</p>")
    assert bare == "<p>The meeting began.<img src=a> Closed</p>"
    read = published("<p>会议<ruby>开<rt><i>kai</i><img src=a></rt></ruby>始。散会</p>")
    assert read == "<p>The meeting began.<img src=a> Closed</p>"


def test_text_of_a_translation_is_no_markup() -> None:
    done = published("<p>散会</p>", {"散会": '<script>alert("1")</script> & <b>'})
    assert done == '<p>&lt;script&gt;alert("1")&lt;/script&gt; &amp; &lt;b&gt;</p>'


def test_ideographic_and_fixed_spaces_before_a_translated_paragraph_go() -> None:
    assert published("<p>　　会议开始。</p>") == "<p>The meeting began.</p>"
    assert (
        published("<p>&nbsp;&emsp;<span>&#12288;会议开始。</span></p>")
        == "<p><span>The meeting began.</span></p>"
    )
    assert published("<p>　　天晴。</p><p>散会</p>").startswith("<p>　　<mark")


def test_what_is_not_translated_stays_with_its_markup_and_is_marked() -> None:
    done = published("<p>会议开始。天<b>晴</b>&hellip;&hellip;</p>")
    assert done == (
        '<p>The meeting began. <mark lang="zh-Hans">天</mark><b><mark lang="zh-Hans">晴</mark></b>'
        '<mark lang="zh-Hans">&hellip;&hellip;</mark></p>'
    )


def test_the_page_says_that_it_is_english() -> None:
    head = '<html lang="zh-CN" xml:lang=zh><head><meta http-equiv="Content-Language" content="zh-cn"></head>'
    done = published(
        f'{head}<body lang="zh"><nav lang="zh">首页</nav><p lang=zh-Hans>会议开始。</p></body></html>'
    )
    assert '<html lang="en" xml:lang="en">' in done
    assert 'content="en"' in done
    assert '<body lang="en"><nav lang="zh">首页</nav><p lang="en">The meeting began.</p>' in done
    assert '<html lang="en"><p>Closed</p>' in published("<html><p>散会</p></html>")


def test_the_page_is_utf_8_and_says_so() -> None:
    head = '<?xml version="1.0" encoding="gb2312"?><html><meta http-equiv=Content-Type content="text/html; charset=gb2312">'
    page = f"{head}<p>会议开始。全县的水库都检查了。</p></html>"
    done = write(html, page.encode("gb18030"), {"会议开始。": "“Café”", "全县的水库都检查了。": "All."}).text
    assert 'encoding="UTF-8"' in done
    assert "charset=utf-8" in done
    assert "gb2312" not in done
    assert "<p>“Café” All.</p>" in done


@pytest.mark.parametrize(
    ("start", "declared"),
    [
        ("<!DOCTYPE html><html><head>", '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>'),
        ("<html>", '<html lang="en"><meta charset="utf-8"/>'),
        ("<!DOCTYPE html>", '<!DOCTYPE html><meta charset="utf-8"/>'),
        ("", '<meta charset="utf-8"/>'),
    ],
)
def test_a_page_that_declares_no_encoding_gets_a_declaration(start: str, declared: str) -> None:
    assert write(html, f"{start}<p>散会</p>".encode(), ENGLISH).text == f"{declared}<p>Closed</p>"


def test_the_title_and_what_the_head_says_are_written_without_markup() -> None:
    head = (
        "<head><title>散会</title><meta name=description content='会议开始。散会'>"
        '<meta property="og:title" content="散会"><meta name="author" content="水务局"></head>'
    )
    done = published(f"{head}<h1>散会</h1><p>会议开始。</p>")
    assert "<title>Closed</title>" in done
    assert '<meta name=description content="The meeting began. Closed">' in done
    assert '<meta property="og:title" content="Closed"><meta name="author" content="水务局">' in done
    done = published(f"{head}<p>会议开始。</p>", {"会议开始。": "Begin."})
    assert "<title>⟦散会⟧</title>" in done
    assert 'content="Begin. ⟦散会⟧"' in done


def test_alternative_texts_and_tooltips_become_english_wherever_their_tag_goes() -> None:
    done = published(
        "<p>会议开始。<img src=x alt=散会 title='会议开始。'></p><table title=\"散会\"><tr><td>1</table>"
    )
    assert done == (
        '<p>The meeting began.<img src=x alt="Closed" title="The meeting began."></p>'
        '<table title="Closed"><tr><td>1</table>'
    )
    done = published('<p>据悉，<a href="/x" title="散会">兰州市人民政府</a>召开会议。</p>', {
        "据悉，兰州市人民政府召开会议。": "The Lanzhou Municipal People's Government met.",
        "散会": 'A "closed" <end>',
    })  # fmt: skip
    assert done == (
        '<p>The <a href="/x" title="A &quot;closed&quot; &lt;end&gt;">Lanzhou Municipal People\'s Government</a> met.</p>'
    )


def test_attributes_that_are_not_translated_say_so_and_others_stay_as_they_are() -> None:
    page = '<p>会议开始。<img alt="水&amp;库" title="a&quot;b" data-title="散会"></p>'
    assert published(page) == (
        '<p>The meeting began.<img alt="⟦水&amp;库⟧" title="a&quot;b" data-title="散会"></p>'
    )


@pytest.mark.parametrize("blank", [" ", "\n  ", "　", "&nbsp;", "&#12288;"])
def test_an_attribute_with_white_space_at_its_ends_is_one_value_afterwards(blank: str) -> None:
    page = f'<head><meta name="description" content="{blank}散会{blank}"></head><p>会议开始。<img alt={blank.strip() or "&nbsp;"}散会 src=x></p>'
    assert published(page) == (
        '<head><meta name="description" content="Closed"></head><p>The meeting began.<img alt="Closed" src=x></p>'
    )


def test_an_ideographic_space_does_not_end_a_value_without_quotes() -> None:
    page = "<p>会议开始。<img alt=　散　会 src=x></p>"
    assert published(page, {"会议开始。": "Begin.", "散 会": "End"}) == '<p>Begin.<img alt="End" src=x></p>'


def test_a_page_of_nothing_but_a_head_is_written() -> None:
    assert published("<title>散会</title>") == "<title>Closed</title>"


def test_private_characters_and_unclosed_tags_and_quotes_do_no_harm() -> None:
    done = published('<p>\U0010fffd会议开始。<p>散会 < 3 <b <a href="', {"\U0010fffd会议开始。": "Begin."})
    assert "Begin." in done
    assert write(html, ("<p>散会</p>" + "<a '\"" * 3000).encode(), ENGLISH).text.count("Closed") == 1


WORDS = st.sampled_from(
    ["会议", "水库", "检查。", "结束！", "国务院", " ", "&nbsp;", '<img alt="图">', "128", "<!--c-->"]
)
INLINE = st.recursive(
    st.lists(WORDS, min_size=1, max_size=4).map("".join),
    lambda inner: st.tuples(
        st.sampled_from(["b", "span", "a", 'a title="网"', "i", "ruby"]), st.lists(inner, max_size=3)
    ).map(lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0].split()[0]}>"),
    max_leaves=8,
)


@settings(max_examples=60)
@given(st.lists(INLINE, min_size=1, max_size=4).map("".join))
def test_whatever_the_markup_every_translation_is_there_and_tags_are_paired(markup: str) -> None:
    page = f'<html lang="en"><meta charset="utf-8"><p>占位</p><p>{markup}</p></html>'
    article = loaded(html, page.encode()).article
    english = numbered(article)
    written = write(html, page.encode(), english)
    done = written.text
    after = loaded(html, done.encode()).article
    words = " ".join(block.text for block in after.blocks)
    for text, rendered in english.items():
        gone_with_its_tag = text == "网" and any("left out" in message for message in written.messages)
        is_there = rendered in words or f'"{rendered}"' in done
        assert is_there or gone_with_its_tag or not re.search("[\u4e00-\u9fff]", text)
    opened: list[str] = []
    for tag in re.findall(r"</?(?:b|span|a|i|ruby|p)\b", done):
        if tag[1] != "/":
            opened.append(tag[1:])
        else:
            assert opened.pop() == tag[2:]
    assert not opened
    assert done.count("<img") == page.count("<img")


@settings(max_examples=60)
@given(st.lists(INLINE, min_size=1, max_size=4).map("".join))
def test_whatever_the_markup_an_article_that_is_not_translated_stays(markup: str) -> None:
    page = f'<html lang="en"><meta charset="utf-8"><p>占位</p><p>{markup}</p></html>'
    done = write(html, page.encode(), {"占位": ""}).text
    assert re.sub(r"</?mark[^>]*>|[⟦⟧]", "", done) == page
