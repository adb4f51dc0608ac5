"""`glossary annotate` on records and large corpora, as a data engineer meets it."""

import json
import os
from pathlib import Path

import pytest
from running import corpus, run


def broken(folder: Path) -> None:
    """Three records, the second of which is no JSON; and two good articles with one between that is not there."""
    corpus(folder, records=3)
    lines = (folder / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    (folder / "corpus.jsonl").write_text("\n".join([lines[0], "{", lines[2]]), encoding="utf-8")
    for name in ("a.txt", "c.txt"):
        (folder / name).write_text("国务院", encoding="utf-8")


def test_records_become_json_lines_with_the_fields_that_are_kept(tmp_path: Path) -> None:
    corpus(tmp_path, records=2)
    done = run(tmp_path, "corpus.jsonl", "--keep", "id", "--keep", "url", "--format", "jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(each["line"], each["record"]) for each in found] == [
        (1, {"id": 0, "url": None}),
        (1, {"id": 0, "url": None}),
        (2, {"id": 1, "url": None}),
        (2, {"id": 1, "url": None}),
    ]
    assert done.stderr.startswith("corpus.jsonl: 2 documents, 4 segments, ")


def test_a_field_to_keep_that_no_record_has_is_named(tmp_path: Path) -> None:
    corpus(tmp_path, records=100)
    done = run(tmp_path, "corpus.jsonl", "--keep", "id", "--keep", "ulr", "--format", "jsonl", "--jobs", "2")
    assert done.returncode == 0
    said = [line for line in done.stderr.splitlines() if "--keep" in line]
    assert said == ["corpus.jsonl: --keep ulr: no record has a value in such a field: check the name"]


def test_a_field_to_keep_that_some_records_have_is_not(tmp_path: Path) -> None:
    with corpus(tmp_path, records=100).open("a", encoding="utf-8") as stream:
        stream.write('{"text": "国务院", "url": "https://example.org/"}\n')
    done = run(tmp_path, "corpus.jsonl", "--keep", "url", "--format", "jsonl")
    assert "--keep" not in done.stderr


def test_records_may_be_said_to_be_what_they_are(tmp_path: Path) -> None:
    corpus(tmp_path, records=1)
    assert run(tmp_path, "corpus.jsonl", "--encoding", "UTF-8", "--format", "jsonl").returncode == 0


def test_without_keep_the_shape_is_that_of_articles(tmp_path: Path) -> None:
    corpus(tmp_path, records=1)
    done = run(tmp_path, "corpus.jsonl", "--format", "jsonl")
    assert set(json.loads(done.stdout.splitlines()[0])) == {"file", "line", "text", "annotations"}


def test_who_is_named_in_one_record_is_not_known_in_the_next(tmp_path: Path) -> None:
    corpus(tmp_path, records=2)
    done = run(tmp_path, "corpus.jsonl", "--format", "jsonl")
    people = [
        (segment["line"], note["uncertain"])
        for segment in map(json.loads, done.stdout.splitlines())
        for note in segment["annotations"]
        if note["text"] == "田树槐"
    ]
    assert people == [(1, False), (2, True)]


def test_records_make_a_po_file_too(tmp_path: Path) -> None:
    corpus(tmp_path, records=2)
    assert run(tmp_path, "corpus.jsonl").returncode == 0
    assert '#: corpus.jsonl:1 corpus.jsonl:2\nmsgid "会议闭幕。"' in (tmp_path / "corpus.po").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    "arguments", [[], ["--format", "jsonl", "-o", "out"], ["--format", "jsonl", "-o", "out", "--jobs", "2"]]
)
def test_a_broken_record_stops_the_run_and_nothing_is_written(tmp_path: Path, arguments: list[str]) -> None:
    broken(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    done = run(tmp_path, "corpus.jsonl", *arguments)
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert line.startswith("corpus.jsonl:2: is no JSON (")
    assert line.endswith(": mend the line; or leave such out with --keep-going")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_with_keep_going_what_is_broken_is_named_and_left_out(tmp_path: Path, jobs: str) -> None:
    broken(tmp_path)
    sources = ["a.txt", "b.txt", "c.txt", "corpus.jsonl"]
    done = run(tmp_path, *sources, "--format", "jsonl", "-o", "out", "--keep-going", "--jobs", jobs)
    assert done.returncode == 2
    assert "b.txt: no such file: check the name (left out)\n" in done.stderr
    assert "corpus.jsonl:2: is no JSON" in done.stderr
    lines = (tmp_path / "out").read_text(encoding="utf-8").splitlines()
    assert [(each["file"], each["line"]) for each in map(json.loads, lines)] == [
        ("a.txt", 1),
        ("c.txt", 1),
        ("corpus.jsonl", 1),
        ("corpus.jsonl", 1),
        ("corpus.jsonl", 3),
        ("corpus.jsonl", 3),
    ]


def test_with_keep_going_the_other_po_files_are_written(tmp_path: Path) -> None:
    broken(tmp_path)
    done = run(tmp_path, "a.txt", "b.txt", "c.txt", "--keep-going")
    assert done.returncode == 2
    assert sorted(path.name for path in tmp_path.glob("*.po")) == ["a.po", "c.po"]


def test_a_run_stopped_by_a_broken_record_goes_on_when_it_is_mended_or_left_out(tmp_path: Path) -> None:
    data = corpus(tmp_path).read_text(encoding="utf-8")
    run(tmp_path, "corpus.jsonl", "--format", "jsonl", "-o", "whole")
    lines = data.splitlines(keepends=True)
    bad = "".join([*lines[:100], "{\n", *lines[101:]])
    arguments = ["corpus.jsonl", "--format", "jsonl", "-o", "out"]
    (tmp_path / "corpus.jsonl").write_text(bad, encoding="utf-8")
    assert run(tmp_path, *arguments).returncode == 2
    done_before = (tmp_path / "out.part").stat().st_size
    assert done_before
    (tmp_path / "corpus.jsonl").write_text(data, encoding="utf-8")
    assert run(tmp_path, *arguments, "--resume").returncode == 0
    assert (tmp_path / "out").read_bytes() == (tmp_path / "whole").read_bytes()


def test_an_empty_shard_is_an_empty_output(tmp_path: Path) -> None:
    corpus(tmp_path, records=0)
    done = run(tmp_path, "corpus.jsonl", "--format", "jsonl", "-o", "out")
    assert (done.returncode, done.stderr) == (0, "there are no documents in the input\n")
    assert (tmp_path / "out").read_bytes() == b""


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_an_empty_shard_makes_no_po_file(tmp_path: Path, content: str) -> None:
    corpus(tmp_path, records=0).write_text(content, encoding="utf-8")
    done = run(tmp_path, "corpus.jsonl")
    assert (done.returncode, done.stderr) == (0, "there are no documents in the input\n")
    assert not list(tmp_path.glob("*.po"))


def test_an_empty_shard_is_an_empty_table(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    corpus(tmp_path, records=0)
    assert run(tmp_path, "corpus.jsonl", "--format", "parquet", "-o", "out").returncode == 0
    assert parquet.read_table(tmp_path / "out").num_rows == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "jsonl", "--resume"], "--resume needs a file to go on with"),
        (["--resume"], "--resume is for --format jsonl and parquet"),
        (["--format", "jsonl", "-o", "out/"], "out/: is a folder; name a file in it"),
        (["--format", "jsonl", "--field", ""], "--field and --keep need the name of a field"),
        (["--format", "jsonl", "--keep", ""], "--field and --keep need the name of a field"),
        (
            ["--format", "jsonl", "--encoding", "gb18030"],
            "--encoding gb18030 is for articles, and corpus.jsonl holds records, which are UTF-8",
        ),
        (["--keep", "id"], "--keep is for --format jsonl and parquet"),
        (["--format", "jsonl", "--tm", "missing.po"], "--tm is for PO files"),
        (
            ["--format", "jsonl", "--field", "body"],
            "corpus.jsonl:1: has no field 'body': name the one that holds the text",
        ),
    ],
)
def test_what_cannot_be_is_one_line(tmp_path: Path, arguments: list[str], message: str) -> None:
    corpus(tmp_path, records=1)
    done = run(tmp_path, "corpus.jsonl", *arguments)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert message in done.stderr


def test_a_parquet_file_is_not_written_to_a_stream(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    corpus(tmp_path, records=1)
    done = run(tmp_path, "corpus.jsonl", "--format", "parquet")
    assert (done.returncode, done.stdout) == (2, "")
    assert "name a file with -o" in done.stderr


@pytest.mark.parametrize(
    ("module", "arguments", "advice"),
    [
        (
            "pyarrow",
            ["--format", "parquet", "-o", "out"],
            "Parquet needs pyarrow: run pip install 'zh-glossary[parquet]'",
        ),
        (
            "distributed",
            ["--scheduler", "local"],
            "--scheduler needs dask: run pip install 'zh-glossary[dask]'",
        ),
    ],
)
def test_a_library_that_is_missing_is_named_with_what_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, arguments: list[str], advice: str
) -> None:
    corpus(tmp_path, records=1)
    (tmp_path / "absent").mkdir()
    (tmp_path / "absent" / f"{module}.py").write_text("raise ImportError", encoding="utf-8")
    paths = [str(tmp_path / "absent"), os.environ.get("PYTHONPATH", "")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))
    done = run(tmp_path, "corpus.jsonl", *arguments)
    assert (done.returncode, done.stderr) == (2, f"glossary: {advice}\n")
    assert not list(tmp_path.glob("out*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    corpus(tmp_path, records=2)
    done = run(tmp_path, "corpus.jsonl", "--format", "jsonl", "-o", "/dev/full")
    assert done.returncode == 2
    assert "No space left on device: make room, or name another place with -o" in done.stderr
    assert "Traceback" not in done.stderr
