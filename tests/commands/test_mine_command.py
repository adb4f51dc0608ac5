"""`glossary mine`: candidates from articles, and renderings from translations."""

import json
from pathlib import Path

import pytest
from shell import Run, shell

from glossary.formats import toml

GLOSSARY = '["节水"]\nen = "water saving"\nkind = "term"\n'
PO_HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command with a small glossary, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.toml").write_text(GLOSSARY, encoding="utf-8")
    return shell(capsys, monkeypatch, "mine", "--no-builtin", "--glossary", "own.toml")


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("办好“藤编夜校”。\n“藤编夜校”有三处。\n", encoding="utf-8")
    (tmp_path / "news" / "b.md").write_text("# 说说“藤编夜校”\n", encoding="utf-8")
    (tmp_path / "news" / "c.csv").write_text("“藤编夜校”\n", encoding="utf-8")
    return "news/a.txt"


def po(*pairs: tuple[str, str], flag: str = "") -> str:
    return PO_HEADER + "".join(f'\n{flag}msgid "{zh}"\nmsgstr "{en}"\n' for zh, en in pairs)


PAIRS = (
    ("保护节水稻田。", "Water-wise farming protects rice paddies."),
    ("节水很难。", "Water-wise farming is hard."),
    ("谈到节水。", "They spoke of water-wise farming."),
    ("办好“藤编夜校”。", "Rattan evening classes should be run well."),
    ("“藤编夜校”有三处。", "There are three rattan evening classes."),
    ("天晴。", "It is sunny."),
    ("下雨了。", "It rains."),
)


def test_candidates_are_written_for_review(run: Run, article: str) -> None:
    done = run(article)
    assert (done.status, done.err) == (0, "1 candidate in 1 file\n")
    assert (
        "# twice in 1 file\n#   news/a.txt:1: 办好“藤编夜校”\n#   news/a.txt:2: “藤编夜校”有三处\n"
        in done.out
    )
    assert '#["藤编夜校"]\n#en = ""\n#kind = "phrase"\n' in done.out
    assert toml.parse(done.out.encode(), path="x") == []


@pytest.mark.usefixtures("article")
def test_a_folder_stands_for_the_articles_in_it(run: Run) -> None:
    [candidate] = json.loads(run("news", "--format", "json").out)["candidates"]
    assert (candidate["zh"], candidate["count"], candidate["articles"]) == ("藤编夜校", 3, 2)


def test_several_processes_give_what_one_gives(run: Run, article: str) -> None:
    assert run("news", "--jobs", "2").out == run("news").out
    assert article


def test_standard_input_is_an_article(run: Run) -> None:
    done = run("-", "--format", "json", given="办好“藤编夜校”。\n“藤编夜校”有三处。\n")
    assert json.loads(done.out)["candidates"][0]["contexts"][0]["file"] == "-"


def test_the_result_goes_to_a_file(run: Run, article: str, tmp_path: Path) -> None:
    done = run(article, "-o", "found.toml")
    assert (done.status, done.out) == (0, "")
    assert '#["藤编夜校"]' in (tmp_path / "found.toml").read_text(encoding="utf-8")


def test_where_there_are_no_candidates_it_says_so_and_all_is_well(run: Run) -> None:
    done = run("-", given="天晴。\n")
    assert (done.status, done.err) == (0, "no candidates in 1 file\n")
    assert toml.parse(done.out.encode(), path="x") == []


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        (("none.txt",), "none.txt: no such file"),
        (("empty",), "empty: no articles in or below this folder"),
        (("--from", "none.po"), "none.po: no such file"),
        (("--from", "empty"), "empty: no .po files in or below this folder"),
        (("--from", "own.toml"), "own.toml:1: "),
        (("own.toml", "-o", "own.toml"), "glossary: own.toml: would be written over what is read from it"),
    ],
)
def test_bad_input_is_one_line_and_status_2(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], cause: str
) -> None:
    (tmp_path / "empty").mkdir()
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(cause)
    assert done.err.count("\n") == 1


def test_translations_teach_renderings_of_known_terms_and_of_candidates(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text(po(*PAIRS), encoding="utf-8")
    done = run("--from", "a.po", "--format", "json")
    assert (done.status, done.err) == (0, "1 candidate in 1 file; 1 term rendered otherwise\n")
    shape = json.loads(done.out)
    [known], [candidate] = shape["renderings"], shape["candidates"]
    assert (known["zh"], known["entries"], known["otherwise"]) == ("节水", 3, 3)
    assert (known["used"][0]["en"], known["used"][0]["count"]) == ("water-wise farming", 3)
    assert (candidate["zh"], candidate["used"][0]["en"]) == ("藤编夜校", "rattan evening classes")
    assert candidate["used"][0]["context"]["file"] == "a.po"


def test_what_is_rendered_as_the_glossary_has_it_teaches_nothing(run: Run, tmp_path: Path) -> None:
    pairs = (("节水很难。", "Water saving is hard."), ("谈到节水。", "They spoke of water saving."))
    (tmp_path / "a.po").write_text(po(*pairs), encoding="utf-8")
    assert json.loads(run("--from", "a.po", "--format", "json").out)["renderings"] == []


@pytest.mark.parametrize("flag", ["#, fuzzy\n", "obsolete"])
def test_unfinished_translations_do_not_count(run: Run, tmp_path: Path, flag: str) -> None:
    text = po(*PAIRS, flag="" if flag == "obsolete" else flag)
    if flag == "obsolete":
        text = text.replace("\nmsgid", "\n#~ msgid").replace("\nmsgstr", "\n#~ msgstr")
        text = PO_HEADER + text.split("\n\n", 1)[1]
    (tmp_path / "a.po").write_text(text, encoding="utf-8")
    done = run("--from", "a.po")
    assert (done.status, done.err) == (0, "no candidates in 1 file\n")


def test_a_folder_of_translations_is_read_and_from_may_be_repeated(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.po").write_text(po(*PAIRS), encoding="utf-8")
    shape = json.loads(run("--from", "one", "--from", "two", "--format", "json").out)
    assert shape["files"] == 2
