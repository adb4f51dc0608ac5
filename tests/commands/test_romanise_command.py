"""`glossary romanise`: one line out for each name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from shell import shell

Spell = Callable[..., list[str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Spell:
    """Runs the command in an empty folder and gives its lines; nothing may go wrong."""
    monkeypatch.chdir(tmp_path)
    romanise = shell(capsys, monkeypatch, "romanise")

    def call(*arguments: str, given: str = "") -> list[str]:
        outcome = romanise(*arguments, given=given)
        assert outcome.status == 0
        return outcome.out.splitlines()

    return call


def test_people_are_spelt_by_default(run: Spell) -> None:
    assert run("周立新", "施瓦辛格") == ["Zhou Lixin", "?"]


def test_people_whom_the_glossary_has_are_spelt_as_it_has_them(run: Spell) -> None:
    assert run("孫中山", "孙中文") == ["Sun Yat-sen", "Sun Zhongwen"]


def test_places_are_given_in_english(run: Spell) -> None:
    assert run("--kind", "place", "本溪市", "渾南區") == ["Benxi", "Hunnan District"]


def test_there_is_one_line_out_for_each_line_in(run: Spell) -> None:
    assert run("--kind", "place", "-", given="康平县\n\nx\n白银\n") == ["Kangping County", "?", "?", "Baiyin"]


def test_a_project_s_own_glossary_decides(run: Spell, tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("zh\ten\tkind\n康平县\tKang Ping\tplace.county\n", encoding="utf-8")
    (tmp_path / "glossary.toml").write_text('glossaries = ["own.tsv"]\n', encoding="utf-8")
    assert run("--kind", "place", "康平县", "法库县") == ["Kang Ping", "Faku County"]


def test_a_line_that_is_not_utf8_is_bad_input_with_its_number(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    given = "田树槐\n".encode() + "田树槐\n".encode("gb18030")
    status, out, err = shell(capsys, monkeypatch, "romanise")("-", given=given)
    assert (status, out) == (2, "Tian Shuhuai\n")
    assert "-:2: not UTF-8" in err
