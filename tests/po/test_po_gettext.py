"""GNU gettext's own tools take what is written here, and what they write is read."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from glossary import po
from glossary.model import Annotation, Document, Segment
from glossary.po import Catalogue, Previous, Reference

FILE = "my articles/tea.txt"
TEXTS = (
    "采茶的姑娘们天不亮就上山了（她们背着竹篓），唱着“山歌”，把最嫩的芽尖一片一片地摘下来，再小心地放进篓里。",
    'A "quoted" \\ path\twith\na line feed',
    "茶",
)
CHANGED = TEXTS[0].replace("姑娘", "妇女")


def merged(existing: Catalogue | None, *texts: str) -> Catalogue:
    terms = (Annotation(0, 2, "采茶", "phrase", "tea picking", ("picking tea",), uncertain=True),)
    segments = tuple(Segment(FILE, line, text, terms) for line, text in enumerate(texts, 1))
    return po.merge(Document(FILE, segments, "zh-Hans"), existing, generator="zh-glossary 1")


@pytest.fixture
def tool() -> Callable[..., str]:
    """Runs a gettext tool; its output. Fails where the tool complains of more than dates and names left out."""

    def run(name: str, *arguments: str | Path) -> str:
        if shutil.which(name) is None:
            pytest.skip(f"{name} of GNU gettext is not installed")
        done = subprocess.run(
            [name, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
        )
        complaints = [line for line in done.stderr.splitlines() if "warning: header field" not in line]
        assert (done.returncode, complaints) == (0, [])
        return done.stdout

    return run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a translated, a fuzzy and an obsolete entry."""
    path = tmp_path / "tea.po"
    gone = "水源在山的那一边。"
    catalogue = merged(None, *TEXTS, gone)
    words = {TEXTS[0]: "Tea", TEXTS[1]: "A path\nand a line feed", gone: "Far away"}
    entries = tuple(replace(entry, msgstr=words.get(entry.msgid, "")) for entry in catalogue.entries)
    po.write(replace(catalogue, entries=entries), path)
    po.write(merged(po.read(path), CHANGED, *TEXTS[1:]), path)
    states = [(entry.fuzzy, entry.obsolete) for entry in po.read(path).entries]
    assert states == [(True, False), (False, False), (False, False), (False, True)]
    return path


def test_msgfmt_accepts_new_and_merged_files(tool: Callable[..., str], path: Path, tmp_path: Path) -> None:
    po.write(merged(None, *TEXTS), tmp_path / "new.po")
    tool("msgfmt", "--check", "-o", tmp_path / "new.mo", tmp_path / "new.po")
    tool("msgfmt", "--check", "-o", tmp_path / "merged.mo", path)


def test_msgcat_finds_the_same_in_a_file(tool: Callable[..., str], path: Path) -> None:
    catalogue = po.read(path)
    assert po.parse(tool("msgcat", path).encode(), path="x.po") == catalogue
    assert po.parse(tool("msgcat", "--no-wrap", path).encode(), path="x.po") == catalogue


def test_a_file_that_msgcat_wrapped_is_left_alone(tool: Callable[..., str], path: Path) -> None:
    catalogue = po.read(path)
    wrapped = tool("msgcat", path)
    path.write_text(wrapped, encoding="utf-8")
    assert po.read(path).wrapped
    assert not po.write(merged(po.read(path), CHANGED, *TEXTS[1:]), path)
    assert po.write(merged(po.read(path), *TEXTS), path)
    assert path.read_text(encoding="utf-8").count("\n") > po.render(catalogue).count("\n")


def test_new_strings_in_a_wrapped_file_are_broken_where_msgcat_breaks_them(
    tool: Callable[..., str], path: Path
) -> None:
    path.write_text(tool("msgcat", path), encoding="utf-8")
    more = "泡茶的水要用山泉，水温要高，茶具要先用开水烫一遍，然后放入茶叶（三克左右），冲水，盖上盖子，等一会儿。"
    po.write(merged(po.read(path), CHANGED, *TEXTS[1:], more), path)
    assert tool("msgcat", path) == path.read_text(encoding="utf-8")


def test_what_msgmerge_made_fuzzy_keeps_its_previous_sentence(
    tool: Callable[..., str], path: Path, tmp_path: Path
) -> None:
    po.write(merged(None, TEXTS[0], *TEXTS[2:]), tmp_path / "new.pot")
    text = tool("msgmerge", "--previous", "--quiet", path, tmp_path / "new.pot")
    catalogue = merged(po.parse(text.encode(), path="x.po"), TEXTS[0], *TEXTS[2:])
    first = catalogue.entries[0]
    assert (first.msgstr, first.fuzzy, first.msgid) == ("Tea", True, TEXTS[0])
    assert {entry.msgid for entry in catalogue.entries if entry.obsolete} == {TEXTS[1], "水源在山的那一边。"}


def test_what_msgattrib_made_obsolete_comes_back(tool: Callable[..., str], path: Path) -> None:
    text = tool("msgattrib", "--set-obsolete", path)
    catalogue = merged(po.parse(text.encode(), path="x.po"), CHANGED, *TEXTS[1:])
    assert catalogue.entries[0].msgstr == "Tea"
    assert catalogue.entries[0].previous == Previous(TEXTS[0])
    assert catalogue.entries[0].references == (Reference(FILE, 1),)
    assert not any(entry.obsolete for entry in catalogue.entries[:3])


def test_gettext_knows_a_file_name_with_blanks(tool: Callable[..., str], path: Path) -> None:
    assert f"#: \u2068{FILE}\u2069:1\n" in tool("msgcat", path)
