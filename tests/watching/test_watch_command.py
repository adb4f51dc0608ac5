"""`glossary watch` as a process beside an editor."""

import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from afresh import afresh

from glossary.watching import Update, text

pytest.importorskip("watchfiles")

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
ENTRY = '\nmsgid "国务院开会，市长到会。"\nmsgstr "The State Council met，and the mayor came."\n'
TERMS = '["国务院"]\nen = "State Council"\nkind = "institution"\n'
_PATIENCE = 30
"""Seconds after which what is waited for will not come any more."""
_WATCHING = "from glossary.cli import main; main()"


class Watching:
    """A running `glossary watch`, and what it has said."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _WATCHING, "watch", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.lines.put(line)

    def says(self, pattern: str) -> str:
        """The next line in which a pattern stands; what is said before it is passed over."""
        seen = ""
        while True:
            try:
                line = self.lines.get(timeout=_PATIENCE)
            except queue.Empty:
                pytest.fail(f"{pattern} was not said, but {seen}")
            seen += line
            if re.search(pattern, line):
                return line

    def interrupt(self) -> tuple[int, str]:
        """Ends it as Ctrl-C does: its status, and what it says after all."""
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(timeout=_PATIENCE)
        rest = ""
        while not self.lines.empty():
            rest += self.lines.get()
        return status, rest


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("glossary.toml").write_text('glossaries = ["terms.toml"]\nlocale = "po"\nbuiltin = false\n')
    Path("terms.toml").write_text(TERMS, encoding="utf-8")
    Path("po").mkdir()
    Path("po/a.po").write_text(HEADER + ENTRY, encoding="utf-8")
    return tmp_path


@pytest.fixture
def watching() -> Iterator[Watching]:
    running = Watching()
    yield running
    running.process.kill()
    running.process.wait()


def save(name: str, content: str) -> None:
    """As vim and many others do: beside it, then in its place."""
    path = Path(name)
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(content, encoding="utf-8")
    beside.replace(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal there")
def test_a_working_day(watching: Watching) -> None:
    watching.says(r"^\d\d:\d\d:\d\d  watching 1 file, 1 translation: 1 finding left; Ctrl-C ends$")
    watching.says(r"^po/a\.po:4  warning  fullwidth-punctuation")

    Path("po/a.po").write_text(HEADER + ENTRY.replace("，and", ", and"), encoding="utf-8")
    watching.says(r"  po/a\.po: 1 mended; nothing wrong$")
    watching.says(r"^  mended  po/a\.po  fullwidth-punctuation  ，$")

    save("po/a.po", HEADER + ENTRY.replace("State Council", "Cabinet"))
    watching.says(r"  po/a\.po: 2 new; 2 findings left$")

    Path("po/a.po").write_text(HEADER + ENTRY[:-9], encoding="utf-8")
    watching.says(r"  po/a\.po:\d: not a PO file: ")

    save("po/a.po", HEADER + ENTRY)
    watching.says(r"  po/a\.po: 1 mended; 1 finding left$")

    save("terms.toml", TERMS + '["市长"]\nen = "city head"\nkind = "title"\n')
    watching.says(r"  terms\.toml: 1 new; 2 findings left$")
    watching.says(r"^po/a\.po:4  error +term-missing +市长")

    Path("po/new").mkdir()
    Path("po/new/b.po").write_text(HEADER + ENTRY.replace("，and", " and"), encoding="utf-8")
    watching.says(r"  po/new/b\.po \(new\): ")
    save("po/new/b.po", HEADER + ENTRY)
    watching.says(r"  po/new/b\.po: ")
    Path("po/new/b.po").unlink()
    watching.says(r"  po/new/b\.po \(gone\): nothing new; 2 findings left$")

    save("glossary.toml", 'builtin = false\nlocale = "po"\n[check]\nignore = ["fullwidth-punctuation"]\n')
    watching.says(r"  settings, terms\.toml \(gone\): 2 mended; nothing wrong$")

    status, rest = watching.interrupt()
    assert status in (0, 130)
    assert "Traceback" not in rest
    assert "Abort" not in rest


def test_without_its_library_it_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    status, out, err = afresh(capsys, monkeypatch)("watch")
    assert (status, out) == (2, "")
    assert err == "glossary: watching needs watchfiles: pip install 'zh-glossary[watch]'\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--select", "han-lift"), "han-left"),
        (("-",), "standard input"),
        (("po/typo.po",), "po/typo.po: no such file"),
        (("n" * 5000,), "n"),
        (("--glossary", "nowhere.toml"), "nowhere.toml"),
    ],
)
def test_what_is_wrong_from_the_start_is_bad_usage(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    status, _, err = afresh(capsys, monkeypatch)("watch", *arguments)
    assert (status, err.count("\n")) == (2, 1)
    assert said in err


def test_many_files_that_change_at_once_are_counted() -> None:
    from glossary.watching import Change

    changes = tuple((f"{name}.po", Change.CHANGED) for name in "abcde")
    said = text.later(Update(changes=changes), "12:00:00", colour=False)
    assert said == "12:00:00  a.po, b.po, c.po and 2 more files: nothing new; nothing wrong\n"
    assert "\x1b[2m12:00:00\x1b[0m" in text.later(Update(changes=changes), "12:00:00", colour=True)
