"""How fast the tool is, beside its peers in the same run.

Writes results.md, results.json, charts (with matplotlib) and the profile of each step into the folder OUT. Sections:
start-up, stages, compose, terms, check, growth.
"""

import argparse
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from benchmarks import check_terms, compose, growth, report, stages, start_up, terms
from benchmarks.model import Result, Section, Setting

SECTIONS: dict[str, Section] = {
    "start-up": start_up,
    "stages": stages,
    "compose": compose,
    "terms": terms,
    "check": check_terms,
    "growth": growth,
}


def main() -> None:
    """Measures, and writes after each section what there is."""
    arguments = _arguments()
    about = report.machine()
    results: dict[str, Result] = {}
    for name in arguments.only or SECTIONS:
        start = time.perf_counter()
        print(f"{name} ...", end=" ", flush=True, file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder:
            setting = Setting(
                Path(folder),
                arguments.out,
                quick=arguments.quick,
                text=arguments.text,
                translations=arguments.translations,
                terms=arguments.terms,
            )
            results[name] = SECTIONS[name].measure(setting)
        print(f"{time.perf_counter() - start:.0f} s", file=sys.stderr)
        report.write(results, about, arguments.out)
    print(report.markdown(results, about))
    if find_spec("matplotlib") is None:
        print("no charts: pip install 'zh-glossary[bench]'", file=sys.stderr)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder to write to")
    parser.add_argument("--quick", action="store_true", help="small sizes, few runs: some minutes")
    parser.add_argument(
        "--only",
        action="append",
        choices=SECTIONS,
        metavar="SECTION",
        help="measure this section; repeatable",
    )
    parser.add_argument(
        "--text", type=Path, metavar="FILE", help="a Chinese text in UTF-8 for stages and compose"
    )
    parser.add_argument("--translations", type=Path, metavar="PO", help="a translated PO file for check")
    parser.add_argument("--terms", type=Path, metavar="TSV", help="the glossary of these translations")
    arguments = parser.parse_args()
    for file in (arguments.text, arguments.translations, arguments.terms):
        if file and not file.is_file():
            parser.error(f"{file}: no such file: check the path")
    if (arguments.translations is None) != (arguments.terms is None):
        parser.error("name both --translations and --terms, or neither")
    if arguments.out.exists() and not arguments.out.is_dir():
        parser.error(f"{arguments.out}: not a folder: name another one")
    return arguments


if __name__ == "__main__":
    main()
