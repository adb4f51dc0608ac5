"""PO files into messages with annotations."""

from pathlib import Path

import pytest
from given import annotator

from glossary.batch import Task
from glossary.checks.messages import annotated, messages, po_files
from glossary.checks.model import Message
from glossary.errors import DataError
from glossary.po import Entry

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
GLOSSARY = '["国务院"]\nen = "State Council"\nkind = "institution"\n'
TERMS = "zh\ten\tkind\n国务院\tState Council\tinstitution\n市长\tMayor\ttitle\n"


@pytest.fixture
def task(tmp_path: Path) -> Task:
    (tmp_path / "terms.tsv").write_text(TERMS, encoding="utf-8")
    return Task(glossaries=(tmp_path / "terms.tsv",), builtin=False)


def write(path: Path, *entries: tuple[str, str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = HEADER + "\n".join(f'msgid "{zh}"\nmsgstr "{en}"\n' for zh, en in entries)
    path.write_text(text, encoding="utf-8")
    return path


def noted(message: Message) -> list[tuple[str, str]]:
    """(what stands in the msgid there, rendering) of the annotations of a message."""
    msgid = message.entry.msgid
    return [(msgid[note.start : note.end], note.rendering) for note in message.annotations]


def test_a_message_has_its_place_its_translation_and_the_terms_of_its_source(
    tmp_path: Path, task: Task
) -> None:
    path = write(tmp_path / "a.po", ("昨日，国务院开会。", "It met."))
    run, _, errors = messages([path], task)
    [message] = run.messages
    assert errors == ()
    assert (message.file, message.line, message.text) == (path.as_posix(), 4, "It met.")
    assert noted(message) == [("国务院", "State Council")]


def test_a_name_that_one_entry_establishes_counts_in_all(tmp_path: Path, task: Task) -> None:
    path = write(tmp_path / "a.po", ("田树槐讲话。", ""), ("市长田树槐到会。", ""))
    run, *_ = messages([path], task)
    assert noted(run.messages[0]) == [("田树槐", "Tian Shuhuai")]


def test_files_and_folders_are_read_in_order_each_file_once(tmp_path: Path) -> None:
    for name in ("b.po", "a.po", "deep/c.po"):
        write(tmp_path / "locale" / name, ("一", ""))
    (tmp_path / "locale" / "note.txt").write_text("no PO file")
    files, errors = po_files([tmp_path / "locale" / "b.po", tmp_path / "locale"])
    assert [file.name for file in files] == ["b.po", "a.po", "c.po"]
    assert errors == ()


def test_paths_that_stand_for_no_file_are_errors_beside_the_others(tmp_path: Path, task: Task) -> None:
    (tmp_path / "empty").mkdir()
    good = write(tmp_path / "a.po", ("国务院", "x"))
    run, _, errors = messages([tmp_path / "gone.po", tmp_path / "empty", good], task)
    assert [error.path for error in errors] == [tmp_path / "gone.po", tmp_path / "empty"]
    assert len(run.messages) == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_does_not_parse_hides_no_other(tmp_path: Path, task: Task, jobs: int) -> None:
    first, last = write(tmp_path / "a.po", ("国务院", "x")), write(tmp_path / "c.po", ("市长", "y"))
    broken = tmp_path / "b.po"
    broken.write_text(HEADER + 'msgid "没有结束\nmsgstr ""\n', encoding="utf-8")
    run, _, [error] = messages([first, broken, last], task, jobs=jobs)
    assert [message.entry.msgid for message in run.messages] == ["国务院", "市长"]
    assert isinstance(error, DataError)
    assert (error.path, error.line) == (broken, 4)


def test_several_processes_give_what_one_gives(tmp_path: Path, task: Task) -> None:
    paths = [write(tmp_path / f"{name}.po", ("国务院开会。", name)) for name in "abc"]
    one, *_ = messages(paths, task)
    several, *_ = messages(paths, task, jobs=2)
    assert several.messages == one.messages


def test_an_obsolete_entry_has_no_annotations_and_establishes_nothing() -> None:
    glossary = '["市长"]\nen = "Mayor"\nkind = "title"\n'
    entries = [Entry("市长于海到会。", obsolete=True), Entry("于海滨散步。")]
    found = annotated("a.po", entries, annotator(glossary))
    assert [noted(message) for message in found] == [[], []]


def test_only_a_translation_that_is_current_is_judged() -> None:
    entries = [
        Entry("一", "one"),
        Entry("二"),
        Entry("三", "three", flags=("fuzzy",)),
        Entry("四", "four", obsolete=True),
        Entry("五", msgid_plural="五", msgstr_plural=("five", "fives")),
    ]
    found = annotated("a.po", entries, annotator(GLOSSARY))
    assert [message.entry.msgid for message in found if message.judged] == ["一", "五"]
    assert found[-1].text == "five\nfives"


@pytest.mark.parametrize(
    "msgid",
    ["第一行\n国务院开会", "  国务院开会", "国\u200b务院开会", "中国(guó)国(guó)务(wù)院开会", "國務院開會"],
)
def test_offsets_are_those_of_the_msgid_whatever_stands_in_it(msgid: str) -> None:
    [message] = annotated("a.po", [Entry(msgid, "x")], annotator(GLOSSARY))
    [(text, _)] = noted(message)
    assert text[0] in "国國"
    assert text[-1] == "院"


def test_entries_without_text_are_kept_and_left_alone() -> None:
    entries = [Entry(" ", "x", msgctxt="blank"), Entry("国务院", "x")]
    found = annotated("a.po", entries, annotator(GLOSSARY))
    assert [noted(message) for message in found] == [[], [("国务院", "State Council")]]


@pytest.mark.parametrize(
    ("msgid", "expected"),
    [
        ("cafe\u0301在国务院。国务院é", ["国务院", "国务院"]),
        ("国(guó)务(wù)院e\u0301，\u200b国务院", ["国(guó)务(wù)院", "国务院"]),
        (" \u200b国务院，国\u200b务院", ["国务院", "国\u200b务院"]),
    ],
)
def test_every_term_stands_where_the_msgid_has_it(msgid: str, expected: list[str]) -> None:
    [message, other] = annotated("a.po", [Entry(msgid, "x"), Entry("国务院", "x")], annotator(GLOSSARY))
    assert [text for text, _ in noted(message)] == expected
    assert noted(other) == [("国务院", "State Council")]


def test_a_path_too_long_to_look_at_is_an_error_beside_the_others(tmp_path: Path) -> None:
    good = write(tmp_path / "a.po", ("一", "x"))
    files, [error] = po_files([Path("n" * 5000), good])
    assert files == (good,)
    assert "cannot be looked at" in str(error)
