import pytest

from glossary.errors import DataError, GlossaryError
from glossary.formats import utx
from glossary.model import Short, Status, Term

HEAD = "#UTX 1.20; zh/en; 2026-01-31\r\n"


def terms(text: str) -> list[Term]:
    return utx.parse(text.encode(), path="g.utx")


def fault(text: str) -> str:
    with pytest.raises(DataError) as caught:
        terms(text)
    return str(caught.value)


def test_the_header_says_what_the_specification_wants() -> None:
    lines = utx.serialise([Term("甲", "A", "term")], title="My\nterms").decode().split("\r\n")
    assert lines[0].startswith("#UTX 1.20; zh/en; 20")
    assert lines[1:] == [
        "#description: My terms",
        "#src\ttgt\tsrc:pos\tterm status\tconcept ID",
        "甲\tA\tnoun\tapproved\tC1",
        "",
    ]


def test_each_rendering_has_its_status_and_each_form_its_row() -> None:
    term = Term(
        "国务院",
        "State Council",
        "institution",
        variants=("中央人民政府",),
        allow=("Council of State",),
        forbid=("State Department",),
        short=Short("国办", "SC"),
        status=Status.OFFICIAL,
        source="Constitution",
    )
    rows = [line.split("\t") for line in utx.serialise([term], title="").decode().splitlines()[2:]]
    columns = {name.lstrip("#"): cells for name, *cells in zip(*rows, strict=True)}
    assert columns["term status"] == ["approved", "provisional", "forbidden", "approved", "approved"]
    assert columns["src"] == ["国务院", "国务院", "国务院", "中央人民政府", "国办"]
    assert columns["x-form"] == ["", "", "", "variant", "short"]
    assert columns["x-status"] == ["official", "", "", "", ""]
    assert set(columns["concept ID"]) == {"C1"}


def test_a_file_of_version_1_11_with_the_least_columns_is_read() -> None:
    text = "#UTX 1.11; zh-CN/en-US; 2013-12-20; copyright: AAMT;\n#src\ttgt\tsrc:pos\n甲\tA\tnoun\n甲\tB\tnoun\n乙\tC\n"
    first, second = terms(text)
    assert (first.en, first.allow, first.kind, first.line) == ("A", ("B",), "term", 3)
    assert (second.zh, second.en) == ("乙", "C")


def test_terms_for_both_directions_are_read() -> None:
    assert [term.zh for term in terms(f"{HEAD}#term:zh-CN\tterm:en\tsrc:pos\r\n甲\tA\tnoun\r\n")] == ["甲"]


def test_rows_with_one_concept_id_are_one_concept() -> None:
    head = (
        f"{HEAD}## made by hand\r\n#src\ttgt\tsrc:pos\tterm status\tsrc:comment\ttgt:comment\tconcept ID\r\n"
    )
    rows = "甲\tA\tnoun\tapproved\ts\tt\t7\r\n乙\tB\tnoun\tnon-standard\t\t\t7\r\n甲\tC\tnoun\tnon-standard\t\t\t7\r\n"
    (term,) = terms(head + rows)
    assert (term.zh, term.en, term.forbid, term.note) == ("甲", "A", ("C",), "s; t")
    assert term.variants == ("乙",)


def test_the_case_of_columns_and_statuses_does_not_matter() -> None:
    head = "#UTX 1.2; zh-CN/en; 2020-01-31T12:00:00; copyright: A; license: CC-by 4.0; Glossary ID: 7;\r\n"
    head += "##description: made elsewhere;\r\n#src\ttgt\tsrc:pos\tTerm Status\tConcept ID\r\n"
    (term,) = terms(
        f"{head}甲\tA\tnoun\tApproved\t7\r\n乙\tA\tnoun\tApproved\t7\r\n甲\tB\tnoun\tForbidden\t7\r\n"
    )
    assert (term.zh, term.variants, term.forbid) == ("甲", ("乙",), ("B",))


def test_a_row_that_would_be_a_comment_is_refused() -> None:
    with pytest.raises(GlossaryError, match="cannot begin with #: leave out #1"):
        utx.serialise([Term("#1", "A", "term")], title="")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("甲\tA\n", "g.utx:1: no names of columns"),
        ("#UTX 1.20; zh/en; 2026\n#src\ttgt\n甲\tA\n乙\n", "g.utx:4: nothing under src or tgt"),
        ("#src\ttgt\n甲\tA\tB\n", "g.utx:2: 3 columns where the header names 2"),
        (
            "#src\ttgt\tterm status\n甲\tA\tapprove\n",
            "g.utx:2: unknown term status `approve`: did you mean `approved`?",
        ),
        ("#src\ttgt\tx-since\n甲\tA\tsoon\n", "g.utx:2: `x-since`: 'soon' is no year"),
        ("#src\ttgt\tterm status\n甲\tA\tforbidden\n", "g.utx:2: 甲 has renderings to avoid only"),
        ("#src\ttgt\n{甲\tA\n", "g.utx:2: a { that is not closed"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, place: str) -> None:
    assert place in fault(text)
