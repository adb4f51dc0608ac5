"""A run whose process is killed: what it has done is kept, and no process of it stays."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import command, corpus, entries, run, wait_for


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(*arguments),
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin is not None
    process.stdin.write(data)
    process.stdin.flush()


def content(path: Path) -> object:
    """What a file holds: its bytes; of Parquet its rows, as how they are grouped depends on nothing that counts."""
    if path.suffix != ".parquet":
        return path.read_bytes()
    return pytest.importorskip("pyarrow.parquet").read_table(path).to_pylist()


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("name", "form"), [("out.jsonl", "jsonl"), ("out.parquet", "parquet")])
def test_a_killed_run_goes_on_and_gives_what_a_run_gives_that_nobody_killed(
    tmp_path: Path, name: str, form: str, jobs: str
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    data = corpus(tmp_path, records=300).read_bytes()
    arguments = ["-", "--field", "text", "--keep", "id", "--format", form, "--jobs", jobs]
    assert run(tmp_path, *arguments, "-o", f"whole-{name}", given=data).returncode == 0
    journal = tmp_path / f"{name}.journal"
    for quarter in (1, 2, 3):
        before = entries(journal)
        process = started(tmp_path, *arguments, "-o", name, "--resume")
        # It is killed while it waits for more: at a point of its work, and not by chance after its end.
        feed(process, data[: len(data) * quarter // 4])
        wait_for(lambda before=before: entries(journal) > before)  # type: ignore[misc]
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert not (tmp_path / name).exists()
    last = run(tmp_path, *arguments, "-o", name, "--resume", given=data)
    assert last.returncode == 0
    assert "-: 300 documents, 600 segments" in last.stderr
    assert content(tmp_path / name) == content(tmp_path / f"whole-{name}")
    assert sorted(path.name for path in tmp_path.glob(f"{name}*")) == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up as Linux shows them")
def test_when_the_parent_is_killed_its_processes_end(tmp_path: Path) -> None:
    data = corpus(tmp_path).read_bytes()
    process = started(tmp_path, "-", "--field", "text", "--format", "jsonl", "-o", "out.jsonl", "--jobs", "2")
    feed(process, data[: len(data) // 2])
    wait_for(lambda: entries(tmp_path / "out.jsonl.journal") >= 1)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert len(children) == 2
    process.kill()
    process.communicate()
    wait_for(lambda: not any(map(_lives, children)))


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up as Linux shows them")
def test_when_a_process_of_a_run_is_killed_that_is_one_line_and_the_run_goes_on_later(tmp_path: Path) -> None:
    data = corpus(tmp_path).read_bytes()
    arguments = ["-", "--field", "text", "--format", "jsonl", "-o", "out.jsonl", "--jobs", "2"]
    process = subprocess.Popen(
        command(*arguments), cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    feed(process, data[: len(data) // 2])
    wait_for(lambda: entries(tmp_path / "out.jsonl.journal") >= 1)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGKILL)
    _, said = process.communicate(data[len(data) // 2 :])
    assert process.returncode == 2
    [line] = said.decode().splitlines()
    assert line.startswith("glossary: a process was stopped from outside")
    assert run(tmp_path, *arguments, "--resume", given=data).returncode == 0


def _lives(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_says_how_to_go_on(tmp_path: Path, jobs: str) -> None:
    data = corpus(tmp_path).read_bytes()
    arguments = ["-", "--field", "text", "--format", "jsonl", "-o", "out.jsonl", "--jobs", jobs]
    process = subprocess.Popen(
        command(*arguments),
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    feed(process, data[: len(data) // 2])
    wait_for(lambda: entries(tmp_path / "out.jsonl.journal") >= 1)
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert (
        said.decode() == "out.jsonl.part: holds what has been done: the same command with --resume goes on\n"
    )
    again = run(tmp_path, *arguments, given=data)
    assert (again.returncode, len(again.stderr.splitlines())) == (2, 1)
    assert "go on with --resume, or remove it" in again.stderr
    assert run(tmp_path, *arguments, "--resume", given=data).returncode == 0
