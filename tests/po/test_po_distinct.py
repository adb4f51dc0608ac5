"""An article of any size has one entry for each distinct text."""

import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary import po
from glossary.errors import GlossaryError
from glossary.model import Annotation, Document, Segment
from glossary.po import Entry, draft
from glossary.po import distinct as module
from glossary.po.distinct import distinct

FILE = "articles/tea.txt"


def note(text: str, rendering: str, *, uncertain: bool = False) -> Annotation:
    return Annotation(0, len(text), text, "term", rendering, uncertain=uncertain)


def entries(article: Iterable[Segment]) -> list[Entry]:
    """The entries of an article, of which each segment is a piece."""
    pieces = (draft(Document(FILE, (segment,), "zh-Hans")) for segment in article)
    return list(distinct((text for piece in pieces for text in piece.texts), FILE))


def segments(*texts: str, notes: Sequence[Annotation] = ()) -> tuple[Segment, ...]:
    return tuple(Segment(FILE, line, text, tuple(notes)) for line, text in enumerate(texts, 1))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles of three segments are long ones."""
    monkeypatch.setattr(module, "_TOGETHER", 2)
    monkeypatch.setattr(module, "_READ", 2)
    monkeypatch.setattr(module, "_FILES", 3)


@pytest.mark.usefixtures("small")
def test_a_text_that_comes_again_far_below_is_one_entry_with_both_places() -> None:
    found = entries(segments("茶", "水", "山", "路", "茶"))
    assert [(entry.msgid, [place.line for place in entry.references]) for entry in found] == [
        ("茶", [1, 5]),
        ("水", [2]),
        ("山", [3]),
        ("路", [4]),
    ]


@pytest.mark.usefixtures("small")
def test_what_is_certain_further_down_counts_and_stands_where_the_doubt_was() -> None:
    first = segments("茶", notes=[note("茶", "tea", uncertain=True), note("茶", "cha")])
    last = segments("茶", notes=[note("茶", "tea")])
    article = [*first, *segments("水", "山", "路"), *last]
    [entry] = [each for each in entries(article) if each.extracted]
    assert entry.extracted == ("茶 → tea  [term]", "茶 → cha  [term]")


@pytest.mark.usefixtures("small")
def test_an_empty_text_has_no_entry_however_long_the_article() -> None:
    assert [entry.msgid for entry in entries(segments("", "茶", "", "", "水", "山"))] == ["茶", "水", "山"]


def test_an_article_without_text_has_no_entries() -> None:
    assert not entries(())


@pytest.mark.usefixtures("small")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("茶水山路天"), st.sampled_from("ab"), st.booleans()), max_size=30))
def test_a_long_article_has_the_entries_that_it_would_have_in_memory(
    given: list[tuple[str, str, bool]],
) -> None:
    article = [
        Segment(FILE, line, text, (note(text, rendering, uncertain=uncertain),))
        for line, (text, rendering, uncertain) in enumerate(given, 1)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_TOGETHER", len(article) + 1)
        in_memory = entries(article)
    assert entries(article) == in_memory


@pytest.mark.usefixtures("small")
def test_an_article_in_pieces_becomes_the_file_that_it_becomes_as_a_whole(tmp_path: Path) -> None:
    texts = ("茶", "水", "山", "茶", "路", "天", "水")
    whole = Document(FILE, segments(*texts, notes=[note("茶", "tea")]), "zh-Hans")
    pieces = (Document(FILE, whole.segments[:3], "zh-Hans"), Document(FILE, whole.segments[3:], "zh-Hant"))
    po.write_fresh(map(draft, pieces), tmp_path / "pieces.po", generator="g")
    po.write(po.merge(whole, None, generator="g"), tmp_path / "whole.po")
    assert (tmp_path / "pieces.po").read_bytes() == (tmp_path / "whole.po").read_bytes()


@pytest.mark.usefixtures("small")
def test_half_a_character_in_a_long_article_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    article = Document(FILE, segments("茶", "水", "山", "路\ud83d"), "zh-Hans")
    with pytest.raises(GlossaryError, match=r"U\+D83D in a message is no character"):
        po.write_fresh([draft(article)], tmp_path / "tea.po", generator="g")
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("small")
def test_a_folder_for_temporary_files_that_is_full_is_named_and_not_the_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_in_memory: int) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "SpooledTemporaryFile", full)
    article = Document(FILE, segments("茶", "水", "山", "路"), "zh-Hans")
    folder = re.escape(tempfile.gettempdir())
    with pytest.raises(
        GlossaryError, match=rf"^no temporary file in {folder}: No space left on device; make room"
    ):
        po.write_fresh([draft(article)], tmp_path / "tea.po", generator="g")
    assert not list(tmp_path.iterdir())
