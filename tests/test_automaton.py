"""The matching libraries: each gives the same matches."""

import pytest

from glossary import automaton


def test_both_matching_libraries_give_the_same_matches(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ahocorasick_rs", reason="the second matching library is not installed")
    patterns = ["国务院", "国务", "务院", "中国", "\U00020bb7野家"]
    text = "中国国务院𠮷野家国务"
    expected = sorted(automaton.build(patterns).find(text))
    monkeypatch.setattr(automaton, "ENGINE", "ahocorasick_rs")
    other = automaton.build(patterns)
    assert sorted(other.find(text)) == expected
    assert sorted(automaton.load(other.dump()).find(text)) == expected


def test_both_find_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ahocorasick_rs", reason="the second matching library is not installed")
    words = ["研究".encode(), "研究生".encode(), "生命".encode()]
    text = "研究生命".encode()
    here = automaton.build_bytes(words).find(text)
    monkeypatch.setattr(automaton, "ENGINE", "ahocorasick_rs")
    there = automaton.build_bytes(words)
    assert sorted(there.find(text)) == sorted(here) == [(0, 6, 0), (0, 9, 1), (6, 12, 2)]
    assert automaton.load_bytes(there.dump()).find(text) == there.find(text)
