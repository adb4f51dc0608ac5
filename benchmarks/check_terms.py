"""How fast `glossary check` finds missing terms, beside Weblate's algorithm; and whole commands beside other linters."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks import made_up, peers, text
from benchmarks.model import Aim, Chart, Result, Setting, Table, Value
from benchmarks.timing import Command, Spent, Times, commands, glossary, taking_turns
from glossary import po
from glossary.batch import annotator
from glossary.checks import check
from glossary.checks.messages import annotated
from glossary.checks.model import Run

_TERMS = 3000
_WARM_UP = 50
"""Messages that are gone over before those of a user's own file are timed."""
_OURS, _WEBLATE = "glossary check, term-missing", "Weblate's algorithm"
_BEFOREHAND = "Weblate's algorithm, patterns made beforehand"
_ABOUT = (
    "Messages a second, in processor time, and what each tool reports of a hundred. Glossary, automaton and PO file are loaded "
    "before. *made-up*: 3,000 terms that there are not; *bundled*: the bundled glossary. A tenth of the renderings is missing, and "
    "each run has messages of its own. A file that was given is gone over again and again: its first run is what a user waits for. "
    "The algorithm of Weblate is written here plainly, and takes any rendering of a term."
)
_LINTERS_ABOUT = (
    "Seconds of whole processes on one PO file with the made-up glossary. `glossary check` runs all its rules. `pofilter` runs all "
    "its checks, none of which is about terms; `poglossary` looks for terms between word boundaries, of which Chinese has none."
)

Checker = Callable[[Sequence[po.Entry]], int]
"""Gives the number of (message, term) that it reports."""
_Case = tuple[str, peers.Renderings, Checker, Sequence[Sequence[po.Entry]]]
"""A name, what is accepted for each term, our checker with these terms, and the messages of each run."""


def ours(glossaries: tuple[Path, ...], *, builtin: bool) -> Checker:
    """The rule of this project."""
    annotate = annotator(glossaries, builtin)

    def run(entries: Sequence[po.Entry]) -> int:
        messages = Run(annotated("benchmark.po", entries, annotate))
        findings = check(messages, select=["term-missing"])
        return len({(finding.msgid, finding.term) for finding in findings})

    return run


def measure(setting: Setting) -> Result:
    """Terms in memory, with two glossaries, then whole commands."""
    count = 400 if setting.quick else 2000
    made = made_up.terms(_TERMS)
    renderings = {zh: [en] for zh, en in made}
    glossary_file = setting.folder / "made-up.tsv"
    glossary_file.write_text("zh\ten\n" + "".join(f"{zh}\t{en}\n" for zh, en in made), encoding="utf-8")
    # What is remembered of messages would make them look cheap the second time: each run has messages of its own.
    seeds = range(1, setting.runs + 2)
    entries = [made_up.messages(count, seed=seed, terms=made) for seed in seeds]
    skipped: list[str] = []
    rows: list[dict[str, Value]] = []
    aims: list[Aim] = []
    cases: list[_Case] = [
        ("made-up", renderings, ours((glossary_file,), builtin=False), entries),
        (
            "bundled",
            _bundled(),
            ours((), builtin=True),
            [made_up.messages(count, seed=seed) for seed in seeds],
        ),
    ]
    if setting.translations and setting.terms:
        cases.append(_given(setting.translations, setting.terms, runs=setting.runs))
    for name, known, checker, given in cases:
        checkers = {_OURS: checker, **_weblate(known, skipped)}
        times, reported = compare(checkers, given)
        rows += [_row(name, tool, times, reported[tool], len(given[-1])) for tool in checkers]
        if _WEBLATE in times:
            ratio = times[_WEBLATE].best / times[_OURS].best
            aims.append(Aim(f"check of terms ({name}), as a speed of Weblate's algorithm", ratio, 1))
    linters = _linters(setting, entries[0], renderings, glossary_file, skipped)
    tables = (
        Table("check", "Missing terms", _ABOUT, tuple(rows)),
        Table(
            "linters",
            "Linters of PO files",
            _LINTERS_ABOUT,
            linters,
            Chart("command", ("clock, best", "processor, best"), "seconds"),
        ),
    )
    return Result(tables, tuple(aims), tuple(dict.fromkeys(skipped)))


def _given(translations: Path, terms: Path, *, runs: int) -> _Case:
    """The user's own files: the same messages in each run, after a short first one."""
    renderings: dict[str, list[str]] = defaultdict(list)
    for line in terms.read_text(encoding="utf-8").splitlines()[1:]:
        zh, en = line.split("\t")[:2]
        renderings[zh].append(en)
    entries = [entry for entry in po.read(translations).entries if entry.msgid and entry.msgstr]
    batches = (entries[:_WARM_UP], *([entries] * runs))
    return translations.name, renderings, ours((terms,), builtin=False), batches


def compare(
    checkers: dict[str, Checker], batches: Sequence[Sequence[po.Entry]]
) -> tuple[dict[str, Times], dict[str, int]]:
    """What each tool takes for each batch but the first, and what it reports of the last, by name.

    The first batch is gone over before, so that tables and word lists are read.
    """
    reported: dict[str, int] = {}
    runs: dict[str, tuple[float, ...]] = dict.fromkeys(checkers, ())

    def report(name: str, entries: Sequence[po.Entry]) -> None:
        reported[name] = checkers[name](entries)

    for number, entries in enumerate(batches):
        times = taking_turns({name: partial(report, name, entries) for name in checkers}, runs=1)
        for name in checkers if number else ():
            runs[name] += times[name].runs
    return {name: Times(seconds) for name, seconds in runs.items()}, reported


def _bundled() -> peers.Renderings:
    """All Chinese forms of the bundled terms with what is accepted for them."""
    found: dict[str, list[str]] = defaultdict(list)
    for term in text.bundled_terms():
        for form in (term.zh, *term.variants):
            found[form] += [term.en, *term.allow]
    return found


def _weblate(known: peers.Renderings, skipped: list[str]) -> dict[str, Checker]:
    try:
        return {
            _WEBLATE: peers.weblate(known),
            _BEFOREHAND: peers.weblate(known, patterns_beforehand=True),
        }
    except peers.MissingError as missing:
        skipped.append(str(missing))
        return {}


def _row(name: str, tool: str, times: dict[str, Times], reported: int, count: int) -> dict[str, Value]:
    return {
        "glossary": name,
        "tool": tool,
        "messages/s": count / times[tool].best,
        "first run": count / times[tool].runs[0],
        "median": count / times[tool].median,
        "x Weblate": times[_WEBLATE].best / times[tool].best if _WEBLATE in times else None,
        "reports of 100": 100 * reported / count,
    }


def _linters(
    setting: Setting,
    entries: Sequence[po.Entry],
    renderings: peers.Renderings,
    glossary_file: Path,
    skipped: list[str],
) -> tuple[dict[str, Value], ...]:
    catalogue = setting.folder / "made-up.po"
    po.write(po.Catalogue(tuple(entries)), catalogue)
    makers: dict[str, Callable[[], Sequence[str | Path]]] = {
        "glossary check": lambda: glossary("check", catalogue, "--no-builtin", "--glossary", glossary_file),
        "pofilter": lambda: peers.pofilter_command(catalogue, setting.folder / "filtered.po"),
        "poglossary": lambda: peers.poglossary_command(
            catalogue, renderings, setting.folder / "poglossary.yml"
        ),
    }
    given = {}
    for name, make in makers.items():
        try:
            given[name] = Command(make(), statuses=frozenset({0, 1}))
        except peers.MissingError as missing:
            skipped.append(str(missing))
    spent = commands(given, runs=setting.several)
    return tuple(_linter(name, each, spent["glossary check"]) for name, each in spent.items())


def _linter(name: str, spent: Spent, ours: Spent) -> dict[str, Value]:
    return {
        "command": name,
        "clock, best": spent.wall.best,
        "clock, median": spent.wall.median,
        "processor, best": spent.processor.best,
        "x glossary check": spent.processor.best / ours.processor.best,
        "MB": spent.peak,
    }
