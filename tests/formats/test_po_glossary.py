import shutil
import subprocess
from pathlib import Path

import pytest

from glossary.errors import DataError
from glossary.formats import po
from glossary.model import Short, Term

STATE_COUNCIL = Term(
    "国务院",
    "State Council",
    "term",
    variants=("中央人民政府",),
    allow=("Council of State", "the Council"),
    forbid=("State Department",),
    short=Short("国办", "SC"),
    note="Spell out.\nAt first mention.",
)
ENTRIES = """
#. Spell out.
#. At first mention.
#, terminology
msgid "国务院"
msgstr "State Council"

msgctxt "also"
msgid "国务院"
msgstr "Council of State"

msgctxt "also 2"
msgid "国务院"
msgstr "the Council"

#, forbidden
msgctxt "not"
msgid "国务院"
msgstr "State Department"

#. = 国务院
msgid "中央人民政府"
msgstr "State Council"

#. short for 国务院
msgid "国办"
msgstr "SC"
"""


def terms(text: str) -> list[Term]:
    return po.parse(text.encode(), path="g.po")


def entry(zh: str, en: str, *before: str) -> str:
    return "\n".join([*before, f'msgid "{zh}"', f'msgstr "{en}"', "", ""])


def test_each_form_and_rendering_has_an_entry() -> None:
    text = po.serialise([STATE_COUNCIL], title="Terms").decode()
    assert '"Project-Id-Version: Terms\\n"' in text
    assert text.endswith(ENTRIES)


def test_entries_of_one_concept_come_together_in_any_order() -> None:
    blocks = ENTRIES.strip().split("\n\n")
    for order in (blocks, blocks[4:] + blocks[:4]):
        (term,) = terms("\n\n".join(order))
        assert (term.zh, term.en, term.allow) == ("国务院", "State Council", STATE_COUNCIL.allow)
        assert (term.forbid, term.variants) == (STATE_COUNCIL.forbid, STATE_COUNCIL.variants)
        assert (term.short, term.note) == (STATE_COUNCIL.short, STATE_COUNCIL.note)


def test_a_term_that_is_not_translated_is_its_own_rendering() -> None:
    (term,) = terms(entry("GDP", "", "#, read-only"))
    assert (term.zh, term.en) == ("GDP", "GDP")
    assert b"#, read-only, terminology\nmsgid" in po.serialise([Term("GDP", "GDP", "term")], title="")


def test_what_is_not_finished_is_no_term_and_is_named() -> None:
    text = (
        entry("甲", "A") + entry("乙", "") + entry("丙", "C", "#, fuzzy") + '#~ msgid "丁"\n#~ msgstr "D"\n'
    )
    assert [term.zh for term in terms(text)] == ["甲"]
    assert po.asides(text.encode(), path="g.po") == ["unfinished or obsolete: 3 entries, first 乙 (g.po:4)"]
    assert po.asides(entry("甲", "A").encode(), path="g.po") == []


def test_a_term_with_renderings_to_avoid_only_is_refused_with_its_line() -> None:
    with pytest.raises(DataError, match=r"^g\.po:2: 甲 has renderings to avoid only"):
        terms(entry("甲", "A", "#, forbidden"))


def test_a_fault_is_named_with_its_line() -> None:
    with pytest.raises(DataError, match=r"^g\.po:5: "):
        terms(entry("甲", "A") + entry("{乙", "B", "#. n"))
    with pytest.raises(DataError, match="the file is empty"):
        terms("")


def test_a_note_like_what_has_a_meaning_is_named() -> None:
    term = Term("乙", "B", "term", note="= 甲", path="g.toml", line=5)
    (line,) = po.losses([term])
    assert line.startswith("note: ")
    assert line.endswith("in 1 entry, first 乙 (g.toml:5)")


def test_gettext_takes_what_is_written(tmp_path: Path) -> None:
    if shutil.which("msgfmt") is None:
        pytest.skip("GNU gettext is not installed")
    path = tmp_path / "g.po"
    path.write_bytes(po.serialise([STATE_COUNCIL, Term("GDP", "GDP", "term")], title="Terms"))
    subprocess.run(
        ["msgfmt", "--check-format", "-o", "/dev/null", str(path)], check=True, capture_output=True
    )


def test_translate_toolkit_reads_what_is_written_and_its_csv_comes_back(tmp_path: Path) -> None:
    for name in ("po2csv", "csv2po"):
        if shutil.which(name) is None:
            pytest.skip(f"{name} of Translate Toolkit is not installed")
    written = [Term("国务院", "State Council", "term"), Term("四个着力", "four focuses, and “more”", "term")]
    (tmp_path / "a.po").write_bytes(po.serialise(written, title="Terms"))
    for command in (["po2csv", "a.po", "a.csv"], ["csv2po", "a.csv", "b.po"]):
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    back = po.parse((tmp_path / "b.po").read_bytes(), path="b.po")
    assert [(term.zh, term.en) for term in back] == [(term.zh, term.en) for term in written]
