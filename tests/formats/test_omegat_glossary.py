import pytest

from glossary.errors import DataError, GlossaryError
from glossary.formats import omegat
from glossary.model import Short, Term

STATE_COUNCIL = Term(
    "国务院",
    "State Council",
    "term",
    variants=("中央人民政府",),
    allow=("Council of State",),
    forbid=("State Department", "Cabinet"),
    short=Short("国办", "SC"),
    note="Spell out.",
)
ROWS = """\
# Terms
国务院\tState Council\tSpell out. [not: State Department | Cabinet]
国务院\tCouncil of State
中央人民政府\tState Council\t= 国务院
国办\tSC\tshort for 国务院
"""


def terms(text: str) -> list[Term]:
    return omegat.parse(text.encode(), path="g.utf8")


def fault(text: str) -> str:
    with pytest.raises(DataError) as caught:
        terms(text)
    return str(caught.value)


def test_each_form_and_rendering_has_a_row() -> None:
    assert omegat.serialise([STATE_COUNCIL], title="Terms").decode() == ROWS


def test_rows_of_one_concept_come_together_in_any_order() -> None:
    head, *rows = ROWS.splitlines()
    for order in (rows, [rows[2], rows[3], rows[0], rows[1]]):
        (term,) = terms("\n".join([head, *order]))
        assert term.forbid == STATE_COUNCIL.forbid
        assert (term.zh, term.en, term.allow) == ("国务院", "State Council", ("Council of State",))
        assert (term.variants, term.short, term.note) == (
            ("中央人民政府",),
            Short("国办", "SC"),
            "Spell out.",
        )


def test_a_glossary_that_a_translator_keeps_is_read() -> None:
    text = "\ufeff甲\tA\tone\r\n\r\n# mine\r\n甲\tB\ttwo\tseen in 2019\r\n甲\tA\r\n乙\tC\t= not a term\r\n"
    first, second = terms(text)
    assert (first.en, first.allow, first.note, first.line) == ("A", ("B",), "one; two", 1)
    assert (second.zh, second.note, second.kind) == ("乙", "= not a term", "term")


def test_what_would_be_read_as_something_else_is_named() -> None:
    odd = [
        Term("甲", "A", "term", note="see [not: B]", path="g.toml", line=2),
        Term("乙", "B", "term", note="= 甲", path="g.toml", line=5),
        Term("丙", "C", "term", note="one\ntwo", forbid=("a|b", "c"), path="g.toml", line=8),
    ]
    forbid, note = omegat.losses(odd)
    assert forbid == "forbid: renderings with `|` or brackets are left out in 1 entry, first 丙 (g.toml:8)"
    assert note.startswith("note: ")
    assert note.endswith("in 3 entries, first 甲 (g.toml:2)")
    back = terms(omegat.serialise(odd, title="").decode())
    assert [(term.zh, term.note, term.forbid) for term in back] == [
        ("甲", "see", ()),
        ("乙", "", ()),
        ("丙", "one two", ("c",)),
    ]


def test_a_note_that_only_begins_like_an_owner_stays_beside_renderings_to_avoid() -> None:
    term = Term("甲", "A", "term", note="=", forbid=("B",))
    assert omegat.losses([term]) == []
    [back] = terms(omegat.serialise([term], title="").decode())
    assert (back.zh, back.note, back.forbid) == ("甲", "=", ("B",))


def test_a_row_that_would_be_a_comment_is_refused() -> None:
    with pytest.raises(GlossaryError, match="cannot begin with #: leave out #1"):
        omegat.serialise([Term("#1", "A", "term")], title="")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("甲\tA\n乙\n", "g.utf8:2: no target"),
        ("\tA\n", "g.utf8:1: no target"),
        ("甲\tA\t[not: A]\n", "g.utf8:1: 'A' is both allowed and forbidden"),
        ("{甲\tA\n", "g.utf8:1: a { that is not closed"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, place: str) -> None:
    assert place in fault(text)


def test_comments_are_named_as_what_is_not_kept() -> None:
    assert omegat.asides(b"# one\n\xe7\x94\xb2\tA\n# two\n", path="g.utf8") == [
        "comments: 2 lines, first on line 1"
    ]
