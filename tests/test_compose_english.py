"""The English of composed names: their articles, deputies, and the form in which a post follows a name."""

import pytest
from given import annotations, document

from glossary.compose.apposition import lowered
from glossary.compose.english import definite, the, vice


@pytest.mark.parametrize(
    ("name", "kind", "definite"),
    [
        ("Ministry of Finance", "institution.ministry", "the Ministry of Finance"),
        ("China Telecom", "institution.company.no-article", "China Telecom"),
        ("Bank of China", "institution.bank.no-article", "Bank of China"),
        ("Huawei", "institution.company", "Huawei"),
        ("Peking University", "institution.university", "Peking University"),
        ("Wuhan University of Technology", "institution.university", "Wuhan University of Technology"),
        ("University of Macao", "institution.university", "the University of Macao"),
        ("Third Hospital of Shenyang", "institution.hospital", "the Third Hospital of Shenyang"),
        ("Shenyang Institute of Automation, CAS", "institution", "the Shenyang Institute of Automation, CAS"),
        ("DICP", "institution.institute.cas", "DICP"),
        ("WHUT", "institution.university", "WHUT"),
        ("WTO", "institution.agency", "the WTO"),
        ("NPC", "institution.congress", "the NPC"),
        ("UNESCO", "institution.agency", "UNESCO"),
    ],
)
def test_the_kind_decides_about_the_article_then_the_table_then_the_shape(
    name: str, kind: str, definite: str
) -> None:
    assert the(name, kind) == definite


def test_what_the_kind_says_of_the_article_does_not_hold_of_other_names_with_an_of() -> None:
    names = ("Sample Metals", "Sample Metals Corporation", "Metals Corporation of Sample")
    assert definite(names, "institution.company.no-article") == (*names[:2], f"the {names[2]}")


ENTRIES = """
["本溪"]
en = "Benxi"
kind = "place.city"

["{city}市"]
en = "{city}"
kind = "place.city"

["{institution}专家工作站"]
en = "Expert Workstation of the {institution}"
kind = "institution"

["样本电信"]
en = "Sample Telecom"
kind = "institution.company.no-article"

["样本协会"]
en = "Sample Association"
kind = "institution.association"
"""


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("样本电信董事长", "Chairman of Sample Telecom"),
        ("样本电信办公室", "Office of Sample Telecom"),
        ("样本电信专家工作站", "Expert Workstation of Sample Telecom"),
        ("样本协会会长", "President of the Sample Association"),
        ("样本协会办公室", "Office of the Sample Association"),
        ("样本协会专家工作站", "Expert Workstation of the Sample Association"),
    ],
)
def test_a_body_takes_its_article_into_posts_parts_and_templates(text: str, rendering: str) -> None:
    [note] = annotations(document(ENTRIES, text))
    assert note.rendering == rendering


@pytest.mark.parametrize(
    ("post", "deputies"),
    [
        ("Mayor", ("Vice Mayor", "Deputy Mayor")),
        ("Director", ("Deputy Director",)),
        ("Prime Minister", ("Deputy Prime Minister",)),
        ("Chief Judge", ("Associate Chief Judge", "Deputy Chief Judge")),
        ("Judge", ("Deputy Judge",)),
        ("Professor", ("Associate Professor", "Deputy Professor")),
        ("Mayor of Benxi", ("Vice Mayor of Benxi", "Deputy Mayor of Benxi")),
    ],
)
def test_the_table_says_what_the_deputy_of_a_post_is_called(post: str, deputies: tuple[str, ...]) -> None:
    assert vice(post) == deputies


def test_the_deputy_of_a_division_of_a_court_is_called_as_in_the_judges_law() -> None:
    [note] = annotations(document(ENTRIES, "本溪市中级人民法院副庭长"))
    assert note.rendering == "Associate Chief Judge of the Benxi Municipal Intermediate People's Court"


@pytest.mark.parametrize(
    ("title", "after_a_name"),
    [
        ("Vice Mayor of Benxi", "vice mayor of Benxi"),
        ("German Chancellor", "German chancellor"),
        ("New Zealand Prime Minister", "New Zealand prime minister"),
        ("UN Secretary-General", "UN secretary-general"),
        ("Commander-in-Chief", "commander-in-chief"),
        ("CEO", "CEO"),
        ("Level-I Inspector", "level-I inspector"),
        ("Party Secretary of Benxi", "Party secretary of Benxi"),
        ("State Council Secretary-General", "State Council secretary-general"),
        ("State Councilor", "state councilor"),
        ("Chief of Staff of the Navy", "chief of staff of the Navy"),
        ("Assistant to the President", "assistant to the president"),
        ("Director of the Office of the President", "director of the Office of the President"),
        ("Chief of the Staff Department", "chief of the Staff Department"),
        ("U.S. Secretary of State", "U.S. secretary of state"),
        ("Vice Minister of Science and Technology", "vice minister of science and technology"),
        ("Prime Minister of Japan", "prime minister of Japan"),
        ("Foreign Minister of the Republic of Korea", "foreign minister of the Republic of Korea"),
        ("Supreme Leader of Iran", "supreme leader of Iran"),
        ("Minister of Finance of France", "minister of finance of France"),
        ("Chinese Ambassador to France", "Chinese ambassador to France"),
        ("Spokesperson for the Ministry of Finance", "spokesperson for the Ministry of Finance"),
        (
            "Secretary of the CPC Benxi Municipal Committee and Mayor of Benxi",
            "secretary of the CPC Benxi Municipal Committee and mayor of Benxi",
        ),
        (
            "Secretary of the CPC Benxi Municipal Committee, Mayor of Benxi and Chairman of the Board",
            "secretary of the CPC Benxi Municipal Committee, mayor of Benxi and chairman of the board",
        ),
        ("Head of Hunnan District, Shenyang", "head of Hunnan District, Shenyang"),
        (
            "Director of the Department of Science and Technology",
            "director of the Department of Science and Technology",
        ),
    ],
)
def test_a_post_after_a_name_has_small_letters_and_names_in_it_keep_theirs(
    title: str, after_a_name: str
) -> None:
    assert lowered(title) == after_a_name
