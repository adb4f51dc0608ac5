from pathlib import Path

import pytest

from glossary import po
from glossary.errors import DataError
from glossary.po import Previous, Reference

HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def parsed(text: str) -> po.Catalogue:
    return po.parse(text.encode(), path="some.po")


def test_an_entry_is_read_with_all_that_is_said_about_it() -> None:
    catalogue = parsed(
        HEADER
        + "# Check with the office.\n"
        + "#. a hint\n"
        + "#: articles/a.txt:7 articles/b.md:9\n"
        + "#, fuzzy, no-wrap\n"
        + '#| msgctxt "title"\n'
        + '#| msgid "春天"\n'
        + 'msgctxt "heading"\n'
        + 'msgid "春天来了"\n'
        + 'msgstr "Spring "\n'
        + '"is here"\n'
    )
    (entry,) = catalogue.entries
    assert entry.msgid == "春天来了"
    assert entry.msgstr == "Spring is here"
    assert entry.msgctxt == "heading"
    assert entry.comment == " Check with the office."
    assert entry.extracted == ("a hint",)
    assert entry.references == (Reference("articles/a.txt", 7), Reference("articles/b.md", 9))
    assert entry.flags == ("fuzzy", "no-wrap")
    assert entry.previous == Previous("春天", "title")
    assert entry.line == 13
    assert entry.fuzzy
    assert not entry.obsolete


def test_plural_forms_are_read() -> None:
    (entry,) = parsed('msgid "项"\nmsgid_plural "项们"\nmsgstr[0] "item"\nmsgstr[1] "items"\n').entries
    assert entry.msgid_plural == "项们"
    assert entry.msgstr_plural == ("item", "items")
    assert entry.translations == ("item", "items")


def test_obsolete_entries_keep_their_comments_and_previous_sentence() -> None:
    (entry,) = parsed(
        '# mine\n#, fuzzy\n#~| msgid "旧"\n#~ msgid "新"\n#~ msgstr ""\n#~ "a"\n#~ "b"\n'
    ).entries
    assert entry.obsolete
    assert entry.comment == " mine"
    assert entry.previous == Previous("旧")
    assert entry.msgstr == "ab"


def test_comments_need_no_blank_after_their_marker() -> None:
    (entry,) = parsed('#mine\n#.hint\n#:a.txt:3\n#,fuzzy\n#|msgid "b"\nmsgid "a"\nmsgstr "c"\n').entries
    assert (entry.comment, entry.extracted, entry.references) == ("mine", ("hint",), (Reference("a.txt", 3),))
    assert entry.fuzzy
    assert entry.previous == Previous("b")


def test_a_comment_that_begins_with_an_empty_line_belongs_to_the_entry_below() -> None:
    first, second = parsed('msgid "a"\nmsgstr "b"\n#\n# mine\nmsgid "c"\nmsgstr "d"\n').entries
    assert (first.comment, second.comment) == ("", "\n mine")


def test_a_reference_whose_line_is_no_number_of_a_line_is_a_name() -> None:
    many = "9" * 5000
    [entry] = parsed(f'{HEADER}#: a.txt:{many} b.txt:7\nmsgid "春"\nmsgstr ""\n').entries
    assert entry.references == (Reference(f"a.txt:{many}"), Reference("b.txt", 7))


def test_references_hold_file_names_with_blanks() -> None:
    (entry,) = parsed(
        '#: \u2068my article.txt\u2069:3 b.txt \u2068春 天.md\u2069 c:d.txt:12\nmsgid "a"\nmsgstr ""\n'
    ).entries
    assert entry.references == (
        Reference("my article.txt", 3),
        Reference("b.txt"),
        Reference("春 天.md"),
        Reference("c:d.txt", 12),
    )


def test_escapes_are_those_of_c() -> None:
    (entry,) = parsed(r'msgid "q\"b\\t\tn\nr\ra\av\vf\fb\bx\x41o\101s\\\\a\\x41"' + '\nmsgstr ""\n').entries
    assert entry.msgid == 'q"b\\t\tn\nr\ra\av\vf\fb\bxAoAs\\\\a\\x41'


def test_unusual_separators_are_part_of_a_string() -> None:
    (entry,) = parsed('msgid "a\u2028b\x85c\x1cd\u2029"\nmsgstr ""\n').entries
    assert entry.msgid == "a\u2028b\x85c\x1cd\u2029"


def test_a_message_with_a_context_and_no_text_is_no_header() -> None:
    catalogue = parsed('msgctxt "x"\nmsgid ""\nmsgstr "y"\n')
    assert catalogue.header is None
    assert catalogue.entries[0].msgctxt == "x"


@pytest.mark.parametrize("name", ["gb2312", "GBK", "gb18030", "big5", "UTF-8"])
def test_the_charset_is_the_one_that_the_header_names(name: str) -> None:
    text = (
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset={name}\\n"\n\nmsgid "春天"\nmsgstr "Spring"\n'
    )
    assert po.parse(text.encode(name), path="x.po").entries[0].msgid == "春天"


def test_characters_beyond_the_declared_gb2312_are_read() -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=gb2312\\n"\n\nmsgid "朱镕基"\nmsgstr ""\n'
    assert po.parse(text.encode("gbk"), path="x.po").entries[0].msgid == "朱镕基"


def test_a_template_whose_charset_is_not_filled_in_is_utf8() -> None:
    catalogue = parsed(HEADER.replace("UTF-8", "CHARSET") + 'msgid "春"\nmsgstr ""\n')
    assert catalogue.entries[0].msgid == "春"


def test_a_message_about_charsets_does_not_change_how_the_file_is_read() -> None:
    message = 'msgid "Content-Type: text/plain; charset=big5"\nmsgstr "春"\n'
    assert parsed('msgid "春"\nmsgstr ""\n\n' + message).entries[1].msgstr == "春"


def test_windows_line_ends_and_byte_order_marks_are_no_part_of_the_text() -> None:
    catalogue = po.parse(
        ("\ufeff" + HEADER + '# mine\nmsgid "a"\nmsgstr "b"\n').replace("\n", "\r\n").encode(), path="x"
    )
    assert catalogue.newline == "\r\n"
    assert catalogue.header is not None
    assert catalogue.entries == (po.Entry("a", "b", comment=" mine"),)
    assert "\r" not in po.render(catalogue)


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_an_empty_file_has_nothing_in_it(text: str) -> None:
    assert parsed(text) == po.Catalogue()


def test_a_file_may_be_only_a_header() -> None:
    catalogue = parsed("# Translated by me\n" + HEADER)
    assert catalogue.entries == ()
    assert catalogue.header is not None
    assert catalogue.header.comment == " Translated by me"


def test_without_a_header_the_first_comment_is_that_of_the_first_entry() -> None:
    catalogue = parsed('# mine\nmsgid "a"\nmsgstr "b"\n')
    assert catalogue.header is None
    assert catalogue.entries[0].comment == " mine"


def test_comments_after_the_last_entry_are_kept() -> None:
    assert parsed('msgid "a"\nmsgstr "b"\n\n# to do: more\n').tail == "# to do: more"


def test_the_same_message_twice_is_read_twice() -> None:
    assert len(parsed('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n').entries) == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("just some text\n", 1),
        ('msgid "a"\nmsgstr "b\n', 2),
        ('msgid "a"\nmsgstr "b\\"\n', 2),
        ('msgid "a"\nmsgstr "b"c"\n', 2),
        ('msgid "a"\n\nmsgid "b"\nmsgstr ""\n', 3),
        ('msgid "a"\nmsgstr "b"\n\nmsgstr "c"\n', 4),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "c"\n', 4),
        ('msgid "a"\nmsgstr "b"\n<<<<<<< HEAD\nmsgid "c"\nmsgstr ""\n', 3),
        ('"a"\n', 1),
    ],
)
def test_what_is_no_po_file_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(DataError, match=r"not a PO file") as caught:
        parsed(text)
    assert (caught.value.path, caught.value.line) == ("some.po", line)


def test_text_that_is_the_name_of_a_file_is_not_taken_for_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other.po").write_text('msgid "secret"\nmsgstr ""\n')
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DataError):
        parsed("other.po")


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"\xde\x12\x04\x95\0\0\0\0", "binary"),
        ("msgid".encode("utf-16"), "UTF-16"),
        ('msgid "春"\nmsgstr ""\n'.encode("gbk"), "is not utf-8 text"),
        (b'msgid ""\nmsgstr "Content-Type: text/plain; charset=klingon\\n"\n', "charset that does not exist"),
        (b'msgid ""\nmsgstr "Content-Type: text/plain; charset=rot13\\n"\n', "charset that does not exist"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, cause: str) -> None:
    with pytest.raises(DataError, match=cause):
        po.parse(data, path="some.po")


@pytest.mark.parametrize("name", ["missing.po", "."])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataError, match="cannot be read") as caught:
        po.read(tmp_path / name)
    assert caught.value.path == tmp_path / name
