"""Generated text: the same every time, and such as the measurements take it to be."""

from itertools import islice
from pathlib import Path

from benchmarks import made_up, text
from benchmarks.model import Setting
from glossary.batch import annotator


def test_the_same_seed_gives_the_same_text_and_another_seed_another(tmp_path: Path) -> None:
    first, again, other = (
        text.write(tmp_path / name, 5_000, seed=seed).read_bytes()
        for name, seed in (("a", 1), ("b", 1), ("c", 2))
    )
    assert first == again
    assert first != other


def test_a_text_has_the_size_that_is_asked_for_and_the_paragraph_that_it_ends_in(tmp_path: Path) -> None:
    data = text.write(tmp_path / "text", 20_000).read_bytes()
    last = len(data.rstrip(b"\n").rpartition(b"\n")[2]) + 1
    assert 20_000 <= len(data) < 20_000 + last


def test_a_longer_text_begins_with_the_shorter_one(tmp_path: Path) -> None:
    short, long = (text.write(tmp_path / str(size), size).read_bytes() for size in (2_000, 8_000))
    assert long.startswith(short)


def test_a_text_has_about_as_many_terms_as_official_text_has(tmp_path: Path) -> None:
    from glossary.article import read

    path = text.write(tmp_path / "text.txt", 30_000)
    document = annotator().annotate(read(str(path), encoding="utf-8"))
    found = sum(len(segment.annotations) for segment in document.segments)
    assert 15 < found / (path.stat().st_size / 1000) < 35


def test_sentences_have_people_numbers_and_terms() -> None:
    sentences = list(islice(text.sentences(1), 200))
    renderings = [rendering for sentence in sentences for rendering in sentence.renderings]
    bundled = {term.en for term in text.bundled_terms()}
    others = [rendering for rendering in renderings if rendering not in bundled]
    assert any("yuan" in rendering for rendering in others)
    assert 0.1 < len(others) / len(renderings) < 0.5


def test_translations_have_most_renderings_and_lack_some() -> None:
    terms = [("测试甲", "alpha test"), ("测试乙", "beta test")]
    entries = made_up.messages(300, terms=terms)
    asked = sum(entry.msgid.count(zh) for entry in entries for zh, _ in terms)
    given = sum(entry.msgstr.count(en) for entry in entries for _, en in terms)
    assert len({entry.msgid for entry in entries}) == 300
    assert 0.8 < given / asked < 0.97


def test_made_up_terms_are_distinct_and_a_longer_list_begins_with_the_shorter_one() -> None:
    long = made_up.terms(500)
    assert len({zh for zh, _ in long}) == 500
    assert long[:100] == made_up.terms(100)


def test_a_given_text_is_cut_into_different_parts_that_are_all_of_it(tmp_path: Path) -> None:
    given = tmp_path / "given.txt"
    given.write_text("一\n二\n三\n四\n五\n", encoding="utf-8")
    parts = text.samples(Setting(tmp_path, tmp_path, text=given), 1_000_000, 2)
    assert sorted("".join(parts).split()) == sorted("一二三四五")
    assert len(set(parts)) == 2
