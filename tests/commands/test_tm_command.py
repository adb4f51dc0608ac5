"""`glossary tm` and `glossary annotate --tm` as a user meets them."""

import shutil
import subprocess
from pathlib import Path

import pytest
from shell import Run, shell

pytestmark = pytest.mark.usefixtures("bare_project")

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nX-Source-Language: zh-Hans\\n"\n'
OPEN = '\nmsgid "会议昨日开幕。"\nmsgstr "The meeting opened yesterday."\n'
CLOSE = '\nmsgid "会议昨日闭幕。"\nmsgstr "The meeting closed yesterday."\n'
OTHER = '\nmsgid "會議昨日開幕。"\nmsgstr "Yesterday the meeting opened."\n'
UNFINISHED = (
    '\n#, fuzzy\nmsgid "一。"\nmsgstr "x"\n\nmsgid "二。"\nmsgstr ""\n\n#~ msgid "三。"\n#~ msgstr "three"\n'
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return shell(capsys, monkeypatch)


def write(name: str, *texts: str) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEADER + "".join(texts), encoding="utf-8")


def article(*sentences: str) -> None:
    Path("article.txt").write_text("\n".join(sentences), encoding="utf-8")


# Making a memory


def test_finished_entries_of_a_folder_become_one_memory(run: Run) -> None:
    write("locale/b.po", OPEN, CLOSE)
    write("locale/a.po", OPEN, UNFINISHED)
    assert run("tm", "locale", "-o", "memory.tmx") == (
        0,
        "",
        "2 units from 2 files, 1 duplicate merged -> memory.tmx\n",
    )
    text = Path("memory.tmx").read_text(encoding="utf-8")
    assert text.count("<tu>") == 2
    assert 'x-origin">locale/a.po:4</prop>\n  <prop type="x-origin">locale/b.po:4</prop>' in text
    assert 'xml:lang="zh-Hans"' in text


def test_it_is_the_same_each_time(run: Run) -> None:
    write("a.po", OPEN)
    assert run("tm", "a.po").out == run("tm", "a.po").out


def test_other_translations_of_a_sentence_are_kept_and_named(run: Run) -> None:
    write("a.po", OPEN)
    write("b.po", OTHER)
    status, out, err = run("tm", "a.po", "b.po")
    assert (status, out.count("<tu>")) == (0, 2)
    assert err == (
        "a.po:4: 2 translations of 会议昨日开幕。 (also b.po:4)\n"
        "2 units from 2 files, 1 sentence with several translations\n"
    )


def test_without_paths_the_projects_locale_is_taken(run: Run) -> None:
    Path("glossary.toml").write_text('locale = "locale"\n', encoding="utf-8")
    write("locale/a.po", OPEN)
    assert run("tm").err == "1 unit from 1 file\n"


def test_without_paths_and_locale_it_says_what_to_do(run: Run) -> None:
    status, _, err = run("tm")
    assert (status, err.count("\n")) == (2, 1)
    assert "name PO files or folders" in err


def test_a_file_that_cannot_be_used_keeps_the_memory_as_it_was(run: Run) -> None:
    write("a.po", OPEN)
    Path("b.po").write_text("msgid broken\n", encoding="utf-8")
    Path("memory.tmx").write_text("before", encoding="utf-8")
    status, out, err = run("tm", "a.po", "b.po", "c.po", "-o", "memory.tmx")
    assert (status, out) == (2, "")
    assert err.startswith("c.po: no such file or folder")
    assert "\nb.po:1: not a PO file" in err
    assert Path("memory.tmx").read_text(encoding="utf-8") == "before"


def test_a_character_that_xml_lacks_is_named_with_its_place(run: Run) -> None:
    write("a.po", OPEN.replace("opened", "\\aopened"))
    assert run("tm", "a.po", "-o", "m.tmx")[::2] == (
        2,
        "glossary: a.po:4: XML has no U+0007: remove it from '会议昨日开幕。'\n",
    )
    assert not Path("m.tmx").exists()


def test_it_does_not_write_over_what_it_reads(run: Run) -> None:
    write("a.po", OPEN)
    assert run("tm", "a.po", "-o", "a.po").status == 2
    assert "The meeting opened" in Path("a.po").read_text(encoding="utf-8")


# Using it


def test_annotate_fills_from_a_memory_and_a_second_run_changes_nothing(run: Run) -> None:
    write("old.po", OPEN)
    run("tm", "old.po", "-o", "memory.tmx")
    article("會議昨日開幕。", "会议今日开幕。", "天气很好。")
    done = run("annotate", "article.txt", "--tm", "memory.tmx")
    assert done.status == 0
    assert "3 segments, 0 terms, 2 from memory (1 the same, 1 fuzzy) -> article.po (new)" in done.err
    first = Path("article.po").read_text(encoding="utf-8")
    assert '#. = memory.tmx:6\n#: article.txt:1\nmsgid "會議昨日開幕。"\nmsgstr "The meeting opened' in first
    assert "#. ~ 85 % memory.tmx:6: 会议昨日开幕。\n#: article.txt:2\n#, fuzzy\n#| msgid" in first
    assert "(unchanged)" in run("annotate", "article.txt", "--tm", "memory.tmx").err
    assert "(unchanged)" in run("annotate", "article.txt").err
    assert Path("article.po").read_text(encoding="utf-8") == first


def test_earlier_memories_count_more_and_the_command_line_more_than_the_project(run: Run) -> None:
    write("a.po", OPEN)
    write("b.po", OTHER)
    Path("glossary.toml").write_text('builtin = false\ntm = ["a.po"]\n', encoding="utf-8")
    article("会议昨日开幕。")
    assert 'msgstr "The meeting opened yesterday."' in run("annotate", "article.txt", "-o", "-").out
    out = run("annotate", "article.txt", "-o", "-", "--tm", "b.po").out
    assert 'msgstr "Yesterday the meeting opened."' in out
    assert "#. = b.po:4\n#. = a.po:4: The meeting opened yesterday.\n" in out


def test_a_folder_that_holds_the_file_itself_serves_as_memory(run: Run) -> None:
    Path("glossary.toml").write_text(
        'builtin = false\nlocale = "locale"\ntm = ["locale"]\n', encoding="utf-8"
    )
    write("locale/article.po", OPEN)
    article("会议昨日开幕。", "会议昨日闭幕。")
    run("annotate", "article.txt")
    first = Path("locale/article.po").read_bytes()
    assert "~ 85 % locale/article.po:4" in first.decode()
    assert "(unchanged)" in run("annotate", "article.txt").err
    assert Path("locale/article.po").read_bytes() == first


def test_fuzzy_translations_do_not_serve_and_obsolete_ones_do(run: Run) -> None:
    write("old.po", UNFINISHED)
    article("一。", "二。", "三。")
    out = run("annotate", "article.txt", "-o", "-", "--tm", "old.po").out
    assert 'msgstr "x"' not in out
    assert 'msgstr "three"' in out


def test_the_threshold_can_be_set(run: Run) -> None:
    write("old.po", OPEN)
    article("会议今日开幕。")
    assert (
        "from memory"
        not in run("annotate", "article.txt", "-o", "-", "--tm", "old.po", "--tm-threshold", "90").err
    )
    assert run("annotate", "article.txt", "--tm", "old.po", "--tm-threshold", "10").status == 2


def test_json_lines_need_no_memory(run: Run) -> None:
    article("会议昨日开幕。")
    Path("glossary.toml").write_text('builtin = false\ntm = ["missing.tmx"]\n', encoding="utf-8")
    assert run("annotate", "article.txt", "--format", "jsonl").status == 0


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.po", None, "missing.po: no such file or folder: check the path"),
        ("empty", "", "empty: no PO or TMX files in or below this folder"),
        ("memory.docx", "x", "memory.docx: no file of translations has this suffix: use .po"),
        ("broken.tmx", "<tmx>\n<", "broken.tmx:2: is not well-formed XML"),
        ("broken.po", "msgid x\n", "broken.po:1: not a PO file"),
    ],
)
def test_a_memory_that_cannot_be_used_is_one_line_and_nothing_is_written(
    run: Run, name: str, content: str | None, message: str
) -> None:
    article("会议昨日开幕。")
    if content == "":
        Path(name).mkdir()
    elif content is not None:
        Path(name).write_text(content, encoding="utf-8")
    status, _, err = run("annotate", "article.txt", "--tm", name)
    assert (status, err.count("\n")) == (2, 1)
    assert message in err
    assert not Path("article.po").exists()


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="needs gettext")
def test_gettext_takes_what_is_filled(run: Run) -> None:
    write("old.po", OPEN, CLOSE)
    article("会议昨日开幕。", "会议今日闭幕。")
    run("annotate", "article.txt", "--tm", "old.po")
    subprocess.run(["msgfmt", "--check-format", "-o", "x.mo", "article.po"], check=True)
    before = Path("article.po").read_text(encoding="utf-8")
    subprocess.run(["msgcat", "--no-wrap", "-o", "article.po", "article.po"], check=True)
    assert "(unchanged)" in run("annotate", "article.txt").err
    assert before.count("#. ~") == Path("article.po").read_text(encoding="utf-8").count("#. ~") == 1
