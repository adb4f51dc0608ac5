from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import curated, formats
from glossary.errors import DataError, GlossaryError
from glossary.model import Short, Term
from glossary.template import key


def term(
    zh: str, en: str = "x", kind: str = "term", *, line: int = 1, path: str = "a.tsv", **rest: object
) -> Term:
    return Term(zh=zh, en=en, kind=kind, line=line, path=path, **rest)  # type: ignore[arg-type]


def write(path: Path, *rows: str) -> Path:
    path.write_text("".join(f"{row}\n" for row in ("zh\ten", *rows)), encoding="utf-8")
    return path


def test_the_bundled_folder_is_found() -> None:
    assert curated.bundled().name == "glossaries"
    assert curated.bundled().is_dir()


def test_files_come_in_the_order_given_and_those_of_a_folder_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "tables").mkdir(parents=True)
    (folder / "c.tsv").mkdir()
    for name in ("b.tsv", "a.TSV", "CRITERIA.md", ".hidden.tsv", "tables/z.tsv"):
        write(folder / name)
    single = write(tmp_path / "z.tsv")
    assert curated.sources([single, folder], builtin=False) == [single, folder / "a.TSV", folder / "b.tsv"]


def test_what_was_exported_beside_a_glossary_counts_only_where_it_is_named(tmp_path: Path) -> None:
    terms = write(tmp_path / "terms.tsv")
    exported = [tmp_path / f"terms{suffix}" for suffix in formats.known() if suffix not in (".toml", ".tsv")]
    for path in exported:
        write(path)
    assert curated.sources([tmp_path], builtin=False) == [terms]
    assert curated.sources([tmp_path, *exported], builtin=False) == [terms, *exported]


def test_the_bundled_files_come_first_unless_they_are_declined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, other = write(tmp_path / "own.tsv"), tmp_path / "bundled"
    other.mkdir()
    theirs = write(other / "theirs.tsv")
    monkeypatch.setattr(curated, "bundled", lambda: other)
    assert curated.sources([own], builtin=True) == [theirs, own]
    assert curated.sources([own], builtin=False) == [own]
    assert curated.sources([], builtin=False) == []


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("none.tsv", "no such file"),
        ("empty", r"no \.toml or \.tsv files in this folder: put some there, or name"),
        ("a.doc", "suffix"),
    ],
)
def test_a_path_that_gives_no_glossary_is_refused(name: str, cause: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "readme.md").touch()
    (tmp_path / "a.doc").touch()
    with pytest.raises(DataError, match=cause):
        curated.sources([tmp_path / name], builtin=False)


def test_an_installation_without_glossaries_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(curated, "__file__", str(tmp_path / "a" / "b" / "c.py"))
    with pytest.raises(GlossaryError, match="--no-builtin"):
        curated.bundled()


def test_a_later_concept_replaces_an_earlier_one_entirely() -> None:
    earlier = term("园林局", "Parks Bureau", variants=("园林处",), allow=("Park Bureau",))
    later = term("園林局", "Garden Bureau")
    other = term("水务局", "Water Bureau")
    assert curated.combine([[earlier, other], [later]]) == [other, later]


def test_a_form_that_a_later_concept_claims_is_taken_from_the_earlier_one() -> None:
    earlier = term("甲", "A", variants=("乙", "丙"), short=Short("丁", "D"))
    assert curated.combine([[earlier], [later := term("乙", "B")]]) == [
        term("甲", "A", variants=("丙",), short=Short("丁", "D")),
        later,
    ]
    assert curated.combine([[earlier], [later := term("戊", "E", variants=("丁",))]]) == [
        term("甲", "A", variants=("乙", "丙")),
        later,
    ]


def test_an_earlier_concept_keeps_its_other_forms_when_it_loses_its_preferred_one() -> None:
    later = term("戊", "E", variants=("甲",))
    assert curated.combine([[term("甲", "A", variants=("乙", "丙"))], [later]]) == [
        term("乙", "A", variants=("丙",)),
        later,
    ]
    short = term("甲", "A", allow=("AA",), short=Short("丁", "D"))
    assert curated.combine([[short], [later]]) == [term("丁", "D"), later]
    assert curated.combine([[term("甲", "A")], [later]]) == [later]


def test_the_last_of_several_groups_counts() -> None:
    groups = [[term("甲", "A")], [term("甲", "B"), term("乙", "C")], [term("甲", "D")]]
    assert [(found.zh, found.en) for found in curated.combine(groups)] == [("乙", "C"), ("甲", "D")]


@pytest.mark.parametrize(
    "second",
    [
        term("園林局", path="b.tsv", line=7),
        term("丙", variants=("園林局",), path="b.tsv", line=7),
        term("丙", short=Short("园林局", "x"), path="b.tsv", line=7),
    ],
)
def test_a_form_in_two_concepts_of_one_group_is_an_error_with_both_places(second: Term) -> None:
    with pytest.raises(DataError, match=r"^b\.tsv:7: .*a\.tsv:3") as caught:
        curated.combine([[term("园林局", line=3), second]])
    assert caught.value.line == 7


def test_files_of_one_folder_may_not_share_a_form_but_two_paths_may(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a.tsv", "甲\tA"), write(tmp_path / "b.tsv", "", "甲\tB")
    with pytest.raises(DataError, match=r"b\.tsv:3: .*a\.tsv:2"):
        curated.load([tmp_path], builtin=False)
    assert [found.en for found in curated.load([first, second], builtin=False)] == ["B"]


def test_a_slot_is_filled_by_any_component_of_a_kind_and_by_recognisers() -> None:
    terms = [
        term("甲", kind="place.city"),
        term("{city}局", "{city}"),
        term("{place}会", "{place}"),
        term("{person}奖", "{person}"),
        term("第{ordinal}届", "{ordinal}"),
        term("{city}与{city2}", "{city}{city2}"),
        term("{{anything}}", "x"),
    ]
    assert curated.combine([terms]) == terms


def test_a_slot_may_be_filled_by_a_kind_of_another_group() -> None:
    groups = [[term("{city}局", "{city}")], [term("甲", kind="place.city")]]
    assert len(curated.combine(groups)) == 2


@pytest.mark.parametrize(
    ("template", "cause"),
    [
        (term("{citi}局", "{citi}", line=5), r"^a\.tsv:5: .*\{citi\}.*did you mean `city`"),
        (term("水", variants=("{galaxy}局",), line=5), r"^a\.tsv:5: .*known are city, date, number, ordinal"),
    ],
)
def test_a_slot_that_no_kind_provides_is_an_error_at_the_template(template: Term, cause: str) -> None:
    with pytest.raises(DataError, match=cause):
        curated.combine([[term("甲", kind="place.city"), template]])


FORMS = st.text(st.sampled_from("甲乙丙丁戊己"), min_size=1, max_size=2)


@st.composite
def group(draw: st.DrawFn) -> list[Term]:
    drawn = draw(st.lists(FORMS, unique=True, max_size=10))
    terms: list[Term] = []
    while drawn:
        count = draw(st.integers(1, len(drawn)))
        (zh, *variants), drawn = drawn[:count], drawn[count:]
        terms.append(term(zh, variants=tuple(variants)))
    return terms


@given(st.lists(group(), max_size=4))
def test_every_form_belongs_to_one_concept_and_the_last_group_loses_nothing(groups: list[list[Term]]) -> None:
    combined = curated.combine(groups)
    forms = [key(form) for found in combined for form in (found.zh, *found.variants)]
    assert len(forms) == len(set(forms))
    if groups:
        assert combined[len(combined) - len(groups[-1]) :] == groups[-1]


def test_a_path_too_long_for_the_file_system_is_an_error_that_names_it() -> None:
    with pytest.raises(DataError, match=r"nnn: cannot be looked at"):
        curated.sources([Path("n" * 5000)], builtin=False)
