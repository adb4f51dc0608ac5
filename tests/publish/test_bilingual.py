import re
from html.parser import HTMLParser

from given import article
from publish.writing import GLOSSARY, matched

from glossary.article.model import Article, Block, BlockKind
from glossary.formats import toml
from glossary.publish import page

TERMS = list(toml.parse(f'{GLOSSARY}\nsource = "A <list>, 2020"\n'.encode(), path="test.toml"))


def shown(source: Article, english: dict[str, str], *fuzzy: str) -> str:
    return page(matched(source, english, fuzzy), TERMS)


def test_each_block_has_its_english_beside_it() -> None:
    done = shown(
        article("会议开始。天晴。", "散会"), {"会议开始。": "It began.", "天晴。": "Fine.", "散会": "Closed"}
    )
    rows = re.findall(r'class="zh" lang="zh-Hans">(.*?)</p>\n<p class="en">(.*?)</p>', done)
    assert rows == [("会议开始。天晴。", "It began. Fine."), ("散会", "Closed")]


def test_a_heading_is_a_heading_and_the_title_of_the_page() -> None:
    source = Article("a.md", (Block("散会", BlockKind.HEADING, ((0, 1),)),), "utf-8")
    done = shown(source, {"散会": "Closed & done"})
    assert "<title>Closed &amp; done</title>" in done
    assert '<h2 class="en">Closed &amp; done</h2>' in done


def test_a_term_has_a_note_with_rendering_status_and_source() -> None:
    done = shown(article("谈水库安全。"), {"谈水库安全。": "On reservoir safety."})
    [tip] = re.findall(
        r'水库安全<span class="tip" role="tooltip" lang="en" id="t1">(.*?)</span></span>', done
    )
    assert tip == (
        "<span>reservoir safety</span><span>phrase, house</span><span>Source: A &lt;list&gt;, 2020"
    )
    assert 'tabindex="0" aria-describedby="t1"' in done


def test_terms_are_listed_once() -> None:
    done = shown(article("国务院。", "国务院"), {"国务院。": "State Council.", "国务院": "State Council"})
    assert done.count('<tr><td lang="zh-Hans">国务院</td><td>State Council</td><td>institution</td>') == 1


def test_text_is_never_markup() -> None:
    evil = '<script>alert("1")</script>&"\''
    done = shown(article(f"国务院{evil}。", "散会"), {"散会": evil})
    assert "<script" not in done
    assert "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&quot;&#x27;" in done


def test_work_left_is_seen() -> None:
    done = shown(article("会议开始。天晴。散会"), {"会议开始。": "It began.", "天晴。": ""}, "会议开始。")
    assert "<mark>[to be checked: It began.]</mark> <mark>[not translated]</mark>" in done
    assert "<mark>[not in the PO file]</mark>" in done
    assert "3 segments, 1 fuzzy, 1 not translated, 1 not in the PO file" in done


class _Outside(HTMLParser):
    found: list[str]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "link", "img", "iframe") or {name for name, _ in attrs} & {"src", "href"}:
            self.found.append(tag)


def test_the_page_needs_nothing_else() -> None:
    done = shown(article("国务院。"), {"国务院。": "State Council."})
    parser = _Outside()
    parser.found = []
    parser.feed(done)
    assert not parser.found
    assert "default-src 'none'" in done
    assert "url(" not in done
    assert "@media print" in done
    assert 'name="viewport"' in done
