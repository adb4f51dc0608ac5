"""Whoever does the work, and however the corpus comes, the output is the same."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import command, corpus, entries, run, wait_for

CORPUS = ["corpus.jsonl", "huge.txt", "1.txt", "2.txt", "3.txt", "page.html"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of all sorts."""
    corpus(tmp_path)
    text = "本溪市市长田树槐主持会议。\n\n" + "当天晚上，田树槐乘车离开。国务院决定。\n\n" * 300
    (tmp_path / "huge.txt").write_text(text, encoding="utf-8")
    for number in (1, 2, 3):
        (tmp_path / f"{number}.txt").write_text(f"國務院第{number}次會議", encoding="gb18030")
    (tmp_path / "page.html").write_text("<p>国务院</p>", encoding="utf-8")
    return tmp_path


@pytest.fixture
def alone(folder: Path) -> str:
    """What one process writes to standard output."""
    done = run(folder, *CORPUS, "--format", "jsonl")
    assert done.returncode == 0
    return done.stdout


def test_several_processes_give_what_one_gives(folder: Path, alone: str) -> None:
    assert run(folder, *CORPUS, "--format", "jsonl", "--jobs", "2").stdout == alone


def test_a_file_gets_what_standard_output_gets(folder: Path, alone: str) -> None:
    assert run(folder, *CORPUS, "--format", "jsonl", "-o", "out.jsonl", "--jobs", "2").returncode == 0
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == alone


def test_parquet_holds_what_json_lines_hold(folder: Path, alone: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert run(folder, *CORPUS, "--format", "parquet", "-o", "out.parquet", "--jobs", "2").returncode == 0
    rows = parquet.read_table(folder / "out.parquet").to_pylist()
    for row in rows:
        assert row.pop("record") is None
        for note in row["annotations"]:
            note["parts"] = json.loads(note["parts"])
    assert rows == list(map(json.loads, alone.splitlines()))


def test_records_in_parquet_give_what_the_same_in_json_lines_give(folder: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    records = [
        json.loads(line) for line in (folder / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    parquet.write_table(arrow.Table.from_pylist(records), folder / "corpus.parquet", row_group_size=40)
    outputs = [
        run(folder, f"corpus.{suffix}", "--keep", "id", "--format", "jsonl").stdout
        for suffix in ("jsonl", "parquet")
    ]
    assert outputs[0].replace("corpus.jsonl", "corpus.parquet") == outputs[1]
    assert len(outputs[1].splitlines()) == 300


def test_standard_input_gives_what_the_file_gives(folder: Path) -> None:
    given = (folder / "corpus.jsonl").read_bytes()
    streamed = run(folder, "-", "--field", "text", "--format", "jsonl", given=given).stdout
    assert (
        streamed.replace('"file":"-"', '"file":"corpus.jsonl"')
        == run(folder, "corpus.jsonl", "--format", "jsonl").stdout
    )


def test_po_files_are_the_same_from_several_processes(folder: Path) -> None:
    written = []
    for jobs in ("1", "2"):
        (folder / f"po{jobs}").mkdir()
        assert run(folder, *CORPUS, "-o", f"po{jobs}/", "--jobs", jobs).returncode == 0
        written.append({path.name: path.read_bytes() for path in (folder / f"po{jobs}").iterdir()})
    assert written[0] == written[1]
    assert set(written[0]) == {"corpus.po", "huge.po", "1.po", "2.po", "3.po", "page.po"}


class Cluster:
    """A scheduler of Dask, and workers that are started and killed one by one."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self._folder = folder
        self._processes = [self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")]
        wait_for(self.file.exists)

    @property
    def address(self) -> str:
        return str(json.loads(self.file.read_text())["address"])

    def worker(self) -> subprocess.Popen[bytes]:
        """A worker with one thread, which nobody starts again when it dies."""
        arguments = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        self._processes.append(self._start("worker", *arguments))
        return self._processes[-1]

    def stop(self) -> None:
        for process in reversed(self._processes):
            process.kill()
            process.wait()

    def _start(self, role: str, *arguments: str) -> subprocess.Popen[bytes]:
        line = [
            sys.executable,
            "-m",
            f"distributed.cli.dask_{role}",
            "--scheduler-file",
            str(self.file),
            *arguments,
        ]
        # Like another machine: no glossary files, no cache.
        environment = {**os.environ, "GLOSSARY_CACHE": ""}
        return subprocess.Popen(
            line, cwd=self._folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    pytest.importorskip("distributed")
    found = Cluster(tmp_path_factory.mktemp("cluster"))
    yield found
    found.stop()


def test_a_cluster_gives_what_one_process_gives(folder: Path, alone: str, cluster: Cluster) -> None:
    cluster.worker()
    cluster.worker()
    done = run(folder, *CORPUS, "--format", "jsonl", "--scheduler", cluster.address)
    assert done.stdout == alone


def test_when_a_worker_is_killed_another_that_joined_later_does_its_work(
    folder: Path, cluster: Cluster
) -> None:
    data = (folder / "corpus.jsonl").read_bytes()
    arguments = ["-", "--field", "text", "--format", "jsonl", "-o"]
    assert run(folder, *arguments, "alone.jsonl", given=data).returncode == 0
    first = cluster.worker()
    line = command(*arguments, "out.jsonl", "--scheduler", cluster.address)
    process = subprocess.Popen(line, cwd=folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin
    process.stdin.write(data[: len(data) // 2])
    process.stdin.flush()
    wait_for(lambda: entries(folder / "out.jsonl.journal") >= 1)
    first.send_signal(signal.SIGKILL)
    first.wait()
    cluster.worker()
    process.communicate(data[len(data) // 2 :], timeout=120)
    assert process.returncode == 0
    assert (folder / "out.jsonl").read_bytes() == (folder / "alone.jsonl").read_bytes()


def test_a_local_cluster_gives_what_one_process_gives(folder: Path, alone: str) -> None:
    pytest.importorskip("distributed")
    done = run(folder, *CORPUS, "--format", "jsonl", "--scheduler", "local", "--jobs", "2")
    assert done.stdout == alone


@pytest.mark.parametrize("address", ["klingon://127.0.0.1:1", "nonsense", ""])
def test_an_address_that_is_none_is_one_line(folder: Path, address: str) -> None:
    pytest.importorskip("distributed")
    done = run(folder, "1.txt", "--format", "jsonl", "-o", "out.jsonl", "--scheduler", address)
    assert done.returncode == 2
    assert done.stderr.startswith(f"glossary: --scheduler {address}: no scheduler with workers answers there")
    assert len(done.stderr.splitlines()) == 1
    assert not list(folder.glob("out*"))


def test_a_broken_article_is_one_line_from_a_cluster_too(folder: Path) -> None:
    pytest.importorskip("distributed")
    (folder / "latin.txt").write_bytes("国务院\ncaf".encode() + b"\xe9")
    done = run(folder, "latin.txt", "--encoding", "utf-8", "--scheduler", "local")
    assert done.returncode == 2
    assert done.stderr.startswith("latin.txt:2: ")
    assert len(done.stderr.splitlines()) == 1
