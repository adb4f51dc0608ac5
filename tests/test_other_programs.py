"""Files go through the programs of others and come back: Translate Toolkit, po4a, LibreOffice, GNU gettext, OmegaT."""

import csv
import subprocess
from pathlib import Path
from shutil import which

import pytest
from afresh import afresh
from shell import Run

from glossary import po

ARTICLE = "青禾县启动“清水行动”\n\n6月18日，青禾县发布意见。会议强调，要“落实”。\n\n水质好转。\n"
HEADING, ISSUED, STRESSED, BETTER = (
    "青禾县启动“清水行动”",
    "6月18日，青禾县发布意见。",
    "会议强调，要“落实”。",
    "水质好转。",
)
ENGLISH = {
    HEADING: 'Qinghe County "acts", today',
    ISSUED: "On June 18, Qinghe County issued an opinion.",
    STRESSED: "The meeting stressed that it be done; at once.",
    BETTER: "",
}
TERMS = '["清水行动"]\nen = "Clear Water Campaign"\nkind = "slogan"\nfree = true\n'


def needs(*names: str) -> pytest.MarkDecorator:
    missing = [name for name in names if which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)} not installed")


def program(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=240)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def glossary(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The command, in a project with an article and its PO file, translated but for one sentence."""
    monkeypatch.chdir(tmp_path)
    run = afresh(capsys, monkeypatch)
    Path("glossary.toml").write_text('builtin = false\nglossaries = ["terms.toml"]\n', encoding="utf-8")
    Path("terms.toml").write_text(TERMS, encoding="utf-8")
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    assert run("annotate", "a.txt").status == 0
    _translate("a.po", ENGLISH)
    return run


def _translate(path: str, english: dict[str, str]) -> None:
    """Fills the entries of a file, which are on one line each."""
    text = Path(path).read_text(encoding="utf-8")
    for msgid, msgstr in english.items():
        source, target = (words.replace('"', r"\"") for words in (msgid, msgstr))
        assert f'msgid "{source}"\nmsgstr ""' in text
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{target}"')
    Path(path).write_text(text, encoding="utf-8")


def _translations(path: str) -> dict[str, str]:
    return {entry.msgid: entry.msgstr for entry in po.read(Path(path)).entries}


@needs("po2csv", "csv2po")
def test_a_translator_may_work_in_a_spreadsheet_of_the_translate_toolkit(glossary: Run) -> None:
    before = Path("a.po").read_bytes()
    program("po2csv", "--progress=none", "a.po", "a.csv")
    with Path("a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["target"] = row["target"] or ("Water is better." if row["source"] == BETTER else "")
    with Path("a.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    program("csv2po", "--progress=none", "-t", "a.po", "a.csv", "back.po")
    assert _translations("back.po") == {**ENGLISH, BETTER: "Water is better."}
    Path("a.po").write_bytes(Path("back.po").read_bytes())
    assert glossary("annotate", "a.txt").status == 0
    assert _translations("a.po") == {**ENGLISH, BETTER: "Water is better."}
    assert [entry.extracted for entry in po.read(Path("a.po")).entries] == [
        entry.extracted for entry in po.parse(before, path="a.po").entries
    ]


@needs("po2xliff", "xliff2po")
def test_what_the_translate_toolkit_makes_of_a_file_comes_back(glossary: Run) -> None:
    program("po2xliff", "--progress=none", "a.po", "a.xlf")
    assert glossary("convert", "a.xlf", "ours.po").status == 0
    assert _translations("ours.po") == ENGLISH
    program("xliff2po", "--progress=none", "a.xlf", "theirs.po")
    Path("a.po").write_bytes(Path("theirs.po").read_bytes())
    assert glossary("annotate", "a.txt").status == 0
    assert _translations("a.po") == ENGLISH


@needs("po4a-updatepo")
def test_a_file_of_po4a_is_left_as_it_is_and_serves_as_a_memory(glossary: Run) -> None:
    program("po4a-updatepo", "-f", "text", "-o", "neverwrap", "-M", "utf-8", "-m", "a.txt", "-p", "theirs.po")
    text = Path("theirs.po").read_text(encoding="utf-8")
    assert f'msgid "{HEADING}\\n"\nmsgstr ""' in text
    text = text.replace(
        f'msgid "{HEADING}\\n"\nmsgstr ""', f'msgid "{HEADING}\\n"\nmsgstr "County Launches Campaign\\n"'
    )
    Path("theirs.po").write_text(text, encoding="utf-8")
    assert "left as it is" in glossary("refresh", "theirs.po").err
    assert glossary("check", "theirs.po").status == 0
    assert glossary("status", "theirs.po").status == 0
    assert Path("theirs.po").read_text(encoding="utf-8") == text
    assert glossary("annotate", "a.txt", "--tm", "theirs.po", "-o", "new.po").status == 0
    assert _translations("new.po") == {
        HEADING: "County Launches Campaign",
        ISSUED: "",
        STRESSED: "",
        BETTER: "",
    }


@needs("po4a-translate")
def test_po4a_publishes_with_a_file_of_paragraphs(glossary: Run) -> None:
    assert glossary("annotate", "a.txt", "--segment", "paragraph", "-o", "p.po").status == 0
    _translate("p.po", {HEADING: "The County Acts", ISSUED + STRESSED: "It issued an opinion."})
    program(
        *("po4a-translate", "-f", "text", "-k", "0", "-M", "utf-8", "-L", "utf-8"),
        *("-m", "a.txt", "-p", "p.po", "-l", "theirs.txt"),
    )
    assert Path("theirs.txt").read_text(encoding="utf-8") == (
        f"The County Acts\n\nIt issued an opinion.\n\n{BETTER}\n"
    )


@needs("soffice")
def test_a_document_that_libreoffice_wrote_is_annotated_and_published_and_opened_again(
    glossary: Run, tmp_path: Path
) -> None:
    Path("b.html").write_text(
        f"<h1>{HEADING}</h1><p>{ISSUED}<b>{STRESSED}</b></p>"
        f"<table><tr><td>{BETTER}</td></tr></table><ul><li>{BETTER}</li></ul>",
        encoding="utf-8",
    )
    office = ("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to")
    program(*office, "docx:MS Word 2007 XML", "b.html", "--infilter=HTML (StarWriter)")
    assert glossary("annotate", "b.docx").status == 0
    assert set(_translations("b.po")) == set(ENGLISH)
    _translate("b.po", {**ENGLISH, BETTER: "Water is better."})
    outcome = glossary("publish", "b.docx", "b.po", "--complete", "100", "-o", "english.docx")
    assert (outcome.status, outcome.err.count("\n")) == (0, 1)
    program(*office, "txt:Text (encoded):UTF8", "english.docx")
    text = Path("english.txt").read_text(encoding="utf-8-sig")
    assert [text.count(words) for words in (*list(ENGLISH.values())[:3], "Water is better.")] == [1, 1, 1, 2]
    assert "青" not in text


@needs("msgmerge", "msgattrib", "msgcat")
def test_gettext_brings_a_file_up_to_another_and_nothing_is_lost(glossary: Run) -> None:
    Path("a.txt").write_text(ARTICLE.replace("6月18日", "6月28日").replace(BETTER, ""), encoding="utf-8")
    assert glossary("annotate", "a.txt", "-o", "new.po").status == 0
    program("msgmerge", "--quiet", "--update", "--backup=none", "--previous", "a.po", "new.po")
    program("msgcat", "--width=60", "-o", "a.po", "a.po")
    assert glossary("annotate", "a.txt").status == 0
    entries = {entry.msgid: entry for entry in po.read(Path("a.po")).entries}
    changed = entries[ISSUED.replace("18", "28")]
    assert (changed.msgstr, changed.fuzzy) == (ENGLISH[ISSUED], True)
    assert changed.previous == po.Previous(ISSUED)
    assert entries[HEADING].msgstr == ENGLISH[HEADING]
    assert entries[STRESSED].msgstr == ENGLISH[STRESSED]
    program("msgattrib", "--no-obsolete", "--clear-fuzzy", "--clear-previous", "-o", "a.po", "a.po")
    assert glossary("annotate", "a.txt").status == 0
    assert {entry.fuzzy for entry in po.read(Path("a.po")).entries} == {False}
    assert _rules(glossary("check", "a.po").out) == ["date-mismatch"]


def _rules(shown: str) -> list[str]:
    return [line.split()[2] for line in shown.splitlines() if line.startswith("a.po:")]


# What OmegaT needs to be told; all folders have their usual names.
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_lang>ZH</source_lang><target_lang>EN</target_lang>
<source_tok>org.omegat.tokenizer.DefaultTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
<sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations>
</project></omegat>
"""
# OmegaT runs it when the documents are written. Without a window it reads no glossary by itself.
SCRIPT = """
import org.omegat.core.Core
import org.omegat.gui.glossary.GlossaryReaderTBX
import org.omegat.gui.glossary.GlossaryReaderTSV
new File(Core.project.projectProperties.glossaryRoot).eachFileMatch(~/[abc]\\.\\w+/) {
    def reader = it.name.endsWith('.tbx') ? GlossaryReaderTBX : GlossaryReaderTSV
    new File(it.path + '.read').setText(reader.read(it, false).collect { it.srcText + '=' + it.locText }.join(';'), 'UTF-8')
}
"""


@needs("omegat")
def test_omegat_translates_from_our_memory_and_reads_our_glossaries(glossary: Run, tmp_path: Path) -> None:
    terms = '["清水行动"]\nen = "Clear Water Campaign"\nallow = ["Clean Water Drive"]\nkind = "slogan"\n'
    Path("own.toml").write_text(terms, encoding="utf-8")
    for folder in ("source", "target", "tm/auto", "glossary", "omegat", "dictionary"):
        Path(folder).mkdir(parents=True)
    Path("omegat.project").write_text(PROJECT, encoding="utf-8")
    Path("source/a.txt").write_text(ARTICLE, encoding="utf-8")
    assert glossary("tm", "a.po", "-o", "tm/auto/a.tmx").status == 0
    for name in ("a.utf8", "b.tab", "c.tbx2"):
        assert glossary("convert", "own.toml", f"glossary/{name}").status == 0
    Path("glossary/c.tbx2").rename("glossary/c.tbx")
    Path("read.groovy").write_text(SCRIPT, encoding="utf-8")
    program(
        *("omegat", str(tmp_path), "--mode=console-translate", f"--config-dir={tmp_path}/settings"),
        f"--script={tmp_path}/read.groovy",
    )
    english = Path("target/a.txt").read_text(encoding="utf-8")
    assert [english.count(text) for text in ENGLISH.values() if text] == [1, 1, 1]
    assert BETTER in english
    for name in ("a.utf8", "b.tab", "c.tbx"):
        assert Path(f"glossary/{name}.read").read_text(encoding="utf-8").split(";") == [
            "清水行动=Clear Water Campaign",
            "清水行动=Clean Water Drive",
        ]
