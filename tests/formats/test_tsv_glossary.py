import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import DataError
from glossary.formats.tsv import losses, parse, serialise
from glossary.model import Short, Status, Term


def terms(text: str) -> list[Term]:
    return parse(text.encode(), path="g.tsv")


def fault(text: str) -> tuple[int | None, str]:
    with pytest.raises(DataError) as caught:
        terms(text)
    assert str(caught.value.path) == "g.tsv"
    assert "\n" not in caught.value.cause
    return caught.value.line, caught.value.cause


def test_two_columns_are_enough() -> None:
    assert terms("zh\ten\n亳州\tBozhou\n") == [Term("亳州", "Bozhou", "term", path="g.tsv", line=2)]


def test_every_column_is_read_in_any_order() -> None:
    header = "en zh kind variants allow forbid short_zh short_en members note source status since until free"
    header = header.replace(" ", "\t")
    row = "E\t甲\tplace.city\t乙|丙\ta | b\tc\t丁\tD\tx|y\tn\ts\tstandard\t1990\t2001\ttrue"
    assert terms(f"{header}\n{row}") == [
        Term(
            zh="甲",
            en="E",
            kind="place.city",
            variants=("乙", "丙"),
            allow=("a", "b"),
            forbid=("c",),
            short=Short("丁", "D"),
            members=("x", "y"),
            note="n",
            source="s",
            status=Status.STANDARD,
            since=1990,
            until=2001,
            free=True,
            path="g.tsv",
            line=2,
        )
    ]


def test_comments_stand_above_the_header_and_blank_lines_do_not_count() -> None:
    found = terms("# places\n#\n\nzh\ten\n\n甲\tA\n\t\n#甲\t#A\n")
    assert [(term.zh, term.en, term.line) for term in found] == [("甲", "A", 6), ("#甲", "#A", 8)]


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    found = terms("\ufeffzh\ten\r\n甲\tA\r\n乙\tB\r\n")
    assert [(term.zh, term.en, term.line) for term in found] == [("甲", "A", 2), ("乙", "B", 3)]


def test_quotation_marks_and_backslashes_are_characters() -> None:
    assert terms('zh\ten\n甲\t"A\n乙\t\\t"B"\n')[1].en == '\\t"B"'


def test_rows_of_one_term_are_one_concept_and_the_first_is_preferred() -> None:
    found = terms("zh\ten\tallow\tforbid\n甲\tA\ta\t\n乙\tB\t\t\n甲\tAA\ta|b\tx\n甲\tAAA\t\t\n")
    assert [(term.zh, term.en, term.allow, term.forbid, term.line) for term in found] == [
        ("甲", "A", ("a", "AA", "b", "AAA"), ("x",), 2),
        ("乙", "B", (), (), 3),
    ]


def test_rows_in_either_script_are_one_concept() -> None:
    (term,) = terms("zh\ten\tkind\n园林局\tParks Bureau\tinstitution\n園林局\tGarden Bureau\t\n")
    assert (term.zh, term.en, term.allow) == ("园林局", "Parks Bureau", ("Garden Bureau",))


def test_the_same_rendering_in_the_other_script_is_nothing_new() -> None:
    (term,) = terms("zh\ten\n园林局\tParks Bureau\n園林局\tParks Bureau\n")
    assert (term.en, term.allow) == ("Parks Bureau", ())


@pytest.mark.parametrize(
    ("text", "line", "cause"),
    [
        pytest.param("# only\n\n", None, "no header row", id="no header"),
        pytest.param("甲\tA\n", 1, "no column zh and en", id="data without header"),
        pytest.param("zh\tnote\n", 1, "no column en", id="no rendering"),
        pytest.param("zh,en\n甲,A\n", 1, "no column", id="commas"),
        pytest.param("#\nzh\ten\tkinds\n", 2, "did you mean `kind`?", id="misspelt column"),
        pytest.param("zh\ten\tcolour\n", 1, "known are zh, en, kind", id="unknown column"),
        pytest.param("zh\ten\tzh\n", 1, "stands twice", id="column twice"),
        pytest.param("zh\ten\n甲\n", 2, "1 columns where the header has 2", id="too few columns"),
        pytest.param("zh\ten\n甲\tA\n乙\tB\t\n", 3, "3 columns where the header has 2", id="too many"),
        pytest.param("zh\ten\n甲\t \n", 2, "`en` is empty", id="empty rendering"),
        pytest.param("zh\ten\n\tA\n", 2, "`zh` is empty", id="empty term"),
        pytest.param("zh\ten\n甲\tA\n甲\tA\n", 3, "already on line 2", id="duplicate row"),
        pytest.param("zh\ten\tstatus\n甲\tA\tofficial\n", 2, "no source", id="official without source"),
        pytest.param("zh\ten\tstatus\n甲\tA\tgood\n", 2, "official, standard, house", id="bad status"),
        pytest.param("zh\ten\tsince\n甲\tA\t20xx\n", 2, "`since`: '20xx' is no year", id="no year"),
        pytest.param("zh\ten\tsince\n甲\tA\t²\n", 2, "is no year", id="digit that is no number"),
        pytest.param("zh\ten\tsince\tuntil\n甲\tA\t2001\t2000\n", 2, "later than", id="years exchanged"),
        pytest.param("zh\ten\tfree\n甲\tA\tyes\n", 2, "neither true nor false", id="free"),
        pytest.param("zh\ten\tallow\n甲\tA\tB|\n", 2, "`|`", id="empty item"),
        pytest.param("zh\ten\tkind\n甲\tA\tBig City\n", 2, "lower-case words", id="malformed kind"),
        pytest.param("zh\ten\tforbid\n甲\tA\tA\n", 2, "both allowed and forbidden", id="forbidden"),
        pytest.param(
            "zh\ten\tforbid\n甲\tA\tB\n乙\tC\t\n甲\tB\t\n", 4, "forbidden on line 2", id="forbidden before"
        ),
        pytest.param("zh\ten\tkind\n甲\tA\ta\n甲\tB\tb\n", 3, "another `kind` on line 2", id="two kinds"),
        pytest.param(
            "zh\ten\tvariants\n甲\tA\t乙\n乙\tB\t\n", 3, "g.tsv:2 in the entry 甲", id="shared form"
        ),
        pytest.param("zh\ten\tshort_zh\n甲\tA\t乙\n", 2, "`short.en` is empty", id="half a short form"),
        pytest.param("zh\ten\n甲\tA\x07\n", 2, "U+0007", id="control character"),
        pytest.param("zh\ten\n甲\tA\rB\n", 2, "U+000D", id="carriage return inside"),
        pytest.param("zh\ten\n{city}局\tBureau\n", 2, "lacks the slot {city}", id="slot lacking"),
        pytest.param("zh\ten\n{city局\tBureau\n", 2, "not closed", id="malformed braces"),
        pytest.param(
            "zh\ten\n{city}局\t{city} A\n{city2}局\t{city2} B\n", 3, "has the slot {city2}", id="slot renamed"
        ),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, line: int | None, cause: str) -> None:
    found_line, found_cause = fault(text)
    assert found_line == line
    assert cause in found_cause


def test_text_in_another_encoding_is_refused_with_its_line() -> None:
    with pytest.raises(DataError, match=r"g\.tsv:2: not UTF-8"):
        parse("zh\ten\n长\tlong\n".encode("gb18030"), path="g.tsv")


CELLS = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="{}|#"), min_size=1, max_size=8
)


@given(st.dictionaries(st.text(st.sampled_from("甲乙丙丁"), min_size=1, max_size=5), CELLS))
def test_what_is_written_in_rows_is_read_back(renderings: dict[str, str]) -> None:
    rows = "".join(f"{zh}\t{en}\n" for zh, en in renderings.items())
    assert [(term.zh, term.en) for term in terms("zh\ten\n" + rows)] == list(renderings.items())


def test_rows_are_written_in_order_under_the_columns_that_are_used() -> None:
    written = [
        Term("乙", "B", "term", note="one\ntwo\tthree"),
        Term("丙", "C", "place", allow=("c", "d"), since=2016),
    ]
    assert serialise(written, title="My\nlist").decode() == (
        "# My list\nzh\ten\tkind\tallow\tnote\tsince\n丙\tC\tplace\tc|d\t\t2016\n乙\tB\t\t\tone two three\t\n"
    )


def test_what_a_cell_cannot_hold_is_named() -> None:
    odd = Term("乙", "B", "term", members=("a|b",), note="one\ntwo", source=" x", path="g.toml", line=4)
    assert losses([odd]) == [
        "members: items with a `|` are left out in 1 entry, first 乙 (g.toml:4)",
        "note: white space becomes a blank in 1 entry, first 乙 (g.toml:4)",
        "source: white space becomes a blank in 1 entry, first 乙 (g.toml:4)",
    ]
    assert losses([Term("乙", "B|b", "term", note="a|b")]) == []
