import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.normalise import Damage, clean


@pytest.mark.parametrize(
    ("source", "run"),
    [
        ("全縣?cūn)落", "縣?cūn)"),
        ("全縣\ufffdcūn)落", "縣\ufffdcūn)"),
        ("要切?shí)鍨_(shī)好", "切?shí)鍨_(shī)"),
        ("於是?shì)鍨螋h人", "是?shì)鍨螋h"),
        ("州?jùn)?zhì)上", "州?jùn)?zhì)"),
        ("的農?yè)<?，會", "農?yè)<?"),
        ("村鍨_(shī)", "鍨_(shī)"),
        ("村鍨_（shī）", "鍨_（shī）"),
        ("一\ufffd\ufffd二", "\ufffd\ufffd"),
        ("一\ue123二", "\ue123"),
    ],
)
def test_a_run_beyond_repair_is_reported_once_and_stays(source: str, run: str) -> None:
    result = clean(source)
    assert result.aligned.text == source
    assert result.damage == (Damage(source.index(run), run),)


def test_the_place_of_damage_is_counted_in_the_input() -> None:
    source = "\ufeff縣(xiàn)\u200b里\n山(shān)切?shí)鍨_(shī)施(shī)"
    result = clean(source)
    assert result.aligned.text == "縣里\n山切?shí)鍨_(shī)施"
    assert result.damage == (Damage(source.index("切"), "切?shí)鍨_(shī)"),)


def test_each_run_is_reported_in_order() -> None:
    found = clean("甲?shí)乙丙丁\n戊\ufffd己\n庚?cūn)").damage
    assert [run.text for run in found] == ["甲?shí)", "\ufffd", "庚?cūn)"]


@pytest.mark.parametrize(
    "text",
    [
        "这是什么?（见下文）",
        "这是什么?)",
        "“谁”(shuí)怎么读?",
        "谁?(shuí)",
        "読(dù)",
        "合作社(hé zuò shè)",
        "(why?yes)",
        "变量_(the)和 x_(max)",
        "voilà_(là)",
        "总值(GDP)?",
        "县(xiàn)好吗?好(hǎo)",
    ],
)
def test_healthy_text_has_no_damage(text: str) -> None:
    assert clean(text).damage == ()


@given(st.text(st.sampled_from("國縣切鍨村?？_A<(（)）\ufffd\ue000īáshī \n"), max_size=40))
def test_damage_is_ascending_disjoint_on_one_line_and_part_of_the_clean_text(text: str) -> None:
    result = clean(text)
    position = 0
    for run in result.damage:
        assert run.offset >= position
        assert run.text in result.aligned.text
        assert "\n" not in run.text
        position = run.offset + len(run.text)
