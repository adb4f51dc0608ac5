"""Events whose number stands inside their name."""

import pytest
from given import found

GLOSSARY = """
["样本联盟领导人峰会"]
en = "Sample Union Summit"
kind = "event"

["松城样本运动会"]
en = "Songcheng Sample Games"
kind = "event"

["样本运动会"]
en = "Sample Games"
kind = "event"

["{place}专家"]
en = "experts of {place}"
kind = "title"
"""


@pytest.mark.parametrize(
    ("text", "name", "rendering"),
    [
        ("出席样本联盟领导人第二十次峰会。", "样本联盟领导人第二十次峰会", "the 20th Sample Union Summit"),
        ("在样本联盟领导人第5次峰会上", "样本联盟领导人第5次峰会", "the Fifth Sample Union Summit"),
        ("松城第三届样本运动会", "第三届样本运动会", "the Third Sample Games"),
    ],
)
def test_the_number_may_stand_inside_the_name(text: str, name: str, rendering: str) -> None:
    assert (name, rendering) in found(GLOSSARY, text)


@pytest.mark.parametrize(
    "text", ["样本联盟领导人，第二十次峰会", "样本联盟领导人第几次峰会", "样本联盟第二十次峰会"]
)
def test_what_only_looks_like_an_event_with_a_number_is_none(text: str) -> None:
    assert not [name for name, _ in found(GLOSSARY, text) if "峰会" in name]
