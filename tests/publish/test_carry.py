from glossary.article.carry import Markup, Role, Run, Stretch, carry
from glossary.article.model import Name

LINK = Markup("a", Role.LINK)
BOLD = Markup("b", Role.EMPHASIS)
FONT = Markup("font", Role.LOOK)
OTHER_FONT = Markup("other font", Role.LOOK)

TEXT = "水库由国务院批准"
COUNCIL = Name(3, 6, ("State Council",))
DAMS = Name(0, 2, ("reservoir",))
ENGLISH = "The State Council approved the reservoirs."


def test_what_surrounds_the_whole_sentence_surrounds_the_english() -> None:
    carried = carry(ENGLISH, [Stretch(0, 4, (LINK, BOLD)), Stretch(4, 8, (LINK, BOLD))], TEXT)
    assert carried.runs == (Run(ENGLISH, (LINK, BOLD)),)
    assert carried.lost == ()


def test_parts_follow_their_renderings_whatever_the_order() -> None:
    stretches = [Stretch(0, 2, (BOLD,)), Stretch(2, 3), Stretch(3, 6, (LINK,)), Stretch(6, 8)]
    carried = carry(ENGLISH, stretches, TEXT, [DAMS, COUNCIL])
    assert carried.runs == (
        Run("The "),
        Run("State Council", (LINK,)),
        Run(" approved the "),
        Run("reservoirs", (BOLD,)),
        Run("."),
    )


def test_a_term_is_found_inside_its_quotation_marks() -> None:
    carried = carry(
        "The State Council.",
        [Stretch(0, 5, (BOLD,)), Stretch(5, 6)],
        "“国务院”。",
        [Name(1, 4, ("State Council",))],
    )
    assert carried.runs == (Run("The "), Run("State Council", (BOLD,)), Run("."))


def test_a_part_made_of_several_terms_goes_from_the_first_to_the_last() -> None:
    names = [Name(0, 3, ("State Council",)), Name(3, 6, ("General Office",))]
    stretches = [Stretch(0, 6, (LINK,)), Stretch(6, 8)]
    carried = carry(
        "A notice of the General Office of the State Council.", stretches, "国务院办公厅通知", names
    )
    assert carried.runs[1] == Run("General Office of the State Council", (LINK,))


def test_terms_far_apart_are_no_rendering_of_one_part() -> None:
    names = [Name(0, 3, ("State Council",)), Name(3, 6, ("General Office",))]
    english = "The State Council has, among the many bodies that report to it, a General Office."
    carried = carry(english, [Stretch(0, 6, (BOLD,)), Stretch(6, 8)], "国务院办公厅通知", names)
    assert carried.runs == (Run(english),)
    assert carried.lost == ((0, 6),)


def test_two_parts_are_not_put_on_one_rendering() -> None:
    names = [Name(0, 3, ("State Council",)), Name(4, 7, ("State Council",))]
    stretches = [Stretch(0, 3, (BOLD,)), Stretch(3, 4), Stretch(4, 7, (BOLD,))]
    carried = carry("The State Council.", stretches, "国务院和国务院", names)
    assert carried.lost == ((4, 7),)


def test_a_number_is_no_part_of_a_longer_one() -> None:
    stretches = [Stretch(0, 2, (BOLD,)), Stretch(2, 4)]
    assert carry("30 of 3.5 and 3.", stretches, "3座水库").runs == (
        Run("30 of 3.5 and "),
        Run("3", (BOLD,)),
        Run("."),
    )


def test_a_link_without_a_place_follows_the_sentence() -> None:
    carried = carry("See the notice.", [Stretch(0, 2), Stretch(2, 4, (LINK,))], "详见通知")
    assert carried.runs == (
        Run("See the notice. ("),
        Run("通知", (LINK,), chinese=True),
        Run(")"),
    )


def test_the_look_of_most_of_the_sentence_is_that_of_the_english() -> None:
    stretches = [Stretch(0, 1, (OTHER_FONT,)), Stretch(1, 8, (FONT,))]
    assert carry(ENGLISH, stretches, TEXT).runs == (Run(ENGLISH, (FONT,)),)


def test_a_language_of_looks_alone_loses_nothing() -> None:
    assert carry(ENGLISH, [Stretch(0, 1, (FONT,)), Stretch(1, 8, (OTHER_FONT,))], TEXT).lost == ()
