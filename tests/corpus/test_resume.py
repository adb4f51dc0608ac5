"""A run that was stopped goes on where it was: wherever it was cut, and whatever has changed since."""

import json
from io import FileIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary import jsonl
from glossary.batch import Task
from glossary.corpus import Reading, beside, chunks, journal, lines, unfinished, work
from glossary.corpus.beside import log_of, part_of
from glossary.corpus.journal import Setting
from glossary.corpus.tally import by_file
from glossary.errors import DataError, GlossaryError

SETTING = Setting("1", "digest", {"--format": "jsonl"})


class Corpus:
    """A corpus of a dozen chunks, and its output."""

    def __init__(self, folder: Path) -> None:
        self.source, self.target = folder / "corpus.jsonl", folder / "out.jsonl"
        glossary = folder / "terms.tsv"
        glossary.write_text("zh\ten\n国务院\tState Council\n", encoding="utf-8")
        self.task = Task(glossaries=(glossary,), builtin=False)
        self.write([f"第{number}次会议，国务院。" for number in range(40)])

    def write(self, texts: list[str]) -> None:
        records = (json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
        self.source.write_text("".join(records), encoding="utf-8")

    def run(self, *, resume: bool = False, stop: int | None = None, setting: Setting = SETTING) -> int:
        """Annotates the corpus, stopping after some parts; the number of documents found."""
        with unfinished.unfinished(self.target, setting, resume=resume) as out:
            tallies = list(out.earlier())
            remaining = out.remaining(chunks([str(self.source)], Reading()))
            for number, part in enumerate(work.parts(remaining, self.task, jsonl.encode)):
                if number == stop:
                    raise KeyboardInterrupt
                out.add(part)
                tallies.extend(part.tallies)
            out.finish()
        return sum(tally.documents for tally in by_file(tallies))

    def stopped(self, parts: int) -> None:
        with pytest.raises(KeyboardInterrupt):
            self.run(stop=parts)


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    monkeypatch.setattr(lines, "_BYTES", 200)
    monkeypatch.setattr(unfinished, "_INTERVAL", 0)
    return Corpus(tmp_path)


@pytest.fixture
def whole(corpus: Corpus) -> bytes:
    assert corpus.run() == 40
    output = corpus.target.read_bytes()
    corpus.target.unlink()
    return output


def leftovers(corpus: Corpus) -> list[str]:
    return sorted(path.name for path in corpus.target.parent.glob("out*"))


def test_a_run_leaves_nothing_but_its_output(corpus: Corpus, whole: bytes) -> None:
    corpus.run()
    assert corpus.target.read_bytes() == whole
    assert leftovers(corpus) == ["out.jsonl"]


@pytest.mark.parametrize("parts", [1, 5, 9])
def test_a_stopped_run_goes_on_and_finds_the_same(corpus: Corpus, whole: bytes, parts: int) -> None:
    corpus.stopped(parts)
    assert not corpus.target.exists()
    assert corpus.run(resume=True) == 40
    assert corpus.target.read_bytes() == whole
    assert leftovers(corpus) == ["out.jsonl"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_wherever_the_two_files_are_cut_the_output_is_whole_and_has_nothing_twice(
    corpus: Corpus, whole: bytes, data: st.DataObject
) -> None:
    corpus.stopped(data.draw(st.integers(1, 9), label="parts"))
    for path in (part_of(corpus.target), log_of(corpus.target)):
        content = path.read_bytes()
        cut = data.draw(st.integers(0, len(content)), label=path.name)
        rubbish = data.draw(st.sampled_from([b"", b"\0\0", b'{"chunks": 3']), label="after it")
        path.write_bytes(content[:cut] + rubbish)
    assert corpus.run(resume=True) == 40
    assert corpus.target.read_bytes() == whole
    corpus.target.unlink()


def test_a_run_may_be_stopped_again_and_again(corpus: Corpus, whole: bytes) -> None:
    corpus.stopped(2)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            corpus.run(resume=True, stop=2)
    corpus.run(resume=True)
    assert corpus.target.read_bytes() == whole


def test_a_run_that_was_stopped_before_anything_was_done_leaves_nothing(corpus: Corpus) -> None:
    corpus.stopped(0)
    assert leftovers(corpus) == []


def test_nothing_to_go_on_with_is_a_run_from_the_beginning(corpus: Corpus, whole: bytes) -> None:
    corpus.run(resume=True)
    assert corpus.target.read_bytes() == whole


def test_what_a_stopped_run_has_done_is_not_thrown_away_unasked(corpus: Corpus) -> None:
    corpus.stopped(3)
    with pytest.raises(GlossaryError, match=r"out\.jsonl\.part: .* go on with --resume, or remove it"):
        corpus.run()
    assert part_of(corpus.target).stat().st_size


def test_an_older_output_stays_until_the_new_one_is_whole(corpus: Corpus, whole: bytes) -> None:
    corpus.target.write_text("older", encoding="utf-8")
    corpus.target.chmod(0o640)
    corpus.stopped(3)
    assert corpus.target.read_text(encoding="utf-8") == "older"
    corpus.run(resume=True)
    assert corpus.target.read_bytes() == whole
    assert corpus.target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("setting", "cause"),
    [
        (Setting("2", "digest", {"--format": "jsonl"}), "the version of zh-glossary has changed"),
        (Setting("1", "another", {"--format": "jsonl"}), "the glossary has changed"),
        (Setting("1", "digest", {"--format": "parquet"}), "--format was jsonl, now parquet"),
        (Setting("1", "digest", {"--format": "jsonl", "--keep": "id"}), "--keep was not given, now id"),
    ],
)
def test_a_run_with_another_setting_does_not_go_on(corpus: Corpus, setting: Setting, cause: str) -> None:
    corpus.stopped(3)
    before = part_of(corpus.target).read_bytes()
    with pytest.raises(GlossaryError, match=cause):
        corpus.run(resume=True, setting=setting)
    assert part_of(corpus.target).read_bytes() == before


def test_input_that_has_changed_where_it_was_done_is_refused(corpus: Corpus) -> None:
    corpus.stopped(5)
    corpus.write([f"第{number}次会议，国务院！" for number in range(40)])
    with pytest.raises(GlossaryError, match="the input that it was made of has changed"):
        corpus.run(resume=True)
    corpus.write(["国务院"])
    with pytest.raises(GlossaryError, match="the input that it was made of has changed"):
        corpus.run(resume=True)


def test_input_may_be_mended_where_nothing_was_done_yet(corpus: Corpus) -> None:
    corpus.stopped(3)
    texts = [f"第{number}次会议，国务院。" for number in range(40)]
    corpus.write([*texts[:-1], "会议闭幕。"])
    assert corpus.run(resume=True) == 40
    assert json.loads(corpus.target.read_text(encoding="utf-8").splitlines()[-1])["text"] == "会议闭幕。"


@pytest.mark.parametrize("resume", [False, True])
def test_a_file_of_somebody_else_with_the_name_of_unfinished_output_is_left_alone(
    corpus: Corpus, resume: bool
) -> None:
    part_of(corpus.target).write_text("mine", encoding="utf-8")
    with pytest.raises(DataError, match=r"out\.jsonl\.part: is in the way, .* move or remove it"):
        corpus.run(resume=resume)
    assert part_of(corpus.target).read_text(encoding="utf-8") == "mine"
    assert leftovers(corpus) == ["out.jsonl.part"]


def test_two_runs_do_not_write_one_file(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fcntl")
    monkeypatch.setattr(beside, "_PATIENCE", 1)
    with (
        unfinished.unfinished(corpus.target, SETTING, resume=False),
        pytest.raises(GlossaryError, match="another run is writing it"),
    ):
        corpus.run()


@pytest.mark.parametrize("name", ["missing/out.jsonl", "folder"])
def test_a_target_that_cannot_be_written_is_refused_before_the_work(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with (
        pytest.raises(DataError, match=r"there is no folder|is a folder"),
        unfinished.unfinished(tmp_path / name, SETTING, resume=False),
    ):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_full_disk_is_one_line_and_the_run_goes_on_later(
    corpus: Corpus, whole: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = journal.write

    def full(stream: FileIO, data: bytes) -> None:
        if len(data) > 1000:
            write(stream, data[:7])
            raise OSError(28, "No space left on device")
        write(stream, data)

    monkeypatch.setattr(journal, "write", full)
    with pytest.raises(DataError, match="No space left on device"):
        corpus.run()
    monkeypatch.undo()
    monkeypatch.setattr(lines, "_BYTES", 200)
    corpus.run(resume=True)
    assert corpus.target.read_bytes() == whole
