"""The package as a library: `import glossary` in notebooks and pipelines."""

import doctest
import json
import os
import pickle
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import glossary
from glossary import api, jsonl
from glossary.batch import Task
from glossary.corpus.work import documents

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "articles" / "benxi-cooperation.txt"
TEXTS = [
    "签约仪式由本溪市市长田树槐主持。",
    "田树槐说，要落实四个着力。",
    "",
    "國(guó)務(wù)院副總理劉鶴出席，會議9月25日召開。",
    "抚顺市人民政府办公厅\n重庆银行行长",
    *ARTICLE.read_text(encoding="utf-8").splitlines(),
]


@pytest.fixture(scope="module")
def names() -> glossary.Glossary:
    return glossary.load()


def test_the_readmes_example_in_python_goes_as_shown() -> None:
    [block] = re.findall(r"^```python\n(>>> .*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.S | re.M)
    test = doctest.DocTestParser().get_doctest(block, {}, "README.md", None, None)
    assert len(test.examples) >= 5
    assert doctest.DocTestRunner().run(test).failed == 0


def test_a_text_gives_what_a_file_of_it_gives(names: glossary.Glossary) -> None:
    file = ARTICLE.as_posix()
    assert [names.annotate(ARTICLE.read_text(encoding="utf-8"), file=file)] == list(documents([file], Task()))


def test_line_ends_of_any_kind_end_a_paragraph(names: glossary.Glossary) -> None:
    segments = names.annotate("国务院\r\n国务院\r国务院\n国务院").segments
    assert [segment.line for segment in segments] == [1, 2, 3, 4]


def test_a_segment_may_be_a_paragraph(names: glossary.Glossary) -> None:
    assert len(names.annotate("第一句。第二句。", unit="paragraph").segments) == 1


@pytest.mark.parametrize("text", ["", " \n\u3000\n"])
def test_a_text_without_text_is_a_document_without_segments(names: glossary.Glossary, text: str) -> None:
    assert names.annotate(text).segments == ()


@pytest.mark.parametrize("text", [None, 1.0, b"\xe5"])
def test_what_is_no_string_is_refused(names: glossary.Glossary, text: object) -> None:
    with pytest.raises(TypeError, match=f"not {type(text).__name__}"):
        names.annotate_batch(["国务院", text])  # type: ignore[list-item]


def test_one_string_is_no_batch(names: glossary.Glossary) -> None:
    with pytest.raises(TypeError, match="not one string"):
        names.annotate_batch("国务院")


def test_half_a_surrogate_pair_is_refused(names: glossary.Glossary) -> None:
    with pytest.raises(glossary.GlossaryError, match=r"U\+D83D, which is no character"):
        names.annotate("国务院\ud83d")


def test_a_batch_gives_what_its_texts_give_one_by_one(names: glossary.Glossary) -> None:
    assert names.annotate_batch(iter(TEXTS)) == [names.annotate(text) for text in TEXTS]


def test_several_processes_give_what_one_gives(
    names: glossary.Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "_TEXTS", 2)
    assert names.annotate_batch(TEXTS, jobs=2) == names.annotate_batch(TEXTS)


def test_a_text_that_comes_again_has_the_same_document(names: glossary.Glossary) -> None:
    first, other, again = names.annotate_batch(["国务院", "本溪市", "国务院"])
    assert again is first
    assert other != first


def test_what_a_process_refuses_is_refused(names: glossary.Glossary) -> None:
    with pytest.raises(glossary.GlossaryError, match=r"U\+D83D, which is no character"):
        names.annotate_batch(["国务院", "国务院\ud83d"], jobs=2)


@pytest.mark.parametrize("jobs", [0, -1])
def test_there_is_one_job_at_least(names: glossary.Glossary, jobs: int) -> None:
    with pytest.raises(ValueError, match="jobs must be 1 or more"):
        names.annotate_batch(["国务院"], jobs=jobs)


def test_who_is_named_in_one_text_is_not_known_in_the_next(names: glossary.Glossary) -> None:
    introduced, later = "市长田树槐主持会议。", "当天晚上，田树槐乘车离开。"
    [_, known] = names.annotate(f"{introduced}\n{later}").segments
    [unknown] = names.annotate_batch([introduced, later])[1].segments
    assert [(note.text, note.uncertain) for note in known.annotations] == [("田树槐", False)]
    assert [(note.text, note.uncertain) for note in unknown.annotations] == [("田树槐", True)]


def test_own_glossaries_override_the_bundled_one_and_may_stand_alone(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("zh\ten\n国务院\tCabinet\n", encoding="utf-8")

    def renderings(names: glossary.Glossary) -> list[str]:
        return [n.rendering for s in names.annotate("国务院和全国人大").segments for n in s.annotations]

    assert renderings(glossary.load(own)) == ["Cabinet", "National People's Congress"]
    assert renderings(glossary.load(str(own), builtin=False)) == ["Cabinet"]


def test_a_glossary_that_cannot_be_used_is_a_glossary_error() -> None:
    with pytest.raises(glossary.DataError, match=r"missing\.toml: no such file"):
        glossary.load("missing.toml")


def test_a_pickled_glossary_annotates_alike_in_a_process_without_glossary_files(
    names: glossary.Glossary, tmp_path: Path
) -> None:
    (tmp_path / "names.pickle").write_bytes(pickle.dumps(names))
    code = (
        "import pathlib, pickle, sys, glossary.curated\n"
        "glossary.curated.sources = glossary.curated.load = None\n"
        "names = pickle.loads(pathlib.Path('names.pickle').read_bytes())\n"
        "sys.stdout.buffer.write(pickle.dumps(names.annotate_batch(pickle.load(sys.stdin.buffer))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=pickle.dumps(TEXTS), capture_output=True, cwd=tmp_path, check=True
    )
    assert pickle.loads(done.stdout) == names.annotate_batch(TEXTS)


def test_a_glossary_compiled_by_another_version_is_refused(
    names: glossary.Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = pickle.dumps(names)
    monkeypatch.setattr("glossary.lexicon.__version__", "0.0.0")
    with pytest.raises(glossary.GlossaryError, match="another version"):
        pickle.loads(data)


def test_threads_that_start_at_once_get_what_one_gets() -> None:
    """In a process of its own, so that all that is loaded when first needed is loaded by threads that race."""
    code = f"""
import sys, threading
from concurrent.futures import ThreadPoolExecutor
import glossary
texts = {TEXTS!r}
names, start = glossary.load(), threading.Barrier(8)
def work(number):
    start.wait()
    return names.annotate_batch(texts[number:] + texts[:number])
sys.setswitchinterval(1e-5)
with ThreadPoolExecutor(8) as pool:
    results = list(pool.map(work, range(8)))
alone = names.annotate_batch(texts)
print(all(result == alone[n:] + alone[:n] for n, result in enumerate(results)))
import gc, os
print(gc.isenabled(), [name for name in os.environ if name.startswith("PYPINYIN")])
"""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYPINYIN")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False, env=environment
    )
    assert (done.stdout, done.stderr) == ("True\nTrue []\n", "")


def test_a_dict_of_a_segment_is_its_json_line(names: glossary.Glossary) -> None:
    document = names.annotate(TEXTS[0])
    assert [glossary.to_dict(segment) for segment in document.segments] == list(
        map(json.loads, jsonl.encode([(document, None)]).splitlines())
    )


def test_importing_the_package_imports_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); import glossary\n"
        "print(sorted(name for name in set(sys.modules) - before), 'load' in dir(glossary))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['glossary'] True\n"


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(hasattr(glossary, name) for name in glossary.__all__)
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        glossary.lode  # noqa: B018


def test_one_object_serves_many_threads(names: glossary.Glossary) -> None:
    expected = names.annotate_batch(TEXTS)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(names.annotate, TEXTS * 3)) == expected * 3
