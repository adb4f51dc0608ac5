from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.normalise import fold, match_key
from glossary.normalise.folding import fold_table, folded

MIXED = st.text(st.sampled_from("國国裏裡里著着Ａa「“”」，,。 \u3000\n1２·•—-"), max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("辦公廳", "办公厅"),
        ("四個著力", "四个着力"),
        ("臺灣", "台湾"),
        ("檯面", "台面"),
        ("裏面", "里面"),
        ("裡面", "里面"),
        ("祕書長", "秘书长"),
        ("發佈", "发布"),
        ("羣眾", "群众"),
        ("群衆", "群众"),
        ("綫路", "线路"),
        ("線路", "线路"),
        ("徵求", "征求"),
        ("標準", "标准"),
        ("瞭解", "了解"),
        ("這麼", "这么"),
        ("時鍾", "时钟"),
        ("乾隆", "干隆"),
        ("憑藉", "凭借"),
        ("於是", "于是"),
        ("衛生", "衞生"),
        ("說明", "説明"),
        ("啟動", "启动"),
        ("答覆", "答复"),
        ("帳目", "账目"),
        ("𫍯", "𫍯"),
    ],
)
def test_script_and_variants_of_a_character_make_no_difference(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("国务", "国物"),
        ("省份", "省分"),
        ("对象", "对像"),
        ("末", "未"),
        ("堃", "坤"),
        ("喆", "哲"),
        ("一", "—"),
    ],
)
def test_different_characters_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "quoted", ["“着力”", "「着力」", "『着力』", '"着力"', "＂着力＂", "〝着力〞", "„着力‟", "﹁着力﹂"]
)
def test_all_double_quotation_marks_are_one(quoted: str) -> None:
    assert fold(quoted) == '"着力"'


@pytest.mark.parametrize("quoted", ["‘着力’", "'着力'", "＇着力＇", "‚着力‛"])
def test_all_single_quotation_marks_are_one(quoted: str) -> None:
    assert fold(quoted) == "'着力'"


@pytest.mark.parametrize("dot", ["·", "•", "・", "‧", "∙", "･"])
def test_all_middle_dots_are_one(dot: str) -> None:
    assert fold(f"约翰{dot}史密斯") == "约翰·史密斯"


@pytest.mark.parametrize("dash", ["-", "—", "–", "‐", "−", "－", "─", "︱"])
def test_all_dashes_are_one(dash: str) -> None:
    assert fold(f"甲{dash}乙") == "甲-乙"


def test_width_and_letter_case_make_no_difference() -> None:
    assert fold("ＧＤＰ（２０２０），｡") == fold("gdp(2020),。") == "gdp(2020),。"


def test_numerals_in_circles_are_not_numbers() -> None:
    assert fold("①2020年") == "①2020年"


def test_compatibility_ideographs_and_radicals_are_the_characters_they_look_like() -> None:
    assert fold("\uf914\u2f08\u2ed3") == "乐人长"


@pytest.mark.parametrize(
    ("clean", "key"),
    [
        ("两个 坚持", "两个坚持"),
        ("坚持 ， 发展", "坚持,发展"),
        ("《通知 》 的", "《通知》的"),
        ("2020 年 9 月", "2020年9月"),
        ("GDP 增长", "gdp增长"),
        (" 坚持 ", "坚持"),
        ("Li Ning 1 2", "li ning 1 2"),
        ("Li   Ning", "li ning"),
        ("a, b", "a, b"),
        ("A 、 B 。", "a、b。"),
        ("坚持\n发展", "坚持\n发展"),
        ("坚持 \n 发展", "坚持\n发展"),
    ],
)
def test_white_space_counts_only_between_words_of_other_scripts(clean: str, key: str) -> None:
    assert fold(clean) == key


def test_a_key_maps_to_the_clean_text() -> None:
    clean = "「四個 著力」 Ａ"
    key = match_key(clean)
    assert key.text == '"四个着力" a'
    start = key.text.index("个")
    assert clean[slice(*key.original(start, start + 2))] == "個 著"


def changes() -> Iterable[tuple[str, str]]:
    return ((chr(source), chr(target)) for source, target in fold_table().items() if source != target)


def test_what_a_character_is_folded_to_is_its_own_key() -> None:
    unstable = [
        (source, target)
        for source, target in changes()
        if fold(target) != target.strip(" ") and target != " "
    ]
    assert not unstable


def test_no_line_feed_is_made_or_taken() -> None:
    assert all("\n" not in change for change in changes())


def test_folding_is_one_character_for_one() -> None:
    assert all(len(f"国a{source}a国".translate(fold_table())) == 5 for source, _ in changes())


def test_letters_digits_and_ascii_punctuation_are_their_own_keys() -> None:
    plain = "abcdefghijklmnopqrstuvwxyz0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ "
    assert plain.translate(fold_table()) == plain


@pytest.mark.parametrize(
    "text", ["四個著力，「着力」•GDP　①", "張三說：&#22283;國務院" * 40, "“四个着力”—喆镕·𠮷&#9999999;"]
)
def test_each_character_of_a_text_is_folded_as_it_is_alone(text: str) -> None:
    assert folded(text) == text.translate(fold_table())


@given(st.text() | MIXED)
def test_any_text_is_folded_character_by_character(text: str) -> None:
    assert folded(text) == text.translate(fold_table())


@given(MIXED)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_any_text_twice_is_folding_it_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(MIXED)
def test_each_line_is_folded_as_if_it_stood_alone(text: str) -> None:
    assert fold(text) == "\n".join(fold(line) for line in text.split("\n"))
