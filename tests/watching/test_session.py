"""What is told of changes to PO files, glossary and settings, one look after another."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from glossary import config
from glossary.batch import Task
from glossary.errors import GlossaryError
from glossary.watching import Plan, Session, Update

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
TERMS = '["国务院"]\nen = "State Council"\nkind = "institution"\n'
COUNCIL = '\nmsgid "国务院开会。"\nmsgstr "The State Council met."\n'
LEFT = '\nmsgid "市长到会。"\nmsgstr "The 市长 came."\n'


def plan() -> Plan:
    settings = config.load()
    return Plan(
        paths=(Path("po"),),
        task=Task(glossaries=settings.sources(), builtin=False),
        rules=("term-missing", "han-left", "same-source-different-translation"),
        baseline=settings.path(settings.check.baseline) if settings.check.baseline else None,
        root=settings.root,
    )


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """One that has had its first look at two files with one finding."""
    monkeypatch.chdir(tmp_path)
    Path("glossary.toml").write_text('glossaries = ["terms.toml"]\n')
    Path("terms.toml").write_text(TERMS, encoding="utf-8")
    Path("po").mkdir()
    write("a", COUNCIL)
    write("b", LEFT)
    made = Session(plan)
    first = made.look()
    assert (first.files, first.entries, first.left) == (2, 2, 1)
    assert told(first)[1:] == (["han-left"], [])
    return made


def write(name: str, *texts: str) -> None:
    Path(f"po/{name}.po").write_text(HEADER + "".join(texts), encoding="utf-8")


def told(update: Update) -> tuple[list[str], list[str], list[str]]:
    """The files that changed, the rules of what is new, and of what is mended."""
    return (
        [f"{name} {change}" for name, change in update.changes],
        [finding.rule for finding in update.new],
        [finding.rule for finding in update.mended],
    )


def test_nothing_is_told_where_nothing_changed(session: Session) -> None:
    assert not session.look()
    Path("po/notes.txt").write_text("no PO file")
    assert not session.look()


def test_what_is_new_and_what_is_mended_is_told_once(session: Session) -> None:
    write("b", LEFT.replace("市长 came", "mayor came"), COUNCIL.replace("State Council", "Cabinet"))
    update = session.look()
    changed, new, mended = told(update)
    assert (changed, mended) == (["po/b.po changed"], ["han-left"])
    assert "term-missing" in new
    assert not session.look()


def test_a_finding_that_only_moves_is_neither_new_nor_mended(session: Session) -> None:
    write("b", COUNCIL, LEFT)
    assert told(session.look()) == (["po/b.po changed"], [], [])


def test_what_two_files_have_to_do_with_each_other_is_told_of_either(session: Session) -> None:
    write("a", COUNCIL, LEFT.replace("市长 came", "mayor spoke"))
    write("b", LEFT.replace("市长 came", "mayor was there"))
    assert "same-source-different-translation" in told(session.look())[1]
    write("b", LEFT.replace("市长 came", "mayor spoke"))
    assert told(session.look())[1:] == ([], ["same-source-different-translation"])


def test_a_file_that_is_half_written_keeps_its_findings_and_is_told_once(session: Session) -> None:
    write("b", LEFT[:-5])
    update = session.look()
    assert told(update) == ([], [], [])
    assert [fault.startswith("po/b.po:") for fault in update.faults] == [True]
    assert not session.look()
    write("b", LEFT + COUNCIL)
    update = session.look()
    assert told(update) == (["po/b.po changed"], [], [])
    assert update.left == 1


def test_an_empty_file_is_one_that_is_being_written(session: Session) -> None:
    Path("po/b.po").write_bytes(b"")
    update = session.look()
    assert told(update) == ([], [], [])
    assert "empty just now" in update.faults[0]
    write("b", LEFT)
    assert session.look().left == 1


def test_an_editor_that_saves_by_renaming_and_one_that_only_touches_are_understood(session: Session) -> None:
    Path("po/b.po~").write_text(HEADER + LEFT.replace("市长", "mayor"), encoding="utf-8")
    Path("po/b.po~").replace("po/b.po")
    assert told(session.look()) == (["po/b.po changed"], [], ["han-left"])
    Path("po/b.po").touch()
    assert told(session.look())[1:] == ([], [])


def test_files_come_and_go(session: Session) -> None:
    write("b")
    Path("po/deep").mkdir()
    write("deep/c", LEFT)
    Path("po/a.po").unlink()
    update = session.look()
    assert told(update)[0] == ["po/b.po changed", "po/deep/c.po new", "po/a.po gone"]
    assert (update.files, update.left) == (2, 1)
    assert Path("po/deep").resolve() in session.folders()


def test_the_findings_of_a_file_that_is_gone_are_not_mended(session: Session) -> None:
    Path("po/b.po").unlink()
    update = session.look()
    assert told(update) == (["po/b.po gone"], [], [])
    assert update.left == 0


def test_a_folder_without_files_is_a_fault_until_one_comes(session: Session) -> None:
    Path("po/a.po").unlink()
    Path("po/b.po").unlink()
    assert "no .po files" in session.look().faults[0]
    assert not session.look()
    write("b", LEFT)
    assert told(session.look()) == (["po/b.po new"], ["han-left"], [])


def test_another_glossary_judges_all_files_anew(session: Session) -> None:
    Path("terms.toml").write_text(TERMS.replace("State Council", "Cabinet of China"), encoding="utf-8")
    assert told(session.look()) == (["terms.toml changed"], ["term-missing"], [])
    Path("terms.toml").write_text(TERMS, encoding="utf-8")
    assert told(session.look()) == (["terms.toml changed"], [], ["term-missing"])


def test_a_glossary_that_is_broken_or_gone_leaves_the_one_before(session: Session) -> None:
    Path("terms.toml").write_text('["国务院"]\nen = ', encoding="utf-8")
    update = session.look()
    assert (told(update), update.left) == (([], [], []), 1)
    assert update.faults[0].startswith("terms.toml:2: ")
    assert not session.look()
    Path("terms.toml").unlink()
    assert session.look().faults[0].startswith("terms.toml: no such file")
    write("a", COUNCIL.replace("State Council", "Cabinet"))
    assert told(session.look())[1] == ["term-missing"]
    Path("terms.toml").write_text(TERMS.replace("State Council", "Cabinet"), encoding="utf-8")
    assert told(session.look())[2] == ["term-missing"]


def test_settings_are_followed_and_broken_ones_leave_those_before(session: Session) -> None:
    Path("glossary.toml").write_text("glossaries = [\n")
    update = session.look()
    assert "glossary.toml: is no valid TOML" in update.faults[0]
    assert not update.changes
    Path("other.toml").write_text(TERMS.replace("State Council", "Cabinet"), encoding="utf-8")
    Path("glossary.toml").write_text('glossaries = ["terms.toml", "other.toml"]\n')
    assert told(session.look()) == (["settings changed", "other.toml new"], ["term-missing"], [])


def test_a_source_that_changes_is_annotated_again(session: Session) -> None:
    write("b", LEFT.replace("市长到会", "国务院散会"))
    assert told(session.look())[1] == ["han-left", "term-missing"]


def test_what_the_baseline_records_is_not_told(session: Session) -> None:
    from glossary import baseline
    from glossary.checks import check
    from glossary.checks.messages import messages

    findings = check(messages([Path("po")], plan().task).run, select=["han-left"])
    baseline.write(baseline.of(findings, Path()), Path("b.json"))
    Path("glossary.toml").write_text('glossaries = ["terms.toml"]\n[check]\nbaseline = "b.json"\n')
    update = session.look()
    assert (update.left, told(update)[2]) == (0, ["han-left"])


def test_without_any_rule_nothing_is_found(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "_planner", lambda: replace(plan(), rules=()))
    assert told(session.look()) == (["settings changed"], [], ["han-left"])


def test_settings_that_are_broken_from_the_start_are_bad_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("glossary.toml").write_text("[\n")
    with pytest.raises(GlossaryError):
        Session(plan)
