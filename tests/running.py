"""`glossary annotate` on a corpus, as a process that can be fed, watched and killed."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

GLOSSARY = """
["国务院"]
en = "State Council"
kind = "institution"

["本溪"]
en = "Benxi"
kind = "place.city"

["{city}市市长"]
en = "Mayor of {city}"
kind = "title"
"""

_MAIN = (
    "from glossary.corpus import articles, lines, pieces, unfinished\n"
    "articles._FILES, lines._BYTES, pieces.PIECE, unfinished._INTERVAL = 2, 1000, 2000, 0\n"
    "from glossary.cli import main; main()"
)
"""The command with chunks that a test can afford, and an entry in the journal for each."""


def command(*arguments: str) -> list[str]:
    """The command line of `glossary annotate` with small chunks and the glossary `terms.toml`."""
    return [sys.executable, "-c", _MAIN, "annotate", "--no-builtin", "--glossary", "terms.toml", *arguments]


def run(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    """The command in a folder, run to its end."""
    done = subprocess.run(
        command(*arguments), cwd=folder, input=given, capture_output=True, check=False, timeout=120
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def corpus(folder: Path, *, records: int = 150, name: str = "corpus.jsonl") -> Path:
    """A corpus of records, and the glossary; names that are known from one record stand in later ones too."""
    (folder / "terms.toml").write_text(GLOSSARY, encoding="utf-8")
    path = folder / name
    with path.open("w", encoding="utf-8") as stream:
        for number in range(records):
            who = "本溪市市长田树槐主持，" if number % 3 == 0 else "当天晚上，田树槐乘车离开，"
            record = {"id": number, "text": f"{who}國(guó)務(wù)院第{number}次會議。\n会议闭幕。"}
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def wait_for(condition: Callable[[], object], *, seconds: float = 60) -> None:
    """Returns when the condition holds.

    Raises:
        AssertionError: It does not hold in time.
    """
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.005)


def entries(journal: Path) -> int:
    """How many entries a journal has; 0 where there is none."""
    return max(0, journal.read_bytes().count(b"\n") - 1) if journal.exists() else 0
