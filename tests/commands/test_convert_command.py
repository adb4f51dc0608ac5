"""`glossary convert`: what goes into what, what it says, and what it leaves alone."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from shell import Outcome, Run, shell

from glossary import bilingual, formats
from glossary.bilingual import po as bilingual_po
from glossary.formats import xlsx
from glossary.model import Term

TOML = '# ours\n["园林局"]\nen = "Parks Bureau"\nkind = "institution"\nnote = "n"\nsource = "s"\n'
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#  by hand
#. 园林局 → Parks Bureau  [institution]
#: a.txt:1
msgid "园林局成立。"
msgstr "The Parks Bureau was set up."

#, fuzzy
msgid "甲"
msgstr "A"

msgid "乙"
msgstr ""
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the current one, with settings that keep the bundled glossary out."""
    monkeypatch.chdir(tmp_path)
    write("glossary.toml", "builtin = false\n")
    write("terms.toml", TOML)
    write("a.po", PO)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return shell(capsys, monkeypatch, "convert")


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A format of translations with the suffix .mem, which is PO inside and asks for annotations."""
    asked: list[object] = []

    def serialise(catalogue: object, *, annotations: object) -> bytes:
        asked.append(annotations)
        return bilingual_po.serialise(catalogue, annotations={})  # type: ignore[arg-type]  # it is a catalogue

    module = SimpleNamespace(
        SUFFIXES=(".mem",), ANNOTATED=True, parse=bilingual_po.parse, serialise=serialise, asked=asked
    )
    found = {**bilingual.known(), ".mem": module}
    monkeypatch.setattr(bilingual, "known", lambda: found)
    return module


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def refused(outcome: Outcome) -> str:
    """The one line that says why nothing was done."""
    assert outcome.status == 2
    assert outcome.out == ""
    (line,) = outcome.err.splitlines()
    return line


def test_a_glossary_goes_into_another_format_and_back(run: Run) -> None:
    assert run("terms.toml", "terms.csv") == Outcome(
        0, "", "terms.csv: 1 entry written\nterms.csv: not kept: comments: 1 line, first on line 1\n"
    )
    assert run("terms.csv", "again.toml").err == "again.toml: 1 entry written\n"
    (term,) = formats.parse(Path("again.toml"))
    assert (term.zh, term.en, term.kind, term.note, term.source) == (
        "园林局",
        "Parks Bureau",
        "institution",
        "n",
        "s",
    )


def test_what_the_format_has_no_place_for_is_listed(run: Run) -> None:
    assert run("terms.toml", "terms.utf8").err.splitlines()[2:] == [
        "terms.utf8: not kept: kind: left out in 1 entry, first 园林局 (terms.toml:2)",
        "terms.utf8: not kept: source: left out in 1 entry, first 园林局 (terms.toml:2)",
    ]


def test_a_format_can_be_named_where_the_suffix_does_not_tell(run: Run) -> None:
    assert run("terms.toml", "terms.txt", "--to", "omegat").status == 0
    assert "园林局\tParks Bureau\tn\n" in Path("terms.txt").read_text(encoding="utf-8")
    assert run("terms.txt", "b.tsv", "--from", ".UTF8").status == 0
    assert run("terms.txt", "/dev/null", "--from", "omegat", "--to", "csv").status == 0


def test_the_style_of_tbx_is_named_to_write_it_and_not_to_read_it(run: Run) -> None:
    assert run("terms.toml", "terms.tbx", "--to", "tbx-dct").status == 0
    assert "<min:subjectField>institution<" in Path("terms.tbx").read_text(encoding="utf-8")
    assert run("terms.tbx", "a.tbx").err == "a.tbx: 1 entry written\n"
    assert '<descrip type="subjectField">institution<' in Path("a.tbx").read_text(encoding="utf-8")


def test_po_is_a_glossary_where_the_other_side_is_one(run: Run) -> None:
    assert run("a.po", "a.tsv").err.splitlines() == [
        "a.tsv: 1 entry written",
        "a.tsv: not kept: unfinished or obsolete: 2 entries, first 甲 (a.po:11)",
    ]
    assert run("terms.toml", "new.po").status == 0
    assert '#, terminology\nmsgid "园林局"' in Path("new.po").read_text(encoding="utf-8")


def test_a_folder_of_glossaries_is_one_glossary(run: Run) -> None:
    write("all/a.tsv", "zh\ten\n甲\tA\n")
    write("all/b.toml", TOML)
    assert run("all", "all.csv").err == "all.csv: 2 entries written\n"
    write("all/c.tsv", "zh\ten\n甲\tB\n")
    assert "c.tsv:2: 甲 is already at" in refused(run("all", "all.csv"))
    assert "is in the folder all that is read" in refused(run("all", "all/all.tsv"))


def test_a_glossary_may_be_exported_beside_itself(run: Run) -> None:
    write("all/a.tsv", "zh\ten\n甲\tA\n")
    for name in ("all/a.csv", "all/a.po", "all/a.tbx", "all/below/a.tsv"):
        Path(name).parent.mkdir(exist_ok=True)
        assert run("all", name).err.startswith(f"{name}: 1 entry written\n")
        assert run("all", name).err.startswith(f"{name}: 1 entry written\n")


def test_translations_go_into_another_format_with_annotations(run: Run, memory: SimpleNamespace) -> None:
    write("glossary.toml", 'builtin = false\nglossaries = ["terms.toml"]\n')
    assert run("a.po", "a.mem") == Outcome(0, "", "a.mem: 3 entries converted\n")
    (annotations,) = memory.asked
    assert [note.rendering for note in annotations["园林局成立。"]] == ["Parks Bureau"]
    assert run("a.mem", "b.po").status == 0
    assert Path("b.po").read_bytes() == Path("a.po").read_bytes()


def test_what_is_said_about_sentences_and_lost_is_listed(
    run: Run, memory: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = 'msgid "园林局成立。"\nmsgstr "The Parks Bureau was set up."\n'
    monkeypatch.setattr(memory, "serialise", lambda *_, **__: plain.encode())
    assert run("a.po", "a.mem").err.splitlines()[1:] == [
        "a.mem: not kept: translators' comments: of 1 entry, first 园林局成立。 (a.po:7)",
        "a.mem: not kept: extracted comments: of 1 entry, first 园林局成立。 (a.po:7)",
        "a.mem: not kept: references: of 1 entry, first 园林局成立。 (a.po:7)",
        "a.mem: not kept: fuzzy entries: of 1 entry, first 甲 (a.po:11)",
        "a.mem: not kept: untranslated entries: of 1 entry, first 乙 (a.po:14)",
    ]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(PO.replace("was set up", "was closed"), id="another translation"),
        pytest.param(PO.replace("#, fuzzy\n", ""), id="a fuzzy translation that counts"),
        pytest.param("", id="nothing"),
    ],
)
def test_translations_that_would_not_come_back_are_not_written(
    written: str, run: Run, memory: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.mem", "as it was")
    monkeypatch.setattr(memory, "serialise", lambda *_, **__: written.encode())
    assert "a.mem: what would be written changes the translation of " in refused(run("a.po", "a.mem"))
    assert Path("a.mem").read_text(encoding="utf-8") == "as it was"


@pytest.mark.usefixtures("memory")
@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        (["terms.toml", "terms.toml"], "terms.toml: would be written over what is read from it"),
        (["terms.toml", "./sub/../terms.toml"], "would be written over what is read from it"),
        (["terms.toml", "terms.doc"], "terms.doc: its suffix is not that of a format: use one of .csv"),
        (["terms.txt", "terms.csv"], "name the format with --from"),
        (["terms.toml", "a.csv", "--to", "excel"], "--to excel: no such format: use a name (csv"),
        (["a.po", "b.po"], "a.po and b.po are both PO: there is nothing to convert"),
        (
            ["terms.toml", "a.mem"],
            "terms.toml is a glossary and a.mem would be translations: use one of .csv",
        ),
        (["a.mem", "a.csv"], "a.mem holds translations and a.csv would be a glossary: use one of "),
        (["no.toml", "a.csv"], "no.toml: no such file"),
        (["terms.toml", "no/a.csv"], "there is no folder no"),
        (["empty.csv", "a.toml"], "empty.csv: the file is empty"),
        (["bad.csv", "a.toml"], "bad.csv:2: "),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], cause: str, run: Run, project: Path
) -> None:
    write("sub/x", "")
    write("empty.csv", "")
    write("bad.csv", "zh,en\n甲,A,B\n")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert cause in refused(run(*arguments))
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_link_to_the_input_is_the_input(run: Run) -> None:
    Path("link.csv").symlink_to("terms.toml")
    assert "would be written over" in refused(run("terms.toml", "link.csv"))


def test_a_workbook_is_a_glossary_for_every_command(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("terms.toml", "terms.xlsx")
    write("a.txt", "园林局成立。\n")
    annotate = shell(capsys, monkeypatch, "annotate")
    assert (
        "园林局 → Parks Bureau  [institution]" in annotate("a.txt", "-o", "-", "--glossary", "terms.xlsx").out
    )
    lint = shell(capsys, monkeypatch, "lint")
    assert lint("terms.xlsx").status == 0
    rows = [Term("甲", "A", "term"), Term("丙", "C", "term")]
    Path("odd.xlsx").write_bytes(xlsx.serialise(rows, title=""))
    assert "odd.xlsx:2" in lint("odd.xlsx").out
    Path("terms.xlsx").write_bytes(xlsx.serialise([], title=""))
    assert annotate("a.txt", "-o", "-", "--glossary", "terms.xlsx").status == 0
