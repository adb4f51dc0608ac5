"""Compiled forms are kept, checked, and made again when damaged."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.cache import cached, name_for


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GLOSSARY_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def never() -> bytes:
    raise AssertionError("it was in the cache")


def test_what_was_made_once_is_not_made_again(folder: Path) -> None:
    assert cached("name", lambda: b"content") == b"content"
    assert cached("name", never) == b"content"
    assert [file.name for file in folder.iterdir()] == ["name.compiled"]


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 40, bytes(4), bytes(40)])
def test_a_damaged_file_is_made_again(folder: Path, damage: bytes) -> None:
    cached("name", lambda: b"content")
    (folder / "name.compiled").write_bytes(damage)
    assert cached("name", lambda: b"content") == b"content"
    assert cached("name", never) == b"content"


def test_one_changed_byte_is_noticed(folder: Path) -> None:
    cached("name", lambda: b"content")
    data = bytearray((folder / "name.compiled").read_bytes())
    data[-1] ^= 1
    (folder / "name.compiled").write_bytes(data)
    assert cached("name", lambda: b"new") == b"new"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("GLOSSARY_CACHE", str(tmp_path / "file" / "below"))
    assert cached("name", lambda: b"content") == b"content"


def test_an_empty_setting_turns_the_cache_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GLOSSARY_CACHE", "")
    assert cached("name", lambda: b"first") == b"first"
    assert cached("name", lambda: b"second") == b"second"
    assert not any(tmp_path.iterdir())


def test_what_is_in_use_stays_however_old_it_is(folder: Path) -> None:
    cached("dictionary", lambda: b"words")
    for number in range(40):
        os.utime(folder / "dictionary.compiled", (0, 0))
        assert cached("dictionary", never) == b"words"
        cached(f"{number}", lambda: b"x")
    assert (folder / "dictionary.compiled").exists()


@pytest.mark.usefixtures("folder")
def test_what_another_user_has_made_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(path)

    cached("name", lambda: b"content")
    monkeypatch.setattr(os, "utime", refuse)
    assert cached("name", never) == b"content"


def test_another_state_of_a_file_gives_another_name(tmp_path: Path) -> None:
    file = tmp_path / "dictionary.txt"
    file.write_text("one")
    first = name_for("words", file)
    assert name_for("words", file) == first != name_for("readings", file)
    file.write_text("three")
    assert name_for("words", file) != first


def test_only_the_newest_files_stay_and_nobody_elses_go(folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.txt").touch()
    for number in range(40):
        cached(f"{number}", lambda: b"x")
    assert len(list(folder.iterdir())) < 20
    assert (folder / "thesis.txt").exists()


def test_several_processes_may_write_at_once(folder: Path) -> None:
    code = (
        "import sys; from glossary.cache import cached, name_for;"
        "data = cached('shared', lambda: bytes([int(sys.argv[1])]) * 500_000);"
        "sys.exit(len(set(data)) != 1 or len(data) != 500_000)"
    )
    processes = [subprocess.Popen([sys.executable, "-c", code, str(number)]) for number in range(8)]
    assert [process.wait(timeout=60) for process in processes] == [0] * 8
    assert [file.name for file in folder.iterdir()] == ["shared.compiled"]
