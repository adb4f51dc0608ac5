"""The compiled glossary: the same from files and from the cache, on either matching library."""

from collections.abc import Sequence

from glossary import lexicon
from glossary.model import Short, Term

TERMS = [
    Term("国务院", "State Council", "institution"),
    Term("中国科学院", "Chinese Academy of Sciences", "institution", short=Short("中科院", "CAS")),
    Term("{city}市", "{city}", "place.city"),
    Term("在{city}举行", "held in {city}", "phrase"),
]


def readings(lexicon: lexicon.Lexicon, text: str) -> list[tuple[int, int, str]]:
    return [(reading.start, reading.end, reading.rendering) for reading in lexicon.find(text)[0]]


def test_the_cached_form_finds_what_the_fresh_one_finds() -> None:
    fresh = lexicon.compile_terms(TERMS)
    text = "中科院和国务院在中国科学院"
    expected = [(0, 3, "CAS"), (4, 7, "State Council"), (8, 13, "Chinese Academy of Sciences")]
    assert readings(fresh, text) == expected
    assert readings(lexicon.load(b"test-1", lambda: TERMS), text) == expected

    def never() -> Sequence[Term]:
        raise AssertionError("it was in the cache")

    assert readings(lexicon.load(b"test-1", never), text) == expected


def test_other_content_is_compiled_anew() -> None:
    lexicon.load(b"test-2", lambda: TERMS)
    other = lexicon.load(b"test-3", lambda: [Term("国务院", "Cabinet", "institution")])
    assert readings(other, "国务院") == [(0, 3, "Cabinet")]


def test_entries_come_back_whole() -> None:
    [reading] = lexicon.compile_terms(TERMS).find("中科院")[0]
    assert reading.term == TERMS[1]


def test_only_what_templates_begin_with_is_an_opening() -> None:
    found, openings = lexicon.compile_terms(TERMS).find("在国务院")
    assert [reading.rendering for reading in found] == ["State Council"]
    assert openings == [0]
