"""What the page holds, and that nothing in an entry can become part of its markup."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from glossary.model import Short, Status, Term
from glossary.normalise import fold
from glossary.site import Page, is_ours, page, render

COUNCIL = Term("国务院", "State Council", "institution", path="a.toml", line=3)
OFFICE = Term("國務院辦公廳", "General Office", "institution.office", path="a.toml", line=9)
FOCUSES = Term(
    "四个着力",
    "four focuses",
    "slogan",
    variants=("“四个着力”要求",),
    allow=("four priorities",),
    forbid=("four strengths",),
    short=Short("四着力", "the focuses"),
    members=("国务院", "稳增长 (steady growth)"),
    note="Not → 四个着力点,\nnor → 国务院.",
    source="Report,  2016",
    status=Status.OFFICIAL,
    since=2016,
    until=2018,
    free=True,
    path="b.tsv",
    line=2,
)


def made(*terms: Term, folders: dict[Path, str] | None = None) -> Page:
    return page(terms, folders=folders or {})


def embedded(document: str) -> Any:
    """The data as a browser reads it: what stands between the tags, as JSON."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script', document, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_an_entry_has_all_that_the_glossary_says() -> None:
    data = embedded(render(made(FOCUSES)))
    [entry] = data["entries"]
    assert (data["kinds"][entry["kind"]], data["files"][entry["file"]], entry["line"]) == (
        "slogan",
        "b.tsv",
        2,
    )
    assert data["sources"][entry["source"]] == "Report, 2016"
    assert entry["short"] == ["四着力", "the focuses"]
    assert (entry["since"], entry["until"], entry["free"], entry["status"]) == (2016, 2018, True, "official")
    assert (entry["allow"], entry["forbid"]) == (["four priorities"], ["four strengths"])
    assert entry["members"] == ["国务院", "稳增长 (steady growth)"]
    assert entry["note"] == "Not → 四个着力点, nor → 国务院."
    assert entry["refers"] == ["四个着力点", "国务院"]


def test_what_is_empty_takes_no_room() -> None:
    [entry] = embedded(render(made(COUNCIL)))["entries"]
    assert set(entry) == {"zh", "en", "kind", "status", "file", "line"}


def test_keys_are_given_where_folding_changes_a_form() -> None:
    council, office, focuses = made(COUNCIL, OFFICE, FOCUSES).entries
    assert council.keys == ()
    assert office.keys == ("国务院办公厅",)
    assert focuses.keys == ("四个着力", fold("“四个着力”要求"), "四着力")


def test_entries_stand_as_in_a_dictionary_whatever_their_order_was() -> None:
    terms = [Term(zh, "x", "term", path="a.tsv") for zh in ("中国", "“安全”", "{city}北部", "C919", "北方")]
    in_order = [entry.zh for entry in made(*terms).entries]
    assert in_order == ["C919", "“安全”", "{city}北部", "北方", "中国"]
    assert render(made(*terms)) == render(made(*reversed(terms)))


def test_the_page_reads_either_script_but_only_characters_that_occur() -> None:
    folds = made(COUNCIL).folds
    assert "國" in folds["国"]
    assert "務" in folds["务"]
    assert folds.keys() <= set("国务院")


def test_characters_are_read_as_those_that_they_stand_for() -> None:
    syllables = made(Term("著名", "famous", "term", path="a.tsv"), Term("吕", "Lü", "person")).syllables
    assert "zhu" in syllables[fold("著")].split()
    assert syllables["吕"].split() == ["lu", "lv"]
    usual, *others = made(Term("行长", "governor", "title")).syllables["行"].split()
    assert usual == "xing"
    assert "hang" in others


def test_an_entry_that_others_build_on_says_how_many() -> None:
    assert [entry.within for entry in made(COUNCIL, OFFICE).entries] == [1, 0]


def test_files_are_shown_from_their_folder_and_others_by_name_alone(tmp_path: Path) -> None:
    paths = (tmp_path / "shared" / "a.toml", tmp_path / "own" / "in" / "b.toml", tmp_path / "c.toml")
    terms = [Term(f"甲{n}", "A", "term", path=str(path)) for n, path in enumerate(paths)]
    files = made(*terms, folders={tmp_path / "shared": "bundled", tmp_path / "own": ""}).files
    assert files == ("bundled/a.toml", "c.toml", "in/b.toml")


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "]]> & &lt; &quot;",
        "\u2028 and \u2029",
        "\"quoted\" and 'quoted' and \\",
        "{{script}} {{data}}",
    ],
)
def test_a_text_comes_through_as_it_is_and_ends_nothing(text: str) -> None:
    document = render(made(Term("甲", text, "term", note=text, source=text, path="a.tsv")))
    [entry] = embedded(document)["entries"]
    assert entry["en"] == text
    assert document.count("</script>") == render(made(COUNCIL)).count("</script>")
    assert not {"\u2028", "\u2029"} & set(document)


def test_the_page_names_nothing_outside_itself() -> None:
    document = render(made(COUNCIL))
    addresses = re.findall(r"https?://[^\s'\"]*", document)
    assert set(addresses) <= {"http://www.w3.org/2000/svg"}
    assert "default-src 'none'" in document
    assert not re.search(r"<link[^>]*href=\"(?!data:)|<script[^>]*src=|@import|url\(", document)


def test_a_page_is_told_from_other_peoples_files() -> None:
    assert is_ours(render(made(COUNCIL)).encode())
    assert not is_ours(b"<!doctype html><title>My site</title>")
    assert not is_ours(b"")
