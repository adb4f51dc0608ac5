"""A project's settings: where they are looked for, and what is wrong with them."""

from pathlib import Path

import pytest

from glossary import config
from glossary.errors import DataError


def write(folder: Path, text: str, name: str = "pyproject.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_settings_are_found_upward_in_either_file(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    write(tmp_path, '[tool.glossary]\nlocale = "po"\n')
    assert config.load(tmp_path).locale == "po"
    assert config.load(tmp_path / "deep").locale == "po"
    write(tmp_path / "deep", "builtin = false\n", "glossary.toml")
    assert config.load(tmp_path / "deep") == config.Config(builtin=False)


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'\n", "[tool.ruff]\nline-length = 9\n"])
def test_a_project_file_without_settings_gives_none(tmp_path: Path, text: str) -> None:
    write(tmp_path, "locale = 'po'\n", "glossary.toml")
    (tmp_path / "deep").mkdir()
    assert config.load(write(tmp_path / "deep", text)).locale == "po"


@pytest.mark.parametrize(
    ("text", "name"), [("tool = 1\n", "`tool`"), ("[tool]\nglossary = 3\n", "`tool.glossary`")]
)
def test_what_should_be_a_table_and_is_none_is_an_error(tmp_path: Path, text: str, name: str) -> None:
    with pytest.raises(DataError, match=rf"pyproject\.toml: {name} is no table"):
        config.load(write(tmp_path, text))


def test_a_folder_that_is_gone_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(DataError, match="cannot be looked at"):
        config.load()
    monkeypatch.chdir(tmp_path)
