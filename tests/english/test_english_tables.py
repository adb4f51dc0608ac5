from glossary.english import compile_rendering, data, find, prepare
from glossary.english.fold import fold


def test_every_irregular_plural_is_found_by_its_singular() -> None:
    for form, lemmas in data.lemmas().items():
        for lemma in lemmas:
            assert find(compile_rendering(lemma, proper=False), prepare(f"the {form} here")), (form, lemma)


def test_every_spelling_row_folds_both_sides_to_one() -> None:
    _, starts, whole = data.spellings()
    for british, american in [*starts.items(), *whole.items()]:
        assert fold(british) == fold(american)


def test_what_begins_with_either_spelling_of_a_row_folds_to_one() -> None:
    _, starts, _ = data.spellings()
    for british, american in starts.items():
        assert fold(f"{british}al") == fold(f"{american}al")


def test_every_form_of_every_verb_leads_to_a_verb() -> None:
    for form, verb in data.verbs().items():
        assert form in [verb[name] for name in data.FORMS]


def test_irregular_and_regular_forms_are_as_english_has_them() -> None:
    forms = {name: data.verbs()["carry"][name] for name in data.FORMS}
    assert forms == {"verb": "carry", "past": "carried", "participle": "carried", "gerund": "carrying"}
    assert data.verbs()["commit"]["gerund"] == "committing"
    assert data.verbs()["see"]["gerund"] == "seeing"
    assert data.verbs()["write"]["participle"] == "written"
    assert data.verbs()["convey"]["past"] == "conveyed"
