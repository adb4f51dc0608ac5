"""Entries changed in one thing: all their other lines stay as another program wrote them."""

import pytest

from glossary import po
from glossary.po import Catalogue, Entry

PLAIN = '# Mine.\n#. old\n#:  a.txt:1\n#: b.txt:2\n#, c-format\n#| msgid "a"\nmsgid "b"\nmsgstr "x"'
BARE = 'msgctxt "menu"\nmsgid ""\n"b"\nmsgstr ""\n"x"'
PLURAL = '#. old\nmsgid "b"\nmsgid_plural "bs"\nmsgstr[0] "x"\nmsgstr[1] "xs"'
ODD = 'msgid "b"\n#. old\nmsgstr "x"'


def parsed(text: str) -> Catalogue:
    return po.parse(text.encode(), path="a.po")


def entry(text: str) -> Entry:
    (found,) = parsed(text).entries
    return found


def rendered(changed: Entry) -> str:
    text = po.render(Catalogue((changed,)))
    assert parsed(text).entries == (changed,)
    return text.removesuffix("\n")


@pytest.mark.parametrize("text", [PLAIN, BARE, PLURAL, ODD])
def test_what_is_the_same_is_the_very_same(text: str) -> None:
    found = entry(text)
    assert po.with_extracted(found, found.extracted) is found
    assert po.with_translations(found, found.msgstr_plural or (found.msgstr,), wrapped=False) is found


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (PLAIN, PLAIN.replace("#. old", "#. new\n#. newer")),
        (BARE, f"#. new\n#. newer\n{BARE}"),
        (PLURAL, PLURAL.replace("#. old", "#. new\n#. newer")),
        (ODD, '#. new\n#. newer\nmsgid "b"\nmsgstr "x"'),
    ],
    ids=["plain", "bare", "plural", "odd"],
)
def test_extracted_comments_are_replaced_where_they_stand(text: str, changed: str) -> None:
    assert rendered(po.with_extracted(entry(text), ("new", "newer"))) == changed


@pytest.mark.parametrize("text", [PLAIN, PLURAL, ODD])
def test_extracted_comments_are_taken_out(text: str) -> None:
    assert rendered(po.with_extracted(entry(text), ())) == text.replace("#. old\n", "")


@pytest.mark.parametrize(
    ("text", "texts", "changed"),
    [
        (PLAIN, ('say "y"',), PLAIN.replace('msgstr "x"', r'msgstr "say \"y\""')),
        (BARE, ("y\nz",), BARE.replace('"x"', '"y\\n"\n"z"')),
        (PLURAL, ("y", "xs"), PLURAL.replace('"x"', '"y"')),
    ],
    ids=["plain", "bare", "plural"],
)
def test_a_translation_is_replaced_and_all_before_it_stays(
    text: str, texts: tuple[str, ...], changed: str
) -> None:
    assert rendered(po.with_translations(entry(text), texts, wrapped=False)) == changed


def test_a_comment_of_annotate_is_read_back_and_any_other_is_none() -> None:
    assert po.noted("? 奥巴马 → ?  [person; rendering unknown]") == ("奥巴马", "")
    assert po.noted("市长 → mayor → head  [title]") == ("市长", "mayor → head")
    assert po.noted("type: Title ==") is None
    assert po.noted("a → b") is None
