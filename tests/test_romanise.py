import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.romanise import EXAMPLES, person_name, readings, surname

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)


@pytest.mark.parametrize(("hanzi", "spelling"), EXAMPLES.items())
def test_examples_are_spelt_as_they_say(hanzi: str, spelling: str | None) -> None:
    assert person_name(hanzi) == spelling


@pytest.mark.parametrize(
    ("surname", "spelling"),
    [
        ("曾", "Zeng"),
        ("单", "Shan"),
        ("單", "Shan"),
        ("解", "Xie"),
        ("仇", "Qiu"),
        ("查", "Zha"),
        ("翟", "Zhai"),
        ("缪", "Miao"),
        ("繆", "Miao"),
        ("覃", "Qin"),
        ("乐", "Yue"),
        ("樂", "Yue"),
        ("区", "Ou"),
        ("區", "Ou"),
        ("朴", "Piao"),
        ("盖", "Ge"),
        ("任", "Ren"),
        ("葛", "Ge"),
        ("祭", "Zhai"),
        ("召", "Shao"),
        ("员", "Yun"),
        ("繁", "Po"),
        ("黑", "He"),
        ("冼", "Xian"),
        ("种", "Chong"),
        ("秘", "Bi"),
        ("尉迟", "Yuchi"),
        ("尉遲", "Yuchi"),
        ("万俟", "Moqi"),
        ("萬俟", "Moqi"),
        ("长孙", "Zhangsun"),
        ("長孫", "Zhangsun"),
        ("吕", "Lü"),
    ],
)
def test_surnames_are_read_as_surnames_in_either_script(surname: str, spelling: str) -> None:
    assert person_name(surname + "明") == f"{spelling} Ming"


@pytest.mark.parametrize(
    ("hanzi", "spelling"),
    [
        ("王长江", "Wang Changjiang"),
        ("王長江", "Wang Changjiang"),
        ("李朝东", "Li Chaodong"),
        ("李朝霞", "Li Zhaoxia"),
        ("赵晟", "Zhao Sheng"),
        ("陈传兴", "Chen Chuanxing"),
        ("陳傳興", "Chen Chuanxing"),
        ("张乾", "Zhang Qian"),
        ("刘为中", "Liu Weizhong"),
        ("孙曾", "Sun Zeng"),
    ],
)
def test_given_names_are_read_as_names_use_their_characters(hanzi: str, spelling: str) -> None:
    assert person_name(hanzi) == spelling


def test_an_apostrophe_stands_before_a_vowel_inside_the_given_name_only() -> None:
    assert person_name("王天恩") == "Wang Tian'en"
    assert person_name("王恩天") == "Wang Entian"


def test_compound_surnames_come_before_single_ones() -> None:
    assert person_name("司马光") == "Sima Guang"
    assert person_name("司光") == "Si Guang"


@pytest.mark.parametrize(
    "hanzi", ["", "王", "欧阳", "x", "王a", "王小小明明", "买买提", "卡·马克思", "池田大作", "谢里夫", "龘龘"]
)
def test_what_is_no_mandarin_name_is_declined(hanzi: str) -> None:
    assert person_name(hanzi) is None


@given(st.text(HAN, max_size=5))
def test_every_spelling_is_a_surname_and_one_word(hanzi: str) -> None:
    spelling = person_name(hanzi)
    if spelling is not None:
        surname, word = spelling.split(" ")
        assert surname[0].isupper()
        assert word[0].isupper()
        assert word[1:] == word[1:].lower()


@pytest.mark.parametrize(
    ("hanzi", "spelling"), [("張", "Zhang"), ("欧 阳", "Ouyang"), ("单", "Shan"), ("的", None), ("", None)]
)
def test_a_surname_alone_is_spelt(hanzi: str, spelling: str | None) -> None:
    assert surname(hanzi) == spelling


def test_all_readings_of_a_heteronym_are_known_without_tones() -> None:
    assert readings("长") == {"zhang", "chang"}
    assert readings("應") == {"ying"}


def test_readings_with_u_umlaut_come_in_both_spellings() -> None:
    assert readings("吕") == {"lü", "lv"}
    assert "nü" in readings("女")
    assert "nv" in readings("女")


@pytest.mark.parametrize("character", ["a", "，", "", "国务"])
def test_what_is_not_one_han_character_has_no_reading(character: str) -> None:
    assert readings(character) == frozenset()


def test_the_environment_is_left_as_it_was() -> None:
    code = (
        "import os; from glossary.romanise import readings; readings('国');"
        "print('PYPINYIN_NO_PHRASES' in os.environ)"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYPINYIN")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "False"


def test_importing_the_module_does_not_load_pypinyin() -> None:
    code = "import sys, glossary.romanise, glossary.recognise.people; print('pypinyin' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_process_that_uses_pypinyin_itself_finds_it_as_it_is() -> None:
    code = (
        "import os; before = dict(os.environ)\n"
        "from glossary import romanise; romanise.readings('和')\n"
        "import pypinyin; print(dict(os.environ) == before, pypinyin.lazy_pinyin('重庆'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True ['chong', 'qing']\n"
