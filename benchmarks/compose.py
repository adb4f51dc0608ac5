"""How fast names are composed, as a share of finding the terms that they are composed of, and whether in linear time.

    python benchmarks/compose.py [FILE]

FILE is a large Chinese text in UTF-8; without it, text is made from the bundled glossary and names of bodies. Each
figure stands beside the time of `Lexicon.find` on the same text in the same run.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from glossary import curated, lexicon, tables
from glossary.bulk import uncollected
from glossary.compose import Composer
from glossary.normalise import match_key

RUNS = 3
REPEATED = ("教育局", "本溪市教育局", "中国科学院", "市委常委、", "党组书记、局长", "原副")


def seconds(work: Callable[[], object]) -> float:
    """The median processor time of some work."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def text(size: int) -> str:
    """About `size` bytes of made-up sentences with names of bodies and posts."""
    choose = random.Random(1)
    terms = [term.zh for term in curated.load((), builtin=True) if "{" not in term.zh and len(term.zh) > 1]
    fields = [row["zh"] for row in tables.rows("fields")]
    posts = [row["zh"] for row in tables.rows("posts")]
    lines: list[str] = []
    written = 0
    while written < size:
        body = f"辽宁省{choose.choice(fields)}厅{choose.choice(fields)}处{choose.choice(posts)}"
        line = "".join(choose.choices(terms, k=8)) + f"，{body}在{choose.choice(fields)}的研究中。"
        lines.append(line)
        written += len(line.encode()) + 1
    return "\n".join(lines)


def measure(known: lexicon.Lexicon, composer: Composer, key: str) -> tuple[float, float, int]:
    """Seconds to find the terms of a key, seconds to compose, and how many readings that makes."""
    with uncollected():
        find = seconds(lambda: known.find(key))
        readings, openings = known.find(key)
        made = composer.compose(key, readings, openings)
        return find, seconds(lambda: composer.compose(key, readings, openings)), len(made)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path, help="a large Chinese text in UTF-8")
    chosen = parser.parse_args().file
    sample = chosen.read_text(encoding="utf-8") if chosen else text(5_000_000)
    known = lexicon.compile_terms(curated.load((), builtin=True))
    composer = Composer(known)
    for part in (sample[: len(sample) // 10], sample):
        find, compose, made = measure(known, composer, match_key(part).text)
        size = len(part.encode()) / 1e6
        print(
            f"{size:5.1f} MB      {compose:6.2f} s   {size / compose:5.1f} MB/s, "
            f"{compose / find:4.1f} x finding the terms, {made} readings"
        )
    for word in REPEATED:
        times = [measure(known, composer, word * count)[1] for count in (1000, 10_000)]
        print(f"{word} x 1,000   {times[0]:6.3f} s   ten times as many: {times[1] / times[0]:4.1f} x")


if __name__ == "__main__":
    main()
