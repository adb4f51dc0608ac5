"""Whole articles and the PO files that come of them, in `golden/<case>/`.

Each case is `article.*` and `expected.po`. After a change that is meant to change them, run
`pytest tests/test_golden.py --update-golden` and read the difference.
"""

from pathlib import Path

import pytest

from glossary import po
from glossary.batch import Task
from glossary.corpus.work import documents

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("case", sorted(folder.name for folder in GOLDEN.iterdir() if folder.is_dir()))
def test_an_article_gives_the_po_file_beside_it(
    case: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(GOLDEN / case)
    [source] = Path().glob("article.*")
    [document] = documents([str(source)], Task(glossaries=(Path("../glossary.toml"),), builtin=False))
    remarks = [
        *(f"# notice: {note.file}:{note.line}: {note.message}" for note in document.notices),
        *(f"# left out: {note.file}:{note.line}: {note.message}" for note in document.set_aside),
        *(f"# candidate: {new.file}:{new.line}: {new.text}" for new in document.candidates),
    ]
    result = "".join(f"{remark}\n" for remark in remarks) + po.render(
        po.merge(document, None, generator="zh-glossary")
    )
    expected = Path("expected.po")
    if request.config.getoption("--update-golden"):
        expected.write_text(result, encoding="utf-8")
    assert result == expected.read_text(encoding="utf-8")
