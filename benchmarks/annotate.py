"""How fast `glossary annotate` is: start-up, the bundled article, a large glossary, a large file.

    python benchmarks/annotate.py [FILE]

FILE is a large Chinese text; without it, text is made from the bundled glossary. Machines differ and are noisy,
so each figure stands beside a peer's from the same run: the time to import typer, to start Python, to cut the
same text with jieba. Every figure is the median of several runs.
"""

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ARTICLE = Path(__file__).parents[1] / "articles" / "benxi-cooperation.txt"
RUNS = 5


def seconds(
    command: Sequence[str], *, runs: int = RUNS, before: Sequence[str] = (), **environment: str
) -> float:
    """The median wall time of a command; `before` runs, untimed, before each run."""
    times = []
    for _ in range(runs):
        if before:
            subprocess.run(before, check=True)
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False)
        times.append(time.perf_counter() - start)
        if done.returncode:
            sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    return statistics.median(times)


def peak(command: Sequence[str], **environment: str) -> float:
    """The largest memory of any process so far, in MB, after running a command."""
    subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def glossary(*arguments: str | Path) -> list[str]:
    """The command line that runs the command with this Python."""
    return [sys.executable, "-c", "from glossary.cli import main; main()", *map(str, arguments)]


def text(size: int) -> str:
    """About `size` bytes of made-up sentences of glossary terms and common words."""
    from glossary import curated

    terms = [term.zh for term in curated.load((), builtin=True) if "{" not in term.zh and len(term.zh) > 1]
    words = [
        "推进",
        "加强",
        "在",
        "的",
        "工作",
        "会议",
        "和",
        "进行",
        "了",
        "对于",
        "认真",
        "研究",
        "重要",
        "人民",
    ]
    choose = random.Random(1)
    lines: list[str] = []
    written = 0
    while written < size:
        line = "".join(
            "".join(choose.choices(words, k=choose.randint(3, 12)))
            + choose.choice(terms)
            + choose.choice("，。")
            for _ in range(choose.randint(2, 12))
        )
        lines.append(line)
        written += len(line.encode()) + 1
    return "\n".join(lines)


def start_up(folder: Path) -> None:
    """Start-up, and the bundled article with and without a compiled glossary in the cache."""
    bare = seconds([sys.executable, "-c", "import typer"])
    shown = seconds(glossary("--help"))
    print(f"glossary --help             {shown:6.2f} s   {shown / bare:4.1f} x importing typer")
    cache = str(folder / "cache")
    out = folder / "article.po"
    cold = seconds(
        glossary("annotate", ARTICLE, "-o", out), before=["rm", "-rf", cache, str(out)], GLOSSARY_CACHE=cache
    )
    warm = seconds(
        glossary("annotate", ARTICLE, "-o", out), before=["rm", "-f", str(out)], GLOSSARY_CACHE=cache
    )
    print(f"the article, empty cache    {cold:6.2f} s   {cold / bare:4.1f} x importing typer")
    print(f"the article, compiled       {warm:6.2f} s   {warm / bare:4.1f} x importing typer")
    rows = "\n".join(f"测试术语第{number}号\ttest term {number}" for number in range(100_000))
    (folder / "large.tsv").write_text(f"zh\ten\n{rows}\n", encoding="utf-8")
    large = glossary("annotate", ARTICLE, "-o", out, "--glossary", folder / "large.tsv")
    first = seconds(large, runs=1, GLOSSARY_CACHE=cache)
    second = seconds(large, GLOSSARY_CACHE=cache)
    print(f"100,000 more terms, first   {first:6.2f} s")
    print(f"100,000 more terms, second  {second:6.2f} s   {second - warm:+.2f} s")


def throughput(folder: Path, sample: str) -> None:
    """A large file on one core against `jieba.cut`, a tenth of it for the slope, and memory."""
    encoded = sample.encode()
    megabytes = len(encoded) / 1e6
    (folder / "large.txt").write_bytes(encoded)
    (folder / "tenth.txt").write_text(sample[: len(sample) // 10], encoding="utf-8")
    times = {}
    for name in ("tenth", "large"):
        out = folder / f"{name}.po"
        times[name] = seconds(
            glossary("annotate", folder / f"{name}.txt", "-o", out), runs=3, before=["rm", "-f", str(out)]
        )
    code = "import jieba,sys; jieba.initialize(); [None for _ in jieba.cut(open(sys.argv[1],encoding='utf-8').read())]"
    jieba = seconds([sys.executable, "-c", code, str(folder / "large.txt")], runs=1)
    large = times["large"]
    print(
        f"{megabytes:4.1f} MB                     {large:6.2f} s   {megabytes / large:4.2f} MB/s, "
        f"{jieba / large:4.2f} x the speed of jieba.cut"
    )
    print(
        f"a tenth of it               {times['tenth']:6.2f} s   ten times the text takes {large / times['tenth']:.1f} x"
    )
    memory = peak(glossary("annotate", folder / "large.txt", "-o", folder / "again.po"))
    print(f"memory                      {memory:6.0f} MB")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path, help="a large Chinese text in UTF-8")
    chosen = parser.parse_args().file
    with tempfile.TemporaryDirectory() as name:
        start_up(Path(name))
        throughput(Path(name), chosen.read_text(encoding="utf-8") if chosen else text(10_000_000))


if __name__ == "__main__":
    main()
