from hypothesis import assume, given
from hypothesis import strategies as st
from publish.writing import loaded, own_text, write

from glossary.article import text

ENGLISH = {"会议开始。": "The meeting began.", "他说：“好！”": "“Fine!” he said.", "散会": "Closed"}


def published(article: str, english: dict[str, str] = ENGLISH) -> str:
    return write(text, article.encode(), english).text


def test_sentences_of_a_paragraph_have_a_space_between_them() -> None:
    assert published("会议开始。他说：“好！”") == "The meeting began. “Fine!” he said."


def test_blank_lines_and_the_end_of_the_file_stay() -> None:
    assert published("\n会议开始。\n\n\n散会\n") == "\nThe meeting began.\n\n\nClosed\n"
    assert published("会议开始。\n散会") == "The meeting began.\nClosed"


def test_the_ideographic_indent_of_a_translated_paragraph_goes() -> None:
    assert published("　　会议开始。\n\u3000\u3000散会\n") == "The meeting began.\nClosed\n"


def test_what_is_not_translated_stays_as_it_was_and_is_marked() -> None:
    assert published("　　天晴。会议开始。") == "　　⟦天晴。⟧ The meeting began."
    assert published("会议开始。 天晴。") == "The meeting began. ⟦天晴。⟧"


def test_neighbours_that_are_not_translated_are_marked_together() -> None:
    assert published("会议开始。天晴。有风。散会") == "The meeting began. ⟦天晴。有风。⟧ Closed"


def test_a_fuzzy_translation_is_not_published() -> None:
    done = write(text, "会议开始。散会".encode(), ENGLISH, fuzzy=["散会"])
    assert done.text == "The meeting began. ⟦散会⟧"


def test_what_has_no_chinese_stays_and_is_not_marked() -> None:
    assert published("会议开始。\nhttp://example.org\n2024") == "The meeting began.\nhttp://example.org\n2024"


def test_a_translation_that_is_the_segment_itself_is_kept_without_a_mark() -> None:
    assert published("散会\n会议开始。", {"散会": "散会", "会议开始。": "Begin."}) == "散会\nBegin."


def test_glosses_go_with_their_sentence() -> None:
    english = {"在工作站。": "At the station.", "散會": "Closed"}
    assert published("在工作站(zhàn)。\n散會(huì)\n", english) == "At the station.\nClosed\n"
    assert published("散會(huì)在工作站(zhàn)。", {"散會在工作站。": "Closed."}) == "Closed."


def test_line_ends_stay_and_the_encoding_becomes_utf_8() -> None:
    english = {"会议开始，全县水库检查完毕。": "The meeting began – at last."}
    article = "会议开始，全县水库检查完毕。\r\n"
    for encoding in ("gb18030", "utf-16", "utf-8-sig"):
        assert (
            write(text, article.encode(encoding), english).data == "The meeting began – at last.\r\n".encode()
        )


def test_line_breaks_in_a_translation_are_spaces() -> None:
    assert published("散会", {"散会": "The meeting\nclosed.\n"}) == "The meeting closed."


WRAPPED = """全县的水库今天都检查完了，没有发现问题，水
务局说检查还要继续，各乡镇要派人配合，把堤
坝和河道一处一处地看过来，不留死角。
"""


def test_a_paragraph_wrapped_by_hand_is_wrapped_again_at_its_width() -> None:
    joined = WRAPPED.replace("\n", "")
    done = published(WRAPPED, {joined: "word " * 20})
    lines = done.removesuffix("\n").split("\n")
    assert len(lines) == 3
    assert all(len(line) <= 42 for line in lines)
    assert " ".join(lines) == ("word " * 20).strip()


LINES = st.text("甲乙丙丁。！？；“”《》（）: aB1\t\n", max_size=60)


@given(LINES)
def test_an_article_whose_english_is_its_own_text_comes_back(article: str) -> None:
    source = loaded(text, article.encode())
    assume(all(len(block.lines) == 1 for block in source.article.blocks))
    assert source.publish(own_text(source.article), language="zh").data.decode() == article


@given(LINES)
def test_an_article_of_which_nothing_is_translated_comes_back_with_marks(article: str) -> None:
    assume(any("\u4e00" <= character <= "\u9fff" for character in article))
    source = loaded(text, article.encode())
    assume(all(len(block.lines) == 1 for block in source.article.blocks))
    known = dict.fromkeys(["占位", *(block.text for block in source.article.blocks)], "")
    done = write(text, f"占位\n{article}".encode(), known).text
    assert done.replace("⟦", "").replace("⟧", "") == f"占位\n{article}"
