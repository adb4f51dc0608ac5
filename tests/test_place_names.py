import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import tables
from glossary.normalise import fold
from glossary.place_names import EXAMPLES, divide, place_name


def spelt(name: str) -> str | None:
    found = place_name(name)
    return found.en if found else None


@pytest.mark.parametrize(("name", "english"), EXAMPLES.items())
def test_examples_are_spelt_as_they_say(name: str, english: str | None) -> None:
    assert spelt(name) == english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("泰安市", "Tai'an"),
        ("东阿县", "Dong'e County"),
        ("普洱市", "Pu'er"),
        ("瓮安县", "Weng'an County"),
        ("新干县", "Xingan County"),
        ("兴安县", "Xing'an County"),
        ("昂昂溪区", "Ang'angxi District"),
    ],
)
def test_an_apostrophe_stands_before_a_syllable_with_a_e_o_inside_a_name(name: str, english: str) -> None:
    assert spelt(name) == english


@pytest.mark.parametrize(
    ("name", "english"), [("礼县", "Lixian County"), ("城区", "Chengqu District"), ("芒市", "Mangshi")]
)
def test_a_name_of_one_syllable_keeps_the_word_for_its_level(name: str, english: str) -> None:
    assert spelt(name) == english


def test_the_name_of_one_syllable_alone_is_offered_too() -> None:
    found = place_name("礼县")
    assert found
    assert found.also == ("Li County",)


def test_a_name_of_one_syllable_from_another_language_stands_alone() -> None:
    assert spelt("朗县") == "Nang County"


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("亳州市", "Bozhou"),
        ("蚌埠市", "Bengbu"),
        ("台州市", "Taizhou"),
        ("枞阳县", "Zongyang County"),
        ("涡阳县", "Guoyang County"),
        ("乐清市", "Yueqing"),
        ("乐亭县", "Laoting County"),
        ("乐陵市", "Laoling"),
        ("乐平市", "Leping"),
        ("大城县", "Daicheng County"),
        ("蔚县", "Yuxian County"),
        ("洪洞县", "Hongtong County"),
        ("长子县", "Zhangzi County"),
        ("子长市", "Zichang"),
        ("莘县", "Shenxian County"),
        ("单县", "Shanxian County"),
        ("浚县", "Xunxian County"),
        ("尉氏县", "Weishi County"),
        ("中牟县", "Zhongmu County"),
        ("渑池县", "Mianchi County"),
        ("泌阳县", "Biyang County"),
        ("铅山县", "Yanshan County"),
        ("荥阳市", "Xingyang"),
        ("荥经县", "Yingjing County"),
        ("筠连县", "Junlian County"),
        ("犍为县", "Qianwei County"),
        ("番禺区", "Panyu District"),
        ("百色市", "Baise"),
        ("柞水县", "Zhashui County"),
        ("吴堡县", "Wubu County"),
        ("六合区", "Luhe District"),
        ("六枝特区", "Liuzhi Special District"),
        ("重庆市", "Chongqing"),
        ("弥勒市", "Mile"),
        ("宝坻区", "Baodi District"),
        ("吕梁市", "Lüliang"),
    ],
)
def test_characters_are_read_as_they_are_in_the_place(name: str, english: str) -> None:
    assert spelt(name) == english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("呼和浩特市", "Hohhot"),
        ("额济纳旗", "Ejin Banner"),
        ("锡林郭勒盟", "Xilingol League"),
        ("喀什地区", "Kashgar Prefecture"),
        ("和田市", "Hotan"),
        ("日喀则市", "Xigaze"),
        ("改则县", "Gerze County"),
        ("库车市", "Kuqa"),
        ("哈尔滨市", "Harbin"),
        ("西藏自治区", "Xizang Autonomous Region"),
        ("内蒙古自治区", "Inner Mongolia Autonomous Region"),
        ("陕西省", "Shaanxi Province"),
        ("山西省", "Shanxi Province"),
    ],
)
def test_names_with_english_of_their_own_have_it(name: str, english: str) -> None:
    assert spelt(name) == english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("互助土族自治县", "Huzhu Tu Autonomous County"),
        ("五峰土家族自治县", "Wufeng Tujia Autonomous County"),
        (
            "双江拉祜族佤族布朗族傣族自治县",
            "Shuangjiang Lahu, Va, Blang and Dai Autonomous County",
        ),
        ("鄂伦春自治旗", "Oroqen Autonomous Banner"),
        ("伊犁哈萨克自治州", "Ili Kazak Autonomous Prefecture"),
        ("管城回族区", "Guancheng Hui District"),
        ("七墩回族东乡族乡", "Qidun Hui and Dongxiang Ethnic Township"),
        ("三都水族自治县", "Sandu Shui Autonomous County"),
    ],
)
def test_ethnic_groups_are_named_in_english(name: str, english: str) -> None:
    assert spelt(name) == english


@pytest.mark.parametrize("name", ["碑林区", "清新区", "万柏林区"])
def test_a_district_whose_name_ends_like_a_longer_word_stays_a_district(name: str) -> None:
    assert divide(name).level == "区"


def test_traditional_script_makes_no_difference() -> None:
    assert place_name("廣東省") == place_name("广东省")
    assert spelt("乾縣") == "Qianxian County"


@pytest.mark.parametrize("name", ["", "Benxi", "本x市"])
def test_what_is_not_chinese_has_no_spelling(name: str) -> None:
    assert place_name(name) is None


def test_a_doubtful_reading_is_said_to_be_one() -> None:
    doubtful, certain = place_name("乐家堡村"), place_name("双井子村")
    assert doubtful
    assert doubtful.doubtful
    assert certain
    assert not certain.doubtful


def test_what_only_spells_sounds_is_doubtful() -> None:
    found = place_name("阿尔巴斯苏木")
    assert found
    assert found.doubtful


@pytest.mark.parametrize(
    "name",
    ["place_readings", "place_characters", "place_levels", "place_words", "place_generic", "ethnic_groups"],
)
def test_tables_of_places_are_sorted_and_say_a_thing_once(name: str) -> None:
    entries = [row["zh"] for row in tables.rows(name)]
    assert entries == sorted(set(entries))


def test_bases_of_readings_are_known() -> None:
    assert {row["basis"] for row in tables.rows("place_readings")} == {
        "han",
        "minority",
        "press",
        "usage",
        "characters",
    }


@given(st.text(st.sampled_from("本溪石桥子金安县市镇区新满族自治"), max_size=8))
def test_the_parts_of_a_name_make_the_name(name: str) -> None:
    parts = divide(fold(name))
    assert parts.proper + "".join(parts.groups) + parts.level == fold(name)
