"""`glossary init`: a project in which everything works at once, or nothing at all."""

import re
import tomllib
from pathlib import Path
from pkgutil import iter_modules

import pytest
from afresh import afresh
from shell import Run

from glossary import commands, project

FILES = [
    ".github/workflows/translations.yml",
    ".gitignore",
    ".pre-commit-config.yaml",
    "README.md",
    "articles/example.txt",
    "glossaries/terms.toml",
    "glossary.toml",
    "locale/en/.gitkeep",
]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    return afresh(capsys, monkeypatch)


def made(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_it_lists_what_it_made_and_names_the_next_commands(run: Run, tmp_path: Path) -> None:
    status, out, err = run("init", "my river")
    assert status == 0
    assert out.splitlines() == [f"my river/{name}" for name in FILES]
    assert made(tmp_path / "my river") == FILES
    commands = [line.split("  #")[0].strip() for line in err.splitlines() if line.startswith("  ")]
    assert commands[0] == "cd 'my river'"
    assert [command.split()[1] for command in commands[1:]] == ["annotate", "check", "lint"]


def test_the_whole_tour_works_in_it(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_ = run("init", "river").err
    monkeypatch.chdir(tmp_path / "river")
    for line in next_.splitlines():
        if line.startswith("  glossary "):
            assert run(*line.split("#")[0].split()[1:]).status == 0
    po = Path("locale/en/example.po")
    text = po.read_text(encoding="utf-8")
    assert "#. 清水行动 → Clear Water Campaign  [slogan; " in text
    assert "#. 青禾县人民政府 → Qinghe County People's Government  [institution; " in text

    empty = 'msgid "青禾县启动“清水行动”"\nmsgstr ""'
    assert empty in text
    po.write_text(
        text.replace(empty, f'{empty[:-1]}Qinghe County Starts Clear Water Action"'), encoding="utf-8"
    )
    assert "term-forbidden" in run("check").out
    assert run("fix", "--write").status == 0
    assert run("check").status == 0
    assert run("refresh").status == 0
    assert run("status").out.splitlines()[1].split()[:3] == ["locale/en/example.po", "5", "1"]


def test_the_current_folder_is_the_default_and_keeps_what_else_is_in_it(run: Run, tmp_path: Path) -> None:
    Path("LICENSE").write_text("mine")
    Path("articles").mkdir()
    status, out, err = run("init")
    assert status == 0
    assert out.splitlines() == FILES
    assert "cd " not in err
    assert made(tmp_path) == sorted([*FILES, "LICENSE"])


@pytest.mark.parametrize("present", ["README.md", "locale/en/.gitkeep", "glossary.toml"])
def test_a_folder_that_has_one_of_the_files_is_refused_and_nothing_is_made(
    run: Run, tmp_path: Path, present: str
) -> None:
    Path(present).parent.mkdir(parents=True, exist_ok=True)
    Path(present).write_text("mine")
    Path(".gitignore").symlink_to("nowhere")
    status, out, err = run("init")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert present in err
    assert ".gitignore" in err
    assert made(tmp_path) == [present]
    assert Path(present).read_text() == "mine"


def test_a_file_in_the_place_of_a_folder_takes_back_what_was_made(run: Run, tmp_path: Path) -> None:
    Path("glossaries").write_text("mine")
    status, out, err = run("init")
    assert (status, out) == (2, "")
    assert err.startswith("glossaries/terms.toml: ")
    assert made(tmp_path) == ["glossaries"]
    assert not any(path.is_dir() for path in tmp_path.iterdir())


def test_a_file_is_no_folder_for_a_project(run: Run) -> None:
    Path("notes").write_text("mine")
    status, _, err = run("init", "notes")
    assert status == 2
    assert err.startswith("notes: is a file")


def test_an_overlong_name_is_bad_input(run: Run) -> None:
    status, _, err = run("init", "n" * 5000)
    assert (status, err.count("\n")) == (2, 1)


def test_its_settings_are_settings_and_its_readme_names_commands_that_exist() -> None:
    templates = project.files()
    assert tomllib.loads(templates["glossary.toml"].read_text(encoding="utf-8"))["locale"] == "locale/en"
    named = set(re.findall(r"`glossary ([a-z]+)", templates["README.md"].read_text(encoding="utf-8")))
    commands_there = {module.name for module in iter_modules(commands.__path__)}
    assert named - {"publish"} <= commands_there
