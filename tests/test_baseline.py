"""A baseline hides what was there, never what is new, and only shrinks."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import baseline
from glossary.checks.model import Finding, Severity
from glossary.errors import DataError


def finding(
    file: str = "a.po",
    rule: str = "han-left",
    term: str = "",
    msgid: str = "好",
    line: int = 1,
    found: str = "",
) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.WARNING,
        file=file,
        line=line,
        message="m",
        term=term,
        msgid=msgid,
        found=found,
    )


findings = st.lists(
    st.builds(
        finding,
        file=st.sampled_from(["a.po", "b.po"]),
        rule=st.sampled_from(["han-left", "fuzzy"]),
        msgid=st.sampled_from(["好", "不好"]),
        found=st.sampled_from(["", "市长"]),
    )
)


@given(findings)
def test_what_is_recorded_is_not_reported(found: list[Finding]) -> None:
    assert baseline.unrecorded(found, baseline.of(found, Path())) == []


@given(findings, findings)
def test_what_is_found_more_often_than_recorded_is_reported(then: list[Finding], now: list[Finding]) -> None:
    recorded = baseline.of(then, Path())
    new = baseline.unrecorded(now, recorded)
    assert Counter(map(recorded.record, new)) == Counter(map(recorded.record, now)) - Counter(
        recorded.records
    )


@given(findings, findings)
def test_shrinking_never_adds(then: list[Finding], now: list[Finding]) -> None:
    recorded = baseline.of(then, Path())
    left = baseline.shrunk(recorded, now, files=["a.po"], rules=["han-left"])
    assert all(recorded.records[record] >= count > 0 for record, count in left.records.items())


def test_the_line_of_an_entry_does_not_matter() -> None:
    assert baseline.unrecorded([finding(line=9)], baseline.of([finding(line=1)], Path())) == []


def test_what_is_gone_is_taken_out_and_the_rest_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.po", "b.po"):
        Path(name).touch()
    kept, gone = finding(msgid="好"), finding(msgid="不好")
    other_rule, other_file, deleted = finding(rule="fuzzy"), finding(file="b.po"), finding(file="c.po")
    recorded = baseline.of([kept, gone, other_rule, other_file, deleted], Path())
    left = baseline.shrunk(recorded, [kept], files=["a.po"], rules=["han-left"])
    assert left == baseline.of([kept, other_rule, other_file], Path())


def test_paths_are_seen_from_the_folder_of_the_baseline(tmp_path: Path) -> None:
    (tmp_path / "locale").mkdir()
    recorded = baseline.of([finding(file=str(tmp_path / "locale" / "a.po"))], tmp_path)
    assert [record.file for record in recorded.records] == ["locale/a.po"]


@given(findings)
def test_a_file_gives_back_what_was_written_and_is_the_same_for_any_order(
    tmp_path_factory: pytest.TempPathFactory, found: list[Finding]
) -> None:
    folder = tmp_path_factory.mktemp("baseline")
    baseline.write(baseline.of(found, folder), folder / "one.json")
    baseline.write(baseline.of(found[::-1], folder), folder / "two.json")
    assert baseline.read(folder / "one.json") == baseline.of(found, folder)
    assert (folder / "one.json").read_bytes() == (folder / "two.json").read_bytes()


def test_a_file_has_a_record_a_line_in_readable_chinese(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    baseline.write(baseline.of([finding(file="a.po", msgid=text) for text in ("好", "不好")], Path()), file)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if "a.po" in line]) == 2
    assert any("不好" in line for line in lines)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"version": 1}',
        '{"version": 1, "findings": [{"file": "a.po"}]}',
        '{"version": 1, "findings": [{"file": "a.po", "rule": "fuzzy", "count": 0}]}',
        '{"version": 2, "findings": []}',
    ],
)
def test_a_broken_file_is_an_error_that_names_it(tmp_path: Path, content: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=r"baseline\.json"):
        baseline.read(file)


def test_a_file_that_is_no_utf8_is_an_error_that_names_it(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_bytes(b'{"version": 1, "findings": [{"file": "\xff"}]}')
    with pytest.raises(DataError, match=r"baseline\.json"):
        baseline.read(file)


def test_another_fault_in_the_same_entry_is_new() -> None:
    recorded = baseline.of([finding(found="市长")], Path())
    other = finding(found="县长")
    assert baseline.unrecorded([other], recorded) == [other]
    assert baseline.shrunk(recorded, [other], files=["a.po"], rules=["han-left"]) == baseline.of([], Path())


def test_a_record_whose_path_is_too_long_to_look_at_is_an_error(tmp_path: Path) -> None:
    recorded = baseline.of([finding(file="a" * 5000)], tmp_path)
    with pytest.raises(DataError, match="cannot be looked at"):
        baseline.shrunk(recorded, [], files=[], rules=[])
