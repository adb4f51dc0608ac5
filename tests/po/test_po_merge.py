import pytest

from glossary import po
from glossary.model import Annotation, Document, Segment
from glossary.po import Catalogue, Entry, Previous, Reference

SPRING = "春天的田野上到处是忙碌的身影。"
SUMMER = "夏天的河边孩子们在学游泳。"
AUTUMN = "秋天的果园里苹果已经红透了。"
WINTER = "冬天的炉火旁老人讲着故事。"


def document(*texts: str, file: str = "articles/seasons.txt", language: str = "zh-Hans") -> Document:
    return Document(file, tuple(Segment(file, line, text) for line, text in enumerate(texts, 1)), language)


def merged(existing: Catalogue | None, *texts: str, file: str = "articles/seasons.txt") -> Catalogue:
    return po.merge(document(*texts, file=file), existing, generator="zh-glossary 1")


def translated(*texts: str, file: str = "articles/seasons.txt") -> Catalogue:
    """A catalogue in which a translator has put `T:` and the sentence as the translation of each."""
    text = po.render(merged(None, *texts, file=file))
    for sentence in texts:
        text = text.replace(f'msgid "{sentence}"\nmsgstr ""', f'msgid "{sentence}"\nmsgstr "T:{sentence}"')
    return po.parse(text.encode(), path="x.po")


def living(catalogue: Catalogue) -> list[str]:
    return [entry.msgid for entry in catalogue.entries if not entry.obsolete]


def obsolete(catalogue: Catalogue) -> list[str]:
    return [entry.msgid for entry in catalogue.entries if entry.obsolete]


def entry_of(catalogue: Catalogue, msgid: str) -> Entry:
    (entry,) = (entry for entry in catalogue.entries if entry.msgid == msgid)
    return entry


def with_entry(catalogue: Catalogue, text: str) -> Catalogue:
    return po.parse((po.render(catalogue) + "\n" + text).encode(), path="x.po")


# A new file


def test_a_new_file_has_the_sentences_in_order_with_their_lines_and_terms() -> None:
    term = Annotation(0, 2, "春天", "season", "spring")
    segments = (Segment("a.txt", 3, SPRING, (term,)), Segment("a.txt", 5, SUMMER))
    catalogue = po.merge(Document("a.txt", segments, "zh-Hans"), None, generator="g")
    assert catalogue.entries == (
        Entry(SPRING, extracted=("春天 → spring  [season]",), references=(Reference("a.txt", 3),)),
        Entry(SUMMER, references=(Reference("a.txt", 5),)),
    )


def test_the_header_names_languages_and_program_and_holds_no_dates() -> None:
    assert po.render(po.merge(document(language="zh-Hant"), None, generator="zh-glossary 1.2")) == (
        'msgid ""\n'
        'msgstr ""\n'
        '"Project-Id-Version: seasons\\n"\n'
        '"Language: en\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        '"X-Source-Language: zh-Hant\\n"\n'
        '"X-Generator: zh-glossary 1.2\\n"\n'
    )


def test_the_same_sentence_twice_is_one_entry_with_two_references() -> None:
    catalogue = merged(None, SPRING, SUMMER, SPRING)
    assert living(catalogue) == [SPRING, SUMMER]
    assert [reference.line for reference in catalogue.entries[0].references] == [1, 3]


def test_a_segment_without_text_is_no_entry() -> None:
    assert living(merged(None, SPRING, "")) == [SPRING]


# Sentences that are still there


def test_what_a_translator_wrote_stays_and_the_rest_is_made_anew() -> None:
    old = po.parse(
        f"# mine\n#. old hint\n#: articles/seasons.txt:90\n#, fuzzy, no-wrap\n"
        f'#| msgid "早"\nmsgctxt "c"\nmsgid "{SPRING}"\nmsgstr "Spring"\n'.encode(),
        path="x.po",
    )
    term = Annotation(0, 2, "春天", "season", "spring")
    new = Document("articles/seasons.txt", (Segment("articles/seasons.txt", 4, SPRING, (term,)),), "zh-Hans")
    (entry,) = po.merge(new, old, generator="g").entries
    assert entry == Entry(
        SPRING,
        "Spring",
        msgctxt="c",
        comment=" mine",
        extracted=("春天 → spring  [season]",),
        references=(Reference("articles/seasons.txt", 4),),
        flags=("fuzzy", "no-wrap"),
        previous=Previous("早"),
    )


def test_plural_forms_stay() -> None:
    old = po.parse(
        f'msgid "{SPRING}"\nmsgid_plural "s"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'.encode(), path="x.po"
    )
    (entry,) = merged(old, SPRING).entries
    assert (entry.msgid_plural, entry.msgstr_plural) == ("s", ("a", "b"))


def test_a_sentence_that_translators_split_by_context_keeps_all_its_entries() -> None:
    old = translated(SPRING)
    old = with_entry(old, f'#: articles/seasons.txt:1\nmsgctxt "title"\nmsgid "{SPRING}"\nmsgstr "SPRING"\n')
    assert [entry.msgctxt for entry in merged(old, SPRING).entries] == [None, "title"]


def test_moved_sentences_follow_the_article() -> None:
    new = merged(translated(SPRING, SUMMER, AUTUMN), AUTUMN, SPRING, SUMMER)
    assert living(new) == [AUTUMN, SPRING, SUMMER]
    assert all(entry.msgstr and not entry.fuzzy for entry in new.entries)


def test_a_new_sentence_stands_where_the_article_has_it() -> None:
    assert living(merged(translated(SPRING, AUTUMN), SPRING, SUMMER, AUTUMN)) == [SPRING, SUMMER, AUTUMN]


# Sentences that changed


def test_a_reworded_sentence_keeps_its_translation_as_fuzzy() -> None:
    new = "春天的田野上处处是忙碌的人影。"
    catalogue = merged(translated(SPRING, SUMMER), new, SUMMER)
    assert living(catalogue) == [new, SUMMER]
    entry = entry_of(catalogue, new)
    assert (entry.msgstr, entry.flags, entry.previous) == (f"T:{SPRING}", ("fuzzy",), Previous(SPRING))
    assert obsolete(catalogue) == []


def test_a_sentence_reworded_twice_says_what_its_translation_was_made_for() -> None:
    once = merged(translated(SPRING), "春天的田野上处处是忙碌的身影。")
    twice = merged(once, "春天的田野上处处有忙碌的身影。")
    assert twice.entries[0].previous == Previous(SPRING)
    assert twice.entries[0].flags == ("fuzzy",)


def test_a_sentence_that_is_put_back_needs_no_previous_one() -> None:
    there = merged(translated(SPRING), "春天的田野上处处是忙碌的身影。")
    (entry,) = merged(there, SPRING).entries
    assert (entry.msgid, entry.msgstr, entry.previous) == (SPRING, f"T:{SPRING}", None)


@pytest.mark.parametrize(
    "new",
    [
        "春天的田野上到處是忙碌的身影。",
        "春天的田野上 到处是忙碌的身影。",
    ],
)
def test_another_script_or_blank_is_the_same_sentence(new: str) -> None:
    (entry,) = merged(translated(SPRING), new).entries
    assert (entry.msgid, entry.msgstr, entry.flags, entry.previous) == (new, f"T:{SPRING}", (), None)


def test_a_wholly_different_sentence_takes_nothing_over() -> None:
    catalogue = merged(translated(SPRING), WINTER)
    assert entry_of(catalogue, WINTER).msgstr == ""
    assert obsolete(catalogue) == [SPRING]


def test_a_translators_comment_alone_moves_without_making_a_sentence_fuzzy() -> None:
    old = po.parse(f'# ask\nmsgid "{SPRING}"\nmsgstr ""\n'.encode(), path="x.po")
    (entry,) = merged(old, "春天的田野上处处是忙碌的身影。").entries
    assert (entry.comment, entry.flags, entry.previous) == (" ask", (), None)


def test_each_changed_sentence_gets_the_most_similar_old_one() -> None:
    olds = [
        f"第{number}条：本条规定{what}的办理程序和期限。" for number, what in enumerate("甲乙丙丁戊己", 1)
    ]
    news = [old.replace("办理程序", "申请程序") for old in olds]
    catalogue = merged(translated(*olds), *reversed(news))
    assert [entry.previous for entry in catalogue.entries] == [Previous(old) for old in reversed(olds)]


def test_between_equally_similar_sentences_the_place_decides() -> None:
    olds = [f"{mark}、请在指定的时间到指定的地点领取。" for mark in "甲乙丙丁"]
    news = [f"{mark}、请在指定的时间到指定的地点领取。" for mark in "子丑寅卯"]
    catalogue = merged(translated(*olds), *news)
    assert [entry.previous for entry in catalogue.entries] == [Previous(old) for old in olds]


# Sentences that went


def test_a_sentence_that_went_becomes_obsolete_and_comes_back_with_its_translation() -> None:
    gone = merged(translated(SPRING, SUMMER), SUMMER)
    assert (living(gone), obsolete(gone)) == ([SUMMER], [SPRING])
    assert entry_of(gone, SPRING).references == ()
    back = merged(gone, SPRING, SUMMER)
    assert (living(back), obsolete(back)) == ([SPRING, SUMMER], [])
    assert entry_of(back, SPRING).msgstr == f"T:{SPRING}"
    assert not entry_of(back, SPRING).fuzzy


def test_a_sentence_that_went_and_was_never_translated_is_dropped() -> None:
    assert merged(merged(None, SPRING, SUMMER), SUMMER).entries == merged(None, SUMMER).entries


def test_a_sentence_with_a_translators_comment_only_is_not_dropped() -> None:
    old = po.parse(f'# ask\nmsgid "{SPRING}"\nmsgstr ""\n'.encode(), path="x.po")
    assert obsolete(merged(old, WINTER)) == [SPRING]


def test_an_obsolete_sentence_that_changed_its_script_comes_back() -> None:
    gone = merged(translated(SPRING, SUMMER), SUMMER)
    back = merged(gone, "春天的田野上到處是忙碌的身影。", SUMMER)
    assert back.entries[0].msgstr == f"T:{SPRING}"
    assert obsolete(back) == []


# Several articles in one file


def test_the_entries_of_other_articles_stay_as_and_where_they_are() -> None:
    first = translated(SPRING, SUMMER, file="articles/one.txt")
    both = merged(first, AUTUMN, WINTER, file="articles/two.txt")
    assert living(both) == [SPRING, SUMMER, AUTUMN, WINTER]
    assert both.entries[:2] == first.entries
    less = merged(both, WINTER, file="articles/two.txt")
    assert living(less) == [SPRING, SUMMER, WINTER]


def test_a_sentence_of_two_articles_is_one_entry_and_stays_until_it_has_left_both() -> None:
    one = translated(SPRING, SUMMER, file="one.txt")
    both = merged(one, AUTUMN, SUMMER, file="two.txt")
    assert entry_of(both, SUMMER).references == (Reference("one.txt", 2), Reference("two.txt", 2))
    left_one = merged(both, SPRING, file="one.txt")
    assert entry_of(left_one, SUMMER).references == (Reference("two.txt", 2),)
    assert entry_of(left_one, SUMMER).msgstr == f"T:{SUMMER}"
    left_both = merged(left_one, AUTUMN, file="two.txt")
    assert obsolete(left_both) == [SUMMER]


def test_articles_that_share_sentences_do_not_reorder_each_other() -> None:
    catalogue = merged(
        translated(SPRING, SUMMER, AUTUMN, file="one.txt"), SUMMER, WINTER, SPRING, file="two.txt"
    )
    again = merged(catalogue, SPRING, SUMMER, AUTUMN, file="one.txt")
    again = merged(again, SUMMER, WINTER, SPRING, file="two.txt")
    assert again == catalogue


def test_a_sentence_that_changed_in_one_article_stays_in_the_other() -> None:
    both = merged(translated(SPRING, file="one.txt"), SPRING, file="two.txt")
    new = "春天的田野上处处是忙碌的身影。"
    catalogue = merged(both, new, file="two.txt")
    assert entry_of(catalogue, SPRING).references == (Reference("one.txt", 1),)
    assert entry_of(catalogue, SPRING).msgstr == f"T:{SPRING}"
    assert entry_of(catalogue, new).previous == Previous(SPRING)
    assert entry_of(catalogue, new).references == (Reference("two.txt", 1),)


@pytest.mark.parametrize("file", ["./articles/seasons.txt", "seasons.txt", "/home/me/articles/seasons.txt"])
def test_an_article_is_known_from_another_folder(file: str) -> None:
    catalogue = merged(translated(SPRING), SPRING, file=file)
    assert catalogue.entries[0].references == (Reference(file, 1),)


def test_another_article_of_the_same_name_is_not_taken_for_this_one() -> None:
    catalogue = merged(
        translated(SPRING, SUMMER, AUTUMN, file="news.txt"), SPRING, WINTER, file="north/news.txt"
    )
    assert living(catalogue) == [SPRING, SUMMER, AUTUMN, WINTER]


def test_two_articles_of_one_name_are_not_the_same_article() -> None:
    catalogue = translated(SPRING, file="north/news.txt")
    catalogue = merged(catalogue, SUMMER, file="south/news.txt")
    assert living(catalogue) == [SPRING, SUMMER]


def test_entries_without_references_belong_to_the_article() -> None:
    old = po.parse(f'msgid "{SPRING}"\nmsgstr "s"\n\nmsgid "{SUMMER}"\nmsgstr "t"\n'.encode(), path="x.po")
    assert obsolete(merged(old, SUMMER)) == [SPRING]


@pytest.mark.parametrize("name", ["my article.txt", "文　章.txt", "a:b.txt", "odd\nname.txt", "-"])
def test_any_file_name_is_known_again(name: str) -> None:
    catalogue = po.parse(po.render(translated(SPRING, SUMMER, file=name)).encode(), path="x.po")
    again = merged(catalogue, SUMMER, file=name)
    assert (living(again), obsolete(again)) == ([SUMMER], [SPRING])


# The header of a file that exists


def test_the_header_of_an_existing_file_stays_but_for_the_source_language() -> None:
    header = (
        "# Translated by me\n"
        'msgid ""\nmsgstr ""\n'
        '"X-Source-Language: zh-Hant\\n"\n'
        '"PO-Revision-Date: 2020-01-01 00:00+0000\\n"\n'
        '"Language: en_GB\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"X-Generator: Poedit 3.4\\n"\n'
    )
    catalogue = merged(po.parse(header.encode(), path="x.po"))
    assert po.render(catalogue) == header.replace("zh-Hant", "zh-Hans")


def test_a_file_without_a_header_gets_one() -> None:
    old = po.parse(f'# mine\nmsgid "{SPRING}"\nmsgstr "s"\n'.encode(), path="x.po")
    catalogue = merged(old, SPRING)
    assert catalogue.header == merged(None).header
    assert catalogue.entries[0].comment == " mine"


def test_comments_of_a_file_that_holds_nothing_else_become_those_of_the_header() -> None:
    assert po.render(merged(po.parse(b"# mine\n", path="x.po"))).startswith('# mine\nmsgid ""\n')


def test_articles_in_both_scripts_do_not_change_the_header_to_and_fro() -> None:
    catalogue = merged(None, SPRING, file="one.txt")
    both = po.merge(document(SUMMER, file="two.txt", language="zh-Hant"), catalogue, generator="g")
    assert both.header == catalogue.header


# Files that gettext refuses


def test_a_message_that_stands_twice_is_made_one_and_no_translation_is_lost() -> None:
    old = po.parse(
        f'msgid "{SPRING}"\nmsgstr "one"\n\n# note\nmsgid "{SPRING}"\nmsgstr "two\\n"\n\n'
        f'#~ msgid "{SPRING}"\n#~ msgstr "one"\n'.encode(),
        path="x.po",
    )
    (entry,) = merged(old, SPRING).entries
    assert entry.msgstr == "one"
    assert entry.comment == ' note\n Another translation: "two\\n"'


def test_of_two_messages_the_translated_one_gives_the_translation() -> None:
    old = po.parse(
        f'msgid "{SPRING}"\nmsgstr ""\n\n#~ msgid "{SPRING}"\n#~ msgstr "s"\n'.encode(), path="x.po"
    )
    (entry,) = merged(old, SPRING).entries
    assert (entry.msgstr, entry.comment, entry.obsolete) == ("s", "", False)
