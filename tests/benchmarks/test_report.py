"""What the benchmarks compute and write; how fast anything is, is no matter here."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks import report, stages, text
from benchmarks.model import Aim, Chart, Result, Table
from benchmarks.slope import slope
from benchmarks.timing import Command, Times, commands, taking_turns
from glossary import curated, lexicon
from glossary.article import text as plain
from glossary.compose import Composer

ROWS = ({"size": 1, "a": 2.0, "b": None}, {"size": 10, "a": 20.0, "b": 3.0})
RESULT = Result(
    (Table("sizes", "Sizes", "What it is.", ROWS, Chart("size", ("a", "b"), "seconds", lines=True)),),
    (Aim("as fast", 1.2, 1), Aim("as small", 1.5, 1.3, at_most=True)),
    ("a peer: install it",),
)


@pytest.mark.parametrize("exponent", [0.5, 1.0, 2.0])
def test_the_slope_is_the_exponent(exponent: float) -> None:
    sizes = [1, 3, 10, 100]
    assert slope(sizes, [5 * size**exponent for size in sizes]) == pytest.approx(exponent)


def test_a_slope_needs_two_sizes() -> None:
    with pytest.raises(ValueError, match="two sizes"):
        slope([3, 3], [1, 2])


def test_the_best_run_and_the_middle_one_are_told_apart() -> None:
    times = Times((3.0, 1.0, 2.0))
    assert (times.best, times.median) == (1.0, 2.0)


def test_what_is_compared_takes_turns() -> None:
    order: list[str] = []
    times = taking_turns({"a": lambda: order.append("a"), "b": lambda: order.append("b")}, runs=2)
    assert order == ["a", "b", "a", "b"]
    assert [len(each.runs) for each in times.values()] == [2, 2]


def test_the_memory_of_a_command_is_its_own() -> None:
    code = "held = bytearray({} * 1_000_000)"
    held = bytearray(400_000_000)
    sizes = {str(size): Command((sys.executable, "-c", code.format(size))) for size in (1, 200)}
    spent = commands(sizes, runs=1)
    assert len(held) > 0
    assert 190 < spent["200"].peak - spent["1"].peak < 210
    assert spent["1"].peak < 100


def test_a_command_that_fails_is_an_error_that_says_why() -> None:
    with pytest.raises(RuntimeError, match="exit status 3: no such thing"):
        commands(
            {
                "it": Command(
                    (sys.executable, "-c", "import sys; sys.stderr.write('no such thing'); sys.exit(3)")
                )
            },
            runs=1,
        )


def test_an_aim_is_a_bound_from_below_or_from_above() -> None:
    assert [aim.holds for aim in RESULT.aims] == [True, False]


def test_a_report_has_tables_aims_and_what_was_left_out(tmp_path: Path) -> None:
    report.write({"growth": RESULT}, {"cores": 2}, tmp_path)
    shown = (tmp_path / "results.md").read_text(encoding="utf-8")
    assert "| 10 | 20 | 3 |" in shown
    assert "| 1 | 2 | - |" in shown
    assert "| as small | 1.5 | at most 1.3 | missed |" in shown
    assert "Left out: a peer: install it." in shown
    kept = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert kept["sections"]["growth"]["tables"]["sizes"]["rows"] == list(ROWS)
    assert [aim["holds"] for aim in kept["sections"]["growth"]["aims"]] == [True, False]


def test_a_chart_is_drawn_for_lines_and_for_bars(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    bars = Table("bars", "Bars", "", ({"name": "a", "x": 1.0},), Chart("name", ("x",), "seconds"))
    written = report.write({"one": RESULT, "two": Result((bars,))}, {}, tmp_path)
    names = {path.name for path in written}
    assert {"sizes.svg", "sizes.png", "bars.svg", "bars.png"} <= names
    assert all(path.stat().st_size for path in written)


def test_the_steps_are_those_of_the_pipeline_and_each_gets_a_profile(tmp_path: Path) -> None:
    sample = text.write(tmp_path / "sample", 2_000).read_bytes()
    known = lexicon.compile_terms(curated.load((), builtin=True))
    source = plain.parse(sample, file="sample.txt", encoding="utf-8")
    stages.profile(source, known, Composer(known), tmp_path / "profiles")
    names = {path.stem for path in (tmp_path / "profiles").iterdir()}
    assert {
        "clean",
        "match-key",
        "find-terms",
        "recognise-people",
        "compose",
        "select",
        "annotations",
    } <= names
    assert "function calls" in (tmp_path / "profiles" / "select.txt").read_text(encoding="utf-8")
