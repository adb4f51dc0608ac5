"""`glossary romanise`: one line out for each name."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary import cli

Run = Callable[..., list[str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command as a shell does, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, given: str = "") -> list[str]:
        monkeypatch.setattr("sys.argv", ["glossary", "romanise", *arguments])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as stop:
            cli.main()
        assert not stop.value.code
        return capsys.readouterr().out.splitlines()

    return call


def test_people_are_spelt_by_default(run: Run) -> None:
    assert run("周立新", "奥巴马") == ["Zhou Lixin", "?"]


def test_places_are_given_in_english(run: Run) -> None:
    assert run("--kind", "place", "本溪市", "渾南區") == ["Benxi", "Hunnan District"]


def test_there_is_one_line_out_for_each_line_in(run: Run) -> None:
    assert run("--kind", "place", "-", given="康平县\n\nx\n白银\n") == ["Kangping County", "?", "?", "Baiyin"]


def test_a_project_s_own_glossary_decides(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("zh\ten\tkind\n康平县\tKang Ping\tplace.county\n", encoding="utf-8")
    (tmp_path / "glossary.toml").write_text('glossaries = ["own.tsv"]\n', encoding="utf-8")
    assert run("--kind", "place", "康平县", "法库县") == ["Kang Ping", "Faku County"]


def test_a_line_that_is_not_utf8_is_bad_input_with_its_number(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["glossary", "romanise", "-"])
    given = "田树槐\n".encode() + "田树槐\n".encode("gb18030")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
    with pytest.raises(SystemExit) as stop:
        cli.main()
    out, err = capsys.readouterr()
    assert (stop.value.code, out) == (2, "Tian Shuhuai\n")
    assert "-:2: not UTF-8" in err
