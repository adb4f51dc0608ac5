"""Cities and states abroad, Taiwan, Hong Kong and Macao: their bodies and posts are not those of the mainland."""

import pytest
from given import annotations, article, document

from glossary import curated, lexicon
from glossary.pipeline import Annotator

GLOSSARY = """
["{city}市"]
en = "{city}"
kind = "place.city"

["{province}省"]
en = "{province} Province"
kind = "place.province"

["松城"]
en = "Songcheng"
kind = "place.city"

["芝加哥"]
en = "Chicago"
kind = "place.city"

["墨西哥城"]
en = "Mexico City"
kind = "place.city"

["米兰"]
en = "Milan"
kind = "place.city.abroad"

["万象"]
en = "Vientiane"
kind = "place.city.bound"

["俄勒冈州"]
en = "Oregon"
kind = "place.state.abroad"

["纽约州"]
en = "New York State"
kind = "place.state.abroad"

["莫斯科州"]
en = "Moscow Oblast"
kind = "place.oblast.abroad"

["台北"]
en = "Taipei"
kind = "place.city.taiwan"

["桃园"]
en = "Taoyuan"
kind = "place.city.taiwan"

["苗栗县"]
en = "Miaoli County"
kind = "place.county.taiwan"

["香港特别行政区"]
en = "Hong Kong Special Administrative Region"
kind = "place.region"
"""


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("芝加哥市政府", "Municipal Government of Chicago"),
        ("芝加哥市长", "Mayor of Chicago"),
        ("芝加哥市副市长", "Vice Mayor of Chicago"),
        ("芝加哥市议会", "Chicago City Council"),
        ("墨西哥城市长", "Mayor of Mexico City"),
        ("米兰市政府", "Municipal Government of Milan"),
        ("万象市政府", "Municipal Government of Vientiane"),
        ("俄勒冈州政府", "State Government of Oregon"),
        ("俄勒冈州州长", "Governor of Oregon"),
        ("纽约州州长", "Governor of New York"),
        ("莫斯科州政府", "Government of Moscow Oblast"),
        ("台北市政府", "Taipei City Government"),
        ("台北市议会", "Taipei City Council"),
        ("桃园市长", "Mayor of Taoyuan"),
        ("苗栗县政府", "Miaoli County Government"),
        ("苗栗县县长", "Magistrate of Miaoli County"),
        ("香港特别行政区政府", "Government of the Hong Kong Special Administrative Region"),
        ("松城市政府", "Songcheng Municipal People's Government"),
        ("松城市市长", "Mayor of Songcheng"),
    ],
)
def test_a_place_has_the_bodies_and_posts_of_where_it_is(text: str, rendering: str) -> None:
    [note] = annotations(document(GLOSSARY, text))
    assert (note.text, note.rendering, note.uncertain) == (text, rendering, False)


@pytest.mark.parametrize("place", ["芝加哥市", "米兰市", "台北市", "俄勒冈州", "苗栗县", "香港特别行政区"])
@pytest.mark.parametrize("body", ["人民政府", "纪委", "人大常委会", "政协", "人民法院"])
def test_no_place_elsewhere_has_the_bodies_of_the_mainland(place: str, body: str) -> None:
    assert place + body not in {note.text for note in annotations(document(GLOSSARY, f"{place}{body}"))}


def test_an_office_abroad_may_call_itself_otherwise() -> None:
    [note] = annotations(document(GLOSSARY, "芝加哥市卫生局"))
    assert note.uncertain


def test_the_bundled_cities_abroad_are_told_from_those_of_china() -> None:
    bundled = Annotator(lexicon.compile_terms(curated.load((), builtin=True)))
    for name in ("马尼拉", "利马", "首尔", "高雄", "桃园", "哈瓦那"):
        [note] = annotations(bundled.annotate(article(f"{name}市政府")))
        assert "People's" not in note.rendering, name
    for name in ("新乡", "景德镇", "哈尔滨", "呼和浩特", "吉林", "六安"):
        [note] = annotations(bundled.annotate(article(f"{name}市政府")))
        assert note.rendering.endswith("Municipal People's Government"), name
