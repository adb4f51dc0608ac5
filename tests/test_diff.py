import difflib
import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from glossary.diff import unified

LINES = st.lists(st.sampled_from(["", "a", "b", "c"]), max_size=30)


def patched(before: list[str], diff: list[str]) -> list[str]:
    """What a patch program makes of a text with a diff."""
    after: list[str] = []
    at = 0
    for line in diff[2:]:
        if found := re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+.* @@", line):
            start = int(found[1]) - (found[2] != "0")
            after += before[at:start]
            at = start
        elif line[0] == "+":
            after.append(line[1:])
        else:
            assert before[at] == line[1:]
            after += [before[at]] if line[0] == " " else []
            at += 1
    return after + before[at:]


@given(LINES, LINES)
def test_with_its_diff_a_text_becomes_the_other(before: list[str], after: list[str]) -> None:
    assert patched(before, list(unified(before, after, "a.po"))) == after


def test_texts_that_are_alike_have_none() -> None:
    assert list(unified(["a", "b"], ["a", "b"], "a.po")) == []


def test_it_is_that_of_difflib_where_lines_change_here_and_there() -> None:
    before = [f"line {number}" if number % 5 else "" for number in range(2000)]
    after = [
        f"{line}!" if number % 37 == 3 else line for number, line in enumerate(before) if number % 101 != 50
    ]
    expected = difflib.unified_diff(before, after, "a.po", "a.po", lineterm="")
    assert list(unified(before, after, "a.po")) == [line.rstrip("\n") for line in expected]


def test_a_long_stretch_that_only_one_text_has_is_found() -> None:
    before = [f"line {number}" for number in range(1000)]
    diff = list(unified(before, before[:100] + before[700:], "a.po"))
    assert diff[2] == "@@ -98,606 +98,6 @@"
    assert [line[0] for line in diff[3:]] == [" "] * 3 + ["-"] * 600 + [" "] * 3
    assert all(one != other for one, other in pairwise(diff))
