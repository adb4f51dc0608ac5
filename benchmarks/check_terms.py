r"""How fast `glossary check` finds missing terms, beside Weblate's glossary check in the same run.

    python benchmarks/check_terms.py [PO TERMS]

PO is a translated PO file, TERMS its glossary as TSV (zh, en; several rows with one zh accept several
renderings). Without them, both are made up. Needs the package `ahocorasick_rs`.

Weblate's algorithm is written here plainly, from its description: all terms in the source, overlapping, by an
automaton; then for each of them a search for `\b`, the escaped rendering, `\b` in the translation, whatever the
case. As there, patterns are made when they are needed; beside that, the same with all patterns made
beforehand. Timed is what is done with messages: glossary, automaton and PO file are loaded before, and
each goes over the first messages once, so that tables and word lists are there too.
"""

import argparse
import gc
import random
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from glossary import po
from glossary.batch import annotator
from glossary.checks import check
from glossary.checks.messages import annotated
from glossary.checks.model import Run

RUNS = 5
WARM_UP = 50
"""Messages."""
MADE_UP = {"terms": 3000, "paragraphs": 1500, "seed": 7}

Checker = Callable[[Sequence[po.Entry]], int]
"""Gives the number of (paragraph, term) that it reports."""


def weblate(terms: dict[str, list[str]], *, patterns_beforehand: bool) -> Checker:
    """The algorithm of Weblate, which takes any rendering of a term."""
    try:
        from ahocorasick_rs import AhoCorasick
    except ImportError:
        sys.exit("this comparison needs ahocorasick_rs: pip install ahocorasick_rs")
    names = list(terms)
    automaton = AhoCorasick(names)
    made = {
        rendering: re.compile(rf"\b{re.escape(rendering)}\b", re.IGNORECASE)
        for renderings in terms.values()
        for rendering in renderings
        if patterns_beforehand
    }

    def stands(rendering: str, text: str) -> bool:
        if patterns_beforehand:
            return made[rendering].search(text) is not None
        return re.search(rf"\b{re.escape(rendering)}\b", text, re.IGNORECASE) is not None

    def run(entries: Sequence[po.Entry]) -> int:
        missing = 0
        for entry in entries:
            found = {match[0] for match in automaton.find_matches_as_indexes(entry.msgid, overlapping=True)}
            for number in found:
                if not any(stands(rendering, entry.msgstr) for rendering in terms[names[number]]):
                    missing += 1
        return missing

    return run


def ours(glossary: Path) -> Checker:
    """The check of this project."""
    annotate = annotator((glossary,), False)

    def run(entries: Sequence[po.Entry]) -> int:
        messages = Run(annotated("benchmark.po", entries, annotate))
        findings = check(messages, select=["term-missing"])
        return len({(finding.msgid, finding.term) for finding in findings})

    return run


def read_terms(path: Path) -> dict[str, list[str]]:
    """The renderings of each term."""
    terms = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        zh, en = line.split("\t")[:2]
        terms[zh].append(en)
    return dict(terms)


def make_up(folder: Path) -> tuple[Path, Path]:
    """A PO file and a glossary of words that there are not; a tenth of the renderings is missing."""
    source = random.Random(MADE_UP["seed"])
    characters = [chr(code) for code in range(0x4E00, 0x5600)]
    syllables = [a + b for a in "bdfgklmnprstv" for b in ("a", "en", "il", "or", "um")]

    def word() -> str:
        return "".join(source.choices(syllables, k=source.randint(2, 3)))

    terms = {
        "".join(source.choices(characters, k=source.randint(2, 6))): " ".join(
            word() for _ in range(source.randint(1, 4))
        )
        for _ in range(MADE_UP["terms"])
    }
    entries = []
    for number in range(MADE_UP["paragraphs"]):
        zh, en = f"{number}", f"{number}"
        for term in source.sample(list(terms), source.randint(2, 12)):
            zh += "".join(source.choices(characters, k=9)) + term + "，"
            rendering = terms[term] + source.choice(("", "", "", "s"))
            en += (
                " ".join(["", *(word() for _ in range(6)), rendering if source.random() > 0.1 else word()])
                + ","
            )
        entries.append(po.Entry(zh + "。", en + "."))
    po.write(po.Catalogue(tuple(entries)), folder / "made-up.po")
    rows = "".join(f"{zh}\t{en}\n" for zh, en in terms.items())
    (folder / "made-up.tsv").write_text(f"zh\ten\n{rows}", encoding="utf-8")
    return folder / "made-up.po", folder / "made-up.tsv"


def measure(checkers: dict[str, Checker], entries: Sequence[po.Entry]) -> None:
    """Prints what each of them reports and how fast, taking turns; the best of several runs counts."""
    first: dict[str, float] = {}
    best: dict[str, float] = {}
    reported: dict[str, int] = {}
    for checker in checkers.values():
        checker(entries[:WARM_UP])
    for _ in range(RUNS):
        for name, checker in checkers.items():
            gc.collect()
            start = time.perf_counter()
            reported[name] = checker(entries)
            seconds = time.perf_counter() - start
            first.setdefault(name, seconds)
            best[name] = min(best.get(name, seconds), seconds)
    print(f"{len(entries):,} paragraphs{'':26}flags/paragraph   paragraphs/s   first run")
    for name, seconds in best.items():
        flags = reported[name] / len(entries)
        print(f"{name:40}{flags:15.2f}{len(entries) / seconds:15,.0f}{len(entries) / first[name]:12,.0f}")
    own, *others = best
    for name in others:
        print(f"{own} / {name}: {best[name] / best[own]:.2f} (first run {first[name] / first[own]:.2f})")


def main() -> None:
    """Measure, on the files given or on made-up ones."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("po", nargs="?", type=Path)
    parser.add_argument("terms", nargs="?", type=Path)
    arguments = parser.parse_args()
    if (arguments.po is None) != (arguments.terms is None):
        parser.error("name both a PO file and a glossary, or neither")
    with tempfile.TemporaryDirectory() as folder:
        files = (arguments.po, arguments.terms) if arguments.po else make_up(Path(folder))
        entries = [entry for entry in po.read(files[0]).entries if entry.msgid and entry.msgstr]
        terms = read_terms(files[1])
        checkers = {
            "glossary check": ours(files[1]),
            "Weblate's algorithm": weblate(terms, patterns_beforehand=False),
            "the same, patterns made beforehand": weblate(terms, patterns_beforehand=True),
        }
        measure(checkers, entries)


if __name__ == "__main__":
    main()
