import os
from pathlib import Path

import pytest

from glossary import formats
from glossary.errors import DataError


def test_each_format_is_known_by_its_suffixes() -> None:
    assert {".toml", ".tsv"} <= formats.known().keys()
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in formats.known())


def test_a_file_is_read_by_its_suffix_in_either_case(tmp_path: Path) -> None:
    for name in ("a.tsv", "b.TSV"):
        (tmp_path / name).write_text("zh\ten\n甲\tA\n", encoding="utf-8")
        (term,) = formats.parse(tmp_path / name)
        assert (term.zh, term.path, term.line) == ("甲", str(tmp_path / name), 2)


@pytest.mark.parametrize("name", ["a.xls", "a", ".tsv"])
def test_a_suffix_that_is_unknown_is_refused_with_those_that_are_known(name: str) -> None:
    with pytest.raises(DataError, match=r"\.toml, \.tsv"):
        formats.parse(Path(name))


def test_a_path_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.tsv").mkdir()
    for name, cause in (
        ("no.tsv", "no such file"),
        ("folder.tsv", "a folder"),
        ("nul\0.tsv", "cannot be read"),
    ):
        with pytest.raises(DataError, match=cause) as caught:
            formats.parse(tmp_path / name)
        assert caught.value.line is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("zh\ten\n", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(DataError, match="permissions"):
        formats.parse(path)


@pytest.mark.parametrize("suffix", sorted(formats.known()))
def test_no_format_takes_an_empty_or_binary_file(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    for data in (b"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"):
        path.write_bytes(data)
        with pytest.raises(DataError):
            formats.parse(path)
