"""What the lint rules find and what they leave alone, beyond their examples."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.checks.model import Finding
from glossary.lint import lint, rules, selected
from glossary.lint.reading import read, run_of


def found(rule: str, text: str) -> list[Finding]:
    return lint(run_of(text), select=[rule])


def terms(rule: str, text: str) -> list[str]:
    """The entries that a rule finds fault with."""
    return [finding.term for finding in found(rule, text)]


def entry(zh: str, en: str = "x", kind: str = "term", rest: str = "") -> str:
    return f'["{zh}"]\nen = "{en}"\nkind = "{kind}"\n{rest}\n'


CITY = entry("松城", "Songcheng", "place.city")


def test_without_a_choice_the_rules_that_are_on_by_default_are_applied() -> None:
    assert selected() == tuple(rule for rule in rules() if rule.default)


def test_findings_are_in_order_of_file_and_line(tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml"):
        (tmp_path / name).write_text(entry("甲", "a  b") + entry("乙", "a ,"), encoding="utf-8")
    paths = sorted(tmp_path.iterdir())
    run = read([[path] for path in paths], paths).run
    places = [(Path(each.file).name, each.line) for each in lint(run, select=["punctuation"])]
    assert places == [("a.toml", 1), ("a.toml", 5), ("b.toml", 1), ("b.toml", 5)]


@given(st.lists(st.text(st.sampled_from("甲乙丙丁戊"), min_size=1, max_size=2), unique=True, max_size=9))
def test_without_the_entries_that_are_out_of_order_the_others_are_in_order(names: list[str]) -> None:
    misplaced = set(terms("unsorted", "".join(map(entry, names)) or CITY))
    left = [name for name in names if name not in misplaced]
    assert left == sorted(left)
    assert bool(misplaced) == (names != sorted(names))


def test_one_entry_in_the_wrong_place_is_one_finding_that_says_where_it_belongs() -> None:
    [only] = found("unsorted", "".join(map(entry, ("丁", "一", "丙", "乙丁"))).replace("丁", "龙", 1))
    assert (only.term, "before all others" in only.message) == ("龙", False)
    assert "behind 乙丁" in only.message


@pytest.mark.parametrize(
    ("notes", "reported"),
    [
        (("", "", ""), ["乙", "丙"]),
        (("As → 乙, 丙.", "", ""), []),
        (("", "", "Cf. 甲."), ["乙"]),
        (("", "Also 丙.", ""), ["甲"]),
        (("About nothing.", "", ""), ["乙", "丙"]),
    ],
)
def test_of_concepts_with_one_rendering_each_has_to_name_or_be_named(
    notes: tuple[str, ...], reported: list[str]
) -> None:
    text = "".join(
        entry(zh, "Head", "term", f'note = "{note}"') for zh, note in zip("甲乙丙", notes, strict=True)
    )
    assert sorted(terms("shared-rendering", text)) == sorted(reported)


@pytest.mark.parametrize(
    "second",
    [
        entry("乙", "head", "slogan"),
        entry("乙", "head", "term", "free = true"),
        entry("乙", "head", "term.bound"),
        entry("乙", "head", "term", "since = 2020"),
        entry("乙", "heads", "term"),
    ],
)
def test_other_sorts_free_renderings_and_other_years_are_not_compared(second: str) -> None:
    assert terms("shared-rendering", entry("甲", "head", "term", "until = 2019") + second) == []


def test_the_same_key_in_two_files_is_not_two_concepts(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(entry("甲", "Head", "term"), encoding="utf-8")
    paths = sorted(tmp_path.iterdir())
    run = read([paths], paths).run
    assert {each.rule for each in lint(run)} == {"not-unique"}


def test_renderings_that_count_with_figures_are_told_apart() -> None:
    text = entry("十三五规划", "13th Plan", "document") + entry("十四五规划", "14th Plan", "document")
    assert terms("shared-rendering", text) == []


@pytest.mark.parametrize("name", ["園林局", "园林处", "松城园", "{city}园"])
def test_a_reference_is_to_any_form_in_either_script(name: str) -> None:
    rest = 'zh = ["园林处"]\nshort = { zh = "松城园", en = "x" }'
    text = (
        CITY
        + entry("园林局", rest=rest)
        + entry("{city}园", "{city} x")
        + entry("甲", rest=f'note = "See → {name}, (→{name})."')
    )
    assert terms("dangling-reference", text) == []
    assert terms("dangling-reference", text.replace(f"→ {name}", "→ 水务局")) == ["甲"]


def test_a_note_that_quotes_chinese_without_an_arrow_refers_to_nothing() -> None:
    assert terms("dangling-reference", entry("甲", rest='note = "Not 乙, which is “乙” → {city, but."')) == [
        "甲"
    ]
    assert terms("dangling-reference", entry("甲", rest='note = "Not 乙."')) == []


@pytest.mark.parametrize(
    ("source", "vague"),
    [
        ("Xinhua News Agency, English service", True),
        ("Official English site of the university", True),
        ("China Daily", True),
        ("UN", True),
        ("Xinhua, 3 May 2019", False),
        ("Official English site, english.songcheng.example", False),
        ("GB/T 12345-2008", False),
        ("Songcheng Declaration", False),
    ],
)
def test_a_source_can_be_opened_by_its_title_its_date_its_number_or_its_address(
    source: str, vague: bool
) -> None:
    text = entry("甲", rest=f'status = "official"\nsource = "{source}"')
    assert bool(terms("source-vague", text)) == vague
    assert terms("source-vague", text.replace("official", "house", 1)) == []


def test_a_form_of_an_entry_that_matches_is_enough() -> None:
    assert terms("never-matches", entry("园(yuán)林局", rest='zh = ["园林处"]')) == []


def test_short_forms_that_only_ever_are_part_of_other_words_never_match() -> None:
    assert terms("never-matches", entry("在的") + entry("国务")) == []


def test_a_template_is_not_judged_by_names_that_are_entries_with_it() -> None:
    template = entry("{city}园林局", "{city} Parks Bureau", "institution")
    assert terms("never-matches", CITY + template + entry("松城园林局")) == []


def test_an_entry_that_a_later_glossary_overrides_is_not_called_dead(tmp_path: Path) -> None:
    paths = [tmp_path / "a.toml", tmp_path / "b.toml"]
    for path in paths:
        path.write_text(entry("园林局", path.name), encoding="utf-8")
    assert lint(read([[path] for path in paths], paths).run, select=["never-matches"]) == []


def test_two_templates_that_read_the_same_names_differ_where_one_reads_more() -> None:
    narrow = entry("{city}园林局", "{city} Parks Bureau", "institution")
    wide = entry("{place}园林局", "Parks Bureau of {place}", "institution")
    assert terms("never-matches", CITY + narrow + wide) == ["{place}园林局"]
    assert terms("never-matches", CITY + narrow + wide + entry("松省", "Song", "place.province")) == []


def test_an_entry_that_says_more_than_its_rendering_is_needed() -> None:
    text = CITY + entry("{city}园林局", "{city} Parks Bureau", "institution")
    double = entry("松城园林局", "Songcheng Parks Bureau", "institution", "{}")
    assert terms("needless-entry", text + double.format("")) == ["松城园林局"]
    for rest in ('note = "Looked up."', 'forbid = ["Park Office"]', 'allow = ["Parks of Songcheng"]'):
        assert terms("needless-entry", text + double.format(rest)) == []


@pytest.mark.parametrize("forbidden", ["parks meetings", "The Parks Meeting", "meeting"])
def test_a_rendering_is_forbidden_as_english_writes_it(forbidden: str) -> None:
    text = entry("园林会", "parks meeting", "event", f'forbid = ["{forbidden}"]')
    assert terms("forbidden-and-allowed", text) == ["园林会"]


@pytest.mark.parametrize("forbidden", ["gardens meeting", "marks", "meet"])
def test_a_forbidden_rendering_may_have_words_in_common_with_an_accepted_one(forbidden: str) -> None:
    text = entry("园林会", "parks meeting", "document", f'forbid = ["{forbidden}"]')
    assert terms("forbidden-and-allowed", text) == []


def test_in_a_name_other_capitals_are_another_rendering() -> None:
    name = entry("园林局", "Parks Bureau", "institution", 'allow = ["parks Bureau"]')
    assert terms("redundant-allow", name) == []
    assert terms("redundant-allow", name.replace("institution", "term")) == ["园林局"]


def test_a_template_allows_nothing_twice_either() -> None:
    text = CITY + entry(
        "{city}会", "{city} meeting", "event", 'allow = ["the {city} meeting", "{city} Meeting"]'
    )
    assert terms("redundant-allow", text) == ["{city}会", "{city}会"]


@pytest.mark.parametrize(
    ("rendering", "kind", "faulty"),
    [
        ("State council", "institution", True),
        ("State Council", "institution", False),
        ("state council", "institution", False),
        ("council of State Affairs", "institution", False),
        ("Song council", "institution", False),
        ("State council 2", "institution", False),
        ("songcheng", "place.city", True),
        ("eastern part", "place.area", False),
    ],
)
def test_capitals_are_those_of_a_name_or_of_none(rendering: str, kind: str, faulty: bool) -> None:
    text = entry("甲", rendering, kind) + entry("乙", "a state of affairs")
    assert terms("capitals", text) == (["甲"] if faulty else [])


def test_of_files_that_are_only_used_nothing_is_said(tmp_path: Path) -> None:
    used, linted = tmp_path / "used.toml", tmp_path / "linted.toml"
    used.write_text(entry("乙", " x") + entry("甲", "a ,"), encoding="utf-8")
    linted.write_text(entry("丙", rest='note = "→ 甲"'), encoding="utf-8")
    loaded = read([[used], [linted]], [linted])
    assert (loaded.files, loaded.errors) == ((str(linted),), ())
    assert lint(loaded.run) == []
    assert [term.zh for term in loaded.run.entries] == ["丙"]


def test_a_file_that_cannot_be_read_is_an_error_beside_the_findings(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.toml", tmp_path / "good.toml"
    bad.write_text("[", encoding="utf-8")
    good.write_text(entry("甲", "a ,"), encoding="utf-8")
    loaded = read([[bad, good]], [bad, good])
    assert [error.path for error in loaded.errors] == [str(bad)]
    assert loaded.files == (str(good),)
    assert [finding.rule for finding in lint(loaded.run)] == ["punctuation"]
