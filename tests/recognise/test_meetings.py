from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import found, spelt

from glossary.model import Term
from glossary.recognise import local_sessions
from glossary.recognise.meetings import EXAMPLES, recognise
from glossary.recognise.model import Context, Reading


@pytest.mark.parametrize(("text", "renderings"), EXAMPLES.items())
def test_examples_are_read_as_they_say(text: str, renderings: dict[str, str]) -> None:
    assert spelt(recognise, text) == renderings


@pytest.mark.parametrize(("text", "rendering"), local_sessions.EXAMPLES.items())
def test_local_sessions_take_the_name_of_their_place(text: str, rendering: str) -> None:
    places = {"辽宁": "Liaoning", "福州": "Fuzhou"}
    known = [(zh, "place.city", en) for zh, en in places.items() if f"{{{zh}}}" in text]
    plain = text.replace("{", "").replace("}", "")
    assert spelt(recognise, plain, known) == {plain: rendering}


def test_a_session_is_the_province_s_own_only_where_no_name_can_stand_before_it() -> None:
    own = "the Second Session of the 14th Provincial People's Congress"
    assert spelt(recognise, "在省十四届人大二次会议上") == {"省十四届人大二次会议": own}
    assert spelt(recognise, "云山省十四届人大二次会议") == {}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("十四届全国人大常委会", "institution"),
        ("第二十届中央委员会", "institution"),
        ("十四届全国人大二次会议", "event"),
        ("二十届三中全会", "event"),
    ],
)
def test_a_body_is_an_institution_and_its_session_an_event(text: str, kind: str) -> None:
    (reading,) = found(recognise, text)
    assert reading.kind == kind


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        (
            "中國共產黨第十七屆中央委員會第四次全體會議",
            "the Fourth Plenary Session of the 17th CPC Central Committee",
        ),
        (
            "十九届二中、三中、四中全会",
            "the Second, Third and Fourth Plenary Sessions of the 19th CPC Central Committee",
        ),
        ("十八届历次全会", "all plenary sessions of the 18th CPC Central Committee"),
        ("第十二届全国人民代表大会第三次会议", "the Third Session of the 12th National People's Congress"),
        (
            "全国政协十三届四次会议",
            "the Fourth Session of the 13th National Committee of the Chinese People's Political Consultative Conference",
        ),
        (
            "十三届全国人大常委会第二十次会议",
            "the 20th session of the Standing Committee of the 13th National People's Congress",
        ),
        (
            "十九届中央纪委四次全会",
            "the Fourth Plenary Session of the 19th CPC Central Commission for Discipline Inspection",
        ),
        ("中国共产党第七次全国代表大会", "the Seventh CPC National Congress"),
    ],
)
def test_sessions_are_read_in_any_of_their_forms(text: str, rendering: str) -> None:
    assert list(spelt(recognise, text).values()) == [rendering]


def test_a_number_before_a_known_event_is_its_own() -> None:
    known = [("花卉博览会", "event", "Flower Expo")]
    (reading,) = found(recognise, "第四届花卉博览会", known)
    assert (reading.rendering, reading.kind) == ("the Fourth Flower Expo", "event")
    assert "the 4th Flower Expo" in reading.alternatives
    assert spelt(recognise, "花卉博览会", known) == {}


def test_a_body_that_is_known_has_numbered_meetings() -> None:
    known = [("水利委员会", "institution", "Water Commission")]
    assert spelt(recognise, "水利委员会第二次会议", known) == {
        "水利委员会第二次会议": "the second meeting of the Water Commission"
    }
    assert spelt(recognise, "水利委员会第二次会议") == {}


@pytest.mark.parametrize(
    "text",
    [
        "民革第十一届中央委员会",
        "工会十七大",
        "十一大类商品",
        "二十大产业",
        "十大关系",
        "党的三大作风",
        "本届政府",
        "第三届",
        "三中全会",
    ],
)
def test_what_is_not_the_partys_or_has_no_body_is_not_annotated(text: str) -> None:
    assert spelt(recognise, text) == {}


def test_a_congress_without_its_name_needs_neighbours_that_tell() -> None:
    assert spelt(recognise, "迎接二十一大召开") == {"二十一大": "the 21st CPC National Congress"}
    assert spelt(recognise, "开发二十一大片土地") == {}


@given(st.integers(11, 30), st.integers(1, 9))
def test_every_plenary_session_has_its_numbers(term: int, session: int) -> None:
    digits = "〇一二三四五六七八九"
    numeral = f"{digits[term // 10] if term >= 20 else ''}十{digits[term % 10] if term % 10 else ''}"
    text = f"{numeral}届{digits[session]}中全会"
    (reading,) = found(recognise, text)
    assert reading.end - reading.start == len(text)
    assert f"of the {term}" in reading.rendering


@given(st.text("第十二三届次全国人大政协党的中央委员会议全会一历、和"))
def test_readings_are_disjoint_and_in_order(text: str) -> None:
    readings = found(recognise, text)
    assert all(r.start < r.end and r.rendering for r in readings)
    assert all(a.end <= b.start for a, b in pairwise(readings))


@pytest.mark.parametrize("numeral", ["9" * 5000, "九" * 5000])
@pytest.mark.parametrize("text", ["第{}次会议", "第{}届{{广交会}}", "十四届全国人大{}次会议"])
def test_a_numeral_of_thousands_of_characters_counts_no_session(text: str, numeral: str) -> None:
    key = text.format(numeral).replace("{", "").replace("}", "")
    readings = found(recognise, key, [("广交会", "event", "Canton Fair")] if "广交会" in key else [])
    assert all(reading.end - reading.start < 100 for reading in readings)


@pytest.mark.parametrize(
    ("text", "kind", "name", "rendering"),
    [
        ("样本组织第三届峰会", "institution", "Sample Organization", "the Third Sample Organization Summit"),
        ("样本组织第60届会议", "institution", "Sample Council", "the 60th session of the Sample Council"),
        ("东盟组织第60届会议", "institution", "ASEAN", "the 60th session of ASEAN"),
        (
            "样本公约第四次缔约方大会",
            "document",
            "Sample Convention",
            "the fourth meeting of the Conference of the Parties to the Sample Convention",
        ),
    ],
)
def test_a_body_or_a_treaty_has_meetings_with_a_number(
    text: str, kind: str, name: str, rendering: str
) -> None:
    known = Reading(0, 4, kind, name, term=Term(text[:4], name, kind))
    (reading,) = recognise(Context(text, (known,), lambda start, end: text[start:end]))
    assert (reading.start, reading.end, reading.rendering) == (0, len(text), rendering)


def test_an_organisation_has_no_conference_of_parties() -> None:
    text = "样本组织第四次缔约方大会"
    known = Reading(
        0, 4, "institution", "Sample Organization", term=Term("样本组织", "Sample", "institution")
    )
    assert not list(recognise(Context(text, (known,), lambda start, end: text[start:end])))
