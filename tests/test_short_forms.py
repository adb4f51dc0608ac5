"""What a short form of an entry offers."""

import pytest
from given import annotations, document
from hypothesis import given
from hypothesis import strategies as st

ENTRY = """
["样本技术保护法"]
en = "Law on the Protection of Sample Technology"
kind = "document"
allow = ["Sample Technology Protection Law", "Sample Law"]
short = { zh = "样本法", en = "Sample Law" }
"""


def test_a_short_form_does_not_offer_its_rendering_a_second_time() -> None:
    [full, short] = annotations(document(ENTRY, "样本技术保护法即样本法"))
    assert (full.rendering, full.alternatives) == (
        "Law on the Protection of Sample Technology",
        ("Sample Technology Protection Law", "Sample Law"),
    )
    assert (short.rendering, short.alternatives) == (
        "Sample Law",
        ("Law on the Protection of Sample Technology", "Sample Technology Protection Law"),
    )


COMPOSED = """
["{city}市"]
en = "{city}"
kind = "place.city"

["{city}样本园"]
en = "{city} Sample Park"
kind = "institution"
allow = ["{city} Park", "Sample Park of {city}"]
short = { zh = "{city}园", en = "{city} Park" }

["本溪"]
en = "Benxi"
kind = "place.city"
allow = ["Benxi City"]
"""


@pytest.mark.parametrize("text", ["本溪园", "本溪样本园", "本溪市教育局", "本溪市副市长", "本溪市委书记"])
def test_what_is_composed_does_not_offer_its_rendering_a_second_time(text: str) -> None:
    [note] = annotations(document(COMPOSED, text))
    assert note.rendering not in note.alternatives
    assert len(set(note.alternatives)) == len(note.alternatives)


@given(
    st.lists(
        st.sampled_from(["本溪", "市", "园", "样本", "教育局", "副", "市长", "委", "书记", "、"]), max_size=8
    )
)
def test_no_annotation_has_its_rendering_among_its_alternatives(pieces: list[str]) -> None:
    for note in annotations(document(COMPOSED + ENTRY, "".join(pieces) or "无")):
        assert note.rendering not in note.alternatives
