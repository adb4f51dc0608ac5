"""What each step of `glossary annotate` costs, and each recogniser, on one text, beside `jieba.cut`; and their profiles."""

import cProfile
import io
import pstats
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from benchmarks import peers, text
from benchmarks.model import Aim, Chart, Result, Setting, Table
from benchmarks.timing import Times, taking_turns
from glossary import curated, lexicon
from glossary.article import text as plain
from glossary.article.model import Article
from glossary.bulk import uncollected
from glossary.candidates import numbered_phrases
from glossary.compose import Composer
from glossary.layout import Layout, source_text
from glossary.normalise import clean, match_key
from glossary.pipeline import standing
from glossary.recognise import recognisers
from glossary.recognise.model import Context
from glossary.segment import Unit, segment
from glossary.select import nothing, select

_ABOUT = (
    "Processor seconds a megabyte of UTF-8, the share of all steps together, and how much of the time of `jieba.cut` on the "
    "same text that is."
)
_SHOWN = 40
"""Functions in a profile."""

T = TypeVar("T")


class Do(Protocol):
    """Does the work of a step, and watches it."""

    def __call__(self, name: str, work: Callable[[], T], /) -> T:
        """What the work gives."""
        ...


def follow(source: Article, terms: lexicon.Lexicon, composer: Composer, do: Do) -> None:
    """The path of an article, a step at a time, as `pipeline` takes it for PO files."""
    cleaned = do("clean", lambda: clean(source_text(source)).aligned)
    key = do("match key", lambda: match_key(cleaned.text))
    layout = Layout.of(source, cleaned, key)
    readings, openings = do("find terms", lambda: terms.find(key.text))
    context = Context(key.text, tuple(readings), layout.text_of_key)
    for recognise in recognisers():
        name = recognise.__module__.rpartition(".")[2]
        readings += do(f"recognise {name}", lambda recognise=recognise: list(recognise(context)))  # type: ignore[misc]
    readings += do("compose", lambda: composer.compose(key.text, readings, openings))
    chosen = do("select", lambda: select(key.text, standing(readings), parts=nothing)).chosen
    found = [each.reading for each in chosen]
    spans = key.originals((reading.start, reading.end) for reading in found)
    segments = do("segment", lambda: segment(cleaned.text, unit=Unit.SENTENCE, protected=spans))
    do("annotations", lambda: list(layout.segments(segments, chosen, spans)))
    do("candidates", lambda: list(numbered_phrases(key.text, found)))


def measure(setting: Setting) -> Result:
    """All steps, in turns with jieba; the profile of each goes into the folder `profiles` of the output."""
    # What is remembered of a text would make it look cheap the second time: each run has a text of its own.
    first, *samples = text.samples(setting, 1_000_000 if setting.quick else 3_000_000, setting.runs + 1)
    terms = lexicon.compile_terms(curated.load((), builtin=True))
    composer = Composer(terms)
    cut = peers.word_cutter()
    # Profiled before, so that tables and word lists are read when time is taken.
    profile(_article(first), terms, composer, setting.output / "profiles")
    steps: dict[str, list[float]] = {}
    words: list[float] = []
    for sample in samples:
        megabytes = len(sample.encode()) / 1e6
        with uncollected():
            follow(_article(sample), terms, composer, _timer(steps, megabytes))
        [seconds] = taking_turns({"": partial(cut, sample)}, runs=1)[""].runs
        words.append(seconds / megabytes)
    times = {name: Times(tuple(runs)) for name, runs in steps.items()}
    return _result(times, Times(tuple(words)))


def _article(sample: str) -> Article:
    return plain.parse(sample.encode(), file="benchmark.txt", encoding="utf-8")


def profile(source: Article, terms: lexicon.Lexicon, composer: Composer, folder: Path) -> None:
    """Writes the functions that take the most time in each step, one file a step."""
    folder.mkdir(parents=True, exist_ok=True)

    def profiled(name: str, work: Callable[[], T], /) -> T:
        profiler = cProfile.Profile()
        result = profiler.runcall(work)
        shown = io.StringIO()
        pstats.Stats(profiler, stream=shown).strip_dirs().sort_stats("tottime").print_stats(_SHOWN)
        lines = "\n".join(line.rstrip() for line in shown.getvalue().strip().splitlines())
        (folder / f"{name.replace(' ', '-')}.txt").write_text(f"{name}\n\n{lines}\n", encoding="utf-8")
        return result

    follow(source, terms, composer, profiled)


def _timer(seconds: dict[str, list[float]], megabytes: float) -> Do:
    def timed(name: str, work: Callable[[], T], /) -> T:
        start = time.process_time()
        result = work()
        seconds.setdefault(name, []).append((time.process_time() - start) / megabytes)
        return result

    return timed


def _result(times: Mapping[str, Times], words: Times) -> Result:
    total = sum(each.best for each in times.values())
    all_steps = {
        "all steps": Times(tuple(map(sum, zip(*(each.runs for each in times.values()), strict=True))))
    }
    by_cost = dict(sorted(times.items(), key=lambda item: -item[1].best))
    rows = tuple(
        {
            "step": name,
            "best": each.best,
            "median": each.median,
            "share": each.best / total if name != "jieba.cut" else None,
            "of jieba.cut": each.best / words.best,
        }
        for name, each in {**by_cost, **all_steps, "jieba.cut": words}.items()
    )
    chart = Chart("step", ("best", "median"), "seconds a megabyte")
    aim = Aim("all steps of annotate, in memory, as a speed of jieba.cut", words.best / total, 1)
    return Result((Table("stages", "Steps of annotate", _ABOUT, rows, chart),), (aim,))
