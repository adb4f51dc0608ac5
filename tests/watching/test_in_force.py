"""The glossary that is watched: what is read again where files change, and that it is the one in force."""

from collections.abc import Callable
from pathlib import Path

import pytest

from glossary import curated, formats
from glossary.batch import Task
from glossary.errors import DataError
from glossary.model import Term
from glossary.watching import in_force
from glossary.watching.in_force import Glossary

Again = Callable[[Glossary], tuple[Glossary, list[str]]]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with two files of terms, and a third file that overrides one of them."""
    monkeypatch.chdir(tmp_path)
    Path("ours").mkdir()
    write("ours/a.tsv", "园林局\tParks Bureau")
    write("ours/b.tsv", "水务局\tWater Bureau", "林草局\tForestry Bureau")
    write("last.tsv", "水务局\tBureau of Water")


@pytest.fixture
def again(monkeypatch: pytest.MonkeyPatch) -> Again:
    """Makes a glossary again; the names of the files that were read for it."""
    read: list[str] = []

    def parse(path: Path, parse: Callable[[Path], list[Term]] = formats.parse) -> list[Term]:
        read.append(path.name)
        return parse(path)

    def call(old: Glossary) -> tuple[Glossary, list[str]]:
        read.clear()
        return in_force.made(in_force.origin(old.origin.task), old), list(read)

    monkeypatch.setattr(formats, "parse", parse)
    return call


def write(name: str, *rows: str) -> None:
    Path(name).write_text("\n".join(("zh\ten", *rows)) + "\n", encoding="utf-8")


def first(*, builtin: bool = False) -> Glossary:
    return in_force.made(in_force.origin(Task(glossaries=(Path("ours"), Path("last.tsv")), builtin=builtin)))


def terms(glossary: Glossary) -> list[Term]:
    return list(glossary.annotate.lexicon.terms())


def test_only_files_that_changed_are_read_again(again: Again) -> None:
    glossary, read = again(first())
    assert read == []
    write("ours/b.tsv", "水务局\tWater Authority", "林草局\tGrassland Bureau")
    glossary, read = again(glossary)
    assert read == ["b.tsv"]
    assert [term.en for term in terms(glossary)] == ["Parks Bureau", "Grassland Bureau", "Bureau of Water"]


def test_what_an_override_took_away_comes_back_with_its_end(again: Again) -> None:
    glossary = first()
    write("last.tsv", "海洋局\tOcean Bureau")
    glossary, read = again(glossary)
    assert read == ["last.tsv"]
    assert [term.en for term in terms(glossary)] == [
        "Parks Bureau",
        "Water Bureau",
        "Forestry Bureau",
        "Ocean Bureau",
    ]


def test_files_that_come_are_read_and_those_that_go_are_forgotten(again: Again) -> None:
    glossary = first()
    Path("ours/a.tsv").unlink()
    write("ours/c.tsv", "海洋局\tOcean Bureau")
    glossary, read = again(glossary)
    assert read == ["c.tsv"]
    assert set(glossary.terms) == {Path("ours/b.tsv"), Path("ours/c.tsv"), Path("last.tsv")}


def test_two_files_that_contradict_each_other_are_refused_though_one_is_as_it_was(again: Again) -> None:
    glossary = first()
    write("ours/b.tsv", "园林局\tGardens Bureau")
    with pytest.raises(DataError, match=r"b\.tsv:2: 园林局 is already at"):
        again(glossary)


def test_the_bundled_files_are_not_read_again_and_are_the_same_glossary(again: Again) -> None:
    glossary = first(builtin=True)
    write("last.tsv", "国务院\tCabinet")
    glossary, read = again(glossary)
    assert read == ["last.tsv"]
    assert terms(glossary) == curated.load([Path("ours"), Path("last.tsv")])


def test_the_bundled_files_may_begin_to_count() -> None:
    task = Task(glossaries=(Path("ours"), Path("last.tsv")))
    assert terms(in_force.made(in_force.origin(task), first())) == curated.load(task.glossaries)
