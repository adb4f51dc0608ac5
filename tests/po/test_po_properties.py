"""What holds for any text: PO files of entries made at random, merged with articles made at random."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from glossary import po
from glossary.errors import DataError
from glossary.model import Document, Segment
from glossary.po import Catalogue, Entry, Previous, Reference
from glossary.po.render import escaped

# Everything that can be encoded and is not the zero byte, with what has a meaning in PO files more often.
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")
TRICKY = st.sampled_from(
    ["\\", '"', "\n", "\r", "\t", "\a", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029", "#", "~", " "]
)
TEXT = st.text(st.one_of(CHARACTERS, TRICKY), max_size=12)
# Few sentences, some of them alike, so that they meet.
SENTENCE = st.sampled_from(
    [
        "春眠不觉晓",
        "春眠不覺曉",
        "春眠不觉早",
        "处处闻啼鸟",
        "处处闻鸟啼",
        "夜来风雨声",
        " 夜来风雨声",
        "花",
        "花落知多少？",
    ]
)
FILE = st.sampled_from(["a.txt", "b/a.txt", "my poem.txt", "c.txt"])
COMMENT = st.sampled_from(["", " ask", " why?\n two lines", "no blank", "\n x"])


FRAGMENT = st.one_of(
    st.sampled_from(
        [
            "# mine\n",
            "#mine\n",
            "#",
            "#. x\n",
            "#: a.txt:1\n",
            "#, fuzzy\n",
            "#~ ",
            "#~|",
            "#| ",
            "\n",
            "\r\n",
        ]
    ),
    st.sampled_from(
        [
            'msgctxt "c"\n',
            'msgid "a"\n',
            'msgid ""\n',
            'msgid_plural "b"\n',
            'msgstr "mine"\n',
            'msgstr[0] "mine"\n',
        ]
    ),
    st.sampled_from(
        ['msgstr ""\n', '"mine"\n', 'msgid "a"\nmsgstr "mine"\n\n', "x", '"', "\\", "\u2028", " "]
    ),
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    plural = draw(st.lists(st.sampled_from(["", "one", "many"]), max_size=2))
    is_obsolete = draw(st.booleans())
    return Entry(
        msgid=draw(SENTENCE),
        msgstr="" if plural else draw(st.sampled_from(["", "Spring sleep", "Birds", 'a "b"\n'])),
        msgctxt=draw(st.sampled_from([None, None, "", "title"])),
        msgid_plural="many" if plural else "",
        msgstr_plural=tuple(plural),
        comment=draw(COMMENT),
        references=tuple(draw(st.lists(st.builds(Reference, FILE, st.integers(0, 9)), max_size=2))),
        flags=tuple(draw(st.lists(st.sampled_from(["fuzzy", "no-wrap"]), unique=True))),
        previous=draw(st.sampled_from([None, Previous("旧"), Previous("旧", "title", "many")])),
        obsolete=is_obsolete,
    )


CATALOGUES = st.builds(
    Catalogue,
    st.lists(entries(), max_size=8).map(tuple),
    st.sampled_from(
        [None, Entry("", "Language: en\n"), Entry("", "X-Source-Language: zh-Hant\n", comment=" me")]
    ),
    wrapped=st.booleans(),
)


@st.composite
def documents(draw: st.DrawFn, *, file: str | None = None) -> Document:
    file = file or draw(FILE)
    texts = draw(st.lists(SENTENCE, max_size=6))
    return Document(file, tuple(Segment(file, line, text) for line, text in enumerate(texts, 1)), "zh-Hans")


def read_back(catalogue: Catalogue) -> Catalogue:
    return po.parse(po.render(catalogue).encode(), path="x.po")


def words(catalogue: Catalogue) -> str:
    """All that translators wrote in a catalogue, as it stands in a file."""
    return "\n".join(
        line
        for entry in catalogue.entries
        for line in (*map(escaped, entry.translations), *entry.comment.split("\n"))
    )


@given(TEXT, TEXT, TEXT, st.booleans(), st.booleans())
def test_any_text_survives_a_file(msgid: str, msgstr: str, other: str, wrapped: bool, gone: bool) -> None:
    entry = Entry(
        "x" + msgid,
        msgstr,
        msgctxt=other,
        msgid_plural=other,
        previous=Previous(msgid, msgstr, other),
        obsolete=gone,
    )
    catalogue = Catalogue((entry, Entry("y", msgstr_plural=(msgid, msgstr))), wrapped=wrapped)
    assert read_back(catalogue) == catalogue


@given(st.text(st.one_of(CHARACTERS, st.sampled_from("春、“（- ")), min_size=60, max_size=200))
def test_long_texts_survive_wrapping(text: str) -> None:
    catalogue = Catalogue((Entry("x", text),), wrapped=True)
    assert read_back(catalogue) == catalogue


@given(CATALOGUES)
def test_any_catalogue_survives_a_file(catalogue: Catalogue) -> None:
    again = read_back(catalogue)
    assert again == catalogue
    assert po.render(again) == po.render(catalogue)


@given(st.lists(FRAGMENT, max_size=15).map("".join))
def test_any_text_is_read_whole_or_refused(text: str) -> None:
    try:
        catalogue = po.parse(text.encode(), path="x.po")
    except DataError:
        return
    assert read_back(catalogue) == catalogue
    anew = replace(catalogue, entries=tuple(replace(entry, raw="") for entry in catalogue.entries))
    assert read_back(anew) == catalogue
    assert po.render(anew).count("mine") == text.count("mine")


@given(CATALOGUES, st.lists(documents(), min_size=1, max_size=3))
def test_no_word_of_a_translator_is_lost(catalogue: Catalogue, articles: list[Document]) -> None:
    merged = catalogue
    for article in articles:
        merged = po.merge(article, merged, generator="g")
    left = words(merged)
    for line in words(catalogue).split("\n"):
        assert line in left


@given(CATALOGUES, st.lists(documents(), min_size=1, max_size=2, unique_by=lambda document: document.file))
def test_merging_again_changes_nothing(catalogue: Catalogue, articles: list[Document]) -> None:
    once = catalogue
    for article in articles:
        once = po.merge(article, once, generator="g")
    once = read_back(once)
    again = po.merge(articles[-1], once, generator="g")
    assert again == once
    assert po.render(again) == po.render(once)


@given(documents(file="a.txt"), documents(file="c.txt"), documents(file="a.txt"))
def test_two_articles_of_one_file_leave_each_other_in_peace(
    first: Document, second: Document, rewritten: Document
) -> None:
    catalogue: Catalogue | None = None
    for article in (first, second, rewritten, second):
        catalogue = po.merge(article, catalogue, generator="g")
    again = catalogue
    for article in (rewritten, second):
        again = po.merge(article, again, generator="g")
    assert again == catalogue


@given(CATALOGUES, documents())
def test_every_sentence_of_the_article_is_there_in_order_and_no_message_twice(
    catalogue: Catalogue, article: Document
) -> None:
    merged = po.merge(article, catalogue, generator="g")
    sentences = list(dict.fromkeys(segment.text for segment in article.segments))
    places = {entry.msgid for entry in merged.entries if not entry.obsolete}
    assert set(sentences) <= places
    keys = [(entry.msgctxt, entry.msgid) for entry in merged.entries]
    assert len(set(keys)) == len(keys)
    own = [
        entry.msgid
        for entry in merged.entries
        if not entry.obsolete
        and entry.references
        and all(reference.file == article.file for reference in entry.references)
    ]
    assert list(dict.fromkeys(own)) == [sentence for sentence in sentences if sentence in own]
