"""`glossary annotate` as a user and a script meet it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

ARTICLE = Path(__file__).parents[2] / "articles" / "benxi-cooperation.txt"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `glossary annotate` in an empty folder."""

    def annotate(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from glossary.cli import main; main()", "annotate", *arguments]
        return subprocess.run(
            command,
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return annotate


def article(folder: Path, text: str = "国务院召开会议。", name: str = "article.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_po_file_comes_to_stand_beside_the_article(run: Run, tmp_path: Path) -> None:
    article(tmp_path)
    done = run("article.txt")
    assert done.returncode == 0
    assert done.stdout == ""
    assert "article.txt: 1 segment" in done.stderr
    assert "article.po (new)" in done.stderr
    text = (tmp_path / "article.po").read_text(encoding="utf-8")
    assert "#. 国务院 → State Council" in text
    assert '#: article.txt:1\nmsgid "国务院召开会议。"' in text


def test_a_second_run_changes_nothing(run: Run, tmp_path: Path) -> None:
    article(tmp_path)
    run("article.txt")
    before = (tmp_path / "article.po").read_bytes()
    done = run("article.txt")
    assert "(unchanged)" in done.stderr
    assert (tmp_path / "article.po").read_bytes() == before


def test_the_projects_locale_folder_is_where_po_files_go(run: Run, tmp_path: Path) -> None:
    article(tmp_path)
    (tmp_path / "glossary.toml").write_text('locale = "locale/en"\n', encoding="utf-8")
    assert run("article.txt").returncode == 0
    assert (tmp_path / "locale" / "en" / "article.po").is_file()


def test_a_later_glossary_overrides_an_earlier_one_term_by_term(run: Run, tmp_path: Path) -> None:
    article(tmp_path, "国务院和全国人大")
    (tmp_path / "a.tsv").write_text("zh\ten\n国务院\tCabinet\n全国人大\tParliament\n", encoding="utf-8")
    (tmp_path / "b.tsv").write_text("zh\ten\n國務院\tCouncil\n", encoding="utf-8")
    done = run("article.txt", "--glossary", "a.tsv", "--glossary", "b.tsv", "--format", "jsonl")
    [segment] = map(json.loads, done.stdout.splitlines())
    assert [note["rendering"] for note in segment["annotations"]] == ["Council", "Parliament"]


def test_json_lines_have_the_shape_that_scripts_rely_on(run: Run, tmp_path: Path) -> None:
    article(tmp_path, "\n本溪市人民政府")
    done = run("article.txt", "--format", "jsonl")
    [segment] = map(json.loads, done.stdout.splitlines())
    assert (segment["file"], segment["line"], segment["text"]) == ("article.txt", 2, "本溪市人民政府")
    [note] = segment["annotations"]
    assert set(note) == {
        "start", "end", "text", "kind", "rendering", "alternatives", "status", "uncertain", "parts",
    }  # fmt: skip
    assert (note["start"], note["end"], note["kind"]) == (0, 7, "institution")
    assert note["rendering"] == "Benxi Municipal People's Government"


def test_standard_input_and_output_are_a_dash(run: Run) -> None:
    done = run("-", stdin="国务院召开会议。")
    assert done.returncode == 0
    assert 'msgid "国务院召开会议。"' in done.stdout


def test_an_article_that_is_named_twice_is_annotated_once(run: Run, tmp_path: Path) -> None:
    article(tmp_path)
    done = run("article.txt", "./article.txt", "article.txt", "--format", "jsonl")
    assert len(done.stdout.splitlines()) == 1
    assert run("article.txt", "./article.txt").returncode == 0


def test_several_articles_on_standard_output_are_one_po_file(run: Run, tmp_path: Path) -> None:
    article(tmp_path, "国务院开会。", "a.txt")
    article(tmp_path, "国务院开会。\n会议闭幕。", "b.txt")
    text = run("a.txt", "b.txt", "-o", "-").stdout
    assert text.count("Content-Type") == 1
    assert "#: a.txt:1 b.txt:1\nmsgid" in text
    assert 'msgid "会议闭幕。"' in text


def test_several_jobs_give_what_one_gives(run: Run, tmp_path: Path) -> None:
    names = [article(tmp_path, f"国务院第{number}次会议", f"{number}.txt").name for number in range(5)]
    assert run(*names, "--format", "jsonl", "--jobs", "2").stdout == run(*names, "--format", "jsonl").stdout


def test_unknown_numbered_phrases_and_damage_are_reported_with_their_line(run: Run, tmp_path: Path) -> None:
    article(tmp_path, "第一段\n落实“五个不存在”要求\n认真?zhèn)鬟_(dá)学习")
    done = run("article.txt")
    assert "article.txt:2: not in the glossary: 五个不存在" in done.stderr
    assert "article.txt:3: damaged" in done.stderr


def test_what_a_translator_has_written_is_kept_when_the_article_changes(run: Run, tmp_path: Path) -> None:
    article(tmp_path, "会议在北京举行。\n代表们参加了讨论并通过了决议。\n会议闭幕。")
    run("article.txt")
    po = tmp_path / "article.po"
    text = po.read_text(encoding="utf-8")
    for chinese, english in (
        ("会议在北京举行。", "The meeting was held in Beijing."),
        ("代表们参加了讨论并通过了决议。", "Delegates took part and passed a resolution."),
        ("会议闭幕。", "The meeting closed."),
    ):
        text = text.replace(f'msgid "{chinese}"\nmsgstr ""', f'msgid "{chinese}"\nmsgstr "{english}"')
    po.write_text(text.replace("#: article.txt:3", "# ask the office\n#: article.txt:3"), encoding="utf-8")

    article(tmp_path, "会议在北京举行。\n代表们参加了讨论并通过了两项决议。")
    assert "(updated)" in run("article.txt").stderr
    text = po.read_text(encoding="utf-8")
    assert 'msgid "会议在北京举行。"\nmsgstr "The meeting was held in Beijing."' in text
    assert '#, fuzzy\n#| msgid "代表们参加了讨论并通过了决议。"' in text
    assert 'msgstr "Delegates took part and passed a resolution."' in text
    assert "# ask the office" in text
    assert '#~ msgstr "The meeting closed."' in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.txt"], "missing.txt: no such file"),
        (["folder"], "folder: is a folder"),
        (["empty.txt"], "empty.txt: the file is empty"),
        (["binary.txt"], "binary.txt: "),
        (["latin.txt", "--encoding", "utf-8"], "latin.txt:2: "),
        (["article.txt", "--encoding", "klingon"], "'klingon' is no text encoding"),
        (["article.txt", "--glossary", "broken.toml"], "broken.toml:2: "),
        (["article.txt", "--glossary", "broken.tsv"], "broken.tsv:2: "),
        (["article.txt", "--glossary", "double.toml"], "double.toml:4: "),
        (["article.txt", "--glossary", "slot.toml"], "slot.toml:1: "),
        (["article.txt", "--glossary", "missing.toml"], "missing.toml: "),
        (["article.txt", "-o", "missing/article.po"], "missing/article.po: there is no folder missing"),
        (["article.txt", "-o", "broken.po"], "broken.po:1: not a PO file"),
        (["article.txt", "other/article.txt", "-o", "folder"], "2 articles would be written there"),
        (["article.txt", "--format", "jsonl", "-o", "./article.txt"], "would be written over what is read"),
        (["article.txt", "missing.txt", "--jobs", "2"], "missing.txt: no such file"),
    ],
)
def test_wrong_input_is_one_line_and_exit_status_2_and_nothing_is_written(
    run: Run, tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "other").mkdir()
    article(tmp_path)
    article(tmp_path / "other")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "latin.txt").write_bytes("国务院\ncaf".encode() + b"\xe9")
    (tmp_path / "broken.toml").write_text('["国务院"]\nen = \n', encoding="utf-8")
    (tmp_path / "broken.tsv").write_text("zh\ten\n国务院\n", encoding="utf-8")
    double = '["国务院"]\nen = "a"\nkind = "x"\n["國務院"]\nen = "b"\nkind = "x"\n'
    (tmp_path / "double.toml").write_text(double, encoding="utf-8")
    (tmp_path / "slot.toml").write_text('["{citty}市场"]\nen = "{citty} x"\nkind = "x"\n', encoding="utf-8")
    (tmp_path / "broken.po").write_text('msgid "国务院\nmsgstr ""\n', encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    done = run(*arguments)

    assert done.returncode == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_bundled_article_is_fully_annotated_without_a_gloss_left(run: Run) -> None:
    done = run(str(ARTICLE), "--format", "jsonl", "-o", "-")
    segments = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(segments) == 16
    assert not any(set("()（）") & set(segment["text"]) for segment in segments)
    assert not any(note["uncertain"] for segment in segments for note in segment["annotations"])


@pytest.mark.parametrize("option", ["-o", "--glossary"])
def test_a_path_too_long_for_the_system_is_bad_input(run: Run, tmp_path: Path, option: str) -> None:
    article(tmp_path)
    done = run("article.txt", "--no-builtin", option, "n" * 5000)
    assert done.returncode == 2
    assert "nnn: cannot be looked at" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_target_that_cannot_be_written_is_seen_before_any_article_is_read(run: Run) -> None:
    done = run("no-article.txt", "-o", "missing/article.po")
    assert (done.returncode, done.stderr) == (
        2,
        "missing/article.po: there is no folder missing; create it first\n",
    )


def test_a_po_file_that_is_none_stops_the_run_before_another_one_is_written(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        article(tmp_path, name=name)
    (tmp_path / "b.po").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    done = run("a.txt", "b.txt")
    assert done.returncode == 2
    assert done.stderr.startswith("b.po:1: not a PO file")
    assert not (tmp_path / "a.po").exists()
    assert (tmp_path / "b.po").read_text(encoding="utf-8") == "<<<<<<< HEAD\n"
