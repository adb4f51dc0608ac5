"""What holds of every format that can be written: what it carries comes back, and what it does not is said."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from glossary import curated, formats
from glossary.concept import fault, forms
from glossary.errors import DataError
from glossary.formats import Writable
from glossary.model import Short, Status, Term
from glossary.template import key

WRITABLE = [name for name, module in formats.named().items() if hasattr(module, "serialise")]
LOSSLESS = ["csv", "toml", "tsv", "utx", "xlsx"]
NAMES = tuple(name for name in Term.__struct_fields__ if name not in ("path", "line"))

HAN = st.text("国务院科技厅副省长两会四个着力为里面①Ａ", min_size=1, max_size=6)
LINE = st.text("abcXYZ 0123.-'\"=+@,;|\\<>&#éü—“”", min_size=1, max_size=12).map(str.strip).filter(bool)
PROSE = st.text("abc 例。\n\t'\"=|[]:,;", max_size=12)
SHORT = st.none() | st.builds(Short, zh=HAN, en=LINE)
YEAR = st.none() | st.integers(1, 2999)
TERM = st.builds(
    Term,
    zh=HAN,
    en=LINE,
    kind=st.sampled_from(["term", "institution", "place.city"]),
    variants=st.lists(HAN, max_size=2, unique=True).map(tuple),
    allow=st.lists(LINE, max_size=2, unique=True).map(tuple),
    forbid=st.lists(LINE, max_size=2, unique=True).map(tuple),
    short=SHORT,
    members=st.lists(LINE, max_size=3).map(tuple),
    note=PROSE,
    source=PROSE.map(lambda text: text if text.strip() else ""),
    status=st.sampled_from(Status),
    since=YEAR,
    until=YEAR,
    free=st.booleans(),
)


def sound(terms: Sequence[Term]) -> list[Term]:
    """Those of the terms that a glossary can have, each with a place."""
    taken: set[str] = set()
    kept: list[Term] = []
    for line, term in enumerate(terms, 1):
        keys = [key(form) for form in forms(term)]
        twice = len(set(keys)) < len(keys) or term.en in term.allow or not taken.isdisjoint(keys)
        if not twice and fault(term) is None:
            taken.update(keys)
            kept.append(replace(term, path="g.toml", line=line))
    return kept


GLOSSARY = st.lists(TERM, min_size=1, max_size=4).map(sound).filter(bool)


def module(name: str) -> Writable:
    return cast(Writable, formats.named()[name])


def carried(name: str, terms: Sequence[Term]) -> set[str]:
    """The fields that a format says it carries for these terms."""
    lost = {line.partition(":")[0] for line in formats.lost(terms, module(name))}
    assert lost <= set(NAMES), "a line of losses begins with the name of a field"
    return {"zh", "en", *module(name).FIELDS} - lost


@cache
def bundled() -> list[Term]:
    return curated.load([], builtin=True)


@pytest.mark.parametrize("name", WRITABLE)
@given(terms=GLOSSARY)
def test_what_a_format_carries_comes_back(name: str, terms: list[Term]) -> None:
    data = module(name).serialise(terms, title="Terms")
    back = {term.zh: term for term in module(name).parse(data, path="out")}
    assert back.keys() == {term.zh for term in terms}
    for term in terms:
        for field in carried(name, terms):
            assert getattr(back[term.zh], field) == getattr(term, field), field


@pytest.mark.parametrize("name", WRITABLE)
def test_the_bundled_glossary_comes_back(name: str) -> None:
    back = {
        term.zh: term for term in module(name).parse(module(name).serialise(bundled(), title=""), path="out")
    }
    kept = carried(name, bundled())
    assert kept == {"zh", "en", *module(name).FIELDS}
    assert len(back) == len(bundled())
    assert [
        (term.zh, field)
        for term in bundled()
        for field in kept
        if getattr(back[term.zh], field) != getattr(term, field)
    ] == []


@pytest.mark.parametrize("name", WRITABLE)
def test_what_is_written_twice_is_the_same(name: str) -> None:
    term = Term("国务院", "State Council", "institution", allow=("Council of State",), note="n")
    first = module(name).parse(module(name).serialise([term], title="T"), path="out")
    again = module(name).parse(module(name).serialise(first, title="T"), path="out")
    assert again == first


@pytest.mark.parametrize("name", LOSSLESS)
def test_every_field_has_a_place(name: str) -> None:
    assert set(NAMES) - {"zh", "en"} == module(name).FIELDS


@pytest.mark.parametrize("name", WRITABLE)
def test_fields_are_fields_of_a_term(name: str) -> None:
    assert set(NAMES) >= module(name).FIELDS


def test_what_a_format_has_no_place_for_is_said_with_a_count_and_the_first_place() -> None:
    terms = [
        Term("甲", "A", "term", path="g.toml", line=2),
        Term("乙", "B", "slogan", members=("x",), path="g.toml", line=5),
        Term("丙", "C", "slogan", path="g.toml", line=9),
    ]
    assert formats.lost(terms, module("omegat")) == [
        "kind: left out in 2 entries, first 乙 (g.toml:5)",
        "members: left out in 1 entry, first 乙 (g.toml:5)",
    ]


def test_what_would_not_come_back_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.tsv"
    path.write_text("as it was", encoding="utf-8")
    other = module("tsv").serialise([Term("甲", "B", "term")], title="")
    monkeypatch.setattr(formats.named()["tsv"], "serialise", lambda *_, **__: other)
    with pytest.raises(DataError, match=r"out\.tsv: what would be written changes `en` of 甲"):
        formats.write([Term("甲", "A", "term")], path, module("tsv"), title="")
    assert path.read_text(encoding="utf-8") == "as it was"
    assert list(tmp_path.iterdir()) == [path]


def test_the_readme_says_what_each_format_does_not_carry() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)`[^|]*\| ([^|]*) \| ([^|]*)\|$", readme, re.MULTILINE)
    shown = {name: (suffixes, left_out.strip()) for name, suffixes, left_out in rows if name in WRITABLE}
    assert shown == {
        name: (
            ", ".join(f"`{suffix}`" for suffix in module(name).SUFFIXES) or f"`--to {name}`",
            ", ".join(field for field in NAMES[2:] if field not in module(name).FIELDS),
        )
        for name in WRITABLE
    }
