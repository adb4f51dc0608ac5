"""Two places in one name, which share its end."""

import pytest
from given import annotations, document

GLOSSARY = """
["{city}市"]
en = "{city}"
kind = "place.city"

["大松岭"]
en = "Greater Pine Mountains"
kind = "place.mountain"

["小松岭"]
en = "Lesser Pine Mountains"
kind = "place.mountain"

["南极"]
en = "Antarctica"
kind = "place.area"

["北极"]
en = "Arctic"
kind = "place.area"

["南松城"]
en = "Nansongcheng"
kind = "place.city"

["北松城"]
en = "Beisongcheng"
kind = "place.city"

["东亚"]
en = "East Asia"
kind = "place.area"

["南亚"]
en = "South Asia"
kind = "place.area"
"""


@pytest.mark.parametrize(
    ("text", "name", "rendering"),
    [
        ("大小松岭的森林", "大小松岭", "Greater and Lesser Pine Mountains"),
        ("南北极科考", "南北极", "Antarctica and Arctic"),
    ],
)
def test_two_places_that_share_the_end_of_a_name_are_read_together(
    text: str, name: str, rendering: str
) -> None:
    [note] = annotations(document(GLOSSARY, text))
    assert (note.text, note.rendering) == (name, rendering)


@pytest.mark.parametrize(("text", "name"), [("江南北松城", "南北松城"), ("东南亚各国", "东南亚")])
def test_other_neighbours_are_no_pair(text: str, name: str) -> None:
    assert name not in {note.text for note in annotations(document(GLOSSARY, text))}
