"""Start-up, by command: with the compiled glossary in the cache, and with an empty cache."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks import made_up
from benchmarks.model import Aim, Chart, Result, Setting, Table, Value
from benchmarks.timing import Command, Spent, commands, glossary
from glossary import po

ARTICLE = Path(__file__).parents[1] / "articles" / "benxi-cooperation.txt"
_BARE = "import typer"
_CHECK, _ANNOTATE = "check (one message)", "annotate (the bundled article)"
_ABOUT = (
    "Seconds of a whole process. *warm*: the compiled glossary is in the cache, as in every run but the first; *cold*: the "
    "cache is empty, and the bundled glossary is compiled. Python's bytecode and the files' pages are there in both."
)


def measure(setting: Setting) -> Result:
    """Each command, warm and cold, beside the import of typer."""
    warm, cold = setting.folder / "warm", setting.folder / "cold"
    small = setting.folder / "small.po"
    po.write(po.Catalogue(made_up.messages(1)), small)
    article = setting.folder / "article.po"
    lines = {
        "--help": glossary("--help"),
        _CHECK: glossary("check", small),
        _ANNOTATE: glossary("annotate", ARTICLE, "-o", article),
        "lookup": glossary("lookup", "国务院"),
        "romanise": glossary("romanise", "马越红"),
    }
    given = {_BARE: Command((sys.executable, "-c", _BARE))}
    for name, arguments in lines.items():
        for state, cache in (("warm", warm), ("cold", cold)):
            given[f"{name}, {state}"] = Command(
                arguments,
                environment={"GLOSSARY_CACHE": str(cache)},
                before=lambda state=state: _prepare(article, cold if state == "cold" else None),  # type: ignore[misc]
                statuses=frozenset({0, 1}),
            )
    commands({name: given[name] for name in given if name.endswith("warm")}, runs=1)  # fills the cache
    spent = commands(given, runs=setting.runs)
    return Result(tables=(_table(spent),), aims=_aims(spent))


def _prepare(article: Path, cache: Path | None) -> None:
    article.unlink(missing_ok=True)
    if cache:
        shutil.rmtree(cache, ignore_errors=True)


def _table(spent: dict[str, Spent]) -> Table:
    bare = spent[_BARE]
    rows: tuple[Mapping[str, Value], ...] = tuple(
        {
            "command": name,
            "clock, best": each.wall.best,
            "clock, median": each.wall.median,
            "processor, best": each.processor.best,
            "x typer": each.processor.best / bare.processor.best,
            "MB": each.peak,
        }
        for name, each in spent.items()
    )
    chart = Chart("command", ("clock, best", "processor, best"), "seconds")
    return Table("start-up", "Start-up", _ABOUT, rows, chart)


def _aims(spent: dict[str, Spent]) -> tuple[Aim, ...]:
    return tuple(
        Aim(f"{name}, warm, in seconds", spent[f"{name}, warm"].wall.best, wanted, at_most=True)
        for name, wanted in ((_CHECK, 0.35), (_ANNOTATE, 0.5))
    )
