"""Numbers and dates put into the translation of a sentence that is the same otherwise."""

import pytest
from given import document

from glossary.memory.carry import Sentence, applied, carried

GLOSSARY = '["国务院"]\nen = "State Council"\nkind = "institution"\n'


def sentence(text: str) -> Sentence:
    [segment] = document(GLOSSARY, text).segments
    return Sentence(segment.text, segment.annotations)


def put_in(old: str, new: str, english: str) -> str:
    """The translation of `old`, made one of `new` as far as the tool dares."""
    return applied(carried(sentence(old), sentence(new), english), english)


@pytest.mark.parametrize(
    ("old", "new", "english", "wanted"),
    [
        (
            "共有300人参加。",
            "共有450人参加。",
            "It was attended by 300 people.",
            "It was attended by 450 people.",
        ),
        ("共有9500人参加。", "共有12000人参加。", "All 9,500 took part.", "All 12,000 took part."),
        ("增长2.5%。", "增长3%。", "Growth was 2.5 percent.", "Growth was 3 percent."),
        ("投资3亿元。", "投资3,835亿元。", "300 million yuan", "383.5 billion yuan"),
        ("第20届会议开幕。", "第21届会议开幕。", "The 20th session opened.", "The 21st session opened."),
        ("工程2016年竣工。", "工程2018年竣工。", "Completed in 2016.", "Completed in 2018."),
        ("会议9月25日举行。", "会议10月3日举行。", "It met on 25 September.", "It met on 3 October."),
        (
            "会议2017年9月25日举行。",
            "会议10月3日举行。",
            "It met on September 25, 2017.",
            "It met on October 3.",
        ),
        (
            "会议于2017年9月25日举行，300人到会。",
            "會議於2018年10月3日舉行，450人到會。",
            "On September 25, 2017, 300 people met.",
            "On October 3, 2018, 450 people met.",
        ),
        ("从20个增加到30个。", "从30个增加到20个。", "from 20 to 30", "from 30 to 20"),
    ],
)
def test_what_stands_there_once_is_exchanged(old: str, new: str, english: str, wanted: str) -> None:
    assert put_in(old, new, english) == wanted


@pytest.mark.parametrize(
    ("old", "new", "english"),
    [
        ("共有300人参加。", "共有450人出席。", "It was attended by 300 people."),  # a word differs too
        ("共有300人参加。", "共有450人参加。", "It was attended by three hundred people."),
        ("共有300人参加。", "共有450人参加。", "300 came, and 300 is a lot."),
        ("300人，300元。", "300人，450元。", "300 people, 300 yuan"),
        ("共有12人参加。", "共有1人参加。", "12 people took part."),
        ("共有12人参加。", "共有45人参加。", "A dozen took part."),
        ("共有25人参加。", "共有30人参加。", "It was held on September 25."),
        ("增长25%。", "增长25人。", "by 25%"),
        ("会议9月25日举行。", "会议10月3日举行。", "It met on the 25th of September."),
        ("会议9月25日举行。", "会议10月3日举行。", "September 25, and September 25 again"),
        ("会议9月25日举行。", "会议10月3日举行。", "September 257"),
        ("会议9月25日举行。", "会议10月3日举行。", "It met on September 25, 2017."),
        ("2016年，2016人参加。", "2016年，2018人参加。", "In 2016, 2016 people took part."),
        ("四个着力是要求。", "五个着力是要求。", "The four focuses are demanded."),
        ("投资20亩。", "投资30亩。", "1.33 hectares"),
    ],
)
def test_what_is_in_doubt_stays_as_it_was(old: str, new: str, english: str) -> None:
    assert put_in(old, new, english) == english


def test_either_all_numbers_are_put_in_or_none() -> None:
    old, new = "300人参观了12个展厅。", "450人参观了13个展厅。"
    assert put_in(old, new, "300 people saw twelve halls.") == "300 people saw twelve halls."


def test_the_same_sentence_needs_no_edits() -> None:
    assert carried(sentence("共有300人参加。"), sentence("共有３００人參加。"), "300 people") == []
