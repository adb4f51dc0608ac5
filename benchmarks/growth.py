"""`glossary annotate` as a command, by the size of the text: time, memory, two jobs; beside jieba on the same file."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from benchmarks import peers, text
from benchmarks.model import Aim, Chart, Result, Setting, Table, Value
from benchmarks.slope import slope
from benchmarks.timing import Command, Spent, commands, glossary

_SIZES = (1.0, 3.0, 10.0, 30.0, 100.0)
_QUICK = (0.5, 1, 2)
"""Megabytes."""
_MANY_RUNS = 10
"""Megabytes up to which a text is measured several times; the rest takes long enough to be measured twice."""
_OUTPUTS = {"po": "a PO file", "jsonl": "JSON lines"}
_ABOUT = "Seconds of a whole process, start-up too, from a text to {}; *peak*: the most memory, in MB."
_BESIDE_ABOUT = (
    "Seconds of whole processes on the same files. jieba reads the file and divides it into words, and gives nothing else; with "
    "the user dictionary it knows the bundled terms. Two jobs are given the same two files as one job."
)


def measure(setting: Setting) -> Result:
    """Sizes first, then one size beside jieba and with two jobs."""
    sizes = _QUICK if setting.quick else _SIZES
    files = {size: text.write(setting.folder / f"{size:g}.txt", int(size * 1e6)) for size in sizes}
    out = setting.folder / "out"
    growth = {output: _annotate(files, out, output, setting) for output in _OUTPUTS}
    beside, aims = _beside(files[sizes[-1] if setting.quick else _MANY_RUNS], setting, out)
    tables = (
        *(_table(output, spent) for output, spent in growth.items()),
        Table(
            "annotate",
            "Annotate beside jieba, and two jobs",
            _BESIDE_ABOUT,
            beside,
            Chart("command", ("clock, best", "processor, best"), "seconds"),
        ),
    )
    return Result(tables, (*(aim for each in growth.items() for aim in _growth(*each)), *aims))


def _annotate(files: Mapping[float, Path], out: Path, output: str, setting: Setting) -> dict[float, Spent]:
    spent: dict[float, Spent] = {}
    for runs, sizes in (
        (setting.several, [size for size in files if size <= _MANY_RUNS]),
        (1, [size for size in files if size > _MANY_RUNS]),
    ):
        given = {str(size): _command(out, files[size], output=output) for size in sizes}
        spent |= {float(name): each for name, each in commands(given, runs=runs).items()}
    return spent


def _command(out: Path, *sources: Path, output: str = "po", jobs: int = 1) -> Command:
    target = f"{out}/" if output == "po" else out / "data"
    arguments = ("annotate", *sources, "--format", output, "-o", target, "--jobs", str(jobs))
    return Command(glossary(*arguments), before=lambda: _empty(out))


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


def _table(output: str, spent: Mapping[float, Spent]) -> Table:
    rows = tuple(_row(size, each) for size, each in spent.items())
    chart = Chart("MB", ("processor, best", "peak"), "seconds; MB of memory", lines=True)
    title = f"Annotate into {_OUTPUTS[output]}, by the size of the text"
    return Table(f"growth-{output}", title, _ABOUT.format(_OUTPUTS[output]), rows, chart)


def _row(size: float, spent: Spent) -> dict[str, Value]:
    return {
        "MB": size,
        "clock, best": spent.wall.best,
        "clock, median": spent.wall.median,
        "processor, best": spent.processor.best,
        "MB/s": size / spent.processor.best,
        "peak": spent.peak,
    }


def _growth(output: str, spent: Mapping[float, Spent]) -> list[Aim]:
    what = _OUTPUTS[output]
    sizes = list(spent)
    fitted = slope(sizes, [each.processor.best for each in spent.values()])
    first = 10 if 10 in spent else sizes[0]
    last = sizes[-1]
    memory = spent[last].peak / spent[first].peak
    return [
        Aim(f"{what}: slope of time on size from {sizes[0]:g} to {last:g} MB", fitted, 1.05, at_most=True),
        Aim(f"{what}: peak memory at {last:g} MB, of that at {first:g} MB", memory, 1.3, at_most=True),
    ]


def _beside(file: Path, setting: Setting, out: Path) -> tuple[tuple[Mapping[str, Value], ...], list[Aim]]:
    half = file.stat().st_size // 2
    halves = [text.write(setting.folder / f"half-{seed}.txt", half, seed=seed) for seed in (2, 3)]
    terms = setting.folder / "terms-of-the-glossary.txt"
    terms.write_text("\n".join(term.zh for term in text.bundled_terms()), encoding="utf-8")
    ours, words = "annotate", "jieba.cut"
    two, one = "annotate --jobs 2, two halves", "annotate --jobs 1, two halves"
    given = {
        ours: _command(out, file),
        words: Command(peers.jieba_command(file)),
        "jieba.cut, user dictionary": Command(peers.jieba_command(file, terms)),
        one: _command(out, *halves),
        two: _command(out, *halves, jobs=2),
        f"{one}, JSON lines": _command(out, *halves, output="jsonl"),
        f"{two}, JSON lines": _command(out, *halves, output="jsonl", jobs=2),
    }
    spent = commands(given, runs=setting.several)
    rows: tuple[Mapping[str, Value], ...] = tuple(
        {
            "command": name,
            "clock, best": each.wall.best,
            "clock, median": each.wall.median,
            "processor, best": each.processor.best,
            "x jieba.cut": spent[words].processor.best / each.processor.best,
            "peak": each.peak,
        }
        for name, each in spent.items()
    )
    return rows, [
        Aim(
            "annotate end to end, as a speed of jieba.cut",
            spent[words].processor.best / spent[ours].processor.best,
            1,
        ),
        *(
            Aim(
                f"two jobs, as a speed of one{end}",
                spent[f"{one}{end}"].wall.best / spent[f"{two}{end}"].wall.best,
                1.7,
            )
            for end in ("", ", JSON lines")
        ),
    ]
