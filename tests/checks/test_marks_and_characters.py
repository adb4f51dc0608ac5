"""What a translation must not keep of its source: characters, punctuation, glosses, half a pair of marks."""

import pytest
from checked import found


@pytest.mark.parametrize(
    "en",
    [
        "Tian Shuhuai (田树槐) attended.",
        "The “four focuses” (“四个着力”) count.",
        "“四个着力” (four focuses) counts.",
        "See https://example.org/中文 there.".replace("中文", "%E4%B8%AD"),
        'See <a href="/中文">this</a>.',
    ],
)
def test_chinese_may_be_cited_beside_its_english(en: str) -> None:
    assert found("han-left", "田树槐谈“四个着力”。", en) == []


@pytest.mark.parametrize(
    "en", ["田树槐 attended.", "(田树槐) attended.", "The 管委会 met.", "“四个着力” counts."]
)
def test_chinese_that_stands_for_itself_is_reported(en: str) -> None:
    assert len(found("han-left", "田树槐谈“四个着力”。", en)) == 1


def test_each_piece_of_chinese_is_a_finding_of_its_own_so_that_a_baseline_hides_none() -> None:
    both = found("han-left", "市长和县长到会。", "The 市长 and the 县长 attended.")
    assert [finding.found for finding in both] == ["县长", "市长"]


@pytest.mark.parametrize("en", ["“Good” — ‘so’ …", "It’s 5–6 metres.", "Benxi Daily (《本溪日报》)", "café"])
def test_english_typography_and_cited_chinese_are_fine(en: str) -> None:
    assert found("fullwidth-punctuation", "好。", en) == []


@pytest.mark.parametrize(
    ("en", "mark", "instead"),
    [
        ("Good，he said.", "，", ","),
        ("Good。", "。", "."),
        ("The 《 of a title", "《", "“"),
        ("１２ people", "１２", "12"),
        ("ＡＢ shares", "ＡＢ", "AB"),
        ("This —— that", "——", "—"),
    ],
)
def test_chinese_punctuation_is_reported_with_what_english_has(en: str, mark: str, instead: str) -> None:
    [finding] = found("fullwidth-punctuation", "好。", en)
    assert (finding.found, finding.expected) == (mark, (instead,))


def test_each_mark_is_one_finding_however_often_it_stands() -> None:
    marks = found("fullwidth-punctuation", "好。", "Good，he said，and left。")
    assert [finding.found for finding in marks] == ["。", "，"]


@pytest.mark.parametrize(
    "en",
    [
        "“It’s the developers’ turn,” he said (twice).",
        "a) first; b) second; 1) third; iv) fourth",
        'It is 24" wide.',
        'The "24" (a number) is 6" high.',
        "The table (see [1]) shows it.",
        "Fine :)",
    ],
)
def test_marks_that_pair_and_marks_that_are_none_are_fine(en: str) -> None:
    assert found("unbalanced-marks", "好。", en) == []


@pytest.mark.parametrize(
    "en", ["(GDP", "GDP)", "“Good", "Good”", 'Say "good', "[1", "(Chart 1))", "([)]", "（GDP"]
)
def test_a_mark_without_partner_is_reported(en: str) -> None:
    assert found("unbalanced-marks", "好。", en)


def test_a_quotation_that_runs_over_entries_is_not_judged() -> None:
    assert found("unbalanced-marks", "他说：“好。", "He said, “Good.") == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("国内生产总值(GDP)为5米(mm)。", "GDP (in mm) and (the) smog (café) née."),
        ("国务院开会。", "The State Council (Guówùyuàn) met."),
    ],
)
def test_other_brackets_are_no_glosses(zh: str, en: str) -> None:
    assert found("pinyin-gloss-left", zh, en) == []


def test_glosses_are_reported_on_either_side() -> None:
    translation, source = found("pinyin-gloss-left", "國(guó)務(wù)院。", "The State Council (guó) met.")
    assert (source.found, translation.found) == ("(guó) (wù)", "(guó)")
    assert {"source" in f.message for f in (source, translation)} == {True, False}
