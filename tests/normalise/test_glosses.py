import subprocess
import sys
import unicodedata

import pytest

from glossary.normalise import clean


def cleaned(text: str) -> str:
    return clean(text).aligned.text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("縣(xiàn)政府", "縣政府"),
        ("县(xian)政府", "县政府"),
        ("县（xiàn）政府", "县政府"),
        ("县（xiàn)政府", "县政府"),
        ("县(xiàn）政府", "县政府"),
        ("县 (xiàn)政府", "县政府"),
        ("县( xiàn )政府", "县政府"),
        ("县\u3000(xiàn)政府", "县政府"),
        ("縣(xian)(xian)政府", "縣政府"),
        ("县(xiàn )( xian) (xian)政府", "县政府"),
        ("村(cun1)", "村"),
        ("女(nü)绿(lv)律(lu:)旅(lǚ)略(lüè)女(nu)", "女绿律旅略女"),
        ("港(ɡɑnɡ)", "港"),
        ("港(ɡɑ\u030cnɡ)", "港"),
        ("县(ｘｉａｎ)", "县"),
        ("花(huār)点(diǎnr)儿(r)", "花点儿"),
        ("不(bú)是一(yí)样", "不是一样"),
        ("行(háng)行(xíng)", "行行"),
        ("阿(a)鹅(é)哦(o)", "阿鹅哦"),
        ("李(Lǐ)县", "李县"),
        ("好(hăo)", "好"),
    ],
    ids=[
        *("toned", "toneless", "full width", "mixed width", "mixed width 2", "space before", "spaces inside"),
        *("ideographic space", "doubled", "tripled with spaces", "digit", "u umlaut", "script a and g"),
        *("script a with a mark", "full-width letters", "erhua", "sandhi", "heteronym", "one letter"),
        *("capital with tone", "breve for caron"),
    ],
)
def test_a_reading_of_the_character_before_is_removed(source: str, expected: str) -> None:
    assert cleaned(source) == expected


def test_tone_marks_may_be_characters_of_their_own() -> None:
    assert cleaned(unicodedata.normalize("NFD", "县(xiàn)绿(lǜ)")) == "县绿"


@pytest.mark.parametrize(
    "source", ["后(hòu)", "後(hòu)", "发(fà)", "髮(fā)", "里(lǐ)", "裡(lǐ)", "幹(gān)", "着(zhù)"]
)
def test_a_reading_of_a_character_that_conversion_may_have_replaced_is_removed(source: str) -> None:
    assert cleaned(source) == source[0]


@pytest.mark.parametrize(
    "text",
    [
        "总值(GDP)增长",
        "长度(mm)",
        "冠词(the)",
        "雾霾(smog)",
        "李宁(Li Ning)",
        "甲级(A)",
        "李(Li)",
        "姓李(LI)",
        "合作社(hé zuò shè)",
        "合作社(hézuòshè)",
        "合作社(a)",
        "长春(Changchun)",
        "丙(e)",
        "维生素(o)",
        "县(xiàn",
        "县xiàn)",
        "县[xiàn]",
        "县(xiàn、xian)",
        "(xiàn)县",
        "A(a)级",
        "“县”(xiàn)",
        "县\n(xiàn)",
        "县(\nxiàn)",
        "县(山)",
        "县()",
        "县(1)",
    ],
)
def test_real_parentheses_stay(text: str) -> None:
    assert cleaned(text) == text


def test_only_what_reads_as_the_character_is_removed_of_several_brackets() -> None:
    assert cleaned("县(xiàn)(GDP)") == "县(GDP)"
    assert cleaned("县(GDP)(xiàn)") == "县(GDP)(xiàn)"
    assert cleaned("县(xiàn)(cūn)") == "县(cūn)"


def test_white_space_that_the_glosses_stood_between_stays() -> None:
    assert cleaned("两(liǎng) 个(gè)坚 (jiān) 持(chí)") == "两 个坚 持"


def test_pinyin_data_is_not_loaded_for_a_text_without_glosses() -> None:
    program = (
        "import sys; from glossary.normalise import clean, match_key;"
        "match_key(clean('总值(GDP)，长度（mm）').aligned.text); print('pypinyin' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
