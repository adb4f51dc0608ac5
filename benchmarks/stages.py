"""What each step of `glossary annotate` costs, and each recogniser, on one text.

    python benchmarks/stages.py [FILE]

FILE is a Chinese text; without it, text is made from the bundled glossary. Each figure is the best of several runs, as
seconds a megabyte of UTF-8, as a share of all steps together, and beside `jieba.cut` on the same text in the same run.
"""

import argparse
import gc
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import jieba
from annotate import text

from glossary import curated, lexicon
from glossary.article import text as plain
from glossary.article.model import Article
from glossary.candidates import numbered_phrases
from glossary.compose import Composer
from glossary.layout import Layout, source_text
from glossary.normalise import clean, match_key
from glossary.pipeline import standing
from glossary.recognise import recognisers
from glossary.recognise.model import Context
from glossary.segment import Unit, segment
from glossary.select import select

RUNS = 3
MADE_UP = 2_000_000
"""Bytes."""

Result = TypeVar("Result")


def timed(best: dict[str, float], name: str, work: Callable[[], Result]) -> Result:
    """Does the work of a step, and keeps its best time."""
    start = time.process_time()
    result = work()
    seconds = time.process_time() - start
    best[name] = min(seconds, best.get(name, seconds))
    return result


def once(
    steps: dict[str, float],
    single: dict[str, float],
    source: Article,
    terms: lexicon.Lexicon,
    composer: Composer,
) -> None:
    """The path of an article, a step at a time, as `pipeline` takes it; `steps` and `single` are given the times."""

    def step(name: str, work: Callable[[], Result]) -> Result:
        return timed(steps, name, work)

    cleaned = step("clean", lambda: clean(source_text(source)).aligned)
    key = step("match key", lambda: match_key(cleaned.text))
    layout = Layout.of(source, cleaned, key)
    readings, openings = step("find terms", lambda: terms.find(key.text))
    context = Context(key.text, tuple(readings), layout.text_of_key)
    for recognise in recognisers():
        name = recognise.__module__.rpartition(".")[2]
        readings += timed(single, name, lambda recognise=recognise: list(recognise(context)))  # type: ignore[misc]
    steps["recognise"] = sum(single.values())
    readings += step("compose", lambda: composer.compose(key.text, readings, openings))
    chosen = step("select", lambda: select(key.text, standing(readings))).chosen
    found = [each.reading for each in chosen]
    spans = key.originals((reading.start, reading.end) for reading in found)
    segments = step("segment", lambda: segment(cleaned.text, unit=Unit.SENTENCE, protected=spans))
    step("annotations", lambda: list(layout.segments(segments, chosen, spans)))
    step("candidates", lambda: list(numbered_phrases(key.text, found)))


def show(title: str, times: dict[str, float], megabytes: float, peer: float, total: float) -> None:
    """Prints a table, the slowest first."""
    print(f"{title:20}{'s/MB':>8}{'share':>8}{'of jieba.cut':>14}")
    for name, seconds in sorted(times.items(), key=lambda item: -item[1]):
        print(f"{name:20}{seconds / megabytes:8.3f}{seconds / total:8.1%}{seconds / peer:14.2f}")


def main() -> None:
    """Measure, on the file given or on made-up text."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path)
    file = parser.parse_args().file
    sample = file.read_text(encoding="utf-8") if file else text(MADE_UP)
    source = plain.parse(sample.encode(), file="benchmark.txt", encoding="utf-8")
    terms = lexicon.compile_terms(curated.load((), builtin=True))
    composer = Composer(terms)
    steps: dict[str, float] = {}
    single: dict[str, float] = {}
    peer: dict[str, float] = {}
    jieba.initialize()
    for _ in range(RUNS):
        gc.collect()
        gc.disable()
        once(steps, single, source, terms, composer)
        gc.enable()
        timed(peer, "jieba.cut", lambda: sum(1 for _ in jieba.cut(sample)))
    megabytes, total = len(sample.encode()) / 1e6, sum(steps.values())
    print(
        f"{megabytes:.1f} MB; all steps {megabytes / total:.2f} MB/s, {total / peer['jieba.cut']:.2f} of jieba.cut's time"
    )
    show("step", steps, megabytes, peer["jieba.cut"], total)
    print()
    show("recogniser", single, megabytes, peer["jieba.cut"], total)


if __name__ == "__main__":
    main()
