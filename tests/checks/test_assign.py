"""Which term of the source is satisfied by which stretch of the English."""

import pytest
from given import annotator
from hypothesis import given
from hypothesis import strategies as st

from glossary import batch
from glossary.checks import check
from glossary.checks.assign import Way
from glossary.checks.messages import annotated
from glossary.checks.model import Message, Run
from glossary.model import Annotation
from glossary.po import Entry

GLOSSARY = """
["国务院"]
en = "State Council"
kind = "institution"
["国务院发展研究中心"]
en = "Development Research Center of the State Council"
kind = "institution"
["发展研究中心"]
en = "development research center"
kind = "institution"
["银行贷款"]
en = "bank loan"
kind = "finance"
["住房按揭"]
en = "home mortgage bank loan"
kind = "finance"
["债券市场发展"]
en = "bond market development"
kind = "finance"
["外汇基金"]
en = "Exchange Fund"
kind = "institution"
["沈阳分院"]
en = "Shenyang Branch of the Academy"
kind = "institution"
short = { zh = "沈院", en = "Shenyang Branch" }
["田树槐"]
en = "Tian Shuhuai"
kind = "person"
["大力支持"]
en = "vigorous support"
kind = "phrase"
free = true
"""


def missing(*pairs: tuple[str, str], glossary: str = GLOSSARY) -> list[tuple[int, str]]:
    """(number of the entry, term) of what is missing in these entries of one file."""
    return [
        (found.line, found.term) for found in check(run(*pairs, glossary=glossary), select=["term-missing"])
    ]


def run(*pairs: tuple[str, str], glossary: str = GLOSSARY, file: str = "a.po") -> Run:
    """These (zh, en) as the messages of a file."""
    entries = [Entry(zh, en, line=line) for line, (zh, en) in enumerate(pairs, 1)]
    return Run(annotated(file, entries, annotator(glossary)))


def test_one_rendering_serves_all_mentions_of_an_entry() -> None:
    assert missing(("国务院开会，国务院决定。", "The State Council met and decided.")) == []


def test_a_term_is_reported_once_an_entry() -> None:
    assert missing(("国务院开会，国务院决定。", "They met and decided.")) == [(1, "国务院")]


def test_every_entry_has_to_name_the_term_anew() -> None:
    assert missing(("国务院开会。", "The State Council met."), ("国务院决定。", "It decided.")) == [
        (2, "国务院")
    ]


def test_a_term_inside_a_longer_one_is_not_demanded_by_itself() -> None:
    zh = "国务院发展研究中心来访。"
    assert missing((zh, "The Development Research Center of the State Council came.")) == []
    assert missing((zh, "The research center came.")) == [(1, "国务院发展研究中心")]


def test_what_a_longer_term_contains_is_named_with_it() -> None:
    zh = "国务院发展研究中心和国务院开会。"
    assert missing((zh, "The Development Research Center of the State Council held a meeting.")) == []


def test_of_a_list_of_posts_each_is_demanded_wherever_it_stands() -> None:
    zh = "中共中央总书记、国家主席、中央军委主席习近平出席会议。"
    before = "President Xi Jinping, General Secretary of the CPC Central Committee"
    bundled = batch.annotator()

    def lacking(en: str) -> list[str]:
        messages = annotated("a.po", [Entry(zh, f"{en}, attended the meeting.", line=1)], bundled)
        return [found.term for found in check(Run(messages), select=["term-missing"])]

    assert lacking(f"{before} and Chairman of the Central Military Commission") == []
    assert lacking(before) == ["中央军委主席"]


def test_a_rendering_that_serves_a_longer_term_does_not_serve_an_unrelated_one() -> None:
    zh = "住房按揭和银行贷款增长。"
    assert missing((zh, "Home mortgage bank loans grew.")) == [(1, "银行贷款")]
    assert missing((zh, "Home mortgage bank loans and other bank loans grew.")) == []


@pytest.mark.parametrize("zh", ["大力支持改革。", "会议于9月25日举行。", "他研究生命科学。"])
def test_what_is_free_a_date_or_no_term_is_not_demanded(zh: str) -> None:
    assert missing((zh, "Something else.")) == []


def test_an_uncertain_reading_is_not_demanded() -> None:
    note = Annotation(0, 3, "国务院", "institution", "State Council", uncertain=True, concept="国务院")
    assert (
        check(Run((Message("a.po", Entry("国务院", "It", line=1), (note,)),)), select=["term-missing"]) == []
    )


def test_an_everyday_word_is_demanded_only_where_its_rendering_is_said_to_be_settled() -> None:
    settled = '["影响"]\nen = "influence"\nkind = "term"\nstatus = "standard"\nsource = "House style, 2020"\n'
    lax = '["影响"]\nen = "influence"\nkind = "term"\n'
    pair = ("这影响收入。", "This weighs on income.")
    assert missing(pair, glossary=settled) == [(1, "影响")]
    assert missing(pair, glossary=lax) == []


def test_the_name_of_a_place_is_demanded_however_frequent_the_word_is() -> None:
    glossary = '["香港"]\nen = "Hong Kong"\nkind = "term"\n'
    assert missing(("在香港签署。", "It was signed in the city."), glossary=glossary) == [(1, "香港")]


def test_after_a_full_mention_the_surname_of_a_person_is_enough() -> None:
    full, later = ("市长田树槐到会。", "Mayor Tian Shuhuai attended."), ("田树槐讲话。", "Tian spoke.")
    assert missing(full, later) == []
    assert missing(later, full) == [(1, "田树槐")]


def test_after_a_full_mention_the_short_form_is_enough() -> None:
    full = ("沈阳分院来访。", "The Shenyang Branch of the Academy came.")
    later = ("沈阳分院讲话。", "The Shenyang Branch spoke.")
    assert missing(full, later) == []
    assert missing(later, full) == [(1, "沈阳分院")]


def test_what_another_file_has_named_is_not_named_here() -> None:
    first = run(("市长田树槐到会。", "Mayor Tian Shuhuai attended."))
    second = run(("田树槐讲话。", "Tian spoke."), file="b.po")
    both = Run((*first.messages, *second.messages))
    assert [found.file for found in check(both, select=["term-missing"])] == ["b.po"]


def test_an_acronym_that_was_introduced_stands_for_its_words() -> None:
    introduced = ("外汇基金成立。", "The Exchange Fund (EF) was set up.")
    assert missing(introduced, ("外汇基金增长。", "The EF grew.")) == []
    assert missing(
        ("外汇基金成立。", "The Exchange Fund was set up."), ("外汇基金增长。", "The EF grew.")
    ) == [(2, "外汇基金")]


def test_an_acronym_does_not_excuse_wrong_words_before_it() -> None:
    introduced = ("外汇基金成立。", "The Exchange Fund (EF) was set up.")
    assert missing(introduced, ("外汇基金增长。", "The External Fund (EF) grew.")) == [(2, "外汇基金")]


def test_the_words_of_an_acronym_stand_for_it() -> None:
    glossary = '["外汇基金票据"]\nen = "EF bills"\nkind = "finance"\n'
    pair = ("外汇基金票据到期。", "Exchange Fund bills matured.")
    assert missing(pair, glossary=glossary) == [(1, "外汇基金票据")]
    introduced = ("外汇储备。", "The Exchange Fund (EF) is large.")
    assert missing(introduced, pair, glossary=glossary) == []


@pytest.mark.parametrize(
    "en", ["The development of the bond market goes on.", "Development goes on in the bond and money market."]
)
def test_the_words_of_a_rendering_may_stand_in_another_order_close_together(en: str) -> None:
    assert missing(("债券市场发展。", en)) == []


@pytest.mark.parametrize(
    "en",
    [
        "The bond market is calm. Development goes on.",
        "Development, which the two cities agreed upon last year, will help the bond market.",
        "The bond market grows.",
    ],
)
def test_words_far_apart_or_in_two_sentences_are_no_rendering(en: str) -> None:
    assert missing(("债券市场发展。", en)) == [(1, "债券市场发展")]


def test_a_name_is_not_taken_apart() -> None:
    assert missing(("外汇基金增长。", "The Fund for Exchange grew.")) == [(1, "外汇基金")]


def test_a_tag_renders_nothing() -> None:
    assert missing(("国务院开会。", '<a title="State Council">They</a> met.')) == [(1, "国务院")]


def _rivals(en: str) -> list[tuple[str, Way]]:
    """香港银行业: chosen were 香港银行 and 业界, and 银行业界 is the other way to read it."""
    notes = (
        Annotation(0, 4, "香港银行", "finance", "Hong Kong bank", concept="香港银行"),
        Annotation(4, 6, "业界", "finance", "trade", concept="业界"),
    )
    rival = Annotation(2, 6, "银行业界", "finance", "banking community", concept="银行业界")
    message = Message("a.po", Entry("香港银行业界支持。", en, line=1), notes, (rival,))
    return [(mention.term, mention.way) for mention in Run((message,)).assigned[0].mentions]


def test_a_translation_may_follow_another_division_of_the_source() -> None:
    assert _rivals("The banking community agrees.") == [("香港银行", Way.OTHERWISE), ("业界", Way.OTHERWISE)]


def test_where_no_division_is_rendered_all_readings_are_missing() -> None:
    found = dict(_rivals("Everybody agrees."))
    assert found == dict.fromkeys(("香港银行", "业界", "银行业界"), Way.MISSING)


def test_a_division_that_is_rendered_needs_no_other() -> None:
    assert [way for _, way in _rivals("Hong Kong banks and the trade agree.")] == [Way.AS_LISTED] * 2


def test_what_resembles_a_missing_rendering_is_named() -> None:
    [found] = check(
        run(("国务院发展研究中心来访。", "The Research Center of the Council came.")), select=["term-missing"]
    )
    assert found.found == "Research Center of the Council"
    assert found.found in found.excerpt


def test_a_term_has_the_script_of_the_glossary_and_the_spaces_of_the_text() -> None:
    glossary = '["RTG系统"]\nen = "RTG system"\nkind = "finance"\n["国务院"]\nen = "State Council"\nkind = "institution"\n'
    assert missing(("RTG 系统和國務院", "Nothing."), glossary=glossary) == [(1, "RTG 系统"), (1, "国务院")]


TERMS = {
    "国务院": "State Council",
    "银行贷款": "bank loan",
    "外汇基金": "Exchange Fund",
    "田树槐": "Tian Shuhuai",
}


@given(st.lists(st.sampled_from(list(TERMS)), min_size=1, max_size=6), st.permutations(list(TERMS)))
def test_a_translation_that_has_all_renderings_lacks_none_in_whatever_order(
    source: list[str], order: list[str]
) -> None:
    en = "; ".join(f"we saw {TERMS[term]} there" for term in order)
    assert missing(("，见".join(["我们", *source]), en)) == []


@given(st.sets(st.sampled_from(list(TERMS)), min_size=1))
def test_what_is_left_out_of_a_translation_is_missing_and_nothing_else(left_out: set[str]) -> None:
    en = "; ".join(f"we saw {en} there" for zh, en in TERMS.items() if zh not in left_out)
    found = missing(("，见".join(["我们", *TERMS]), en + "."))
    assert {term for _, term in found} == left_out
