"""`glossary refresh`: comments follow the glossary, and nothing else moves."""

from pathlib import Path

import pytest
from afresh import afresh
from given import annotator
from shell import Run

from glossary import state
from glossary.errors import DataError

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Generator: Poedit 3.4\\n"\n'
TERMS = '["国务院"]\nen = "State Council"\nkind = "institution"\n["市长"]\nen = "mayor"\nkind = "title"\n'
OTHER = '["山峰"]\nen = "peak"\nkind = "term"\n'
COUNCIL = "国务院 → State Council  [institution]"
# Hand-made: a heading of another program, a comment on two lines, references on two lines, a wrapped translation.
ODD = f"""
# A translator's word
#
#. type: Title ==
#. {COUNCIL}
#: a.txt:1
#: a.txt:9
#, no-wrap, fuzzy
#| msgid "国务院要开会。"
msgid "国务院开会。"
msgstr ""
"The State Council "
"met."
"""
MAYOR = '\n#. 市长 → mayor  [title]\nmsgid "市长到会。"\nmsgstr "The mayor attended."\n'
NOTHING = '\nmsgid "河水上涨。"\nmsgstr "The river is rising."\n'
OBSOLETE = f'\n#. {COUNCIL}\n#~ msgid "国务院散会。"\n#~ msgstr "The State Council rose."\n'


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return afresh(capsys, monkeypatch)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("glossary.toml").write_text('glossaries = ["terms.toml"]\nlocale = "po"\nbuiltin = false\n')
    Path("po").mkdir()
    glossary(TERMS)
    return tmp_path


def glossary(text: str) -> None:
    Path("terms.toml").write_text(text, encoding="utf-8")


def write(*texts: str, name: str = "po/a.po", newline: str = "\n") -> None:
    data = HEADER + "".join(texts)
    Path(name).write_bytes(data.replace("\n", newline).encode())


def text(name: str = "po/a.po") -> str:
    return Path(name).read_bytes().decode()


def test_what_is_up_to_date_is_not_touched(run: Run) -> None:
    write(ODD, MAYOR, NOTHING, OBSOLETE)
    before = Path("po/a.po").stat()
    assert run("refresh") == (0, "", "po/a.po: up to date\n")
    after = Path("po/a.po").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_the_comments_of_a_changed_term_change(run: Run, newline: str) -> None:
    write(ODD, MAYOR, NOTHING, OBSOLETE, newline=newline)
    before = text()
    glossary(TERMS.replace("State Council", "Cabinet"))
    assert run("refresh").status == 0
    new = COUNCIL.replace("State Council", "Cabinet")
    assert text() == before.replace(COUNCIL, new, 1)  # the obsolete entry keeps its own
    assert run("refresh").err == "po/a.po: up to date\n"


def test_a_new_term_is_noted_before_the_references_and_after_the_translators_comment(run: Run) -> None:
    write(ODD, '\n# Which river?\n#: a.txt:3\nmsgid "河水上涨。"\nmsgstr ""\n')
    glossary(TERMS + '["河水"]\nen = "river water"\nkind = "term"\n')
    run("refresh")
    assert '\n# Which river?\n#. 河水 → river water  [term]\n#: a.txt:3\nmsgid "河水上涨。"\n' in text()


def test_a_term_that_went_takes_its_comment_with_it(run: Run) -> None:
    write(ODD, MAYOR)
    glossary(OTHER)
    run("refresh")
    assert text() == (HEADER + ODD + MAYOR).replace(f"#. {COUNCIL}\n", "").replace(
        "#. 市长 → mayor  [title]\n", ""
    )


def test_it_says_what_annotate_would_say(run: Run) -> None:
    Path("a.txt").write_text("国务院开会，市长到会。\n河水上涨。\n", encoding="utf-8")
    run("annotate", "a.txt")
    glossary('["河水"]\nen = "river water"\nkind = "term"\n["市长"]\nen = "city mayor"\nkind = "title"\n')
    run("annotate", "a.txt", "-o", "annotated.po")
    run("refresh")
    entries = [name.split("\n\n", 1)[1] for name in (text(), text("annotated.po"))]
    assert entries[0] == entries[1]


def test_an_article_without_any_term_gets_its_first(run: Run) -> None:
    glossary(OTHER)
    Path("a.txt").write_text("河水上涨。\n", encoding="utf-8")
    run("annotate", "a.txt")
    glossary('["河水"]\nen = "river water"\nkind = "term"\n')
    run("refresh")
    assert "#. 河水 → river water  [term]\n#: a.txt:1\n" in text()


def test_translations_with_the_old_rendering_or_without_the_new_are_named_with_their_new_line(
    run: Run,
) -> None:
    write(NOTHING, MAYOR, '\n#. 市长 → mayor  [title]\nmsgid "市长讲话。"\nmsgstr "The city mayor spoke."\n')
    glossary('["河水"]\nen = "water level"\nkind = "term"\n["市长"]\nen = "city mayor"\nkind = "title"\n')
    status, out, err = run("refresh")
    assert status == 0
    assert out == "po/a.po:7  河水: (nothing) → water level\npo/a.po:11  市长: mayor → city mayor\n"
    assert text().splitlines()[10] == 'msgid "市长到会。"'
    assert err == "po/a.po: 3 entries brought up to date; 2 entries for a translator to look at\n"


@pytest.mark.parametrize(
    "entry",
    [
        '\n#. 市长 → mayor  [title]\nmsgid "市长到会。"\nmsgstr ""\n',
        '\n#. 市长 → mayor  [title]\n#, fuzzy\nmsgid "市长到会。"\nmsgstr "The mayor."\n',
        '\n#. 市长 → mayor  [title]\nmsgid "市长到会。"\nmsgstr "The city mayors."\n',
        '\n#. 市长 → mayor  [title]\nmsgid "市长到会。"\nmsgstr "The head of the city."\n',
    ],
    ids=["untranslated", "fuzzy", "new rendering", "allowed rendering"],
)
def test_what_has_no_translation_to_judge_or_an_accepted_one_is_not_named(run: Run, entry: str) -> None:
    write(entry)
    glossary('["市长"]\nen = "city mayor"\nallow = ["head of the city"]\nkind = "title"\n')
    status, out, err = run("refresh")
    assert (status, out) == (0, "")
    assert "1 entry brought up to date\n" in err


def test_a_rendering_that_is_offered_freely_is_nobodys_fault(run: Run) -> None:
    write(MAYOR)
    glossary('["市长"]\nen = "head"\nfree = true\nkind = "title"\n')
    assert run("refresh").out == ""


def test_a_dry_run_says_the_same_and_writes_nothing(run: Run) -> None:
    write(MAYOR)
    before = text()
    glossary(TERMS.replace("mayor", "city head"))
    outcome = run("refresh", "--dry-run")
    assert outcome.out == "po/a.po:7  市长: mayor → city head\n"
    assert "would be brought up to date" in outcome.err
    assert text() == before


def test_a_file_that_annotate_did_not_write_is_left_as_it_is(run: Run) -> None:
    write('\nmsgid "市长到会。"\nmsgstr "Mayor."\n')
    before = text()
    assert "not written by `glossary annotate`" in run("refresh").err
    assert text() == before


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_brought_up_to_date(run: Run) -> None:
    write(MAYOR)
    Path("po/b.po").write_text('msgid "', encoding="utf-8")
    glossary(TERMS.replace("mayor", "city head"))
    status, _, err = run("refresh")
    assert status == 2
    assert err.splitlines()[-1].startswith("po/b.po:1: ")
    assert "city head" in text()
    assert text("po/b.po") == 'msgid "'


def test_standard_input_is_refused(run: Run) -> None:
    status, _, err = run("refresh", "-", given=HEADER)
    assert (status, Path("-").exists()) == (2, False)
    assert "standard input" in err


def test_a_file_in_another_charset_stays_in_it(run: Run) -> None:
    data = (HEADER.replace("UTF-8", "gb18030") + MAYOR).encode("gb18030")
    Path("po/a.po").write_bytes(data)
    glossary(TERMS.replace("mayor", "city head"))
    assert run("refresh").out == "po/a.po:7  市长: mayor → city head\n"
    assert Path("po/a.po").read_bytes() == data.replace(b"mayor  [", b"city head  [")


def test_what_a_translator_saves_meanwhile_is_not_written_over() -> None:
    write(MAYOR)
    file = state.read(Path("po/a.po"), annotator(TERMS.replace("mayor", "city head")))
    write(MAYOR.replace("attended", "came"))
    saved = text()
    with pytest.raises(DataError, match="meanwhile"):
        state.write(file, state.refreshed(file))
    assert text() == saved
