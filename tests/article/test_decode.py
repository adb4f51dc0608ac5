import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.article.decode import decode
from glossary.errors import DataError, GlossaryError

SIMPLIFIED = "省科学院与市政府签署了合作协议。"
TRADITIONAL = "省科學院與市政府簽署了合作協議。"


def text_of(data: bytes, *, encoding: str | None = None, declared: str | None = None) -> str:
    return decode(data, file="a.txt", encoding=encoding, declared=declared)[0]


@pytest.mark.parametrize(
    "text", [SIMPLIFIED, TRADITIONAL, "院长李明（Li Ming）9月25日到会", "通知", "本市GDP增長"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_the_encoding_of_short_chinese_text_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), file="a.txt") == (text, encoding)


@pytest.mark.parametrize("text", [TRADITIONAL, "本市GDP增長", "院長到會"])
def test_big5_is_found(text: str) -> None:
    assert decode(text.encode("big5"), file="a.txt") == (text, "big5hkscs")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030"])
def test_a_byte_order_mark_decides_and_is_not_text(encoding: str) -> None:
    assert decode(("\ufeff" + SIMPLIFIED).encode(encoding), file="a.txt") == (SIMPLIFIED, encoding)


def test_glosses_in_toned_pinyin_do_not_disturb_detection() -> None:
    text = "國(guó)務(wù)院發(fā)展研究中心主任到會(huì)"
    assert decode(text.encode("gb18030"), file="a.txt") == (text, "gb18030")


def test_english_in_utf_16_without_a_mark_is_found_by_its_zero_bytes() -> None:
    assert text_of("Notice 2016".encode("utf-16-le")) == "Notice 2016"


@pytest.mark.parametrize("text", ["Notice", "café", "Привет", "中"])
def test_valid_utf_8_is_utf_8(text: str) -> None:
    assert decode(text.encode(), file="a.txt") == (text, "utf-8")


@pytest.mark.parametrize(
    ("data", "sign"), [(b"\xa1\x45", "‧"), (b"\xa1\xe3", "～"), (b"\xf9\xd8", "裏"), (b"\xa3\xe1", "€")]
)
def test_big5_signs_are_read_as_browsers_read_them(data: bytes, sign: str) -> None:
    around = TRADITIONAL.encode("big5")
    assert text_of(around + data + around) == TRADITIONAL + sign + TRADITIONAL


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030"])
def test_a_page_that_declares_gb2312_means_gb18030(declared: str) -> None:
    assert text_of("镕㐀".encode("gb18030"), declared=declared) == "镕㐀"


def test_valid_utf_8_is_better_evidence_than_what_a_page_declares() -> None:
    assert text_of(SIMPLIFIED.encode(), declared="gb2312") == SIMPLIFIED


def test_a_wrong_declaration_is_not_believed() -> None:
    assert text_of(SIMPLIFIED.encode("gb18030"), declared="utf-8") == SIMPLIFIED
    assert text_of(SIMPLIFIED.encode("gb18030"), declared="iso-8859-1") == SIMPLIFIED
    assert text_of(SIMPLIFIED.encode("gb18030"), declared="no such thing") == SIMPLIFIED


def test_a_declaration_settles_two_byte_sequences_that_could_be_either() -> None:
    data = "通".encode("gb18030")
    assert data.decode("utf-8")
    assert text_of(data, declared="gb2312") == "通"


def test_the_encoding_that_the_user_names_decides() -> None:
    assert decode(SIMPLIFIED.encode("gb18030"), file="a.txt", encoding="GBK") == (SIMPLIFIED, "gbk")
    assert text_of(b"\xe9t\xe9", encoding="latin-1") == "été"


def test_bytes_outside_the_named_encoding_are_an_error_with_their_line() -> None:
    with pytest.raises(DataError, match=r"^a\.txt:3: .*b9 .*not utf-8.*give the encoding") as caught:
        decode("甲\r\n乙\r".encode() + "国".encode("gb18030"), file="a.txt", encoding="utf-8")
    assert caught.value.line == 3


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "", "a\0b"])
def test_what_is_no_text_encoding_is_an_error(name: str) -> None:
    with pytest.raises(GlossaryError, match="no text encoding"):
        text_of(b"abc", encoding=name)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_one_damaged_byte_is_reported_with_its_line_and_not_read_as_something_else(encoding: str) -> None:
    good = (SIMPLIFIED + "\n").encode(encoding)
    with pytest.raises(DataError, match=f"not {encoding}: repair the line") as caught:
        text_of(good + good + b"\xff" + good)
    assert caught.value.line == 3


@pytest.mark.parametrize("data", [b"caf\xe9 cr\xe8me br\xfbl\xe9e \xe0 la carte", bytes(range(128, 256))])
def test_bytes_that_no_chinese_encoding_explains_are_an_error(data: bytes) -> None:
    with pytest.raises(DataError, match=r"not Chinese text.*give its encoding"):
        text_of(data)


@pytest.mark.parametrize("encoding", [None, "utf-8", "latin-1"])
def test_a_nul_is_the_sign_of_a_binary_file(encoding: str | None) -> None:
    with pytest.raises(DataError, match="NUL") as caught:
        text_of("第一行文字\n第二行".encode() + b"\0", encoding=encoding)
    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"{\\rtf1\\ansi ", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), r"\.doc\b"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"PK\x03\x04" + bytes(30), "ZIP"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_other_kinds_of_file_are_named(start: bytes, name: str) -> None:
    with pytest.raises(DataError, match=name):
        text_of(start)
    with pytest.raises(DataError, match=name):
        text_of(start, encoding="latin-1")


def test_all_line_ends_become_line_feeds() -> None:
    assert text_of("甲\r\n乙\r丙\n丁".encode()) == "甲\n乙\n丙\n丁"


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1),
    st.sampled_from(["utf-8", "gb18030", "utf-32"]),
)
def test_named_encodings_give_the_text_back(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding), encoding=encoding) == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_are_read_or_refused_with_a_cause(data: bytes) -> None:
    try:
        text, encoding = decode(data, file="a.txt")
    except DataError:
        return
    assert "\0" not in text
    assert encoding
