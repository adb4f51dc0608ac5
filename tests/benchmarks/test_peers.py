"""What the benchmarks compare with gives what it should: a peer that finds nothing would look fast."""

import subprocess
from pathlib import Path

import pytest

from benchmarks import check_terms, peers
from glossary import po

TERMS = {"国务院": ["State Council"], "四个着力": ["four focuses", "four priorities"], "总理": ["Premier"]}
LINES = (
    po.Entry("国务院总理讲话。", "The premier of the state council spoke."),
    po.Entry("提出四个着力。", "He named Four Priorities."),
    po.Entry("总理和国务院。", "The Premiership and the council."),
)
REPORTED = 2
"""Of these, both in the last line: Premiership is another word."""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "three.po"
    po.write(po.Catalogue(LINES), path)
    return path


@pytest.mark.parametrize("beforehand", [False, True])
def test_the_algorithm_of_weblate_reports_what_no_rendering_stands_for(beforehand: bool) -> None:
    assert peers.weblate(TERMS, patterns_beforehand=beforehand)(LINES) == REPORTED


def test_the_check_of_this_project_is_asked_the_same(tmp_path: Path) -> None:
    glossary = tmp_path / "terms.tsv"
    rows = [f"{zh}\t{en}" for zh, renderings in TERMS.items() for en in renderings]
    glossary.write_text("\n".join(["zh\ten", *rows]), encoding="utf-8")
    assert check_terms.ours((glossary,), builtin=False)(LINES) == REPORTED


def test_scans_find_overlapping_terms() -> None:
    patterns = ["国务院", "务院总", "总理"]
    for peer in (peers.ahocorasick, peers.daachorse):
        try:
            find = peer(patterns)
        except peers.MissingError as missing:
            pytest.skip(str(missing))
        assert len(find("国务院总理")) == 3


def test_the_matcher_of_translate_toolkit_finds_terms_of_three_characters() -> None:
    try:
        matches = peers.toolkit(TERMS)
    except peers.MissingError as missing:
        pytest.skip(str(missing))
    assert [matches(entry.msgid) for entry in LINES] == [["国务院"], ["四个着力"], ["国务院"]]


def test_jieba_knows_the_terms_that_it_is_given() -> None:
    assert "磐石盐湖" not in peers.word_cutter()("在磐石盐湖旁")
    assert "磐石盐湖" in peers.word_cutter(["磐石盐湖"])("在磐石盐湖旁")


def test_jieba_as_a_command_runs(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("国务院总理", encoding="utf-8")
    (tmp_path / "terms").write_text("磐石盐湖", encoding="utf-8")
    for command in (
        peers.jieba_command(tmp_path / "text"),
        peers.jieba_command(tmp_path / "text", tmp_path / "terms"),
    ):
        subprocess.run(command, check=True, capture_output=True)


def test_pofilter_filters(catalogue: Path, tmp_path: Path) -> None:
    try:
        command = peers.pofilter_command(catalogue, tmp_path / "out.po")
    except peers.MissingError as missing:
        pytest.skip(str(missing))
    subprocess.run(command, check=True, capture_output=True)
    assert (
        "(startcaps)" in (tmp_path / "out.po").read_text(encoding="utf-8") or (tmp_path / "out.po").exists()
    )


def test_poglossary_reads_its_settings(catalogue: Path, tmp_path: Path) -> None:
    try:
        command = peers.poglossary_command(catalogue, TERMS, tmp_path / "settings.yml")
    except peers.MissingError as missing:
        pytest.skip(str(missing))
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert "1 po file" in done.stdout + done.stderr


def test_a_missing_peer_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(peers.POGLOSSARY, raising=False)
    with pytest.raises(peers.MissingError, match=f"poglossary: .*{peers.POGLOSSARY}"):
        peers.poglossary_command(tmp_path / "a.po", TERMS, tmp_path / "settings.yml")
