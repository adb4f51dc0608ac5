"""Glossary files read to the end: every fault with its place, and the entries that are sound."""

from pathlib import Path

import pytest

from glossary import curated, formats
from glossary.concept import Breach
from glossary.errors import DataError


def surveyed(path: Path, text: str) -> tuple[list[str], list[tuple[str, int | None, str]]]:
    """The keys of the sound entries, and (rule, line, key) of each fault."""
    path.write_text(text, encoding="utf-8")
    breaches: list[Breach] = []
    terms = formats.survey(path, breaches.append)
    return [term.zh for term in terms], [(each.rule, each.line, each.zh) for each in breaches]


def test_toml_goes_on_after_a_fault_and_after_a_second_one_in_the_same_entry(tmp_path: Path) -> None:
    text = """\
[meta]
kind = "term"
["甲"]
en = "A "
allow = [""]
["乙"]
en = "B"
colour = "red"
["丙"]
kind = "term"
["丁"]
en = 1
["戊"]
en = "E"
status = "official"
since = 2016
until = 2015
["{city}己"]
en = "F"
["庚"]
en = "G"
zh = ["戊"]
"""
    assert surveyed(tmp_path / "a.toml", text) == (
        ["乙", "戊", "庚"],
        [
            ("entry-malformed", 4, "甲"),
            ("entry-malformed", 5, "甲"),
            ("entry-malformed", 8, "乙"),
            ("entry-malformed", 9, "丙"),
            ("entry-malformed", 12, "丁"),
            ("source-missing", 15, "戊"),
            ("years-out-of-order", 16, "戊"),
            ("slot-unknown", 19, "{city}己"),
            ("not-unique", 20, "庚"),
        ],
    )


def test_tsv_goes_on_after_a_row_at_fault(tmp_path: Path) -> None:
    text = (
        "zh\ten\tkind\tstatus\tforbid\n"
        "甲\tA\n"
        "乙\tB\tterm\tgood\t\n"
        "丙\tC\tterm\tstandard\tC\n"
        "丁\tD\tterm\t\t\n"
        "丁\tD\tslogan\t\t\n"
    )
    assert surveyed(tmp_path / "a.tsv", text) == (
        ["丙", "丁"],
        [
            ("entry-malformed", 2, ""),
            ("entry-malformed", 3, ""),
            ("source-missing", 4, "丙"),
            ("forbidden-and-allowed", 4, "丙"),
            ("not-unique", 6, "丁"),
            ("entry-malformed", 6, "丁"),
        ],
    )


@pytest.mark.parametrize(
    ("name", "text"), [("a.toml", '["甲"\n'), ("a.toml", "meta = 1\n"), ("a.tsv", "甲\n")]
)
def test_a_file_that_is_not_of_its_format_is_an_error(name: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(DataError):
        surveyed(tmp_path / name, text)


def test_of_several_files_every_shared_form_and_every_unknown_slot_is_told(tmp_path: Path) -> None:
    def terms(name: str, text: str) -> list[str]:
        path = tmp_path / name
        path.write_text(f"zh\ten\n{text}", encoding="utf-8")
        return [str(path)]

    files = terms("a.tsv", "甲\tA\n乙\tB\n") + terms("b.tsv", "甲\tA\n乙\tB\n{citi}丙\t{citi} C\n")
    group = [term for file in files for term in formats.parse(Path(file))]
    breaches: list[Breach] = []
    assert len(curated.combine([group], breaches.append)) == len(group)
    assert [(each.rule, each.line) for each in breaches] == [
        ("not-unique", 2),
        ("not-unique", 3),
        ("slot-unknown", 4),
    ]
