import os
import stat
from pathlib import Path

import pytest

from glossary.atomic import replacing, write_bytes, write_text
from glossary.errors import DataError


def test_text_is_written_as_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_text(tmp_path / "out.txt", "签约\r\n仪式\n")
    assert (tmp_path / "out.txt").read_bytes() == "签约\r\n仪式\n".encode()


def test_an_existing_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    target.chmod(0o640)
    write_text(target, "new")
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_that_the_user_asks_for(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_text(tmp_path / "out.txt", "new")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o640


def test_a_symbolic_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_text(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_name_as_long_as_the_file_system_allows_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 251 + ".txt")
    write_text(target, "new")
    assert target.read_text() == "new"


def test_what_is_no_ordinary_file_is_written_to_and_not_replaced() -> None:
    write_text(Path(os.devnull), "gone")
    assert not Path(os.devnull).is_file()


def test_a_file_that_is_written_piece_by_piece_is_in_its_place_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with replacing(target) as stream:
        stream.write(b"new ")
        stream.write(b"text")
        assert target.read_text() == "old"
    assert target.read_text() == "new text"
    assert list(tmp_path.iterdir()) == [target]


def test_what_goes_wrong_between_the_pieces_leaves_the_target_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")

    def stopped() -> None:
        with replacing(target) as stream:
            stream.write(b"new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stopped()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_check_sees_what_was_written_and_can_stop_it(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    seen = []

    def check(data: bytes) -> None:
        seen.append(data)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_bytes(target, b"new", check=check)
    assert seen == [b"new"]
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_a_failed_move_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(DataError, match=r"out\.txt: cannot be written: No space left on device; "):
        write_text(tmp_path / "out.txt", "new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is a folder; name a file in it"):
        write_text(tmp_path, "new")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"there is no folder .*nowhere; create it"):
        write_text(tmp_path / "nowhere" / "out.txt", "new")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match="is a file, not a folder"):
        write_text(tmp_path / "file" / "out.txt", "new")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_write_protected_file_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    target.chmod(0o444)
    with pytest.raises(DataError, match="is write-protected"):
        write_text(target, "new")
    assert target.read_text() == "old"


def test_half_a_surrogate_pair_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"U\+D83D"):
        write_text(tmp_path / "out.txt", "a\ud83d")
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_for_the_file_system_is_an_error_that_names_it(tmp_path: Path) -> None:
    for path in (tmp_path / ("n" * 300), tmp_path / ("n" * 300) / "out.txt"):
        with pytest.raises(DataError, match="cannot be written"):
            write_text(path, "new")
