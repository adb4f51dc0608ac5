import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.model import Annotation
from glossary.po import annotation_comment, extracted_comments


def annotation(
    text: str = "五项原则",
    rendering: str = "five principles",
    *,
    kind: str = "slogan",
    also: tuple[str, ...] = (),
    never: tuple[str, ...] = (),
    uncertain: bool = False,
    free: bool = False,
    parts: tuple[Annotation, ...] = (),
) -> Annotation:
    return Annotation(
        start=0,
        end=len(text),
        text=text,
        kind=kind,
        rendering=rendering,
        alternatives=also,
        forbidden=never,
        uncertain=uncertain,
        free=free,
        parts=parts,
    )


@pytest.mark.parametrize(
    ("given_annotation", "comment"),
    [
        (annotation(), "五项原则 → five principles  [slogan]"),
        (
            annotation(also=("5 principles",), never=("five rules",)),
            "五项原则 → five principles  [slogan; also: 5 principles; not: five rules]",
        ),
        (
            annotation(also=("the five", "Five, in short"), never=("a", "b")),
            "五项原则 → five principles  [slogan; also: the five / Five, in short; not: a / b]",
        ),
        (annotation(uncertain=True), "? 五项原则 → five principles  [slogan]"),
        (
            annotation(kind="phrase", free=True, also=("x",)),
            "五项原则 → five principles  [phrase; free; also: x]",
        ),
        (
            annotation("梅西", "", kind="person", uncertain=True),
            "? 梅西 → ?  [person; rendering unknown]",
        ),
        (annotation("五项 原则", "five\nprinciples\u2028now"), "五项 原则 → five principles now  [slogan]"),
        (annotation(parts=(annotation("原则", "principle"),)), "五项原则 → five principles  [slogan]"),
    ],
)
def test_a_comment_says_what_a_translator_needs(given_annotation: Annotation, comment: str) -> None:
    assert annotation_comment(given_annotation) == comment


@given(st.text(), st.text(), st.text())
def test_no_line_break_gets_into_a_comment(text: str, rendering: str, other: str) -> None:
    comment = annotation_comment(annotation(text, rendering, also=(other,), never=(other,)))
    assert len(comment.splitlines()) == 1


def test_a_term_that_stands_twice_is_listed_once() -> None:
    again = (annotation(), annotation("理念", "vision"), annotation())
    assert extracted_comments(again) == (
        "五项原则 → five principles  [slogan]",
        "理念 → vision  [slogan]",
    )


def test_a_term_with_two_renderings_is_listed_twice() -> None:
    comments = extracted_comments((annotation("部长", "Minister"), annotation("部长", "minister")))
    assert len(comments) == 2


def test_of_a_certain_and_an_uncertain_reading_the_certain_one_is_listed() -> None:
    comments = extracted_comments((annotation(uncertain=True), annotation()))
    assert comments == ("五项原则 → five principles  [slogan]",)
