"""Ministers and banks of other countries, which are not all called alike."""

import pytest
from given import annotations, document

GLOSSARY = """
["{city}市"]
en = "{city}"
kind = "place.city"

["美国"]
en = "United States"
kind = "place.country"

["英国"]
en = "United Kingdom"
kind = "place.country"

["日本"]
en = "Japan"
kind = "place.country"

["法国"]
en = "France"
kind = "place.country"

["韩国"]
en = "Republic of Korea"
kind = "place.country"

["英国央行"]
en = "Bank of England"
kind = "institution.bank"

["日本样本银行"]
en = "Sample Bank of Japan"
kind = "institution.bank"

["美国国防部"]
en = "U.S. Department of Defense"
kind = "institution.department"

["宣传部"]
en = "Publicity Department"
kind = "institution.department"

["外交部"]
en = "Ministry of Foreign Affairs"
kind = "institution.ministry"
allow = ["Foreign Ministry"]
"""


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("美国财政部长", "U.S. Treasury Secretary"),
        ("美国国防部长", "U.S. Secretary of Defense"),
        ("美国国防部部长", "U.S. Secretary of Defense"),
        ("美国国防部副部长", "U.S. Deputy Secretary of Defense"),
        ("美国国防部发言人", "Spokesperson of the U.S. Department of Defense"),
        ("美国外长", "U.S. Secretary of State"),
        ("美国能源部", "U.S. Department of Energy"),
        ("美国能源部长", "U.S. Secretary of Energy"),
        ("美国司法部长", "U.S. Attorney General"),
        ("英国财政大臣", "British Chancellor of the Exchequer"),
        ("英国外交部长", "British Foreign Secretary"),
        ("日本财务大臣", "Finance Minister of Japan"),
        ("日本外交部长", "Foreign Minister of Japan"),
        ("法国财政部长", "Finance Minister of France"),
        ("法国能源部长", "Minister of Energy of France"),
        ("韩国国防部长", "Defense Minister of the Republic of Korea"),
        ("英国央行行长", "Governor of the Bank of England"),
        ("韩国央行行长", "Governor of the central bank of the Republic of Korea"),
        ("日本样本银行行长", "President of the Sample Bank of Japan"),
        ("外交部部长", "Minister of Foreign Affairs"),
        ("宣传部书记", "Secretary of the Publicity Department"),
    ],
)
def test_a_country_s_ministers_are_called_as_they_are_there(text: str, rendering: str) -> None:
    [note] = annotations(document(GLOSSARY, text))
    assert (note.text, note.rendering, note.uncertain) == (text, rendering, False)


@pytest.mark.parametrize("text", ["英国能源部", "英国能源部长", "美国央行行长"])
def test_what_a_country_calls_otherwise_in_each_case_is_uncertain(text: str) -> None:
    [note] = annotations(document(GLOSSARY, text))
    assert note.uncertain


def test_the_word_for_a_body_makes_no_post_of_a_name_with_an_of() -> None:
    [note] = annotations(document(GLOSSARY, "外交部党组书记、部长"))
    assert note.rendering == "Secretary of the Leading Party Members Group and Minister of Foreign Affairs"
    assert not any(name.startswith("Foreign Secretary") for name in note.alternatives)


@pytest.mark.parametrize(
    ("text", "rendering", "uncertain"),
    [
        ("法国国民议会", "National Assembly of France", False),
        ("法国国民议会议长", "Speaker of the National Assembly of France", False),
        ("法国常驻联合国代表", "Permanent Representative of France to the United Nations", False),
        ("法国气象和水文局", "French Meteorology and Hydrology Bureau", True),
        ("中国总理", "Premier of China", False),
    ],
)
def test_a_country_has_its_parliament_its_envoys_and_its_offices(
    text: str, rendering: str, uncertain: bool
) -> None:
    country = '\n["中国"]\nen = "China"\nkind = "place.country"\n'
    [note] = annotations(document(GLOSSARY + country, text))
    assert (note.text, note.rendering, note.uncertain) == (text, rendering, uncertain)


def test_the_party_of_china_is_none_of_another_country() -> None:
    party = '\n["党中央"]\nen = "CPC Central Committee"\nkind = "institution.party"\n'
    assert "法国党中央" not in {note.text for note in annotations(document(GLOSSARY + party, "法国党中央"))}
