import pytest
from given import article, document
from publish.writing import GLOSSARY, annotator, matched

from glossary import po
from glossary.errors import DataError
from glossary.publish import State, match

ARTICLE = article("会议开始。天晴。", "散会")


def states(english: dict[str, str], *fuzzy: str) -> list[str]:
    return [each.state.value for each in matched(ARTICLE, english, fuzzy).segments]


def test_each_segment_has_the_state_of_its_entry() -> None:
    assert states({"会议开始。": "The meeting began.", "天晴。": "", "散会": "Closed"}, "散会") == [
        "translated",
        "not translated",
        "fuzzy",
    ]


def test_a_segment_that_the_po_file_lacks_is_missing() -> None:
    found = matched(ARTICLE, {"会议开始。": "The meeting began."})
    assert [(each.segment.text, each.segment.line) for each in found.of(State.MISSING)] == [
        ("天晴。", 1),
        ("散会", 2),
    ]
    assert int(found.complete) == 33


def test_the_unit_of_the_po_file_is_found_out() -> None:
    found = matched(ARTICLE, {"会议开始。天晴。": "The meeting began under a clear sky.", "散会": "Closed"})
    assert [each.segment.text for each in found.segments] == ["会议开始。天晴。", "散会"]
    assert found.complete == 100


def test_the_po_file_that_annotate_makes_has_all_segments() -> None:
    made = po.merge(document(GLOSSARY, "国务院开会。天晴。", "散会"), None, generator="test")
    found = match(article("国务院开会。天晴。", "散会"), made, annotator(), po="a.po")
    assert [each.state for each in found.segments] == [State.OPEN] * 3


def test_a_po_file_of_another_article_is_an_error() -> None:
    with pytest.raises(DataError, match=r"^article\.po: has no segment of article\.txt: name the PO file"):
        matched(ARTICLE, {"别的文章。": "Another article."})


def test_obsolete_entries_do_not_count() -> None:
    entries = (po.Entry("散会", "Closed", obsolete=True), po.Entry("天晴。", "Fine."))
    found = match(ARTICLE, po.Catalogue(entries), annotator(), po="article.po")
    assert [each.state for each in found.segments] == [State.MISSING, State.DONE, State.MISSING]


def test_of_entries_in_several_contexts_the_one_for_the_line_is_taken() -> None:
    entries = (
        po.Entry("散会", "Closing", msgctxt="menu", references=(po.Reference("article.txt", 9),)),
        po.Entry("散会", "Closed", msgctxt="text", references=(po.Reference("article.txt", 2),)),
    )
    found = match(ARTICLE, po.Catalogue(entries), annotator(), po="article.po")
    assert found.segments[-1].english == "Closed"


def test_a_translation_is_given_on_one_line() -> None:
    assert (
        matched(ARTICLE, {"散会": " The meeting\nclosed. \n"}).segments[-1].english == "The meeting closed."
    )
