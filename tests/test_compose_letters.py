"""Countries by one character before a post or body of the state."""

import pytest
from given import annotations, document

from glossary import tables
from glossary.compose.vocabulary import demonyms

GLOSSARY = """
["{city}市"]
en = "{city}"
kind = "place.city"

["美国"]
en = "United States"
kind = "place.country"

["德国"]
en = "Germany"
kind = "place.country"

["总统"]
en = "President"
kind = "title"

["总理"]
en = "Premier"
kind = "title"

["外长"]
en = "Foreign Minister"
kind = "title"
"""


def read(text: str) -> dict[str, str]:
    return {note.text: note.rendering for note in annotations(document(GLOSSARY, text))}


@pytest.mark.parametrize(
    ("text", "name", "rendering"),
    [
        ("俄总统抵达。", "俄总统", "President of Russia"),
        ("美前国务卿来访。", "美前国务卿", "Former Secretary of State of the United States"),
        ("同俄副外长会谈。", "俄副外长", "Deputy Foreign Minister of Russia"),
        ("日首相表示。", "日首相", "Prime Minister of Japan"),
        ("英外相表示。", "英外相", "British Foreign Secretary"),
        ("德总理表示。", "德总理", "German Chancellor"),
        ("美国防部宣布。", "美国防部", "U.S. Department of Defense"),
        ("美国务院宣布。", "美国务院", "U.S. Department of State"),
        ("美司法部宣布。", "美司法部", "U.S. Department of Justice"),
        ("俄驻美大使离任。", "俄驻美大使", "Russian Ambassador to the United States"),
        ("驻美大使离任。", "驻美大使", "Ambassador to the United States"),
        ("乌克兰方面说，乌总统已动身。", "乌总统", "President of Ukraine"),
        ("乌兹别克斯坦方面说，乌总统已动身。", "乌总统", "President of Uzbekistan"),
        ("先访问乌克兰，再访问乌兹别克斯坦。乌总统迎接。", "乌总统", "President of Uzbekistan"),
        ("以色列方面说，以总理将出席。", "以总理", "Prime Minister of Israel"),
    ],
)
def test_a_character_stands_for_a_country_before_its_office(text: str, name: str, rendering: str) -> None:
    assert read(text)[name] == rendering


def test_an_envoy_s_country_may_be_called_by_its_acronym() -> None:
    (title,) = annotations(document(GLOSSARY, "驻美大使离任。"))
    assert "Ambassador to the U.S." in title.alternatives


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("昨日总统讲话。", "日总统"),
        ("5日外长会晤。", "日外长"),
        ("十五日总统讲话。", "日总统"),
        ("英法外长会晤。", "法外长"),
        ("中美外长会晤。", "美外长"),
        ("乌总统动身。", "乌总统"),
        ("以总理身份出席。", "以总理"),
        ("以色列方面说，他以总理身份出席。", "以总理"),
        ("德国会同各方行动。", "德国会"),
        ("美国会继续行动。", "美国会"),
        ("美科技公司上市。", "美科技公司"),
        ("美教育部门发文。", "美教育部"),
        ("驻美大使离任。", "美大使"),
        ("驻美大使馆开放日。", "美大使"),
        ("驻美大使馆开放日。", "驻美大使"),
    ],
)
def test_a_character_that_may_be_something_else_stands_for_no_country(text: str, name: str) -> None:
    assert name not in read(text)


def test_every_country_of_the_table_has_its_adjective() -> None:
    assert tables.column("country_letters", "en") <= demonyms().keys()
