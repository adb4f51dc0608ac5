import pytest

from glossary.english import compile_rendering, find, prepare, variants


def stands(rendering: str, text: str, *, proper: bool = False) -> bool:
    return bool(find(compile_rendering(rendering, proper=proper), prepare(text)))


def test_the_rendering_itself_comes_first() -> None:
    assert variants("Mayor of Lushan") == ("Mayor of Lushan", "Lushan Mayor")
    assert variants("green hills") == ("green hills",)


@pytest.mark.parametrize(
    ("rendering", "text"),
    [
        ("Mayor of Lushan", "Lushan's mayor"),
        ("Lushan Vice Mayor", "vice mayor of Lushan"),
        ("Ministry of Water", "Water Ministry"),
        ("Vice President of the Hebei Branch of LAS", "the LAS Hebei Branch’s vice president"),
        ("Vice President of the Hebei Branch of LAS", "Vice President of the LAS Hebei Branch"),
        ("Vice President of the Hebei Branch of LAS", "Hebei Branch Vice President of LAS"),
        ("Party Secretary and Mayor of Lushan", "Lushan Party secretary and mayor"),
        ("Party Secretary and Mayor of Lushan", "Mayor and Party Secretary of Lushan"),
        ("Mayor Wu Pingshan", "Wu Pingshan, the mayor"),
        ("Lushan Mayor Wu Pingshan", "Wu Pingshan, mayor of Lushan"),
        ("Lushan Mayor Wu Pingshan", "Mayor Wu Pingshan of Lushan"),
        ("Mayor of Lushan Wu Pingshan", "Lushan Mayor Wu Pingshan"),
    ],
)
def test_posts_and_bodies_have_more_than_one_word_order(rendering: str, text: str) -> None:
    assert stands(rendering, text, proper=True)


@pytest.mark.parametrize(
    ("rendering", "text"),
    [
        ("Bank of Lushan", "Lushan Bank"),
        ("Dream of Lushan", "Lushan Dream"),
        ("University of Law and Letters of Hebei", "Hebei University of Law and Letters"),
        ("Mayor of Lushan", "Deputy Director of Lushan"),
        ("Mayor Wu Pingshan", "Mayor Pingshan Wu"),
        ("Mayor of Lushan", "Mayor of Lushui"),
    ],
)
def test_other_names_keep_their_order(rendering: str, text: str) -> None:
    assert not stands(rendering, text, proper=True)


@pytest.mark.parametrize(
    ("rendering", "text"),
    [
        ("promote green growth", "The county promoted green growth."),
        ("promote green growth", "promoting green growth"),
        ("promote green growth", "promotes green growth"),
        ("to promote green growth", "promoting the green growth"),
        ("build a strong county", "A strong county was promised; they built a strong county."),
        ("carry forward old customs", "carried forward old customs"),
        ("uphold and improve the system", "upheld and improved the system"),
        ("adhere to the plan", "adhering to the plan"),
        ("deepening reform", "deepen reform"),
        ("safeguarding the coast", "safeguarded the coast"),
        ("modernise farming", "modernized farming"),
        ("plan the route", "planned the route"),
        ("focus on quality", "focusing on quality"),
    ],
)
def test_the_verb_of_a_verb_phrase_has_all_its_forms(rendering: str, text: str) -> None:
    assert stands(rendering, text)


@pytest.mark.parametrize(
    ("rendering", "text"),
    [
        ("developing countries", "developed countries"),
        ("trade", "trading"),
        ("control measures", "controlled measures"),
        ("lending", "lent"),
        ("promote green growth", "promotion of green growth"),
    ],
)
def test_nouns_and_participles_are_not_inflected_as_verbs(rendering: str, text: str) -> None:
    assert stands(rendering, rendering)
    assert not stands(rendering, text)


def test_names_are_not_inflected_as_verbs() -> None:
    assert not stands("Promote Lushan", "Promoting Lushan", proper=True)
